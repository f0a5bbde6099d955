"""Snapshots: the set of people behind a group at one moment, with its counts and sums."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from spinnenweb.disclosure.columns import ITEM_TABLES, MARK_UNIT, NOT_GIVEN, numbers
from spinnenweb.disclosure.groups import ADULT_AGE
from spinnenweb.disclosure.ledger import Design, State
from spinnenweb.disclosure.marks import by_dimension, class_counts, flag_bits, with_change
from spinnenweb.disclosure.people import Kind
from spinnenweb.domain.instruments import DIMENSION_CODES

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from spinnenweb.disclosure.bands import Band
    from spinnenweb.disclosure.columns import Flags, Numbers, Roll
    from spinnenweb.disclosure.marks import YearBefore
    from spinnenweb.disclosure.people import WebKey

    Places = npt.NDArray[np.intp]
    Parts = Mapping[str, tuple[Roll, Flags]]

WHOLE = ""
"""The part of a village without age groups."""
MARK_LIMIT = 10 * MARK_UNIT


def adults(roll: Roll, year: int) -> Flags:
    """Who is in releases at all: 18 or older, with a known birth year."""
    return np.asarray(roll.ages(year) >= ADULT_AGE)


def in_band(roll: Roll, year: int, band: Band) -> Flags:
    """Who is in a band."""
    ages = roll.ages(year)
    return np.asarray((ages >= band.youngest) & (ages <= band.last))


def count_units(roll: Roll, chosen: Flags) -> int:
    """How many households and single residents there are among the chosen."""
    return len(np.unique(numbers(roll.units)[chosen]))


def parts_of(roll: Roll, design: Design, kind: Kind) -> Parts:
    """The residents of a village by part. Follow-up has rows for the whole village only, so one part."""
    if not design.bands or kind is Kind.FOLLOW_UP:
        return {WHOLE: (roll, adults(roll, design.year))}
    return {band.name: (roll, in_band(roll, design.year, band)) for band in design.bands}


def snapshot(
    kind: Kind, part: str, roll: Roll, chosen: Flags, design: Design, month: str, before: YearBefore | None = None
) -> State:
    """The state of one part as it would be published now; `before` is the year it is compared with."""
    if kind is Kind.WEB:
        chosen = chosen & _with_web(roll, design.web)
    order = _order(roll, kind, chosen)
    state = State(
        kind=kind,
        part=part,
        year=design.year,
        month=month,
        residents=_packed(numbers(roll.residents)[order]),
        units=_packed(numbers(roll.units)[order]),
        tokens=_packed(numbers(roll.tokens[kind])[order]),
        given=bytes(len(order)),
        counts=_counts(roll, kind, chosen),
        sums={},
    )
    return _with_marks(state, roll, order, before if before and before.web == design.web else None)


def _packed(values: Numbers) -> bytes:
    return values.astype("<u8").tobytes()


def _order(roll: Roll, kind: Kind, chosen: Flags) -> npt.NDArray[np.intp]:
    at = np.flatnonzero(chosen)
    return np.asarray(at[np.argsort(numbers(roll.tokens[kind])[at], kind="stable")])


def _with_web(roll: Roll, key: WebKey | None) -> Flags:
    """Who gave a mark in the one kind of web of this village."""
    place = roll.webs.get(key) if key is not None else None
    if place is None:
        return np.zeros(len(roll), dtype=np.bool_)
    some = (_mark_columns(roll) != NOT_GIVEN).any(axis=1)
    return np.asarray((np.frombuffer(roll.web, dtype=np.int16) == place) & some)


def _mark_columns(roll: Roll) -> npt.NDArray[np.int16]:
    return np.frombuffer(roll.marks, dtype=np.int16).reshape(-1, len(DIMENSION_CODES))


def _with_marks(state: State, roll: Roll, order: Places, before: YearBefore | None) -> State:
    """The state with what only webs have: marks given, their sums and classes, and the change since a year."""
    if state.kind is not Kind.WEB:
        return state
    marks = _mark_columns(roll)[order].astype(np.int64)
    there = marks != NOT_GIVEN
    state = replace(
        state,
        given=flag_bits(there),
        sums=by_dimension(np.where(there, marks, 0)),
        counts=class_counts(marks, numbers(state.units)),
    )
    return state if before is None else with_change(state, roll, order, marks, before)


def _counts(roll: Roll, kind: Kind, chosen: Flags) -> dict[str, tuple[int, int]]:
    """Per item the residents and the units with it."""
    tables = ITEM_TABLES[kind]
    wanted = [(key, code) for key, code in roll.items.items() if key.partition(":")[0] in tables]
    if not wanted:
        return {}
    of = np.frombuffer(roll.item_of, dtype=np.uint32)
    codes = np.frombuffer(roll.item_code, dtype=np.uint16)
    there = chosen[of]
    of, codes = of[there], codes[there]
    heads = np.bincount(codes, minlength=len(roll.items))
    homes = heads if _all_single(roll) else _homes(roll, of, codes)
    return {key: (int(heads[code]), int(homes[code])) for key, code in sorted(wanted) if heads[code]}


def _all_single(roll: Roll) -> bool:
    return roll.units == roll.residents


def _homes(roll: Roll, of: npt.NDArray[np.uint32], codes: npt.NDArray[np.uint16]) -> npt.NDArray[np.intp]:
    _, units = np.unique(numbers(roll.units), return_inverse=True)
    pairs = np.unique(codes.astype(np.int64) * (len(roll) + 1) + units[of])
    return np.bincount(pairs // (len(roll) + 1), minlength=len(roll.items))
