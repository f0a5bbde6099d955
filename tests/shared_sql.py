"""Statements are turned into SQL once for all vaults of a test run.

SQLAlchemy keeps what it made of a statement with the engine, and the program has one vault for as long as it runs.
The tests open thousands, each of which would make the same few hundred statements again: a third of their time.
What is shared is text that follows from the statement alone; connections, values and results never are.
"""

from __future__ import annotations

from typing import Any, cast

from sqlalchemy import Engine
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

MOST_STATEMENTS = 4_000


def share() -> None:
    """Let every engine of this process keep its SQL in one place."""
    made: LRUCache[Any, Any] = LRUCache(MOST_STATEMENTS)
    engine, dialect = cast("Any", Engine), cast("Any", SQLiteDialect_pysqlite)
    engine._compiled_cache = property(lambda _: made, lambda _, _own: None)
    # what was made is kept by dialect, and those of two vaults differ in nothing
    dialect.__hash__ = lambda self: hash(type(self))
    dialect.__eq__ = lambda self, other: type(self) is type(other)
