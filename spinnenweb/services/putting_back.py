"""The database of a backup as the next database of a vault: unpacked, brought up to date, checked, on the disk."""

from __future__ import annotations

import re
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.private_files import write_private
from spinnenweb.services.audit import ANCHOR_NAME
from spinnenweb.services.backup_files import ERASED_NAME, unpack_database
from spinnenweb.services.erasures import erasures_in, read_register, reapply_erasures, register_bytes
from spinnenweb.storage.audit_anchor import Hold
from spinnenweb.storage.audit_trail import Entry
from spinnenweb.storage.database import Database
from spinnenweb.storage.rekey import bring_to_disk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from spinnenweb.domain.ids import IdSource
    from spinnenweb.services.backup_files import BackupFile
    from spinnenweb.services.environment import Environment

Beside = dict[str, bytes]
"""Files beside the database, by name."""
WAITING_ANCHOR = "anker.nieuw.json"
_NUMBERED = re.compile(r"dossier-(?P<number>[1-9][0-9]{0,8})\.")


def fresh_name(folder: Path, after: int = 0) -> str:
    """The name of a database that is not in a folder, nor anything beside one of that name."""
    found = (_NUMBERED.match(path.name) for path in folder.iterdir())
    taken = [int(match["number"]) for match in found if match]
    return f"dossier-{max([*taken, after]) + 1}.db"


def put_back(
    backup: BackupFile,
    target: Path,
    key: bytearray,
    erased: Iterable[bytes],
    environment: Environment,
    ids: IdSource,
) -> Beside:
    """Make `target` from a backup; give what has to lie beside it. When it fails, nothing of it is left.

    Who was erased since the backup was made is erased from it again; `erased` are the files that say who.

    Raises:
        SpinnenwebError: `backup.unreadable`, `fault.damaged` (it is not sound), `fault.newer`, `disk.full`,
            `disk.failed`.
    """
    try:
        unpack_database(backup, target)
        beside = _bring_up_to_date(backup, target, key, erased, environment, ids)
        for copy in target.parent.glob(f"{target.stem}.voor-*.db"):
            copy.unlink()
        bring_to_disk(target)
    except BaseException:
        remove_database(target)
        raise
    return beside


def _bring_up_to_date(
    backup: BackupFile,
    target: Path,
    key: bytearray,
    erased: Iterable[bytes],
    environment: Environment,
    ids: IdSource,
) -> Beside:
    database = Database.open(
        target,
        key,
        vault_id=backup.envelope.id,
        device=environment.device,
        clock=environment.clock,
        ids=ids,
    )
    try:
        for marks in erased:
            reapply_erasures(database, erasures_in(marks))
        with database.writing() as work:
            work.audit.note(Entry(AuditKind.RESTORED))
        if not database.check().sound:
            raise SpinnenwebError("fault.damaged")
        with database.reading() as work:
            anchor = work.audit.anchor(environment.clock.now())
        return {ANCHOR_NAME: anchor, ERASED_NAME: register_bytes(database)}
    finally:
        database.close()


@contextmanager
def changing_over(folder: Path, beside: Beside) -> Iterator[None]:
    """Around the replacing of the envelope: let what lies beside follow, whenever the power goes.

    The new anchor waits under a name of its own, as until that moment the former log holds to the former one.
    """
    write_private(folder / WAITING_ANCHOR, beside[ANCHOR_NAME])
    yield
    for name, data in beside.items():
        write_private(folder / name, data)
    (folder / WAITING_ANCHOR).unlink(missing_ok=True)


def take_waiting_anchor(folder: Path, database: Database) -> None:
    """At opening: finish a change that was killed halfway; an anchor of another log is thrown away."""
    waiting = folder / WAITING_ANCHOR
    with suppress(OSError, SpinnenwebError):
        anchor = waiting.read_bytes()
        with database.reading() as work:
            holds = work.audit.hold(anchor) is Hold.GOOD
        if holds:
            write_private(folder / ANCHOR_NAME, anchor)
        waiting.unlink()


def erased_since(folder: Path, backup: BackupFile) -> list[bytes]:
    """The registers of erasures that hold for a backup: its own, and that of the vault it goes into."""
    found = [backup.beside[ERASED_NAME]] if ERASED_NAME in backup.beside else []
    return [*found, read_register(folder)]


def remove_database(path: Path) -> None:
    """Remove a database with what SQLite and a migration leave beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    for copy in path.parent.glob(f"{path.stem}.voor-*.db"):
        copy.unlink(missing_ok=True)
