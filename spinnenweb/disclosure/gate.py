"""The gate: nothing leaves before everything shown now and earlier was put together the way an attacker would.

A hidden count keeps at least five values (4.4, 4.7 B1), a hidden mean at least three points, nobody certainly has
or lacks an item, and nobody's mark is known to within two points (4.2).
"""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

import numpy as np

from spinnenweb.disclosure.decide import Decided, Kept, count_bounds, decision_key, smallest_fresh_part
from spinnenweb.disclosure.figures import HUNDREDTHS
from spinnenweb.disclosure.lines import MEANS
from spinnenweb.disclosure.lp import Explorer, Program

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spinnenweb.disclosure.history import History, Published
    from spinnenweb.disclosure.ledger import Decision
    from spinnenweb.disclosure.lp import Floats

    Known = Mapping[str, Decision]

WIDTH_OF_COUNT = 5
WIDTH_OF_MEAN = 3.0
WIDTH_OF_MARK = 2.0
HIGHEST_MARK = 10.0
_EPS = 1e-6


def through_gate(
    lines: Sequence[Decided], history: History, known: Mapping[str, Decision]
) -> tuple[Decided, ...] | Kept:
    """The lines with as many cells hidden as it takes; several lines only when each is part of the one before.

    When hiding is not enough, `Kept` names the group that has to keep its old snapshot.
    """
    lines = tuple(lines)
    while not safe(lines, history, {**known, **decisions_of(lines)}):
        place = _next_to_hide(lines)
        if place is None:
            return Kept(lines[0].line.cells[0].group.label)
        at, cell = place
        lines = (*lines[:at], lines[at].hiding(cell), *lines[at + 1 :])
    return lines


def decisions_of(lines: Sequence[Decided]) -> dict[str, Decision]:
    """What the ledger keeps of these lines."""
    return {
        decision_key(cell.group.digest, each.line.key): figure
        for each in lines
        for cell, figure in zip(each.line.cells, each.figures, strict=True)
    }


def _next_to_hide(lines: Sequence[Decided]) -> tuple[int, int] | None:
    """The smallest newly decided part, otherwise the newly decided whole."""
    for at, decided in enumerate(lines):
        place = smallest_fresh_part(decided)
        if place is not None:
            return at, place
    for at, decided in enumerate(lines):
        if decided.fresh[0] and decided.figures[0].value is not None:
            return at, 0
    return None


def safe(lines: Sequence[Decided], history: History, known: Known) -> bool:
    """Whether nobody can work out too much about the items of these lines."""
    shown = [_shown_sets(each, history, known) for each in lines]
    if not any(figure.value is not None for sets in shown for _, figure in sets):
        return True
    means = lines[0].line.table == MEANS
    explorer = Explorer(_program(shown, history, means=means))
    if not explorer.look(_alternating(history, len(lines))):
        return False
    return _hidden_stay_wide(explorer, shown, history, means=means) and (
        _marks_stay_open(explorer, history) if means else _nobody_is_certain(explorer, history)
    )


def _shown_sets(decided: Decided, history: History, known: Known) -> list[tuple[Published, Decision]]:
    pairs = ((each, known.get(decision_key(each.digest, decided.line.key))) for each in history.sets)
    return [(each, figure) for each, figure in pairs if figure is not None]


def _program(shown: Sequence[Sequence[tuple[Published, Decision]]], history: History, *, means: bool) -> Program:
    sizes = np.asarray(history.sizes, dtype=np.float64)
    rows, low, high = [], [], []
    for block, sets in enumerate(shown):
        for each, figure in sets:
            below, above = mean_bounds(figure, each.residents) if means else count_bounds(figure, each.residents)
            rows.append(_weights(each, block, len(shown)))
            low.append(float(below))
            high.append(float(above))
    for row in _nesting(len(sizes), len(shown)):
        rows.append(row)
        low.append(0.0)
        high.append(float(sizes.max()))
    upper = np.tile(sizes * (HIGHEST_MARK if means else 1.0), len(shown))
    return Program(upper, np.asarray(rows), np.asarray(low), np.asarray(high))


