"""How far apart two published sets are, in residents, a household being one (4.7 rules 1 to 3).

Two sets of measurements are compared through classes: who is in which part now and in which part then. A union
of parts differs from another union in whole classes only, so every pair of unions is a sum over few classes.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from spinnenweb.disclosure.columns import numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spinnenweb.disclosure.columns import Numbers
    from spinnenweb.disclosure.ledger import State

KEPT_APART = 5
"""Least number of residents between two published sets that are not equal (4.2)."""
SMALLEST = 10
_ALL_UNIONS_UP_TO = 4

People = tuple["Numbers", "Numbers"]
"""Tokens in ascending order, and the units that belong to them."""
Classes = dict[tuple[int, int], frozenset[int]]
"""Units by (place of the part now, place of the part then), -1 for in none; at most five of each class."""


def people_of(state: State, bit: int | None = None) -> People:
    """The measurements of a state; with `bit`, of those who gave the mark of that dimension."""
    tokens, units = numbers(state.tokens), numbers(state.units)
    if bit is None:
        return tokens, units
    gave = np.frombuffer(state.given, dtype=np.uint8) & (1 << bit) != 0
    return tokens[gave], units[gave]


def together(parts: Sequence[People]) -> People:
    """The union of parts that share nobody."""
    tokens = np.concatenate([part[0] for part in parts]) if parts else np.empty(0, np.uint64)
    units = np.concatenate([part[1] for part in parts]) if parts else np.empty(0, np.uint64)
    order = np.argsort(tokens, kind="stable")
    return tokens[order], units[order]


def unit_count(people: People) -> int:
    """How many units there are."""
    return len(np.unique(people[1]))


def at_least(people: People, units: int) -> bool:
    """Whether there are this many units; a few of the people are nearly always enough to know."""
    few = people[1][: 4 * units]
    return len(np.unique(few)) >= units or unit_count(people) >= units


def gone_from(left: People, right: People) -> int:
    """How many units have a measurement in `left` that is not in `right`."""
    return len(np.unique(left[1][~np.isin(left[0], right[0], assume_unique=True)]))


def distance(left: People, right: People) -> int:
    """Different units in the symmetric difference of two sets of measurements."""
    apart = [a[1][~np.isin(a[0], b[0], assume_unique=True)] for a, b in ((left, right), (right, left))]
    return len(np.unique(np.concatenate(apart)))


def classes(now: Sequence[People], then: Sequence[People]) -> Classes:
    """The units of everybody in either, by where they are now and where they were then."""
    found: Classes = {}
    for place, part in enumerate(now):
        rest = np.ones(len(part[0]), dtype=np.bool_)
        for other, old in enumerate(then):
            both = np.isin(part[0], old[0], assume_unique=True)
            rest &= ~both
            _put(found, (place, other), part[1][both])
        _put(found, (place, -1), part[1][rest])
    everybody = np.concatenate([part[0] for part in now]) if now else np.empty(0, np.uint64)
    for other, old in enumerate(then):
        _put(found, (-1, other), old[1][~np.isin(old[0], everybody)])
    return found


def _put(found: Classes, key: tuple[int, int], units: Numbers) -> None:
    if len(units):
        # five are enough to know that a difference is large
        found[key] = frozenset(np.unique(units)[:KEPT_APART].tolist())


def subsets(parts: int) -> Iterator[frozenset[int]]:
    """The unions that count as published: all of up to four parts; of more, each part and the whole."""
    sizes = range(1, parts + 1) if parts <= _ALL_UNIONS_UP_TO else (1, parts)
    for size in sizes:
        yield from (frozenset(each) for each in combinations(range(parts), size))


def too_close(found: Classes, now: frozenset[int], then: frozenset[int]) -> bool:
    """Whether two unions differ by somebody, but by fewer than five."""
    apart: set[int] = set()
    for (here, there), units in found.items():
        if (here in now) != (there in then):
            apart |= units
            if len(apart) >= KEPT_APART:
                return False
    return bool(apart)


def equal(found: Classes, now: frozenset[int], then: frozenset[int]) -> bool:
    """Whether two unions are the same people."""
    return all((here in now) == (there in then) for here, there in found)
