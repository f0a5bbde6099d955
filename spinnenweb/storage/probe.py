"""A look at an encrypted file with its key that changes nothing on disk, whatever it finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.storage.engine import keyed, pragma, refuse_unencrypted
from spinnenweb.storage.faults import blaming
from spinnenweb.storage.migrations.runner import APPLICATION_ID, PROGRAM
from spinnenweb.storage.migrations.step import Format, format_of

if TYPE_CHECKING:
    from pathlib import Path

    import sqlcipher3.dbapi2 as driver

VAULT_ID, OWNER, TEAM = "vault_id", "owner", "team"
"""Names in `app_meta`; they mean the same in every format, also in newer ones."""
AUDIT_KEY = "audit_key"
"""The key of the audit log as hexadecimal digits, in a file that was re-keyed: the log itself stays as it is."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a file says about itself."""

    format: Format
    owner: str
    team: str
    audit_key: bytes = b""


def probe(path: Path, key: bytearray, *, vault_id: str, newest: Format) -> Found:
    """Refuse a file that cannot be used, before anything is written.

    Raises:
        SpinnenwebError: `fault.empty`, `fault.plaintext`, `fault.rights`, `fault.newer` with the `version` of the
            program that is needed, `fault.damaged` (also for the database of another vault).
    """
    refuse_unencrypted(path)
    pending, had_index = _has_pending_writes(path), _beside(path, "-shm").exists()
    # immutable touches no file beside the database, but would not see what waits in the log (trap 8)
    connection = keyed(path, key, "mode=ro" if pending else "mode=ro&immutable=1")
    try:
        with blaming():
            if not pending:
                _refuse_damaged_pages(connection)
            return _read(connection, vault_id, newest)
    finally:
        connection.close()
        if not had_index:
            _beside(path, "-shm").unlink(missing_ok=True)


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _has_pending_writes(path: Path) -> bool:
    log = _beside(path, "-wal")
    return log.exists() and log.stat().st_size > 0


def _refuse_damaged_pages(connection: driver.Connection) -> None:
    # with writes pending this check gives false alarms (trap 5)
    if connection.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
        raise SpinnenwebError("fault.damaged")


def _read(connection: driver.Connection, vault_id: str, newest: Format) -> Found:
    if pragma(connection, "application_id") != APPLICATION_ID:
        raise SpinnenwebError("fault.damaged")
    about = dict(connection.execute("SELECT name, value FROM app_meta").fetchall())
    found = format_of(int(pragma(connection, "user_version") or 0))
    if found.major > newest.major:
        raise SpinnenwebError("fault.newer", version=about.get(PROGRAM, str(found)))
    if about.get(VAULT_ID) != vault_id or not {OWNER, TEAM} <= about.keys():
        raise SpinnenwebError("fault.damaged")
    return Found(found, about[OWNER], about[TEAM], bytes.fromhex(about.get(AUDIT_KEY, "")))
