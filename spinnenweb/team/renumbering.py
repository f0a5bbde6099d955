"""Many residents of a ledger under other numbers at once; one by one would take a pass over it for each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from spinnenweb.disclosure.columns import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spinnenweb.disclosure.ledger import Ledger, State


def with_numbers(ledger: Ledger, counts_as: Mapping[int, tuple[int, int]]) -> Ledger:
    """The ledger with these residents, in all earlier sets, under another number and unit.

    As `disclosure.ledger_edits.with_one_resident` and `with_one_household` for each of them.
    """
    if not counts_as:
        return ledger
    ordered = sorted(counts_as)
    known = np.asarray(ordered, dtype=np.uint64)
    people = np.asarray([counts_as[number][0] for number in ordered], dtype=np.uint64)
    units = np.asarray([counts_as[number][1] for number in ordered], dtype=np.uint64)

    def renamed(state: State) -> State:
        there = numbers(state.residents)
        at = np.minimum(np.searchsorted(known, there), len(known) - 1)
        found = known[at] == there
        if not found.any():
            return state
        return replace(
            state,
            residents=np.where(found, people[at], there).astype("<u8").tobytes(),
            units=np.where(found, units[at], numbers(state.units)).astype("<u8").tobytes(),
        )

    for village in ledger.villages.values():
        states = tuple(map(renamed, village.states))
        if states != village.states:
            ledger = ledger.plus(replace(village, states=states))
    return ledger
