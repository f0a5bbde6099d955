"""Vaults: make one, open one."""

from __future__ import annotations

import os
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.ids import IdSource
from spinnenweb.domain.residents import Village
from spinnenweb.domain.settings import WorkSettings
from spinnenweb.security import recovery_code
from spinnenweb.security.envelope import (
    Envelope,
    create,
    open_with_passphrase,
    open_with_recovery,
    write_envelope,
)
from spinnenweb.security.keys import Purpose, subkey, wipe
from spinnenweb.security.private_files import write_private_folder
from spinnenweb.security.vault_folder import VaultFolder, examine, remove_unnamed_databases
from spinnenweb.security.vault_lock import LOCK_NAME, VaultLock
from spinnenweb.services.cards import cleaned_village_name
from spinnenweb.services.passphrases import passphrase_too_weak, propose_passphrase, refuse_weak
from spinnenweb.services.settings import cleaned_settings
from spinnenweb.services.workspace import Opened, Workspace
from spinnenweb.storage.database import Database
from spinnenweb.storage.identity import Identity

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.services.environment import Environment

__all__ = [
    "KEY_GRACE",
    "FirstSteps",
    "NewVault",
    "create_vault",
    "emergency_key_groups",
    "open_vault",
    "open_with_key",
    "passphrase_too_weak",
    "propose_passphrase",
]

KEY_GRACE = timedelta(days=7)
"""How long putting the emergency key on paper may wait (words.nl.md 5)."""


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """What a new vault has to know; with `None` no village is made, as an import brings its own."""

    organisation: str
    worker: str
    village: str | None
    backup_place: str = ""


@dataclass(frozen=True, slots=True)
class NewVault:
    """A vault that was made and is open. The emergency key is told once and stored nowhere."""

    workspace: Workspace
    emergency_key: str


def emergency_key_groups(emergency_key: str) -> tuple[str, ...]:
    """The groups of an emergency key, as they stand on paper."""
    return recovery_code.groups(emergency_key)


def create_vault(
    folder: Path, passphrase: str, first: FirstSteps, environment: Environment, *, demo: bool = False
) -> NewVault:
    """Make a vault and open it. A killed attempt leaves no vault.

    `demo` marks a vault with invented people; its passphrase may be weak, and no emergency key is asked for.

    Raises:
        SpinnenwebError: `vault.exists`, `passphrase.weak`, `village.name_missing`, `text.*`, `target.missing`
            (no folder to make it in), `target.no_rights`, `disk.full`.
    """
    if os.path.lexists(folder):
        raise SpinnenwebError("vault.exists", path=str(folder))
    if not demo:
        refuse_weak(passphrase, environment)
    emergency_key = recovery_code.new_code()
    now = environment.clock.now()
    envelope, data_key = create(passphrase, emergency_key, environment.cost, now=now)
    with ExitStack() as undo:
        undo.callback(wipe, data_key)
        with write_private_folder(folder) as part:
            _fill(part, envelope, data_key, first, environment, demo=demo)
        undo.pop_all()
    return NewVault(_open(folder, environment, lambda _envelope: data_key), emergency_key)


def open_vault(folder: Path, passphrase: str, environment: Environment) -> Workspace:
    """Open a vault; takes about a second. When it cannot be opened, nothing on disk has changed.

    Raises:
        SpinnenwebError: `fault.passphrase`, `fault.plaintext`, `fault.empty`, `fault.damaged`, `fault.newer`,
            `fault.rights`, `vault.missing`, `lock.already_open`, `memory.full`, `disk.full`.
    """
    return _open(folder, environment, lambda envelope: open_with_passphrase(envelope, passphrase))


def open_with_key(folder: Path, emergency_key: str, environment: Environment) -> Workspace:
    """The same with the emergency key of the paper.

    Raises:
        SpinnenwebError: `key.form`, `key.check` (typing mistakes), `key.wrong`, and as `open_vault`.
    """
    return _open(folder, environment, lambda envelope: open_with_recovery(envelope, emergency_key))


def _fill(
    part: Path,
    envelope: Envelope,
    data_key: bytearray,
    first: FirstSteps,
    environment: Environment,
    *,
    demo: bool,
) -> None:
    ids = IdSource(environment.clock)
    identity = Identity(environment.device, owner=ids.new(), team=ids.new())
    key = subkey(data_key, Purpose.DATABASE)
    database = Database.create(
        part / envelope.database,
        key,
        vault_id=envelope.id,
        identity=identity,
        clock=environment.clock,
        ids=ids,
    )
    wipe(key)
    try:
        _write_first_steps(database, ids, first, environment, demo=demo)
    finally:
        database.close()
    write_envelope(part, envelope)
    with VaultLock(part):
        pass


def _write_first_steps(
    database: Database, ids: IdSource, first: FirstSteps, environment: Environment, *, demo: bool
) -> None:
    village = Village(ids.new(), cleaned_village_name(first.village)) if first.village is not None else None
    settings = WorkSettings(
        organisation=first.organisation,
        worker=first.worker,
        village_id=village.id if village else None,
        key_due=None if demo else environment.clock.today() + KEY_GRACE,
        backup_place=first.backup_place,
        demo=demo,
    )
    with database.writing() as work:
        if village is not None:
            work.villages.add(village)
        work.settings.put(cleaned_settings(settings))


def _open(folder: Path, environment: Environment, unwrap: Callable[[Envelope], bytearray]) -> Workspace:
    examine(folder)
    with ExitStack() as undo:
        lock = _locked(folder, undo)
        # looked at again under the lock: another program may have replaced the envelope in between
        found = examine(folder)
        data_key = unwrap(found.envelope)
        undo.callback(wipe, data_key)
        ids = IdSource(environment.clock)
        database = _database(found, data_key, environment, ids)
        undo.callback(database.close)
        remove_unnamed_databases(folder, found.envelope)
        undo.pop_all()
    return Workspace(Opened(folder, found.envelope, data_key, lock, database, ids, environment))


def _locked(folder: Path, undo: ExitStack) -> VaultLock:
    # a vault that came without the file of its lock is left without it when it does not open
    if not (folder / LOCK_NAME).exists():
        undo.callback((folder / LOCK_NAME).unlink, missing_ok=True)
    lock = VaultLock(folder)
    lock.acquire()
    undo.callback(lock.release)
    return lock


def _database(found: VaultFolder, data_key: bytearray, environment: Environment, ids: IdSource) -> Database:
    key = subkey(data_key, Purpose.DATABASE)
    try:
        return Database.open(
            found.database,
            key,
            vault_id=found.envelope.id,
            device=environment.device,
            clock=environment.clock,
            ids=ids,
        )
    finally:
        wipe(key)
