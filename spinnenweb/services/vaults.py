"""Vaults: make one, open one."""

from __future__ import annotations

import os
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.ids import IdSource
from spinnenweb.domain.residents import Village
from spinnenweb.domain.settings import WorkSettings
from spinnenweb.domain.start_file import StartFile
from spinnenweb.security import recovery_code
from spinnenweb.security.envelope import (
    FLOOR,
    Envelope,
    create,
    open_with_passphrase,
    open_with_recovery,
    settle_former,
    with_organisation,
    write_envelope,
)
from spinnenweb.security.envelope import open_with_organisation as unwrap_with_identity
from spinnenweb.security.keys import Purpose, subkey, wipe
from spinnenweb.security.organisation import MAX_IDENTITY_BYTES
from spinnenweb.security.private_files import write_private_folder
from spinnenweb.security.slots import SlotKind as WayIn
from spinnenweb.security.vault_folder import VaultFolder, examine, remove_unnamed_databases
from spinnenweb.security.vault_lock import LOCK_NAME, VaultLock
from spinnenweb.services.cards import cleaned_village_name
from spinnenweb.services.keys import KEY_GRACE
from spinnenweb.services.passphrases import (
    passphrase_cost,
    passphrase_too_weak,
    propose_passphrase,
    refuse_weak,
)
from spinnenweb.services.putting_back import take_waiting_anchor
from spinnenweb.services.series_seal import settle_series
from spinnenweb.services.settings import cleaned_settings
from spinnenweb.services.unlock_attempts import remember_failure
from spinnenweb.services.vault_places import refuse_place
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
    "has_organisation_key",
    "open_vault",
    "open_with_key",
    "open_with_organisation",
    "passphrase_too_weak",
    "propose_passphrase",
]

