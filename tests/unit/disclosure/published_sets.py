"""What was published, read back in the plainest way, to check the rules against."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from spinnenweb.disclosure.columns import numbers
from spinnenweb.disclosure.people import Kind
from spinnenweb.domain.instruments import DIMENSION_CODES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spinnenweb.disclosure.ledger import State, VillageLedger

    People = frozenset[tuple[int, int]]


def people(state: State, bit: int | None = None) -> People:
    """Pairs (token, unit) of a state; with `bit` of those who gave that mark."""
    pairs = zip(numbers(state.tokens).tolist(), numbers(state.units).tolist(), state.given, strict=True)
    return frozenset((token, unit) for token, unit, given in pairs if bit is None or given >> bit & 1)


def measures() -> Iterator[tuple[Kind, int | None]]:
    yield Kind.PEOPLE, None
    yield Kind.FOLLOW_UP, None
    yield from ((Kind.WEB, bit) for bit in range(len(DIMENSION_CODES)))


def published(village: VillageLedger, kind: Kind, bit: int | None) -> set[People]:
    """Every union of parts that was ever in force; of marks only those given by ten or more."""
    found: set[People] = set()
    for moment in village.moments_of(kind):
        parts = [people(state, bit) for state in village.states_of(moment)]
        for size in range(1, len(parts) + 1):
            found.update(frozenset().union(*union) for union in combinations(parts, size))
    return {each for each in found if bit is None or units(each) >= 10}


def units(group: Iterable[tuple[int, int]]) -> int:
    return len({unit for _, unit in group})


def apart(left: People, right: People) -> int:
    """How many units differ between two sets."""
    return units(left ^ right)
