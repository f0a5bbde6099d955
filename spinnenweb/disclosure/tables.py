"""The tables of a release: rows that may leave the house, and beside them what only the worker sees."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from spinnenweb.domain.releases import RowStatus

ALL_AGES = "totaal"
"""In the column `leeftijdsgroep` of a village's own row."""


class Why(StrEnum):
    """Why a figure is not given. For the worker's screen only, never in a file."""

    NO_SNAPSHOT = "no_snapshot"
    FEW = "few"
    SMALL_GROUP = "small_group"
    MANY = "many"
    EXTREME = "extreme"
    DERIVED = "derived"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file. `value` and `step` are `None` when hidden; `snapshot` is `YYYY-MM` or empty."""

    village: str
    age_group: str
    item: str
    value: Decimal | None
    step: Decimal | None
    status: RowStatus
    snapshot: str


@dataclass(frozen=True, slots=True)
class Table:
    """A file in the making. `measure` is `aantal`, `gemiddelde` or `verandering`.

    `item_column` is empty for `personen`; `dimensie;klasse` are two columns, and the item of a row then
    holds both: `LF:0-4`.
    """

    name: str
    item_column: str
    measure: str
    rows: tuple[Row, ...]

    @property
    def item_columns(self) -> tuple[str, ...]:
        """The columns of the item, none for `personen`."""
        return tuple(self.item_column.split(";")) if self.item_column else ()

    def items_of(self, row: Row) -> tuple[str, ...]:
        """The item of a row, a cell for each of the item columns."""
        columns = len(self.item_columns)
        return tuple(row.item.split(":", columns - 1)) if columns else ()


@dataclass(frozen=True, slots=True)
class Hidden:
    """Why one row of a table is hidden, and from how many residents it will be enough (`None`: not by number)."""

    table: str
    village: str
    age_group: str
    item: str
    why: Why
    enough_from: int | None
