"""A2b n-1: everybody's score but one is known and subtracted from the printed mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.attacks.verdict import Evidence, Verdict, met

if TYPE_CHECKING:
    from tests.attacks.series import Series

MOST_UNIQUE, LEAST_LEFT = 0.01, 8.0
SCORES = range(11)


def collect(series: Series) -> Evidence:
    """Every (person, printed mean) pair of one series, each figure once."""
    done: set[object] = set()
    pairs = unique = left = 0
    for cell in series.cells:
        members = series.members(cell)
        if cell.value is None or not cell.table.is_mean or not members or (cell.key, members, cell.value) in done:
            continue
        done.add((cell.key, members, cell.value))
        answers = [m.values[cell.key] for m in series.registers[cell.table.kind].of(members)]
        low, high = cell.interval(len(answers))
        for own in answers:
            others = sum(answers) - own
            fitting = sum(low - 1e-9 <= others + score <= high + 1e-9 for score in SCORES)
            pairs, unique, left = pairs + 1, unique + (fitting == 1), left + fitting
    return Evidence(sums={"pairs": pairs, "unique": unique, "left": left})


def judge(all_series: Evidence) -> Verdict:
    """Unique in at most 1 % of the pairs, at least 8 of 11 scores left on average."""
    unique, left = all_series.share("unique", "pairs"), all_series.share("left", "pairs")
    good = not all_series.sum("pairs") or (unique <= MOST_UNIQUE and left >= LEAST_LEFT)
    return Verdict("A2b", f"{unique:.1%} uniek, {left:.1f} over", "<= 1 %, >= 8", met(good))