def _nesting(classes: int, blocks: int) -> list[Floats]:
    """Rows that say: in every class at least as many are in a block as in the next."""
    rows = []
    for block in range(blocks - 1):
        for place in range(classes):
            row = np.zeros(classes * blocks)
            row[block * classes + place], row[(block + 1) * classes + place] = 1.0, -1.0
            rows.append(row)
    return rows


def mean_bounds(figure: Decision, residents: int) -> tuple[float, float]:
    """Between which sums of marks the truth lies, for whoever knows the step."""
    if figure.value is None or figure.step is None:
        return 0.0, HIGHEST_MARK * residents
    low = max(0.0, (figure.value - figure.step) / HUNDREDTHS)
    high = min(HIGHEST_MARK, (figure.value + figure.step) / HUNDREDTHS)
    return low * residents, high * residents


def _weights(each: Published, block: int, blocks: int) -> Floats:
    row = np.zeros((blocks, len(each.inside)))
    row[block] = each.inside
    return row.ravel()


def _alternating(history: History, blocks: int) -> Floats:
    """A direction that pulls half of the classes up and half of them down: it finds very different solutions."""
    return np.resize(np.asarray([1.0, -1.0]), len(history.sizes) * blocks)


def _hidden_stay_wide(
    explorer: Explorer,
    shown: Sequence[Sequence[tuple[Published, Decision]]],
    history: History,
    *,
    means: bool,
) -> bool:
    for block, sets in enumerate(shown):
        for each, figure in sets:
            weights = _weights(each, block, len(shown))
            if figure.value is None and not stays_wide(explorer, weights, each.residents, means=means):
                return False
    return True


def stays_wide(explorer: Explorer, weights: Floats, residents: int, *, means: bool) -> bool:
    """Whether a hidden figure about so many residents keeps three points (a mean) or five values (a count)."""
    if means:
        needed = WIDTH_OF_MEAN * residents
        low, high = explorer.range_of(weights, needed)
        return high - low >= needed - _EPS
    needed = min(WIDTH_OF_COUNT, residents)
    low, high = explorer.range_of(weights, needed + 2)
    least, most = ceil(low - _EPS), floor(high + _EPS)
    return least >= WIDTH_OF_COUNT or most - least >= needed


def _nobody_is_certain(explorer: Explorer, history: History) -> bool:
    """Whether in no class everybody has it for certain, or nobody."""
    sizes = np.tile(np.asarray(history.sizes, dtype=np.float64), explorer.found.shape[1] // len(history.sizes))
    for place in range(len(sizes)):
        values = explorer.found[:, place]
        if values.max() < _EPS or values.min() > sizes[place] - _EPS:
            low, high = explorer.range_of(_unit(place, len(sizes)), sizes[place] + 1)
            if high < _EPS or low > sizes[place] - _EPS:
                return False
    return True


def _marks_stay_open(explorer: Explorer, history: History) -> bool:
    """Whether every single mark can still differ by more than two points."""
    for place, size in enumerate(history.sizes):
        if not mark_is_open(explorer, _unit(place, len(history.sizes)), size):
            return False
    return True


def mark_is_open(explorer: Explorer, weights: Floats, size: int) -> bool:
    """Whether the mark of one person can differ by more than two points, of so many whose sum this is."""
    for enough in (0.0, HIGHEST_MARK * size + 1):
        low, high = explorer.range_of(weights, enough)
        if min(HIGHEST_MARK, high) - max(0.0, low - HIGHEST_MARK * (size - 1)) > WIDTH_OF_MARK:
            return True
    return False


def _unit(place: int, size: int) -> Floats:
    row = np.zeros(size)
    row[place] = 1.0
    return row
