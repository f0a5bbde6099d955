"""A copy of a database under another key: every page read with the one, written with the other.

SQLite's own backup is used and not `sqlcipher_export`: it brings the whole file, with `user_version`, row ids and
the search index, and tells how far it is (reference/security.md 1.3 and 1.5, trap 7).
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.os_errors import VAULT, os_errors
from spinnenweb.security.private_files import sync, sync_folder
from spinnenweb.storage.engine import keyed
from spinnenweb.storage.faults import blaming
from spinnenweb.storage.health import examine
from spinnenweb.storage.probe import AUDIT_KEY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import sqlcipher3.dbapi2 as driver

_PAGES_AT_ONCE = 256
_ABOUT = ("user_version", "application_id", "page_count", "encoding", "auto_vacuum")


def write_with_key(
    source: driver.Connection,
    target: Path,
    key: bytearray,
    audit_key: bytearray,
    progress: Callable[[int, int], None],
) -> None:
    """Fill the empty file `target` with the database of `source` under `key`, check it and bring it to the disk.

    The audit log keeps its own key, which goes along inside the file: its lines, and what was anchored of them
    elsewhere, verify as before.

    Nobody may write through another connection meanwhile. `progress` gets the pages done and the pages in all;
    what it raises ends the copying.

    Raises:
        SpinnenwebError: `disk.full`, `disk.failed`, `fault.rights`, `fault.damaged` (the copy is not the same).
    """
    before = _about(source)
    connection = keyed(target, key, "mode=rw")
    try:
        with blaming():
            source.backup(
                connection,
                pages=_PAGES_AT_ONCE,
                progress=lambda _status, remaining, total: progress(total - remaining, total),
                sleep=0,
            )
            if before != _about(connection):
                raise SpinnenwebError("fault.damaged")
            connection.execute("REPLACE INTO app_meta (name, value) VALUES (?, ?)", (AUDIT_KEY, audit_key.hex()))
    finally:
        connection.close()
    if not examine(target, key).sound:
        raise SpinnenwebError("fault.damaged")
    bring_to_disk(target)


def bring_to_disk(path: Path) -> None:
    """Wait until the disk holds a closed file and its name; `SpinnenwebError` `disk.full`, `disk.failed`."""
    with os_errors(VAULT, path.parent):
        descriptor = os.open(path, os.O_RDWR)
        try:
            sync(descriptor)
        finally:
            os.close(descriptor)
        sync_folder(path.parent)


def _about(connection: driver.Connection) -> list[object]:
    values = [connection.execute(f"PRAGMA {name}").fetchone() for name in _ABOUT]
    tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    names = [row[0] for row in connection.execute(tables)]
    counts = [connection.execute(f'SELECT count(*) FROM "{name}"').fetchone() for name in names]  # noqa: S608
    return [*values, *names, *counts]
