"""Saving what can be read of a damaged vault into a new one beside it; the damaged one is not touched."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.ids import IdSource
from spinnenweb.domain.residents import Resident
from spinnenweb.domain.social_map import Organisation
from spinnenweb.security.envelope import ENVELOPE_NAME, FORMER_NAME, envelope_bytes, read_envelope
from spinnenweb.security.keys import Purpose, subkey, wipe
from spinnenweb.security.os_errors import VAULT, os_errors
from spinnenweb.security.private_files import write_private, write_private_folder
from spinnenweb.security.vault_lock import VaultLock
from spinnenweb.services.audit import ANCHOR_NAME
from spinnenweb.services.backup_files import ERASED_NAME
from spinnenweb.services.erasures import erasures_in, read_register, reapply_erasures, register_bytes
from spinnenweb.services.series_seal import SEAL_NAME
from spinnenweb.storage.audit_trail import Entry
from spinnenweb.storage.database import Database
from spinnenweb.storage.identity import Identity
from spinnenweb.storage.salvage import TableCount, salvage_rows, say_whose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from spinnenweb.security.envelope import Envelope
    from spinnenweb.services.environment import Environment
    from spinnenweb.storage.record_store import RecordStore
    from spinnenweb.storage.unit_of_work import UnitOfWork

SAVED = "gered"
"""In the audit log: put back from what could be read, and not from a backup."""
STAND_IN = "GERED-"
"""How the codes of cards begin that stand in for residents whose own card could not be read."""
_COPY = "bron.db"
SHOWN_TABLES = (
    "resident",
    "conversation",
    "draft",
    "consent",
    "goal",
    "goal_step",
    "look_back",
    "follow_up",
    "short_contact",
    "meeting",
    "village",
    "organisation",
    "offer",
    "handover",
)
"""The tables a worker knows; all others are counted together."""


@dataclass(frozen=True, slots=True)
class SalvageReport:
    """What was saved.

    Attributes:
        folder: the new vault; what opens the damaged one opens it too.
        tables: of every table the rows that were saved and those known to be lost.
        stand_ins: how many cards with only a code stand in for a card that could not be read.
    """

    folder: Path
    tables: tuple[TableCount, ...]
    stand_ins: int

    @property
    def lost(self) -> int:
        """All rows known to be lost."""
        return sum(table.lost for table in self.tables)


def free_folder(damaged: Path) -> Path:
    """A name beside the damaged vault that is not taken yet."""
    stem = damaged.name.removesuffix(".vault")
    names = (f"{stem}-gered{number}.vault" for number in ("", *range(2, 1000)))
    return next(damaged.parent / name for name in names if not os.path.lexists(damaged.parent / name))


def salvage(
    damaged: Path, unwrap: Callable[[Envelope], bytearray], target: Path, environment: Environment
) -> SalvageReport:
    """Save every row that can be read into a new vault; takes minutes for a large one.

    Raises:
        SpinnenwebError: `salvage.nothing` (neither envelope nor tables can be read), `fault.passphrase`,
            `key.form`, `key.check`, `key.wrong`, `lock.already_open`, `target.exists`, `disk.full`, `disk.failed`.
    """
    envelope = _envelope(damaged)
    data_key = unwrap(envelope)
    try:
        with VaultLock(damaged), write_private_folder(target) as part:
            tables, stand_ins = _fill(damaged, part, envelope, data_key, environment)
    finally:
        wipe(data_key)
    return SalvageReport(target, tables, stand_ins)


def write_report(target: Path, lines: Iterable[str]) -> None:
    """Write what was saved as a text that anybody may read: counts only.

    Raises:
        SpinnenwebError: `target.missing`, `target.no_rights`, `disk.full`, `disk.failed`.
    """
    write_private(target, "".join(f"{line}\n" for line in lines).encode())


def _envelope(damaged: Path) -> Envelope:
    for name in (ENVELOPE_NAME, FORMER_NAME):
        with suppress(SpinnenwebError):
            return read_envelope(damaged, name)
    raise SpinnenwebError("salvage.nothing")


def _fill(
    damaged: Path, part: Path, envelope: Envelope, data_key: bytearray, environment: Environment
) -> tuple[tuple[TableCount, ...], int]:
    copy, target = part / _COPY, part / envelope.database
    _copy(damaged, envelope.database, copy)
    key = subkey(data_key, Purpose.DATABASE)
    ids = IdSource(environment.clock)
    try:
        tables = salvage_rows(copy, key, target)
        say_whose(target, key, envelope.id, Identity(environment.device, owner=ids.new(), team=ids.new()))
        stand_ins = _mend(damaged, target, envelope, key, environment, ids)
    finally:
        wipe(key)
    for left in (*part.glob(f"{_COPY}*"), *part.glob(f"{target.stem}.voor-*.db")):
        left.unlink()
    write_private(part / ENVELOPE_NAME, envelope_bytes(envelope))
    # when a part of the series was lost, it can be taken from here
    with suppress(OSError):
        write_private(part / SEAL_NAME, (damaged / SEAL_NAME).read_bytes())
    with VaultLock(part):
        pass
    return tables, stand_ins


def _copy(damaged: Path, name: str, copy: Path) -> None:
    with os_errors(VAULT, damaged):
        for suffix in ("", "-wal"):
            source = damaged / f"{name}{suffix}"
            if suffix == "" or source.exists():
                shutil.copyfile(source, copy.with_name(copy.name + suffix))
                copy.with_name(copy.name + suffix).chmod(0o600)


def _mend(
    damaged: Path, target: Path, envelope: Envelope, key: bytearray, environment: Environment, ids: IdSource
) -> int:
    database = Database.open(
        target, key, vault_id=envelope.id, device=environment.device, clock=environment.clock, ids=ids
    )
    try:
        with database.writing() as work:
            stand_ins = _fit_together(work)
        reapply_erasures(database, erasures_in(read_register(damaged)))
        if not database.check().sound:
            raise SpinnenwebError("salvage.nothing")
        with database.reading() as work:
            anchor = work.audit.anchor(environment.clock.now())
        write_private(target.parent / ANCHOR_NAME, anchor)
        write_private(target.parent / ERASED_NAME, register_bytes(database))
    finally:
        database.close()
    return stand_ins


def _fit_together(work: UnitOfWork) -> int:
    lost = work.mending.lost_residents()
    for number, resident_id in enumerate(lost, 1):
        work.residents.add(Resident(resident_id, f"{STAND_IN}{number}", ""))
    for number, organisation_id in enumerate(work.mending.lost_organisations(), 1):
        work.organisations.add(Organisation(organisation_id, f"{STAND_IN}{number}"))
    work.mending.loosen()
    work.mending.empty_search()
    searched: tuple[RecordStore[Any], ...] = (
        *(work.residents, work.conversations, work.goals, work.steps),
        *(work.look_backs, work.follow_ups, work.contacts, work.meetings),
        *(work.organisations, work.offers, work.contact_persons, work.organisation_talks),
        *(work.handovers, work.choices, work.signal_follow_ups),
    )
    for store in searched:
        store.search_anew()
    work.audit.note(Entry(AuditKind.RESTORED, detail=SAVED))
    return len(lost)
