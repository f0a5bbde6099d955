"""A4 join: what the smallest printed group a person is in says about them, with two insiders."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tests.attacks.verdict import Evidence, Verdict, met

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.attacks.series import Cell, Series

NEARLY_ALL = 0.90
INSIDERS = 2


def collect(series: Series) -> Evidence:
    """Every printed figure of one series."""
    together: dict[tuple[int, str], list[Cell]] = defaultdict(list)
    for cell in series.cells:
        if cell.item and cell.value is not None and not cell.table.is_change:
            together[cell.release, cell.key].append(cell)
    findings: list[str] = []
    for cells in together.values():
        findings += _means(cells) if cells[0].table.is_mean else _counts(series, cells)
    return Evidence(tuple(findings), {"tried": len(together)})


def judge(all_series: Evidence) -> Verdict:
    """Nobody belongs to a printed group that nearly all share; no printed zero; no printed extreme mean."""
    number = len(all_series.findings)
    return Verdict("A4", f"{number} gevonden", "0", met(not number), all_series.findings)


def _means(cells: list[Cell]) -> Iterator[str]:
    for cell in cells:
        if cell.value is not None and not 1 < cell.value < 9:
            yield f"{cell.where}: mean {cell.value}"


def _counts(series: Series, cells: list[Cell]) -> Iterator[str]:
    covered = 0
    for cell in sorted(cells, key=lambda cell: series.group(cell).bit_count()):
        members = series.group(cell)
        value = cell.value or 0.0
        if not value:
            yield f"{cell.where}: a printed zero"
        rest = members.bit_count() - INSIDERS
        if value and members & ~covered and (rest <= 0 or value / rest >= NEARLY_ALL):
            yield f"{cell.where}: {value:.0f} of {members.bit_count()}"
        covered |= members
