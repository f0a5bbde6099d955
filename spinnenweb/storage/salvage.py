"""Saving row by row what can still be read of a damaged file into a new one (reference/security.md 5).

After one damaged page a connection calls healthy tables damaged too, so after every failure a new one goes on
(1.5, trap 4). Which rows there were is told by the indexes as well, which lie on other pages than the rows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import sqlcipher3.dbapi2 as driver

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.storage.engine import keyed, make_engine, pragma
from spinnenweb.storage.faults import blaming
from spinnenweb.storage.migrations import STEPS
from spinnenweb.storage.migrations.runner import run
from spinnenweb.storage.migrations.step import Format, format_of
from spinnenweb.storage.probe import OWNER, TEAM, VAULT_ID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from spinnenweb.storage.identity import Identity

A = TypeVar("A")

_AT_ONCE = 256
_WIDEST_GAP = 5000
"""Row numbers between the last that can be counted from the front and from the back; beyond it none is tried."""
_REBUILT = ("search_line",)
"""Tables that follow from the others."""
_OWN_TABLES = """
SELECT name FROM sqlite_schema
WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite_%'
    AND name NOT LIKE 'search_text%'
"""


@dataclass(frozen=True, slots=True)
class TableCount:
    """Of one table how many rows were saved, and how many are known to be lost."""

    table: str
    kept: int
    lost: int


@dataclass
class _Source:
    """The damaged file; `ask` makes a new connection after every failure."""

    path: Path
    key: bytearray
    _connection: driver.Connection | None = field(default=None, init=False)

    def ask(self, question: Callable[[driver.Connection], A]) -> A | None:
        """An answer, or `None` when the file cannot give it."""
        try:
            with blaming():
                if self._connection is None:
                    self._connection = keyed(self.path, self.key, "mode=rw", lenient=True)
                return question(self._connection)
        except SpinnenwebError as error:
            self.close()
            if error.code not in ("fault.damaged", "disk.failed"):
                raise
            return None
        except (UnicodeDecodeError, driver.Error):
            self.close()
            return None

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def salvage_rows(damaged: Path, key: bytearray, target: Path) -> tuple[TableCount, ...]:
    """Fill a new file with every row that can be read, in the format of the damaged one; the counts per table.

    `damaged` must be a copy: a log beside it may be read into it. The search index is left empty.

    Raises:
        SpinnenwebError: `salvage.nothing` (not even the names of the tables can be read), `fault.newer`,
            `disk.full`, `disk.failed`.
    """
    source = _Source(damaged, key)
    try:
        found = source.ask(_format)
        names = source.ask(lambda one: [str(row[0]) for row in one.execute(_OWN_TABLES)])
        if found is None or not names:
            raise SpinnenwebError("salvage.nothing")
        if found.major > STEPS[-1].info.to.major:
            raise SpinnenwebError("fault.newer", version=str(found))
        _make(target, key, found)
        return _copy_all(source, names, target, key)
    finally:
        source.close()


def say_whose(target: Path, key: bytearray, vault_id: str, otherwise: Identity) -> None:
    """Write in a saved file which vault it is of, where that was lost too."""
    about = {VAULT_ID: vault_id, OWNER: otherwise.owner, TEAM: otherwise.team}
    connection = keyed(target, key, "mode=rw")
    try:
        with blaming():
            connection.executemany("INSERT OR IGNORE INTO app_meta (name, value) VALUES (?, ?)", [*about.items()])
    finally:
        connection.close()


def _format(connection: driver.Connection) -> Format:
    return format_of(int(pragma(connection, "user_version") or 0))


def _make(target: Path, key: bytearray, to: Format) -> None:
    engine = make_engine(target, key, new=True, writing=True)
    try:
        run(engine, [step for step in STEPS if step.info.to <= to])
    finally:
        engine.dispose()


def _copy_all(source: _Source, names: Iterable[str], target: Path, key: bytearray) -> tuple[TableCount, ...]:
    with blaming():
        new = keyed(target, key, "mode=rw")
        try:
            new.execute("PRAGMA foreign_keys = OFF")
            new.execute("BEGIN IMMEDIATE")
            known = {str(row[0]) for row in new.execute(_OWN_TABLES)}
            counts = [_copy(source, name, new) for name in sorted(known & {*names}) if name not in _REBUILT]
            new.execute("COMMIT")
        finally:
            new.close()
    return tuple(counts)


def _copy(source: _Source, table: str, new: driver.Connection) -> TableCount:
    columns = [str(row[1]) for row in new.execute(f'PRAGMA table_info("{table}")')]
    listed = ", ".join(f'"{column}"' for column in columns)
    # names of tables and columns are those of our own migrations, never what somebody typed
    insert = f'INSERT OR REPLACE INTO "{table}" ({listed}) VALUES ({", ".join("?" * len(columns))})'  # noqa: S608
    numbers = _row_numbers(source, table)
    kept = 0
    for rows in _readable(source, table, listed, numbers.there | numbers.perhaps):
        new.executemany(insert, rows)
        kept += len(rows)
    known_there = max(len(numbers.there), kept)
    return TableCount(table, kept, known_there - kept)


@dataclass(frozen=True, slots=True)
class _Numbers:
    """Row numbers that an index or the table itself tells of, and those in between that may have been."""

    there: frozenset[int]
    perhaps: frozenset[int]


def _row_numbers(source: _Source, table: str) -> _Numbers:
    front = _scan(source, table, "NOT INDEXED", "ASC")
    there, complete = set(front.found), front.whole
    if not complete:
        back = _scan(source, table, "NOT INDEXED", "DESC")
        there |= back.found
        for index in _indexes(source, table):
            scan = _scan(source, table, f'INDEXED BY "{index}"', "ASC")
            there |= scan.found
            complete = complete or scan.whole
    perhaps = set() if complete else _gap(front.found, there)
    return _Numbers(frozenset(there), frozenset(perhaps - there))


def _gap(front: set[int], there: set[int]) -> set[int]:
    first = max(front, default=0) + 1
    return set(range(first, min(max(there, default=first), first + _WIDEST_GAP) + 1))


@dataclass(frozen=True, slots=True)
class _Scan:
    found: set[int]
    whole: bool


def _scan(source: _Source, table: str, by: str, order: str) -> _Scan:
    found: set[int] = set()

    def read(connection: driver.Connection) -> bool:
        # over an index the order is that of the index, which costs no sorting
        ordered = f"ORDER BY rowid {order}" if by == "NOT INDEXED" else ""
        for row in connection.execute(f'SELECT rowid FROM "{table}" {by} {ordered}'):  # noqa: S608
            found.add(int(row[0]))
        return True

    whole = source.ask(read) is True
    return _Scan(found, whole)


def _indexes(source: _Source, table: str) -> list[str]:
    def names(connection: driver.Connection) -> list[str]:
        # column 4 says whether the index holds only some of the rows
        return [str(row[1]) for row in connection.execute(f'PRAGMA index_list("{table}")') if not row[4]]

    return source.ask(names) or []


def _all(connection: driver.Connection, query: str) -> list[Any]:
    return list(connection.execute(query))


def _readable(source: _Source, table: str, listed: str, numbers: Iterable[int]) -> Iterator[list[Any]]:
    """Rows that can be read, in batches; a batch that cannot is halved until the bad rows are alone."""
    ordered = sorted(numbers)
    waiting = [ordered[start : start + _AT_ONCE] for start in range(0, len(ordered), _AT_ONCE)][::-1]
    while waiting:
        batch = waiting.pop()
        places = ", ".join(map(str, batch))
        query = f'SELECT {listed} FROM "{table}" NOT INDEXED WHERE rowid IN ({places})'  # noqa: S608
        rows = source.ask(partial(_all, query=query))
        if rows is not None:
            yield rows
        elif len(batch) > 1:
            middle = len(batch) // 2
            waiting += [batch[middle:], batch[:middle]]
