"""What the attackers share: which figures speak about which persons."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tests.attacks.bounds import narrowed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.attacks.series import Cell, Series

Known = dict[int, tuple[float, float]]
"""Per set of measurements between which sums the truth lies."""


class Item(NamedTuple):
    """All figures of one theme, topic, signal, stage or mark."""

    key: str
    cells: tuple[Cell, ...]

    @property
    def is_mean(self) -> bool:
        """Whether the figures are means."""
        return self.cells[0].table.is_mean

    @property
    def top(self) -> float:
        """The highest answer one person can give."""
        return self.cells[0].table.high


def items(series: Series) -> list[Item]:
    """The items of every table; head counts are not an item, the intruder knows those; changes are for B9."""
    found: dict[str, list[Cell]] = defaultdict(list)
    for cell in series.cells:
        if cell.item and not cell.table.is_change:
            found[cell.key].append(cell)
    return [Item(key, tuple(cells)) for key, cells in found.items()]


def shown(series: Series, cells: Iterable[Cell]) -> Known:
    """What the printed figures say together; a set printed twice is as narrow as both."""
    known: Known = {}
    for cell in cells:
        members = series.members(cell)
        if cell.value is not None and members:
            narrowed(known, members, cell.interval(members.bit_count()))
    return known


def first_hidden(series: Series, cells: Iterable[Cell]) -> dict[int, Cell]:
    """The sets that are hidden, each with the first figure that hides it."""
    found: dict[int, Cell] = {}
    for cell in cells:
        members = series.members(cell)
        if cell.value is None and members:
            found.setdefault(members, cell)
    return found
