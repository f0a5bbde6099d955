"""The gate of the yearly tables: classes, changes and means of one dimension put together as an attacker would.

The people with one history are one class. Of each class two unknowns per kind of mark (0-4, 5-6, 7-10): how many,
and the sum of their marks. A hidden count keeps five values, a hidden mean three points, nobody is certainly in or
out of a kind of mark, and nobody's mark is known to within two points (4.2, 4.7 rule 15).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from spinnenweb.disclosure.columns import MARK_UNIT, item_key
from spinnenweb.disclosure.decide import Decided, count_bounds, decision_key
from spinnenweb.disclosure.figures import HUNDREDTHS
from spinnenweb.disclosure.gate import HIGHEST_MARK, mark_is_open, mean_bounds, stays_wide
from spinnenweb.disclosure.history import MOST_PEOPLE
from spinnenweb.disclosure.lines import CHANGES, CLASSES, MEANS, groups_of
from spinnenweb.disclosure.lp import Explorer, Program
from spinnenweb.disclosure.marks import MARK_CLASSES, class_item
from spinnenweb.disclosure.pairs import measured_since, pairs_of
from spinnenweb.disclosure.people import Kind
from spinnenweb.domain.instruments import DIMENSION_CODES, Mode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spinnenweb.disclosure.columns import Numbers
    from spinnenweb.disclosure.ledger import Decision, State, VillageLedger
    from spinnenweb.disclosure.lp import Floats

    Known = Mapping[str, Decision]
    States = Sequence[State]

MOST_CLASSES = 250
"""With more classes of history the oldest moments are left out; for those the rule of five stands in."""
_EPS = 1e-6
_LOOKS = 3
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class _Asked:
    """A set of people with figures: which items, and its weight per class (-1: the earlier measurements)."""

    digest: str
    table: str
    items: tuple[str, ...]
    residents: int
    weights: Floats


@dataclass(frozen=True, slots=True)
class _History:
    """Sizes of the classes of history, and every set that has figures of this dimension."""

    sizes: Floats
    sets: tuple[_Asked, ...]
    limits: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class _People:
    """A set before the classes are made: whose measurements, and for a change also the earlier ones."""

    digest: str
    table: str
    now: Numbers
    then: Numbers


def through_yearly_gate(lines: Sequence[Decided], village: VillageLedger, code: str) -> list[Decided]:
    """The lines of one dimension: the smallest class hidden until it is safe; then the change, if it tells."""
    lines = list(lines)
    if not any(_open(lines, table) for table in (CLASSES, CHANGES)) or _is_plain(lines, village, code):
        return lines
    history = _history_of(village, code)
    for table in (CLASSES, CHANGES):
        while (places := _open(lines, table)) and not _safe(history, _known(village, lines, table)):
            place = min(places, key=lambda at: lines[at].line.cells[0].having.units)
            lines[place] = lines[place].hiding(0)
    return lines


def _is_plain(lines: Sequence[Decided], village: VillageLedger, code: str) -> bool:
    """Whether nothing is hidden in the very first release and every group has people in and out of every class.

    Then the marks as they are show that nobody is certain: no figure rules them out. A group has ten people or
    more, so the sum of their marks tells no single mark.
    """
    if len(village.moments_of(Kind.WEB)) > 1 or len(village.years) > 1:
        return False
    states = village.states_of(village.years[-1])
    groups = groups_of(states, DIMENSION_CODES.index(code))
    means = [village.decisions.get(decision_key(group.digest, item_key(MEANS, code))) for group in groups]
    if any(figure is None or figure.value is None for figure in (*means, *(each.figures[0] for each in lines))):
        return False
    parts = groups[1:] or groups
    counts = [
        (state.counts[item_key(CLASSES, class_item(code, name))][0], part.head.residents)
        for state, part in zip(states, parts, strict=True)
        for name, _, _ in MARK_CLASSES
    ]
    sums = [(state.sums[code] / MARK_UNIT, part.head.residents) for state, part in zip(states, parts, strict=True)]
    mixed = all(0 < having < people for having, people in counts)
    return mixed and all(HIGHEST_MARK <= total <= HIGHEST_MARK * (people - 1) for total, people in sums)


def _open(lines: Sequence[Decided], table: str) -> list[int]:
    """Figures that are shown and were decided now."""
    found = enumerate(lines)
    return [at for at, d in found if d.line.table == table and d.fresh[0] and d.figures[0].value is not None]


def _known(village: VillageLedger, lines: Sequence[Decided], table: str) -> Known:
    """What was printed before, and of these lines the classes and, when they are asked about, the change."""
    own = {
        decision_key(each.line.cells[0].group.digest, each.line.key): each.figures[0]
        for each in lines
        if each.line.table in (CLASSES, table)
    }
    return {**village.decisions, **own}


def _history_of(village: VillageLedger, code: str) -> _History:
    moments = [village.states_of(moment) for moment in village.moments_of(Kind.WEB)]
    # a mean of aspects lies in the class of its whole number
    slack = 0.0 if village.years[-1].web.mode is Mode.DIRECT else _HALF
    limits = tuple((max(0.0, low - slack), min(HIGHEST_MARK, high + slack)) for _, low, high in MARK_CLASSES)
    years = len(village.years)
    while True:
        history = _classes([*_means(moments, code), *_yearly(village, code, years)], code, limits)
        small = len(history.sizes) <= MOST_CLASSES and history.sizes.sum() <= MOST_PEOPLE
        if small or (len(moments) == 1 and years == 1):
            return history
        moments, years = moments[(len(moments) + 1) // 2 :] or moments[-1:], max(1, years - 1)


def _means(moments: Sequence[States], code: str) -> Iterator[_People]:
    none = np.empty(0, np.uint64)
    for states in moments:
        for group in groups_of(states, DIMENSION_CODES.index(code)):
            yield _People(group.digest, MEANS, group.people[0], none)


def _yearly(village: VillageLedger, code: str, years: int) -> Iterator[_People]:
    bit = DIMENSION_CODES.index(code)
    for at in range(len(village.years) - years, len(village.years)):
        states = village.states_of(village.years[at])
        group = groups_of(states, bit, whole_only=True)[0]
        yield _People(group.digest, CLASSES, group.people[0], np.empty(0, np.uint64))
        if at:
            pairs = pairs_of(measured_since(states, village.years[at - 1]), code)
            yield _People(pairs.digest, CHANGES, pairs.now[0], pairs.then)


def _classes(sets: Sequence[_People], code: str, limits: tuple[tuple[float, float], ...]) -> _History:
    everybody = np.unique(np.concatenate([part for each in sets for part in (each.now, each.then)]))
    inside = np.array([np.isin(everybody, part) for each in sets for part in (each.now, each.then)])
    kinds, sizes = np.unique(inside, axis=1, return_counts=True)
    signed = kinds[::2].astype(np.float64) - kinds[1::2]
    asked = (
        _Asked(each.digest, each.table, _items(each.table, code), len(each.now), weights)
        for each, weights in zip(sets, signed, strict=True)
    )
    return _History(sizes.astype(np.float64), tuple(asked), limits)


def _items(table: str, code: str) -> tuple[str, ...]:
    if table == CLASSES:
        return tuple(class_item(code, name) for name, _, _ in MARK_CLASSES)
    return (code,)


def _shown(history: _History, known: Known) -> Iterator[tuple[_Asked, Floats, Decision]]:
    """Every figure with the unknowns it is the sum of."""
    kinds = len(history.limits)
    for each in history.sets:
        for place, item in enumerate(each.items):
            figure = known.get(decision_key(each.digest, f"{each.table}:{item}"))
            if figure is not None:
                blocks = [place] if each.table == CLASSES else range(kinds, 2 * kinds)
                yield each, _spread(each.weights, blocks, kinds), figure


def _spread(weights: Floats, blocks: Sequence[int], kinds: int) -> Floats:
    row = np.zeros((2 * kinds, len(weights)))
    row[list(blocks)] = weights
    return row.ravel()


def _program(history: _History, figures: Sequence[tuple[_Asked, Floats, Decision]]) -> Program:
    size, kinds = len(history.sizes), len(history.limits)
    rows, low, high = [], [], []
    for each, row, figure in figures:
        if figure.value is not None or each.table == CLASSES:
            below, above = _bounds(each, figure)
            rows.append(row)
            low.append(below)
            high.append(above)
    most = HIGHEST_MARK * history.sizes.sum()
    eye = np.eye(size)
    for kind, (least, top) in enumerate(history.limits):
        for factor, bounds in ((-least, (0.0, most)), (-top, (-most, 0.0))):
            block = np.zeros((size, 2 * kinds, size))
            block[:, kind] = factor * eye
            block[:, kinds + kind] = eye
            rows.extend(block.reshape(size, -1))
            low.extend([bounds[0]] * size)
            high.extend([bounds[1]] * size)
    whole = np.zeros((size, 2 * kinds, size))
    whole[:, :kinds] = eye[:, None, :]
    rows.extend(whole.reshape(size, -1))
    low.extend(history.sizes)
    high.extend(history.sizes)
    upper = np.concatenate([np.tile(history.sizes, kinds), np.tile(HIGHEST_MARK * history.sizes, kinds)])
    return Program(upper, np.asarray(rows), np.asarray(low), np.asarray(high))


def _bounds(each: _Asked, figure: Decision) -> tuple[float, float]:
    if each.table == CHANGES and figure.value is not None and figure.step is not None:
        low, high = figure.value - figure.step, figure.value + figure.step
        return each.residents * low / HUNDREDTHS, each.residents * high / HUNDREDTHS
    below, above = (count_bounds if each.table == CLASSES else mean_bounds)(figure, each.residents)
    return float(below), float(above)


def _safe(history: _History, known: Known) -> bool:
    """Whether all figures together leave everybody enough room."""
    figures = list(_shown(history, known))
    explorer = Explorer(_program(history, figures))
    random = np.random.default_rng(1)
    size = 2 * len(history.limits) * len(history.sizes)
    if not all(explorer.look(random.normal(size=size)) for _ in range(_LOOKS)):
        return False
    hidden = [(e, row) for e, row, figure in figures if figure.value is None and e.table != CHANGES]
    wide = all(stays_wide(explorer, row, e.residents, means=e.table == MEANS) for e, row in hidden)
    return wide and _nobody_is_known(explorer, history)


def _nobody_is_known(explorer: Explorer, history: _History) -> bool:
    """Whether in every class somebody may be in each kind of mark or out of it, and every mark is open."""
    kinds, unit = len(history.limits), np.eye(len(history.sizes))
    for place, people in enumerate(history.sizes):
        rows = [_spread(unit[place], [kind], kinds) for kind in range(kinds)]
        if any(_is_certain(explorer, row, people) for row in rows):
            return False
        if not mark_is_open(explorer, _spread(unit[place], range(kinds, 2 * kinds), kinds), int(people)):
            return False
    return True


def _is_certain(explorer: Explorer, row: Floats, people: float) -> bool:
    """Whether all of so many people are certainly in a kind of mark, or none."""
    for enough in (0.0, people + 1):
        low, high = explorer.range_of(row, enough)
        if high >= _EPS and low <= people - _EPS:
            return False
    return True
