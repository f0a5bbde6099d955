"""Residents as columns: what a release needs of each, in a few bytes, so that a million fit in memory."""

from __future__ import annotations

from array import array
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import compress
from typing import TYPE_CHECKING

import numpy as np

from spinnenweb.disclosure.people import FOLLOW_UP_STAGES, Kind, WebKey
from spinnenweb.domain.instruments import DIMENSION_CODES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    import numpy.typing as npt

    from spinnenweb.disclosure.people import FollowUp, Member, WebAnswer

    Numbers = npt.NDArray[np.uint64]
    Flags = npt.NDArray[np.bool_]

MARK_UNIT = 2520
"""Marks are kept in 1/2520, so that a mean of up to ten aspects stays exact."""
NOT_GIVEN = -1
_NO_MARKS = (NOT_GIVEN,) * len(DIMENSION_CODES)
_UNKNOWN_YEAR = -1
_HOUSEHOLD = 0x9E3779B97F4A7C15
_ALL_64 = (1 << 64) - 1
ITEM_TABLES = {
    Kind.PEOPLE: ("themas", "onderwerpen"),
    Kind.FOLLOW_UP: ("signalen", "opvolging"),
    Kind.WEB: (),
}


def item_key(table: str, code: str) -> str:
    """The name of an item inside this room; codes are stable, words are not (4.7 rule 14)."""
    return f"{table}:{code}"


def unit_of(resident: int, household: int | None) -> int:
    """What counts as one for 5 and 10: the household, or the resident alone."""
    return resident if household is None else (household ^ _HOUSEHOLD) & _ALL_64


def _u64() -> array[int]:
    return array("Q")


@dataclass(slots=True)
class Roll:
    """The residents of one village. `items` pairs a position with an item, `web` is a place in `webs`.

    `earlier_*` are webs from before the last one, each with the position of its resident.
    """

    residents: array[int] = field(default_factory=_u64)
    units: array[int] = field(default_factory=_u64)
    tokens: dict[Kind, array[int]] = field(default_factory=lambda: {kind: _u64() for kind in Kind})
    born: array[int] = field(default_factory=lambda: array("h"))
    web: array[int] = field(default_factory=lambda: array("h"))
    marks: array[int] = field(default_factory=lambda: array("h"))
    item_of: array[int] = field(default_factory=lambda: array("I"))
    item_code: array[int] = field(default_factory=lambda: array("H"))
    items: dict[str, int] = field(default_factory=dict)
    webs: dict[WebKey, int] = field(default_factory=dict)
    earlier_of: array[int] = field(default_factory=lambda: array("I"))
    earlier_tokens: array[int] = field(default_factory=_u64)
    earlier_marks: array[int] = field(default_factory=lambda: array("h"))

    def __len__(self) -> int:
        return len(self.residents)

    def add(self, member: Member) -> None:
        """One resident more."""
        at = len(self.residents)
        self.residents.append(member.resident)
        self.units.append(unit_of(member.resident, member.household))
        self.tokens[Kind.PEOPLE].append(member.tokens.people)
        self.tokens[Kind.WEB].append(member.tokens.web)
        self.tokens[Kind.FOLLOW_UP].append(member.tokens.follow_up)
        self.born.append(_UNKNOWN_YEAR if member.birth_year is None else member.birth_year)
        self._add_web(member.web)
        for key in _items(member):
            self.item_of.append(at)
            self.item_code.append(self.items.setdefault(key, len(self.items)))
        for each in member.earlier:
            self.earlier_of.append(at)
            self.earlier_tokens.append(each.token)
            self.earlier_marks.extend(_marks_in_units(each.marks))

    def enter(
        self,
        who: tuple[int, int | None, int | None],
        tokens: tuple[int, int, int],
        web: tuple[WebKey, Iterable[int]] | None,
        items: Iterable[str],
        earlier: Iterable[tuple[int, Iterable[int]]] = (),
    ) -> None:
        """One resident more, from plain values: for who reads a million of them.

        Args:
            who: the number of the resident, that of the household if any, and the year of birth if known.
            tokens: of people, web and follow-up.
            web: its kind, and the six marks in 1/2520 in the order of the dimensions (`NOT_GIVEN` where none).
            items: as `item_key` names them.
            earlier: token and marks of webs from before the last one.
        """
        resident, household, born = who
        at = len(self.residents)
        self.residents.append(resident)
        self.units.append(unit_of(resident, household))
        for kind, token in zip((Kind.PEOPLE, Kind.WEB, Kind.FOLLOW_UP), tokens, strict=True):
            self.tokens[kind].append(token)
        self.born.append(_UNKNOWN_YEAR if born is None else born)
        self.web.append(NOT_GIVEN if web is None else self.webs.setdefault(web[0], len(self.webs)))
        self.marks.extend(_NO_MARKS if web is None else web[1])
        for key in items:
            self.item_of.append(at)
            self.item_code.append(self.items.setdefault(key, len(self.items)))
        for token, marks in earlier:
            self.earlier_of.append(at)
            self.earlier_tokens.append(token)
            self.earlier_marks.extend(marks)

    def _add_web(self, answer: WebAnswer | None) -> None:
        if answer is None:
            self.web.append(NOT_GIVEN)
            self.marks.extend([NOT_GIVEN] * len(DIMENSION_CODES))
            return
        key = WebKey(answer.instrument, answer.mode, answer.scale)
        self.web.append(self.webs.setdefault(key, len(self.webs)))
        self.marks.extend(_marks_in_units(answer.marks))

    def ages(self, year: int) -> npt.NDArray[np.int64]:
        """Age in a calendar year, -1 when unknown."""
        born = np.frombuffer(self.born, dtype=np.int16).astype(np.int64)
        return np.where(born == _UNKNOWN_YEAR, -1, year - born)


def _marks_in_units(marks: Mapping[str, Fraction | None]) -> Iterable[int]:
    given = (marks.get(code) for code in DIMENSION_CODES)
    return (NOT_GIVEN if mark is None else _in_units(mark) for mark in given)


def _in_units(mark: Fraction) -> int:
    """A mark in 1/2520, in whole numbers because a million of them are read."""
    return (2 * mark.numerator * MARK_UNIT + mark.denominator) // (2 * mark.denominator)


def _items(member: Member) -> Iterable[str]:
    yield from (f"themas:{code}" for code in member.themes)
    yield from (f"onderwerpen:{code}" for code in member.topics)
    yield from (f"signalen:{code}" for code in member.signals)
    yield from (f"opvolging:{stage}" for stage in stages_of(member.follow_up))


def stages_of(follow_up: FollowUp) -> tuple[str, ...]:
    """The stages of `opvolging.csv` that were reached."""
    # the gate counts on it that whoever arrived has started
    started = follow_up.handover_started or follow_up.arrived
    reached = (follow_up.agreed, follow_up.done, started, follow_up.arrived, follow_up.helped)
    return tuple(compress(FOLLOW_UP_STAGES, reached))


def rolls_of(members: Iterable[Member]) -> dict[str, Roll]:
    """The residents per village; `members` may be a stream."""
    rolls: defaultdict[str, Roll] = defaultdict(Roll)
    for member in members:
        rolls[member.village].add(member)
    return dict(rolls)


def numbers(values: bytes | array[int]) -> Numbers:
    """Numbers of 64 bits as an array, without a copy."""
    return np.frombuffer(values, dtype=np.uint64)
