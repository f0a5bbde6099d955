"""Making a file that was saved row by row fit together again: its links and its search index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from spinnenweb.storage import tables

if TYPE_CHECKING:
    from sqlalchemy import Column, Connection, Table


class MendingStore:
    """Finds and loosens links to rows that are not there."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def lost_residents(self) -> tuple[str, ...]:
        """The ids of residents that other rows point at and that are not there."""
        return self._lost(tables.resident.c.id)

    def lost_organisations(self) -> tuple[str, ...]:
        """The same of organisations: without one its offers would go too."""
        return self._lost(tables.organisation.c.id)

    def _lost(self, of: Column[Any]) -> tuple[str, ...]:
        lost: set[str] = set()
        there = select(of)
        for table in tables.metadata.sorted_tables:
            for column in table.c:
                if any(key.column is of for key in column.foreign_keys):
                    pointing = select(column).where(column.is_not(None), column.not_in(there)).distinct()
                    lost |= set(self._connection.scalars(pointing))
        return tuple(sorted(lost))

    def loosen(self) -> int:
        """Take away every link to a row that is not there; where it may not be empty the row goes. How many."""
        return sum(map(self._loosen, tables.metadata.sorted_tables))

    def _loosen(self, table: Table) -> int:
        changed = 0
        for column in table.c:
            for key in column.foreign_keys:
                broken = column.is_not(None) & column.not_in(select(key.column))
                change = table.update().values({column.name: None}) if column.nullable else table.delete()
                changed += self._connection.execute(change.where(broken)).rowcount
        return changed

    def empty_search(self) -> None:
        """Empty the search index; the stores fill it again with `search_anew`."""
        self._connection.exec_driver_sql("DELETE FROM search_text")
        self._connection.exec_driver_sql("DELETE FROM search_line")
