"""B5 reader: the best linear reader of everybody's theme and mark, knowing all memberships and the rules.

It starts from the average printed rate of the groups a person is in, and corrects it with every printed sum,
weighed by how uncertain that sum is (best linear unbiased prediction). A person who was spoken to again is likely
to have kept their answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tests.attacks.knowledge import Item, items
from tests.attacks.series import bits
from tests.attacks.verdict import Evidence, Outcome, Verdict, met, pooled

if TYPE_CHECKING:
    from tests.attacks.series import Series

LEAST_ITEMS = 40
MOST_AUC, MOST_HIT, MOST_EXPLAINED, MOST_PERSON = 0.08, 0.03, 0.10, 0.35
KEPT = 0.6
"""How much the answers of one person at two talks go together."""
MARK_VAR = 4.0


def collect(series: Series) -> Evidence:
    """Every item of one series."""
    return pooled(_item(series, item) for item in items(series))


def judge(all_series: Evidence) -> Verdict:
    """The reader hardly beats the printed rate, for all and for the person it knows best."""
    e = all_series
    auc, hit = e.share("auc", "auc items"), e.share("hit", "hit items")
    explained, worst = e.share("explained", "persons"), e.peaks.get("worst", 0.0)
    measured = f"AUC {auc:+.3f}, treffer {hit:+.3f}, verklaard {explained:.3f}, ergste {worst:.2f}"
    good = auc <= MOST_AUC and hit <= MOST_HIT and explained <= MOST_EXPLAINED and worst <= MOST_PERSON
    few = e.sum("auc items") + e.sum("hit items") < LEAST_ITEMS
    outcome = Outcome.TOO_FEW if few and good else met(good)
    return Verdict("B5", measured, "<= 0,08; 0,03; 0,10; 0,35", outcome)


def _item(series: Series, item: Item) -> Evidence:
    figures: dict[int, list[float]] = {}
    noise: dict[int, float] = {}
    for cell in item.cells:
        members = series.members(cell)
        if cell.value is not None and members:
            size = members.bit_count()
            figures.setdefault(members, []).append(cell.value * size if item.is_mean else cell.value)
            width = (
                cell.step * cell.table.spread * size
                if item.is_mean
                else float(cell.table.base - 1 and cell.table.base)
            )
            noise[members] = max(width**2 / 6, 1e-3)
    if not figures:
        return Evidence()
    sums = np.array([np.mean(values) for values in figures.values()])
    return _read(series, item, list(figures), sums, np.array(list(noise.values())))


def _read(series: Series, item: Item, sets: list[int], sums: np.ndarray, noise: np.ndarray) -> Evidence:
    everyone = 0
    for members in sets:
        everyone |= members
    order = {at: place for place, at in enumerate(bits(everyone))}
    inside = np.zeros((len(sets), len(order)))
    for row, members in enumerate(sets):
        inside[row, [order[at] for at in bits(members)]] = 1.0
    rates = sums / inside.sum(axis=1)
    start = (inside.T @ rates) / inside.sum(axis=0)
    register = series.registers[item.cells[0].table.kind]
    people = [register.measurements[at] for at in order]
    truth = np.array([person.values.get(item.key, 0.0) for person in people])
    one = MARK_VAR if item.is_mean else max(0.02, float(rates.mean() * (1 - rates.mean())))
    same = _same([person.resident for person in people])
    prior = one * (KEPT * same + (1 - KEPT) * np.eye(len(people)))
    carried = prior @ inside.T
    weight = np.linalg.solve(inside @ carried + np.diag(noise), carried.T).T
    guess = start + weight @ (sums - inside @ start)
    told = (weight * carried).sum(axis=1) / one
    return Evidence(sums=_scores(item, truth, start, guess) | _told(told), peaks={"worst": float(told.max())})


def _same(residents: list[str]) -> np.ndarray:
    numbers = np.unique(residents, return_inverse=True)[1]
    return np.array(numbers[:, None] == numbers[None, :], float)


def _told(told: np.ndarray) -> dict[str, float]:
    return {"explained": float(told.sum()), "persons": float(len(told))}


def _scores(item: Item, truth: np.ndarray, start: np.ndarray, guess: np.ndarray) -> dict[str, float]:
    if item.is_mean:
        hits = [float((np.abs(np.clip(g, 0, 10) - truth) <= 1).mean()) for g in (start, guess)]
        return {"hit": hits[1] - hits[0], "hit items": 1.0}
    if truth.min() == truth.max():
        return {}
    return {"auc": _auc(guess, truth) - _auc(start, truth), "auc items": 1.0}


def _auc(score: np.ndarray, truth: np.ndarray) -> float:
    """How often somebody with the item gets a higher score than somebody without; a tie is half."""
    score = np.round(score, 9)
    has, lacks = score[truth > 0], score[truth <= 0]
    above = (has[:, None] > lacks[None, :]).mean()
    level = (has[:, None] == lacks[None, :]).mean()
    return float(above + level / 2)
