"""The sealed copy of the series beside the database: by it an older database that was put back is noticed.

The file `grootboek` has one readable line, which says how far the series was, and under it the whole series under
a key of its own. It is written after every release; at opening and closing when it is behind. It is light on
purpose: it runs at every opening.
"""

from __future__ import annotations

import hmac
import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.keys import Purpose, subkey, wipe
from spinnenweb.security.locked_bytes import lock_bytes, unlock_bytes
from spinnenweb.security.private_files import part_path, write_private
from spinnenweb.storage.audit_trail import Entry
from spinnenweb.storage.series_store import Head

if TYPE_CHECKING:
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.unit_of_work import UnitOfWork

SEAL_NAME = "grootboek"
MOST_BYTES = 512 * 1024 * 1024
_VERSION = 1
KIND = "cijfers"
"""What the audit log calls a release, with its number behind it."""


@dataclass(frozen=True, slots=True)
class Seal:
    """A sealed copy: how far the series was, a fingerprint of its key, and the locked series (perhaps none)."""

    head: Head
    key: str
    about: bytes
    locked: bytes


def read_seal(folder: Path, work: UnitOfWork) -> Seal | None:
    """The sealed copy of a vault; `None` when there is none, or one that this vault did not write."""
    try:
        with (folder / SEAL_NAME).open("rb") as handle:
            about, _, locked = handle.read(MOST_BYTES).partition(b"\n")
        told = json.loads(about)
        mac = str(told.pop("mac"))
        seal = Seal(Head(int(told["nummer"]), str(told["manifest"])), str(told["sleutel"]), about, locked)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return seal if hmac.compare_digest(_mac(work, told), mac) else None


def is_ahead(seal: Seal | None, work: UnitOfWork) -> bool:
    """Whether the sealed copy knows a release that this file does not know, or another one."""
    if seal is None or seal.head.number == 0:
        return False
    known = {each.number: each.manifest for each in work.series.releases()}
    return known.get(seal.head.number) != seal.head.manifest


def write_seal(folder: Path, database: Database, data_key: bytearray) -> None:
    """Write the sealed copy of the series as it is now.

    Raises:
        SpinnenwebError: `disk.full`, `disk.failed`, `target.no_rights`.
    """
    key = subkey(data_key, Purpose.LEDGER)
    try:
        with database.reading() as work:
            about = _about(work, work.series.head(), _print_of(key))
            locked = lock_bytes(key, work.series.copy(), about)
        write_private(folder / SEAL_NAME, about + b"\n" + locked)
        with database.writing() as work:
            work.series.sealed()
    finally:
        wipe(key)


def empty_seal(folder: Path, database: Database) -> None:
    """Take the series out of the sealed copy when somebody was erased; how far it was stays.

    Raises:
        SpinnenwebError: `disk.full`, `disk.failed`, `target.no_rights`.
    """
    with database.reading() as work:
        seal = read_seal(folder, work) if work.series.seal_is_due() else None
    if seal is not None:
        write_private(folder / SEAL_NAME, seal.about + b"\n")


def series_in(seal: Seal, data_key: bytearray) -> bytes | None:
    """The series in a sealed copy, as `SeriesStore.take` wants it; `None` when this key does not open it."""
    key = subkey(data_key, Purpose.LEDGER)
    try:
        return unlock_bytes(key, seal.locked, seal.about)
    finally:
        wipe(key)


def settle_series(folder: Path, database: Database, data_key: bytearray) -> None:
    """At opening and closing: finish or drop a release that was killed, and bring the sealed copy up to date.

    Never keeps anybody from opening: on a full disk it waits for the next time.
    """
    with suppress(SpinnenwebError, OSError):
        settle_pending(database)
        with database.reading() as work:
            head, due = work.series.head(), work.series.seal_is_due()
            seal = read_seal(folder, work)
            behind = head.number > 0 and (due or seal is None or seal.head != head)
            foreign = seal is not None and seal.key != _key_print(data_key)
            ahead = is_ahead(seal, work) or not work.series.is_whole()
        if (behind or (foreign and head.number > 0)) and not ahead:
            write_seal(folder, database, data_key)


def settle_pending(database: Database, *, given_out: bool = False) -> None:
    """Finish a release whose folder stands, and drop one that never got its folder.

    Where neither the folder nor its half is found, somebody may have taken the folder away: then it counts as
    given out, as soon as the place where it was made can be seen or with `given_out`. The same files can be made
    again.

    Raises:
        SpinnenwebError: `disk.full`, `disk.failed`.
    """
    with database.reading() as work:
        pending = work.series.pending()
    if pending is None:
        return
    folder = Path(pending.folder)
    dropped = not folder.is_dir() and part_path(folder).is_dir()
    if not (dropped or folder.is_dir() or folder.parent.is_dir() or given_out):
        return
    with database.writing() as work:
        if dropped:
            work.series.drop(pending.number)
        else:
            finish_release(work, pending.number)
    if dropped:
        _remove_half(part_path(folder))


def finish_release(work: UnitOfWork, number: int) -> None:
    """The folder of a release stands: say so in the log."""
    work.series.finish(number)
    work.audit.note(Entry(AuditKind.EXPORTED, detail=f"{KIND} {number}"))


def _remove_half(part: Path) -> None:
    with suppress(OSError):
        for path in part.iterdir():
            path.unlink()
        part.rmdir()


def _about(work: UnitOfWork, head: Head, key: str) -> bytes:
    told = {"versie": _VERSION, "nummer": head.number, "manifest": head.manifest, "sleutel": key}
    return json.dumps({**told, "mac": _mac(work, told)}).encode()


def _mac(work: UnitOfWork, told: dict[str, object]) -> str:
    return work.series.mark(f"seal\0{json.dumps(told, sort_keys=True)}")


def _key_print(data_key: bytearray) -> str:
    key = subkey(data_key, Purpose.LEDGER)
    try:
        return _print_of(key)
    finally:
        wipe(key)


def _print_of(key: bytearray) -> str:
    return hmac.digest(bytes(key), b"which", "sha256").hex()[:16]
