"""The register of erasures beside the vault: what stays of who was erased, so that no backup brings them back.

`gewist.json` holds marks and dates only. It lies in the vault folder and in every backup; its MAC shows whether
somebody changed it. A mark cannot be made without the key, so those of a changed file do no harm and are used.
"""

from __future__ import annotations

import hmac
import json
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from spinnenweb.domain.bin import BinKind
from spinnenweb.domain.erasure import Erasure, ErasureReason
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.private_files import write_private
from spinnenweb.services.backup_files import ERASED_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from spinnenweb.domain.ids import IdSource
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.unit_of_work import UnitOfWork

MOST_BYTES = 32 * 1024 * 1024
_VERSION = 1


def register_bytes(database: Database) -> bytes:
    """The register of an open vault as a small JSON file."""
    with database.reading() as work:
        about = {"version": _VERSION, "erased": [_written(erasure) for erasure in work.erasures.all()]}
        return json.dumps({**about, "mac": _mac(work, about)}, indent=2).encode()


def write_register(folder: Path, database: Database) -> None:
    """Write the register beside the vault.

    Raises:
        SpinnenwebError: `disk.full`, `disk.failed`, `target.no_rights`.
    """
    write_private(folder / ERASED_NAME, register_bytes(database))


def read_register(folder: Path) -> bytes:
    """The register that lies in a folder; empty when there is none or it cannot be read."""
    try:
        with (folder / ERASED_NAME).open("rb") as handle:
            return handle.read(MOST_BYTES)
    except OSError:
        return b""


def erasures_in(register: bytes) -> tuple[Erasure, ...]:
    """What a register says; what is no erasure is left out, and of no register nothing is left."""
    try:
        lines = json.loads(register)["erased"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return ()
    found = map(_read, lines if isinstance(lines, list) else [])
    return tuple(erasure for erasure in found if erasure is not None)


def is_sound(database: Database, register: bytes) -> bool:
    """Whether a register was written with the key of this vault and not changed since."""
    try:
        about = json.loads(register)
        mac = str(about.pop("mac"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return False
    with database.reading() as work:
        return hmac.compare_digest(_mac(work, about), mac)


def reapply_erasures(database: Database, erasures: Iterable[Erasure]) -> int:
    """Erase again, in a vault that was put back from a backup, what was erased since; how many people and records.

    Raises:
        SpinnenwebError: `disk.full`, `disk.failed`.
    """
    with database.writing() as work:
        work.erasures.add(erasures)
        again = 0
        while (found := next(work.erasures.still_here(BinKind), None)) is not None:
            work.erasures.erase(*found)
            again += 1
        if again:
            work.erasures.leave_scrub()
    if again:
        database.scrub()
    return again


def new_erasure(work: UnitOfWork, ids: IdSource, record_id: str, today: date, reason: ErasureReason) -> Erasure:
    """The erasure of one record, not carried out yet."""
    return Erasure(ids.new(), work.erasures.mark(record_id), today, reason)


def finish_scrub(database: Database) -> None:
    """Wipe leftovers of an erasure that could not be wiped then; on a full disk it waits for the next time."""
    with database.reading() as work:
        waits = work.erasures.needs_scrub()
    if waits:
        with suppress(SpinnenwebError):
            database.scrub()


def _written(erasure: Erasure) -> dict[str, str]:
    return {
        "id": erasure.id,
        "mark": erasure.mark.hex(),
        "on": erasure.erased_on.isoformat(),
        "why": erasure.reason.value,
    }


def _read(line: object) -> Erasure | None:
    if not isinstance(line, dict):
        return None
    try:
        mark = bytes.fromhex(line["mark"])
        return Erasure(str(line["id"]), mark, date.fromisoformat(line["on"]), ErasureReason(line["why"]))
    except (KeyError, TypeError, ValueError):
        return None


def _mac(work: UnitOfWork, about: dict[str, object]) -> str:
    written = json.dumps(about, sort_keys=True, separators=(",", ":"))
    return work.erasures.mark(f"register\0{written}").hex()
