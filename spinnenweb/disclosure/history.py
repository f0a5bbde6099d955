"""Everything ever published of one kind, as classes: people with the same history are one class.

Every published set is a union of classes, so what an attacker can work out from all releases together is a
question about the sums of classes only (4.7, attack B1).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from spinnenweb.disclosure.distance import gone_from, people_of
from spinnenweb.disclosure.lines import groups_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spinnenweb.disclosure.columns import Flags
    from spinnenweb.disclosure.ledger import State
    from spinnenweb.disclosure.lines import Group

MOST_PEOPLE = 2000
"""With more measurements the gate leaves the oldest moments out; for those the rule of five stands in."""
_LAST = 3


@dataclass(frozen=True, slots=True)
class Published:
    """A set of people that had a row: how many, and in which classes they are."""

    digest: str
    residents: int
    inside: Flags


@dataclass(frozen=True, slots=True)
class History:
    """The classes of one kind (for a mean: of one dimension) and every set that was ever a row."""

    sizes: tuple[int, ...]
    sets: tuple[Published, ...]


def history_of(moments: Sequence[Sequence[State]], bit: int | None = None) -> History:
    """The history of some moments, oldest first, each the states that were in force together."""
    moments = tuple(moments)
    states = _distinct(moments)
    if len(moments) == 1:
        heads = tuple(len(people_of(state, bit)[0]) for state in states)
        return History(heads, tuple(_sets(moments, states, np.eye(len(states), dtype=np.bool_), bit)))
    peoples = [people_of(state, bit)[0] for state in states]
    everybody = np.unique(np.concatenate(peoples))
    if len(everybody) > MOST_PEOPLE and len(moments) > _LAST:
        return history_of(moments[1:], bit)
    inside = np.array([np.isin(everybody, tokens, assume_unique=True) for tokens in peoples])
    kinds, sizes = np.unique(inside, axis=1, return_counts=True)
    return History(tuple(map(int, sizes)), tuple(_sets(moments, states, kinds, bit)))


def _distinct(moments: Iterable[Sequence[State]]) -> list[State]:
    found: dict[int, State] = {id(state): state for states in moments for state in states}
    return list(found.values())


def _sets(
    moments: Sequence[Sequence[State]], states: Sequence[State], kinds: Flags, bit: int | None
) -> Iterable[Published]:
    row_of = {id(state): row for row, state in enumerate(states)}
    seen: set[str] = set()
    for moment in moments:
        rows = [row_of[id(state)] for state in moment]
        for group in groups_of(moment, bit):
            if group.digest not in seen and group.head.residents:
                seen.add(group.digest)
                inside = np.asarray(kinds[[rows[place] for place in group.parts]].any(axis=0))
                yield Published(group.digest, group.head.residents, inside)


def earlier_groups(moments: Iterable[Sequence[State]], *, whole_only: bool) -> Mapping[str, Group]:
    """Every set that was a row before, by digest."""
    return {group.digest: group for states in moments for group in groups_of(states, whole_only=whole_only)}


def came_and_went(now: Group, then: Group) -> tuple[int, int]:
    """How many residents came since then, and how many went; a new talk of one resident is both."""
    return gone_from(now.people, then.people), gone_from(then.people, now.people)
