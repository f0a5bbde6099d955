"""What may change in a ledger afterwards: who is one resident, and who is one household (4.7 rules 1 and 12).

Figures and sets stay as they were; only how distances are counted from now on changes. Erasing a resident changes
nothing here: the link from person to number goes, the number stays.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from spinnenweb.disclosure.columns import numbers, unit_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from spinnenweb.disclosure.columns import Numbers
    from spinnenweb.disclosure.ledger import Ledger, State, VillageLedger


def with_one_resident(ledger: Ledger, gone: int, kept: int, household: int | None = None) -> Ledger:
    """Two cards turned out to be one resident: in all earlier sets, too, they are the resident `kept`."""
    return _each_state(ledger, lambda state: _renamed(state, {gone, kept}, kept, unit_of(kept, household)))


def with_one_household(ledger: Ledger, residents: Collection[int], household: int) -> Ledger:
    """Residents who were linked as one household count as one in all earlier sets as well."""
    return _each_state(ledger, lambda state: _renamed(state, set(residents), None, unit_of(0, household)))


def with_units(ledger: Ledger, units: Mapping[int, int]) -> Ledger:
    """Everybody who is known now counts in all earlier sets as they count now: `units` by number of resident.

    So nobody is two, whoever moved in with somebody or away. Who is not in `units` stays as they were.
    """
    if not units:
        return ledger
    known = np.fromiter(sorted(units), dtype=np.uint64, count=len(units))
    now = np.fromiter((units[int(each)] for each in known), dtype=np.uint64, count=len(units))
    return _each_state(ledger, lambda state: _regrouped(state, known, now))


def _regrouped(state: State, known: Numbers, now: Numbers) -> State:
    names, units = numbers(state.residents), numbers(state.units)
    places = np.minimum(np.searchsorted(known, names), len(known) - 1)
    wanted = np.where(known[places] == names, now[places], units)
    if np.array_equal(wanted, units):
        return state
    return replace(state, units=wanted.astype("<u8").tobytes())


def with_names(ledger: Ledger, names: Mapping[str, str]) -> Ledger:
    """Villages under other names from now on; figures and sets stay. No village of a cluster may be among them."""
    found = {}
    for name, village in ledger.villages.items():
        new = names.get(name, name)
        found[new] = village if new == name else _under(village, new)
    return replace(ledger, villages=found)


def _under(village: VillageLedger, name: str) -> VillageLedger:
    design = None if village.design is None else replace(village.design, village=name)
    printed = {
        month: tuple(replace(each, row=replace(each.row, village=name)) for each in rows)
        for month, rows in village.printed.items()
    }
    return replace(village, name=name, design=design, printed=printed)


def _each_state(ledger: Ledger, change: Callable[[State], State]) -> Ledger:
    for village in ledger.villages.values():
        states = tuple(map(change, village.states))
        if any(new is not old for new, old in zip(states, village.states, strict=True)):
            ledger = ledger.plus(replace(village, states=states))
    return ledger


def _renamed(state: State, residents: Collection[int], resident: int | None, unit: int) -> State:
    there = np.isin(numbers(state.residents), np.asarray(sorted(residents), dtype=np.uint64))
    if not there.any():
        return state
    units = np.where(there, np.uint64(unit), numbers(state.units))
    names = numbers(state.residents)
    if resident is not None:
        names = np.where(there, np.uint64(resident), names)
    return replace(state, units=units.astype("<u8").tobytes(), residents=names.astype("<u8").tobytes())
