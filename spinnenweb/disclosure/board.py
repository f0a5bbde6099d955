"""A board: the states of one kind that stand, and all their figures, through every rule and the gate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.disclosure.decide import Decided, Earlier, Kept, decide
from spinnenweb.disclosure.gate import decisions_of, through_gate
from spinnenweb.disclosure.history import came_and_went, earlier_groups, history_of
from spinnenweb.disclosure.lines import FOLLOW_UP, MEANS, PERSONS, groups_of, lines_of
from spinnenweb.disclosure.people import Kind
from spinnenweb.domain.instruments import DIMENSION_CODES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spinnenweb.disclosure.history import History
    from spinnenweb.disclosure.ledger import Decision, Design, State, VillageLedger

NESTED = ("handover_started", "arrived")
"""Who arrived has started, and everybody knows it, so the gate looks at the two together (4.7 rule 4)."""


@dataclass(frozen=True, slots=True)
class Board:
    """The figures of one kind of one village."""

    states: tuple[State, ...]
    lines: tuple[Decided, ...]

    @property
    def decisions(self) -> Mapping[str, Decision]:
        """What the ledger keeps."""
        return decisions_of(self.lines)


def make_board(states: Sequence[State], design: Design, village: VillageLedger, secret: bytes) -> Board | Kept:
    """All figures of these states, or which group has to keep its old snapshot."""
    kind = states[0].kind
    moments = (*(village.states_of(moment) for moment in village.moments_of(kind)), tuple(states))
    histories = _Histories(moments)
    earlier = _earlier(kind, moments)
    decided: list[Decided] = []
    for line in lines_of(states, design):
        figure = decide(line, secret, village.decisions, earlier)
        if isinstance(figure, Kept):
            return figure
        decided.append(figure)
    checked: list[Decided] = []
    for together in _blocks(decided):
        passed = _checked(together, histories, village.decisions)
        if isinstance(passed, Kept):
            return passed
        checked.extend(passed)
    return Board(tuple(states), tuple(checked))


class _Histories:
    """The history of one kind, made once, or once a dimension."""

    def __init__(self, moments: Sequence[Sequence[State]]) -> None:
        self._moments = moments
        self._made: dict[int | None, History] = {}

    def of(self, bit: int | None) -> History:
        """The history of counts (`None`) or of one dimension."""
        if bit not in self._made:
            self._made[bit] = history_of(self._moments, bit)
        return self._made[bit]


def _earlier(kind: Kind, moments: Sequence[Sequence[State]]) -> dict[str, list[Earlier]]:
    """Per group of now, how every set that was a row before differs from it."""
    if kind is Kind.WEB or len(moments) == 1:
        return {}
    whole_only = kind is Kind.FOLLOW_UP
    before = earlier_groups(moments[:-1], whole_only=whole_only)
    return {
        group.label: [
            Earlier(then.digest, *came_and_went(group, then))
            for then in before.values()
            if then.digest != group.digest
        ]
        for group in groups_of(moments[-1], whole_only=whole_only)
    }


def _blocks(lines: Iterable[Decided]) -> Iterator[tuple[Decided, ...]]:
    """Lines the gate looks at together: nested stages, otherwise each by itself."""
    waiting: tuple[Decided, ...] = ()
    for each in lines:
        if each.line.table == FOLLOW_UP and each.line.item in NESTED:
            waiting = (*waiting, each)
            if len(waiting) == len(NESTED):
                yield waiting
        else:
            yield (each,)


def _checked(
    lines: tuple[Decided, ...], histories: _Histories, known: Mapping[str, Decision]
) -> tuple[Decided, ...] | Kept:
    table = lines[0].line.table
    if table == PERSONS or not any(any(each.fresh) for each in lines):
        return lines
    bit = DIMENSION_CODES.index(lines[0].line.item) if table == MEANS else None
    return through_gate(lines, histories.of(bit), known)
