"""A3 month: one person came or left between two releases; what do two figures of that group say about them?"""

from __future__ import annotations

import re
from collections import defaultdict
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from tests.attacks.verdict import Evidence, Outcome, Verdict, met

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.attacks.series import Cell, Living, Series

LEAST_ITEMS, LEAST_SCORES = 400, 100
MOST_GAIN, MOST_BALANCED = 0.05, 0.55
BAR = "<= 0,05; <= 0,55"


class Change(NamedTuple):
    """The only person who changed in a group between two releases: sizes before and after."""

    person: Living
    came: bool
    before: int
    after: int


def collect(series: Series) -> Evidence:
    """All successive releases of one series."""
    sums: dict[str, float] = defaultdict(float)
    before: dict[tuple[str, str, str], Cell] = {}
    at = {r: [c for c in series.cells if c.release == r and c.item] for r in range(len(series.months))}
    for release, cells in at.items():
        changes: dict[tuple[str, str, str], Change | None] = {}
        for cell in cells if release else ():
            group = (cell.village, cell.band, cell.table.kind)
            if group not in changes:
                changes[group] = _only_change(series, cell)
            old, change = before.get((cell.key, cell.village, cell.band)), changes[group]
            if old is not None and change is not None:
                _event(sums, cell, old, change)
        before = {(cell.key, cell.village, cell.band): cell for cell in cells}
    return Evidence(sums=dict(sums))


def judge(all_series: Evidence) -> Verdict:
    """The score is found no more often than by the old mean, the theme no better than by a coin.

    With too few events only what lies clearly beyond the bar is a verdict.
    """
    e = all_series
    gain = e.share("hit", "scores") - e.share("base", "scores")
    balanced = (e.share("true_yes", "yes") + e.share("true_no", "no")) / 2
    yes, no = e.sum("yes"), e.sum("no")
    events = yes + no
    measured = f"treffer {gain:+.3f} ({e.sum('scores'):.0f}), gewogen {balanced:.3f} ({events:.0f})"
    if events >= LEAST_ITEMS and e.sum("scores") >= LEAST_SCORES and e.sum("yes"):
        return Verdict("A3", measured, BAR, met(gain <= MOST_GAIN and balanced <= MOST_BALANCED))
    beyond = gain > MOST_GAIN + 2 * _error(e.sum("scores")) or balanced > MOST_BALANCED + _error(min(yes, no))
    return Verdict("A3", measured, BAR, Outcome.NOT_MET if beyond else Outcome.TOO_FEW)


def _error(events: float) -> float:
    """At most the standard error of a share over so many events."""
    return 0.5 / sqrt(max(events, 1.0))


def _event(sums: dict[str, float], cell: Cell, old: Cell, change: Change) -> None:
    if cell.table.is_mean:
        _score(sums, cell, old, change)
    elif cell.value is not None or old.value is not None:
        has = cell.key in change.person.values
        moved = cell.value != old.value
        sums["yes" if has else "no"] += 1
        sums["true_yes" if has else "true_no"] += has == moved


def _score(sums: dict[str, float], cell: Cell, old: Cell, change: Change) -> None:
    truth = change.person.values.get(cell.key)
    if cell.value is None or old.value is None or truth is None:
        return
    difference = change.after * cell.value - change.before * old.value
    guess = min(10.0, max(0.0, difference if change.came else -difference))
    sums["scores"] += 1
    sums["hit"] += abs(guess - truth) <= 1
    sums["base"] += abs(old.value - truth) <= 1


def _only_change(series: Series, cell: Cell) -> Change | None:
    before = dict(_living(series, cell, cell.release - 1))
    after = dict(_living(series, cell, cell.release))
    kind = cell.table.kind
    changed = [
        r
        for r in before.keys() | after.keys()
        if r not in before or r not in after or before[r].tokens[kind] != after[r].tokens[kind]
    ]
    if len(changed) != 1 or (changed[0] in before and changed[0] in after):
        return None
    came = changed[0] in after
    return Change((after if came else before)[changed[0]], came, len(before), len(after))


def _living(series: Series, cell: Cell, release: int) -> Iterator[tuple[str, Living]]:
    year = int(series.months[release][:4])
    villages = series.clusters().get(cell.village, [cell.village])
    for resident, person in series.live[release].items():
        if (series.is_total(cell) or person.village in villages) and _in_band(cell.band, year - person.birth_year):
            yield resident, person


def _in_band(band: str, age: int) -> bool:
    ages = [int(number) for number in re.findall(r"\d+", band)]
    return not ages or (ages[0] <= age <= (ages[1] if len(ages) > 1 else 200))
