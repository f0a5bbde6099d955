"""A package of the Human Services Data Specification as rows by table, whatever form it had on disk."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from spinnenweb.exchange.hsds_shape import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_ROWS = 300_000
"""Rows of a package over all its tables."""
LONGEST_VALUE = 20_000
LONGEST_OTHER = 60_000
"""Characters of a field that is not of the standard, which may hold several things as JSON."""


@dataclass(slots=True)
class HsdsRow:
    """One row: what stands in it by field, empty fields left out, and where it stands."""

    values: dict[str, Any]
    line: int = 0
    file: str = ""

    @property
    def id(self) -> str:
        """Its identifier, or an empty text."""
        return str(self.values.get("id", ""))

    def text(self, name: str) -> str:
        """A field as text."""
        value = self.values.get(name)
        return "" if value is None else str(value)


def _no_rows() -> defaultdict[str, list[HsdsRow]]:
    return defaultdict(list)


@dataclass(slots=True)
class Package:
    """The rows by table, in the order in which they stood."""

    rows: defaultdict[str, list[HsdsRow]] = field(default_factory=_no_rows)

    def of(self, table: str) -> list[HsdsRow]:
        """The rows of one table."""
        return self.rows.get(table, [])

    def add(self, table: str, row: HsdsRow) -> None:
        """Put a row at the end of its table."""
        self.rows[table].append(row)

    def all(self) -> Iterator[tuple[str, HsdsRow]]:
        """Every row with its table, in the order of the tables of the standard."""
        for name in tables():
            for row in self.of(name):
                yield name, row

    def by_id(self, table: str) -> dict[str, HsdsRow]:
        """The rows of one table by identifier."""
        return {row.id: row for row in self.of(table)}

    @property
    def size(self) -> int:
        """How many rows there are."""
        return sum(map(len, self.rows.values()))
