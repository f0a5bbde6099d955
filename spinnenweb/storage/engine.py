"""Connections to the encrypted file: the recipe of reference/security.md 1.4, with its traps (1.5) closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.storage.faults import blaming, raise_blamed

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

OLDEST_SQLITE = (3, 51, 3)
"""The first version without the WAL-reset bug (reference/security.md 1.1)."""
PLAIN_HEADER = b"SQLite format 3\0"
PAGE_BYTES = 4096
"""One page; a smaller file would open as an empty database (trap 2)."""

_BUSY_SECONDS = 5.0
_QUEUE_SECONDS = 30.0
_PRAGMAS: tuple[str, ...] = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
    "foreign_keys = ON",
    "recursive_triggers = ON",  # so that REPLACE cannot slip past the triggers of the operation log
    "secure_delete = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "cache_size = -65536",
)


def refuse_old_sqlite() -> None:
    """Refuse a library that may damage a file with two connections; a bug in how we were installed."""
    if driver.sqlite_version_info < OLDEST_SQLITE:
        raise RuntimeError("the SQLite inside sqlcipher3 is too old")


def refuse_unencrypted(path: Path) -> None:
    """Refuse a file that is not an encrypted database, before a key is used on it.

    Raises:
        SpinnenwebError: `fault.plaintext`, `fault.empty`, `fault.rights`, `fault.damaged` (it is not there).
    """
    try:
        with path.open("rb") as handle:
            start = handle.read(PAGE_BYTES)
    except PermissionError:
        raise SpinnenwebError("fault.rights") from None
    except OSError:
        raise SpinnenwebError("fault.damaged") from None
    if start.startswith(PLAIN_HEADER):
        raise SpinnenwebError("fault.plaintext")
    if len(start) < PAGE_BYTES:
        raise SpinnenwebError("fault.empty")


def keyed(path: Path, key: bytearray, query: str = "", *, lenient: bool = False) -> driver.Connection:
    """A connection that has its key and no other settings; `query` is the part of a file URI after "?".

    `lenient` reads also a file that is shorter than it says, to save what is left.

    Raises:
        SpinnenwebError: as `blaming`.
    """
    with blaming():
        connection = driver.connect(
            f"{path.absolute().as_uri()}?{query}",
            uri=True,
            timeout=_BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            _give_key(connection, key, lenient=lenient)
        except BaseException:
            connection.close()
            raise
    return connection


def _give_key(connection: driver.Connection, key: bytearray, *, lenient: bool = False) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")
    raw = bytearray(b"x'" + key.hex().encode() + b"'")
    # set_key and not PRAGMA key: the key stays out of SQL text, traces and error messages (trap 3)
    connection.set_key(raw)
    raw[:] = bytes(len(raw))
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise RuntimeError("this SQLite does not encrypt")
    if lenient:
        connection.execute("PRAGMA writable_schema = ON")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _connect(path: Path, key: bytearray, *, new: bool, writing: bool) -> driver.Connection:
    if not new:
        refuse_unencrypted(path)
    connection = keyed(path, key, "mode=rwc" if new else "mode=rw")
    try:
        with blaming():
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}").fetchall()
            if not writing:
                connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def make_engine(path: Path, key: bytearray, *, new: bool = False, writing: bool) -> Engine:
    """An engine that keeps its connections; the key is read when one is made, and not kept as text.

    A writing engine has one connection, and takes the write lock at the start of a transaction, so that it never
    finds out too late that another one wrote. A reading engine never waits for a writer and cannot write; it has
    two connections, so that the window can read while a job reads long.
    """
    engine = create_engine(
        "sqlite+pysqlite://",
        module=driver,
        creator=lambda: _connect(path, key, new=new, writing=writing),
        poolclass=QueuePool,
        pool_size=1 if writing else 2,
        max_overflow=0,
        pool_timeout=_QUEUE_SECONDS,
        hide_parameters=True,
    )
    start = "BEGIN IMMEDIATE" if writing else "BEGIN"

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(start)

    event.listen(engine, "begin", begin)
    event.listen(engine, "handle_error", raise_blamed)
    return engine


def pragma(connection: driver.Connection, name: str) -> str | int | None:
    """The first value a pragma answers, or `None`."""
    row = connection.execute(f"PRAGMA {name}").fetchone()
    value: str | int | None = None if row is None else row[0]
    return value
