"""Who was measured in the yearly tables of two years, in two different talks (4.7 rule 15)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from spinnenweb.disclosure.columns import numbers
from spinnenweb.disclosure.distance import together
from spinnenweb.disclosure.figures import digest_of
from spinnenweb.disclosure.people import Kind
from spinnenweb.domain.instruments import DIMENSION_CODES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spinnenweb.disclosure.columns import Numbers
    from spinnenweb.disclosure.distance import People
    from spinnenweb.disclosure.ledger import State, YearMoment


@dataclass(frozen=True, slots=True)
class Pairs:
    """The later measurements with their units, the earlier ones, and a name that depends on both."""

    now: People
    then: Numbers
    digest: str


def measured_since(states: Iterable[State], last: YearMoment) -> list[State]:
    """The states that hold a change since the yearly tables of `last`."""
    return [state for state in states if state.against == last.year]


def pairs_of(states: Sequence[State], code: str) -> Pairs:
    """Who gave the mark of a dimension both times."""
    bit = 1 << DIMENSION_CODES.index(code)
    flags = [np.frombuffer(state.both, dtype=np.uint8) & bit != 0 for state in states]
    both = list(zip(states, flags, strict=True))
    now = together([(numbers(s.tokens)[there], numbers(s.units)[there]) for s, there in both])
    then = [numbers(s.then)[there] for s, there in both]
    earlier = np.sort(np.concatenate(then)) if then else np.empty(0, np.uint64)
    return Pairs(now, earlier, digest_of(Kind.WEB, np.concatenate([now[0], earlier])))
