"""The yearly tables of a village: three classes of marks, and what changed since last year (4.7 rule 15).

Made with the first release of a calendar year in which enough residents gave marks, from the web that stands then,
and repeated until the next. They are about the whole village, and about the same sets of people as its means.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from spinnenweb.disclosure.columns import item_key
from spinnenweb.disclosure.decide import Decided, decision_key
from spinnenweb.disclosure.distance import SMALLEST, people_of, together, unit_count
from spinnenweb.disclosure.figures import (
    SMALLEST_PAIRED,
    SMALLEST_WITH_CLASSES,
    Head,
    change_figure,
    class_figure,
    draw,
)
from spinnenweb.disclosure.ledger import Decision, Printed, YearMoment
from spinnenweb.disclosure.lines import CHANGES, CLASSES, YEARLY, Cell, Group, Line, groups_of
from spinnenweb.disclosure.marks import MARK_CLASSES, class_item
from spinnenweb.disclosure.pairs import measured_since, pairs_of
from spinnenweb.disclosure.people import Kind
from spinnenweb.disclosure.rows import enough_from, row_of
from spinnenweb.disclosure.tables import ALL_AGES, Hidden, Why
from spinnenweb.disclosure.yearly_gate import through_yearly_gate
from spinnenweb.domain.instruments import DIMENSION_CODES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spinnenweb.disclosure.board import Board
    from spinnenweb.disclosure.ledger import State, VillageLedger
    from spinnenweb.disclosure.people import Request

    Made = tuple[VillageLedger, tuple[Printed, ...]]

_ENOUGH = {CLASSES: SMALLEST_WITH_CLASSES, CHANGES: SMALLEST_PAIRED}


def with_year(village: VillageLedger, board: Board | None, request: Request, secret: bytes) -> Made:
    """The village after this release, and the rows of its yearly tables; none before there were any."""
    if not _due(village, board, request):
        rows = village.printed[max(village.printed)] if village.printed else ()
        return village, tuple(each for each in rows if each.table in YEARLY)
    village = _remembered(village, request)
    decided = [each for code in DIMENSION_CODES for each in _dimension(village, code, secret)]
    decisions = {decision_key(d.line.cells[0].group.digest, d.line.key): d.figures[0] for d in decided}
    village = replace(village, decisions={**village.decisions, **decisions})
    return village, _rows(village, decided, request.month)


def yearly_reasons(village: VillageLedger) -> Iterator[Hidden]:
    """Why the hidden cells of the yearly tables are hidden."""
    if not village.years:
        return
    states = village.states_of(village.years[-1])
    for code in DIMENSION_CODES:
        for line in (*_class_lines(states, code), *_change_lines(village, states, code)):
            known = village.decisions.get(decision_key(line.cells[0].group.digest, line.key))
            if known is not None and known.why is not None:
                few = known.why is Why.SMALL_GROUP
                enough = _ENOUGH[line.table] if few else enough_from(line.table, known.why)
                yield Hidden(line.table, village.name, ALL_AGES, line.item, known.why, enough)


def _due(village: VillageLedger, board: Board | None, request: Request) -> bool:
    """Once a calendar year, and only over marks that stand."""
    made = village.years[-1].year if village.years else 0
    if board is None or made >= request.until.year or village.design is None or village.design.web is None:
        return False
    return unit_count(together([people_of(state) for state in board.states])) >= SMALLEST_WITH_CLASSES


def _remembered(village: VillageLedger, request: Request) -> VillageLedger:
    moment = village.moments_of(Kind.WEB)[-1]
    web = village.design.web if village.design else None
    if web is None:
        raise ValueError("a village without marks has no yearly tables")
    year = YearMoment(request.until.year, request.month, moment.states, web)
    return replace(village, years=(*village.years, year))


def _dimension(village: VillageLedger, code: str, secret: bytes) -> list[Decided]:
    """The lines of one dimension: its classes, then its change, through the gate."""
    states = village.states_of(village.years[-1])
    lines = [*_class_lines(states, code), *_change_lines(village, states, code)]
    return through_yearly_gate([_decided(village, line, states, secret) for line in lines], village, code)


def _class_lines(states: Sequence[State], code: str) -> list[Line]:
    group = groups_of(states, DIMENSION_CODES.index(code), whole_only=True)[0]
    lines = []
    for name, _, _ in MARK_CLASSES:
        item = class_item(code, name)
        counts = [state.counts.get(item_key(CLASSES, item), (0, 0)) for state in states]
        homes = max(0, sum(units for _, units in counts) - group.straddling)
        having = Head(sum(residents for residents, _ in counts), homes)
        lines.append(Line(CLASSES, item, (Cell(group, having, 0),)))
    return lines


def _change_lines(village: VillageLedger, states: Sequence[State], code: str) -> list[Line]:
    """Nothing in the first year."""
    if len(village.years) == 1:
        return []
    last = village.years[-2]
    measured = measured_since(states, last)
    pairs = pairs_of(measured, code)
    head = Head(len(pairs.now[0]), unit_count(pairs.now))
    group = Group(ALL_AGES, tuple(range(len(states))), pairs.now, head, 0, pairs.digest)
    total = sum(state.changes.get(code, 0) for state in measured)
    return [Line(CHANGES, code, (Cell(group, group.head, total),))]


def _decided(village: VillageLedger, line: Line, states: Sequence[State], secret: bytes) -> Decided:
    cell = line.cells[0]
    known = village.decisions.get(decision_key(cell.group.digest, line.key))
    if known is not None:
        return Decided(line, (known,), (False,))
    drawn = draw(secret, cell.group.digest, line.key)
    if line.table == CLASSES:
        figure = class_figure(cell.group.head, cell.having, drawn)
    else:
        figure = _change(village, cell, line.item, states, drawn)
    return Decided(line, (figure,), (True,))


def _change(village: VillageLedger, cell: Cell, code: str, states: Sequence[State], drawn: int) -> Decision:
    """The change, unless 1 to 9 residents of either year would be left beside it."""
    before = village.states_of(village.years[-2])
    if not (_rest_is_large(states, cell.group, code) and _rest_is_large(before, cell.group, code)):
        return Decision(None, None, Why.DERIVED)
    return change_figure(cell.group.head, cell.total, drawn)


def _rest_is_large(states: Sequence[State], pairs: Group, code: str) -> bool:
    """Whether who gave the mark that year, but is not in the change, is nobody or ten."""
    bit = DIMENSION_CODES.index(code)
    units = np.concatenate([people_of(state, bit)[1] for state in states])
    return len(np.setdiff1d(units, pairs.people[1])) not in range(1, SMALLEST)


def _rows(village: VillageLedger, decided: Sequence[Decided], month: str) -> tuple[Printed, ...]:
    """Classes first, then changes."""
    snapshot = max(state.month for state in village.states_of(village.years[-1]))
    return tuple(
        Printed(table, row_of(village.name, ALL_AGES, each.line.item, each.figures[0], snapshot, month))
        for table in YEARLY
        for each in decided
        if each.line.table == table
    )