_WRONG_SECRET = ("fault.passphrase", "key.wrong", "organisation.wrong")


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """What a new vault has to know; with `None` no village is made, as an import brings its own.

    `start` is the start file of the organisation; what stands beside it here was typed and goes before it.
    """

    organisation: str
    worker: str
    village: str | None
    backup_place: str = ""
    start: StartFile | None = None


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
            (no folder to make it in), `target.no_rights`, `disk.full`, `organisation.recipient` (the key in the
            start file is none), `vault.place_synced`, `vault.place_network` (not a folder of this laptop).
    """
    emergency_key, data_key = _make(folder, passphrase, first, environment, demo=demo)
    return NewVault(_open(folder, environment, WayIn.PASSPHRASE, lambda _envelope: data_key), emergency_key)


def _make(
    folder: Path, passphrase: str, first: FirstSteps, environment: Environment, *, demo: bool
) -> tuple[str, bytearray]:
    """Its emergency key and its data key, which whoever opens it wipes."""
    if os.path.lexists(folder):
        raise SpinnenwebError("vault.exists", path=str(folder))
    refuse_place(folder)
    if not demo:
        refuse_weak(passphrase, environment, _names(first))
    emergency_key = recovery_code.new_code()
    # whoever reads the demo's password in the manual needs no second to guess it
    cost = environment.cost or FLOOR if demo else passphrase_cost(environment)
    envelope, data_key = create(passphrase, emergency_key, cost, now=environment.clock.now())
    with ExitStack() as undo:
        undo.callback(wipe, data_key)
        if first.start is not None and first.start.public_key:
            envelope = with_organisation(envelope, data_key, first.start.public_key)
        with write_private_folder(folder) as part:
            _fill(part, envelope, data_key, first, environment, demo=demo)
        undo.pop_all()
    return emergency_key, data_key


def open_vault(folder: Path, passphrase: str, environment: Environment) -> Workspace:
    """Open a vault; takes about a second.

    When it cannot be opened, nothing in it has changed; a wrong passphrase is counted beside it.

    Raises:
        SpinnenwebError: `fault.passphrase`, `fault.plaintext`, `fault.empty`, `fault.damaged`, `fault.newer`,
            `fault.rights`, `vault.missing`, `lock.already_open`, `memory.full`, `disk.full`; `vault.place_synced`
            and `vault.place_network` before anything is opened (see `moving`).
    """
    unwrap = partial(open_with_passphrase, passphrase=passphrase)
    return _open(folder, environment, WayIn.PASSPHRASE, unwrap)


def open_with_key(folder: Path, emergency_key: str, environment: Environment) -> Workspace:
    """The same with the emergency key of the paper.

    Raises:
        SpinnenwebError: `key.form`, `key.check` (typing mistakes), `key.wrong`, and as `open_vault`.
    """
    return _open(folder, environment, WayIn.RECOVERY, partial(open_with_recovery, code=emergency_key))


def open_with_organisation(folder: Path, identity: Path, environment: Environment) -> Workspace:
    """The same with the identity file of the organisation, where the vault was made for that.

    Raises:
        SpinnenwebError: `organisation.none` (this vault was not), `organisation.identity` (no identity in that
            file, or no such file), `organisation.wrong` (of another organisation), and as `open_vault`.
    """
    written = _identity(identity)
    return _open(folder, environment, WayIn.ORGANISATION, partial(unwrap_with_identity, identity_file=written))


def has_organisation_key(folder: Path) -> bool:
    """Whether an organisation can open this vault, as far as can be seen from outside."""
    with suppress(SpinnenwebError):
        return examine(folder).envelope.organisation is not None
    return False


def _identity(file: Path) -> bytes:
    try:
        with file.open("rb") as handle:
            return handle.read(MAX_IDENTITY_BYTES)
    except OSError:
        raise SpinnenwebError("organisation.identity") from None


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
    settle_former(part, envelope)
    with VaultLock(part):
        pass


def _write_first_steps(
    database: Database, ids: IdSource, first: FirstSteps, environment: Environment, *, demo: bool
) -> None:
    villages = _villages(first, ids)
    settings = _settings(first, environment, demo=demo)
    own = [village for village in villages if first.village is None or _same_name(village.name, first.village)]
    with database.writing() as work:
        for village in villages:
            work.villages.add(village)
        work.settings.put(replace(cleaned_settings(settings), village_id=own[0].id if len(own) == 1 else None))


def _villages(first: FirstSteps, ids: IdSource) -> list[Village]:
    given = first.start.villages if first.start else ()
    villages = [Village(ids.new(), cleaned_village_name(one.name), one.cbs_codes) for one in given]
    typed = None if first.village is None else cleaned_village_name(first.village)
    if typed is not None and not any(_same_name(village.name, typed) for village in villages):
        villages.append(Village(ids.new(), typed))
    return villages


def _same_name(one: str, other: str) -> bool:
    return one.casefold() == " ".join(other.split()).casefold()


def _settings(first: FirstSteps, environment: Environment, *, demo: bool) -> WorkSettings:
    # an organisation that can open the vault is a second way in already: then paper is a choice
    start = first.start
    has_way_in = demo or (start is not None and bool(start.public_key))
    due = None if has_way_in else environment.clock.today() + KEY_GRACE
    plain = WorkSettings(
        organisation=first.organisation,
        worker=first.worker,
        key_due=due,
        backup_place=first.backup_place,
        demo=demo,
    )
    if start is None:
        return plain
    return replace(
        plain,
        organisation=first.organisation or start.organisation,
        backup_place=first.backup_place or start.backup_place,
        languages=start.languages,
        retention=start.retention,
        idle=start.idle,
        urgent_numbers=start.urgent_numbers,
        rules_by=start.organisation,
        key_of=start.organisation if start.public_key else "",
    )


def _names(first: FirstSteps) -> tuple[str, ...]:
    start = first.start or StartFile("")
    villages = [village.name for village in start.villages]
    return (first.organisation, first.worker, first.village or "", start.organisation, *villages)


def _open(
    folder: Path, environment: Environment, way: WayIn, unwrap: Callable[[Envelope], bytearray]
) -> Workspace:
    if folder.is_dir():
        refuse_place(folder)
    examine(folder)
    with ExitStack() as undo:
        lock = _locked(folder, undo)
        # looked at again under the lock: another program may have replaced the envelope in between
        found = examine(folder)
        data_key = _unwrapped(found, unwrap, environment)
        undo.callback(wipe, data_key)
        ids = IdSource(environment.clock)
        database = _database(found, data_key, environment, ids)
        undo.callback(database.close)
        if found.from_spare:
            write_envelope(folder, found.envelope)
        remove_unnamed_databases(folder, found.envelope)
        settle_former(folder, found.envelope)
        take_waiting_anchor(folder, database)
        database.take_ballast()
        settle_series(folder, database, data_key)
        undo.pop_all()
    workspace = Workspace(
        Opened(folder, found.envelope, data_key, lock, database, ids, environment, way, found.from_spare)
    )
    workspace.audit.opened(way.value)
    workspace.bin.tidy_quietly()
    return workspace


def _unwrapped(found: VaultFolder, unwrap: Callable[[Envelope], bytearray], environment: Environment) -> bytearray:
    try:
        return unwrap(found.envelope)
    except SpinnenwebError as error:
        if error.code in _WRONG_SECRET:
            remember_failure(found.root, environment.clock.now())
        raise


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
