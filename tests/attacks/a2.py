"""A2 linear: what one person's answer can be, from all releases together.

Persons with the same history are one unknown sum; a single person's bounds follow from it exactly, so everybody is
tried and nobody sampled, except where a figure is so exact that there are as many unknowns as persons.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.attacks.bounds import EPS, Region, Unknowns
from tests.attacks.knowledge import Item, items, shown
from tests.attacks.verdict import Evidence, Verdict, met

if TYPE_CHECKING:
    from tests.attacks.series import Series

NARROW = 2.0
MOST_SOLVED = 40
"""So many unknowns per item are solved for, after those that the corners seen already clear."""

ENOUGH = 5
"""After so many findings an item is told well enough."""


def collect(series: Series) -> Evidence:
    """Every person and item of one series."""
    findings: list[str] = []
    tried = 0
    for item in items(series):
        found, number = _item(series, item)
        findings += found
        tried += number
    return Evidence(tuple(findings), {"tried": tried})


def judge(all_series: Evidence) -> Verdict:
    """No score within 2 points, no theme certainly there or certainly not."""
    number = len(all_series.findings)
    measured = f"{number} van {all_series.sum('tried'):.0f} zeker of binnen 2"
    return Verdict("A2", measured, "0", met(not number), all_series.findings)


def _item(series: Series, item: Item) -> tuple[list[str], int]:
    known = shown(series, item.cells)
    if not known:
        return [], 0
    unknowns = Unknowns.of(known)
    sizes = unknowns.sizes()
    lines = [unknowns.line(members, *interval) for members, interval in known.items()]
    region = Region([size * item.top for size in sizes], lines)
    region.explore(6)
    if not region.possible:
        return [f"{item.key}: the figures contradict each other"], sum(sizes)
    doubtful = [at for at, size in enumerate(sizes) if _told(item, *region.seen({at: 1.0}), size)]
    found: list[str] = []
    for at in doubtful[:MOST_SOLVED]:
        if len(found) == ENOUGH:
            break
        if _told(item, *region.seen({at: 1.0}), sizes[at]):
            low, high = region.bounds({at: 1.0})
            if _told(item, low, high, sizes[at]):
                found.append(f"{item.key}: {sizes[at]} person(s) with a sum of {low:.2f}..{high:.2f}")
    return found, sum(sizes)


def _told(item: Item, low: float, high: float, size: int) -> bool:
    """Whether these bounds on a sum over so many persons tell the answer of one of them."""
    least = max(0.0, low - (size - 1) * item.top)
    most = min(item.top, high)
    if item.is_mean:
        return most - least <= NARROW + EPS
    return least > EPS or most < 1 - EPS
