"""Marks of a set of people: which were given, how many in each class, and what changed since the year before.

The classes and the change are for the yearly tables (reference/anonymisation.md 4.3 and 4.7 rule 15). They are
counted with the snapshot, like every other figure, so that nothing that happens after it shows in them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from spinnenweb.disclosure.columns import MARK_UNIT, NOT_GIVEN, item_key, numbers
from spinnenweb.disclosure.lines import CLASSES
from spinnenweb.domain.instruments import DIMENSION_CODES

if TYPE_CHECKING:
    import numpy.typing as npt

    from spinnenweb.disclosure.columns import Flags, Numbers, Roll
    from spinnenweb.disclosure.ledger import State, VillageLedger
    from spinnenweb.disclosure.people import WebKey

    Marks = npt.NDArray[np.int64]
    Places = npt.NDArray[np.intp]

MARK_CLASSES = (("0-4", 0, 4), ("5-6", 5, 6), ("7-10", 7, 10))
"""Name, lowest and highest mark of a class; a mean of aspects is in the class of its whole number, half up."""


@dataclass(frozen=True, slots=True)
class YearBefore:
    """The measurements behind the last yearly tables: tokens in ascending order and which marks each gave."""

    year: int
    web: WebKey
    tokens: Numbers
    given: npt.NDArray[np.uint8]


def class_item(dimension: str, name: str) -> str:
    """A class of a dimension as an item."""
    return f"{dimension}:{name}"


def year_before(village: VillageLedger) -> YearBefore | None:
    """What a change is measured from; `None` before the first yearly tables."""
    if not village.years:
        return None
    last = village.years[-1]
    states = village.states_of(last)
    tokens = np.concatenate([numbers(state.tokens) for state in states])
    given = np.concatenate([np.frombuffer(state.given, dtype=np.uint8) for state in states])
    order = np.argsort(tokens)
    return YearBefore(last.year, last.web, tokens[order], given[order])


def flag_bits(flags: Flags) -> bytes:
    """One byte a row: one bit a column."""
    bits = (flags * (1 << np.arange(len(DIMENSION_CODES)))).sum(axis=1)
    return bytes(bits.astype(np.uint8))


def by_dimension(values: Marks) -> dict[str, int]:
    """The sum of every column."""
    return {code: int(total) for code, total in zip(DIMENSION_CODES, values.sum(axis=0), strict=True)}


def class_counts(marks: Marks, units: Numbers) -> dict[str, tuple[int, int]]:
    """Per dimension and class the residents and the units in it."""
    rounded = np.where(marks == NOT_GIVEN, NOT_GIVEN, (2 * marks + MARK_UNIT) // (2 * MARK_UNIT))
    found = {}
    for column, code in enumerate(DIMENSION_CODES):
        for name, low, high in MARK_CLASSES:
            there = (rounded[:, column] >= low) & (rounded[:, column] <= high)
            homes = len(np.unique(units[there]))
            found[item_key(CLASSES, class_item(code, name))] = (int(there.sum()), homes)
    return found


def with_change(state: State, roll: Roll, order: Places, marks: Marks, before: YearBefore) -> State:
    """The state with the change of everybody who was measured again since the year before."""
    rank = np.full(len(roll), -1, dtype=np.int64)
    rank[order] = np.arange(len(order))
    at = rank[np.frombuffer(roll.earlier_of, dtype=np.uint32)]
    old = numbers(roll.earlier_tokens)
    kept = (at >= 0) & np.isin(old, before.tokens)
    at, old = at[kept], old[kept]
    earlier = np.frombuffer(roll.earlier_marks, dtype=np.int16).reshape(-1, len(DIMENSION_CODES))[kept]
    then = np.zeros(len(order), dtype=np.uint64)
    then[at] = old
    then_marks = np.full(marks.shape, NOT_GIVEN, dtype=np.int64)
    then_marks[at] = earlier
    # who was not measured again adds nothing but a known nought
    then[then == numbers(state.tokens)] = 0
    printed = _given_then(then, before)
    both = (marks != NOT_GIVEN) & (then_marks != NOT_GIVEN) & printed
    return replace(
        state,
        against=before.year,
        then=then.astype("<u8").tobytes(),
        both=flag_bits(both),
        changes=by_dimension(np.where(both, marks - then_marks, 0)),
    )


def _given_then(then: Numbers, before: YearBefore) -> Flags:
    """Which marks the ledger knows to have been given under these tokens."""
    place = np.minimum(np.searchsorted(before.tokens, then), max(len(before.tokens) - 1, 0))
    bits = np.where(then != 0, before.given[place], 0) if len(before.tokens) else np.zeros(len(then), np.uint8)
    return np.asarray((bits[:, None] & (1 << np.arange(len(DIMENSION_CODES)))) != 0)
