"""Which groups may show a new snapshot: those that stay five residents away from every set ever published.

reference/anonymisation.md 4.7 rules 1 to 3. A set counts with all its unions, over years and designs.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.disclosure.distance import (
    KEPT_APART,
    SMALLEST,
    at_least,
    classes,
    distance,
    equal,
    people_of,
    subsets,
    together,
    too_close,
)
from spinnenweb.disclosure.people import Kind
from spinnenweb.domain.instruments import DIMENSION_CODES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from spinnenweb.disclosure.distance import Classes, People
    from spinnenweb.disclosure.ledger import State

    Moments = Sequence[Sequence[State]]


def nobody(like: State) -> State:
    """A part of which nothing was ever published: the empty set."""
    empty = replace(like, month="", residents=b"", units=b"", tokens=b"", given=b"")
    return replace(empty, counts={}, sums=dict.fromkeys(like.sums, 0), against=0, then=b"", both=b"", changes={})


def mixed(now: Sequence[State], old: Sequence[State], chosen: Collection[int]) -> tuple[State, ...]:
    """The chosen parts as they are now, the others as they were."""
    return tuple(now[place] if place in chosen else old[place] for place in range(len(now)))


def renewable(now: Sequence[State], old: Sequence[State], moments: Moments) -> frozenset[int]:
    """The parts (by place) that may be renewed together.

    A part that comes too close by itself is left out first, then the one with the smallest change, until what is
    left keeps its distance.
    """
    changed = [place for place, state in enumerate(now) if state.tokens != old[place].tokens]
    fitting = [place for place in changed if keeps_distance(mixed(now, old, [place]), moments, [{place}])]
    chosen = frozenset(fitting)
    while chosen and not keeps_distance(mixed(now, old, chosen), moments, _touched(len(now), chosen)):
        chosen -= {smallest_change(now, old, chosen)}
    return chosen


def all_new(now: Sequence[State], moments: Moments) -> bool:
    """Whether every union of the parts is new and five away from all that was published: a design may start."""
    return keeps_distance(now, moments, _touched(len(now), range(len(now))), strict=True)


def smallest_change(now: Sequence[State], old: Sequence[State], chosen: Collection[int]) -> int:
    """The chosen part in which the fewest residents changed."""
    return min(chosen, key=lambda place: (distance(people_of(now[place]), people_of(old[place])), place))


def _touched(parts: int, chosen: Collection[int]) -> list[set[int]]:
    """The unions in which something is renewed."""
    return [set(union) for union in subsets(parts) if union.intersection(chosen)]


def keeps_distance(
    states: Sequence[State], moments: Moments, unions: Sequence[Collection[int]], *, strict: bool = False
) -> bool:
    """Whether these unions of the states are equal to or five away from all that was published.

    The empty set counts as published (rule 2). With `strict` equal is not enough.
    """
    renewed = [states[place] for place in sorted(set().union(*unions))]
    if any(state.size and not at_least(people_of(state), KEPT_APART) for state in renewed):
        return False
    return all(_measure_keeps(states, moments, unions, bit, strict=strict) for bit in _bits(states[0].kind))


def _bits(kind: Kind) -> Iterator[int | None]:
    """The measures of a kind: of the web each dimension, because not everybody gives every mark (rule 4)."""
    if kind is Kind.WEB:
        yield from range(len(DIMENSION_CODES))
    else:
        yield None


def _measure_keeps(
    states: Sequence[State],
    moments: Moments,
    unions: Sequence[Collection[int]],
    bit: int | None,
    *,
    strict: bool,
) -> bool:
    if not moments:
        return True
    now = [people_of(state, bit) for state in states]
    mine = [frozenset(union) for union in unions if _counts(now, union, bit)]
    for moment in moments:
        then = [people_of(state, bit) for state in moment]
        found = classes(now, then)
        theirs = [union for union in subsets(len(then)) if _counts(then, union, bit)]
        if any(_clash(found, union, other, strict=strict) for union in mine for other in theirs):
            return False
    return True


def _counts(parts: Sequence[People], union: Collection[int], bit: int | None) -> bool:
    """Whether a union is published: marks given by fewer than ten are never printed."""
    heads = sum(len(parts[place][0]) for place in union)
    if bit is None:
        return heads > 0
    return heads >= SMALLEST and at_least(together([parts[place] for place in union]), SMALLEST)


def _clash(found: Classes, union: frozenset[int], other: frozenset[int], *, strict: bool) -> bool:
    return too_close(found, union, other) or (strict and equal(found, union, other))
