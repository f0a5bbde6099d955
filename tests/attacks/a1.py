"""A1 bounds: what a hidden figure can be, from its own release and earlier figures on the same persons."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from tests.attacks.bounds import EPS, Region, Unknowns, narrowed
from tests.attacks.knowledge import Item, Known, items
from tests.attacks.verdict import Evidence, Verdict, met

if TYPE_CHECKING:
    from tests.attacks.series import Cell, Series

WIDE_COUNT, WIDE_MEAN = 5, 3.0


def collect(series: Series) -> Evidence:
    """Every hidden figure of one series."""
    findings: list[str] = []
    tried = 0
    for item in items(series):
        found, number = _item(series, item)
        findings += found
        tried += number
    return Evidence(tuple(findings), {"tried": tried})


def judge(all_series: Evidence) -> Verdict:
    """No hidden count narrower than 5 (or its group), no hidden mean narrower than 3 points."""
    number = len(all_series.findings)
    measured = f"{number} van {all_series.sum('tried'):.0f} ingesloten"
    return Verdict("A1", measured, "0", met(not number), all_series.findings)


def _item(series: Series, item: Item) -> tuple[list[str], int]:
    findings: list[str] = []
    earlier: Known = {}
    done: set[object] = set()
    for release in range(len(series.months)):
        sets = {m: c for c in item.cells if c.release == release and (m := series.members(c))}
        for members, cell in sets.items():
            if cell.value is not None:
                narrowed(earlier, members, cell.interval(members.bit_count()))
        known = {members: earlier[members] for members in sets if members in earlier}
        hidden = {members: cell for members, cell in sets.items() if members not in earlier}
        same = (frozenset(known.items()), frozenset(hidden))
        if same not in done:
            done.add(same)
            findings += _release(item, known, hidden)
    return findings, len(done)


def _release(item: Item, known: Known, hidden: dict[int, Cell]) -> list[str]:
    cornered = {members: cell for members, cell in hidden.items() if any(members & other for other in known)}
    if not cornered:
        return []
    unknowns = Unknowns.of([*known, *hidden])
    lines = [unknowns.line(members, *interval) for members, interval in known.items()]
    region = Region([size * item.top for size in unknowns.sizes()], lines)
    found = []
    for members, cell in cornered.items():
        low, high = region.bounds(unknowns.inside(members))
        if _narrow(item, low, high, members.bit_count()):
            found.append(f"{cell.where}: {low:.1f}..{high:.1f}")
    return found


def _narrow(item: Item, low: float, high: float, size: int) -> bool:
    if low != low:  # nothing agrees: B0 says which figure is wrong
        return False
    if item.is_mean:
        return (high - low) / size < WIDE_MEAN - EPS
    return floor(high + EPS) - ceil(low - EPS) < min(WIDE_COUNT, size)
