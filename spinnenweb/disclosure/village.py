"""One village in one release: its design, its three snapshots and its figures."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from spinnenweb.disclosure.board import Board, make_board
from spinnenweb.disclosure.designs import proposed, starts_at_once, with_web
from spinnenweb.disclosure.ledger import Moment
from spinnenweb.disclosure.marks import year_before
from spinnenweb.disclosure.people import Kind
from spinnenweb.disclosure.refresh import all_new, mixed, nobody, renewable, smallest_change
from spinnenweb.disclosure.snapshots import adults, parts_of, snapshot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spinnenweb.disclosure.columns import Roll
    from spinnenweb.disclosure.decide import Kept
    from spinnenweb.disclosure.ledger import Design, State, VillageLedger
    from spinnenweb.disclosure.marks import YearBefore
    from spinnenweb.disclosure.people import Request
    from spinnenweb.disclosure.snapshots import Parts

    Now = Mapping[Kind, tuple[State, ...]]


@dataclass(frozen=True, slots=True)
class Renewed:
    """A village after its snapshot. `stuck` are kinds the gate kept from showing anything new."""

    ledger: VillageLedger
    boards: Mapping[Kind, Board]
    stuck: tuple[Kind, ...] = field(default=())


def renew_village(
    village: VillageLedger, roll: Roll, request: Request, secret: bytes, cluster: str | None = None
) -> Renewed:
    """The snapshot of one village for this month."""
    old = village.design
    if old is None:
        return _renew(village, proposed(village.name, roll, request, cluster), roll, request, secret)
    if old.adopted < request.until.year:
        new = proposed(village.name, roll, request, old.cluster)
        if starts_at_once(old, new):
            return _renew(village, new, roll, request, secret)
        started = _start(village, new, roll, request, secret)
        if started is not None:
            return started
    return _renew(village, with_web(old, roll), roll, request, secret)


def renew_cluster(
    village: VillageLedger, design: Design, rolls: Mapping[str, Roll], request: Request, secret: bytes
) -> Renewed:
    """The snapshot of a cluster for this month; its parts are its villages. A cluster has no means of its own."""
    parts = {name: (rolls[name], adults(rolls[name], design.year)) for name in design.villages}
    kinds = (Kind.PEOPLE, Kind.FOLLOW_UP)
    now = {kind: _states(kind, parts, design, request.month) for kind in kinds}
    return _with_boards(village, design, now, secret, request.month)


def _renew(village: VillageLedger, design: Design, roll: Roll, request: Request, secret: bytes) -> Renewed:
    now = _now(roll, design, request.month, year_before(village))
    return _with_boards(village, design, now, secret, request.month)


def _now(roll: Roll, design: Design, month: str, before: YearBefore | None) -> Now:
    return {kind: _states(kind, parts_of(roll, design, kind), design, month, before) for kind in Kind}


def _states(
    kind: Kind, parts: Parts, design: Design, month: str, before: YearBefore | None = None
) -> tuple[State, ...]:
    return tuple(
        snapshot(kind, name, roll, chosen, design, month, before) for name, (roll, chosen) in parts.items()
    )


def _start(village: VillageLedger, design: Design, roll: Roll, request: Request, secret: bytes) -> Renewed | None:
    """The village under a new design, `None` when one of its sets comes too close to what was published."""
    now = _now(roll, design, request.month, year_before(village))
    boards: dict[Kind, Board] = {}
    for kind in (Kind.PEOPLE, Kind.WEB):
        moments = _published(village, kind)
        if not moments and not any(state.size for state in now[kind]):
            continue
        if not all_new(now[kind], moments):
            return None
        board = make_board(now[kind], design, village, secret)
        if not isinstance(board, Board):
            return None
        boards[kind] = board
    rest = {kind: states for kind, states in now.items() if kind not in boards}
    return _with_boards(village, design, rest, secret, request.month, boards)


def _published(village: VillageLedger, kind: Kind) -> tuple[tuple[State, ...], ...]:
    return tuple(village.states_of(moment) for moment in village.moments_of(kind))


def _with_boards(
    village: VillageLedger,
    design: Design,
    now: Now,
    secret: bytes,
    month: str,
    made: Mapping[Kind, Board] | None = None,
) -> Renewed:
    boards, stuck = dict(made or {}), []
    for kind, states in now.items():
        board = _renewed_board(village, design, states, secret)
        if board is None:
            stuck.append(kind)
        else:
            boards[kind] = board
    after = _remember(replace(village, design=_settled(village, design, boards)), boards, month)
    return Renewed(after, boards, tuple(stuck))


def _settled(village: VillageLedger, design: Design, boards: Mapping[Kind, Board]) -> Design:
    """The kind of web is fixed by the first means that are published, not before."""
    shown = Kind.WEB in boards and any(state.size for state in boards[Kind.WEB].states)
    return design if shown or village.moments_of(Kind.WEB) else replace(design, web=None)


def _renewed_board(village: VillageLedger, design: Design, now: tuple[State, ...], secret: bytes) -> Board | None:
    """The board with as many renewed parts as the rules allow; `None` when even the old one does not pass."""
    old = village.in_force(now[0].kind) or tuple(map(nobody, now))
    chosen = renewable(now, old, _published(village, now[0].kind))
    while True:
        board = make_board(mixed(now, old, chosen), design, village, secret)
        if isinstance(board, Board):
            return board
        if not chosen:
            return None
        chosen -= {_to_drop(board, now, old, chosen)}


def _to_drop(kept: Kept, now: Sequence[State], old: Sequence[State], chosen: frozenset[int]) -> int:
    named = [place for place in chosen if now[place].part == kept.label]
    return named[0] if named else smallest_change(now, old, chosen)


def _remember(village: VillageLedger, boards: Mapping[Kind, Board], month: str) -> VillageLedger:
    for kind, board in boards.items():
        village = replace(village, decisions={**village.decisions, **board.decisions})
        if board.states != village.in_force(kind) and any(state.month for state in board.states):
            village = _with_moment(village, kind, board.states, month)
    return village


def _with_moment(village: VillageLedger, kind: Kind, states: Sequence[State], month: str) -> VillageLedger:
    places = {id(state): place for place, state in enumerate(village.states)}
    fresh = [state for state in states if id(state) not in places]
    places.update({id(state): len(village.states) + at for at, state in enumerate(fresh)})
    moment = Moment(kind, month, tuple(places[id(state)] for state in states))
    return replace(village, states=(*village.states, *fresh), moments=(*village.moments, moment))
