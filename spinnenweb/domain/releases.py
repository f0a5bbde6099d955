"""What is given out: protected counts only, never a person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

TOTAL = "totaal"
"""The word for totals in the columns `kern` and `leeftijdsgroep` (reference/anonymisation.md 4.6)."""
SMALLEST_GROUP = 10
"""Smallest number of residents behind a printed count (reference/anonymisation.md 4.2)."""
ROUNDING = 5
"""Counts are multiples of this (as CBS prints them; reference/anonymisation.md section 1)."""


class RowStatus(StrEnum):
    """Whether a figure is printed; the same words on screen and in the files."""

    NEW = "nieuw"
    REPEATED = "herhaald"
    HIDDEN = "afgeschermd"


class WhyHidden(StrEnum):
    """Why a figure is not printed. For the worker's screen only, never in a file."""

    FEW = "few"
    MANY = "many"
    DERIVED = "derived"


@dataclass(frozen=True, slots=True)
class CountedPerson:
    """What one resident adds to a release: no name, no code, no date.

    `age` is the calendar year of the release minus the birth year, or `None`. `themes` and `topics` (codes of
    dimensions) are those of the last finished conversation up to the release's date.
    """

    village: str
    age: int | None
    themes: frozenset[str]
    topics: frozenset[str]


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """One printed row. `count` is a multiple of 5 from 10, or `None` when hidden; `item` is a code or empty."""

    village: str
    age_group: str
    item: str
    count: int | None
    status: RowStatus
    why: WhyHidden | None = None


@dataclass(frozen=True, slots=True)
class ReleaseTables:
    """The tables of one release, rows in fixed order. `moment` is the date up to which conversations count."""

    moment: date
    persons: tuple[ReleaseRow, ...]
    themes: tuple[ReleaseRow, ...]
    topics: tuple[ReleaseRow, ...]

    @property
    def snapshot(self) -> str:
        """The moment as printed: year and month, never a day."""
        return f"{self.moment:%Y-%m}"
