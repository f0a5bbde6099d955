"""Errors of the database, sorted by whose fault they are.

What a person can do something about becomes a `SpinnenwebError`; everything else stays what it was: a bug.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver

from spinnenweb.domain.errors import SpinnenwebError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import ExceptionContext

# Result codes of SQLite (sqlite.org/rescode.html), without their extensions.
_PRIMARY = 0xFF
_CODES = {
    3: "fault.rights",  # PERM
    5: "lock.already_open",  # BUSY
    6: "lock.already_open",  # LOCKED
    8: "fault.rights",  # READONLY
    10: "disk.failed",  # IOERR
    11: "fault.damaged",  # CORRUPT
    13: "disk.full",  # FULL
    14: "fault.rights",  # CANTOPEN
    26: "fault.damaged",  # NOTADB: after a passphrase that fits, the pages are not what they were
}


def blame(error: BaseException | None) -> SpinnenwebError | None:
    """The expected error behind an error of the driver, or `None` when it is a bug."""
    if not isinstance(error, driver.Error):
        return None
    code = _CODES.get(getattr(error, "sqlite_errorcode", 0) & _PRIMARY)
    return None if code is None else SpinnenwebError(code)


@contextmanager
def blaming() -> Iterator[None]:
    """Turn what the driver raises into an expected error where it is one.

    Raises:
        SpinnenwebError: `fault.damaged`, `fault.rights`, `disk.full`, `disk.failed`, `lock.already_open`.
    """
    try:
        yield
    except driver.Error as error:
        expected = blame(error)
        if expected is None:
            raise
        raise expected from None


def raise_blamed(context: ExceptionContext) -> None:
    """The same for statements that run through SQLAlchemy."""
    expected = blame(context.original_exception)
    if expected is not None:
        raise expected from None
