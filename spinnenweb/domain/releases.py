"""What is given out: protected figures only, never a person (reference/anonymisation.md 4.2 to 4.7)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal
    from pathlib import Path

TOTAL = "totaal"
"""The word for the total over villages in the column `kern` (reference/anonymisation.md 4.6)."""


class RowStatus(StrEnum):
    """Whether a figure is printed; the same words on screen and in the files."""

    NEW = "nieuw"
    REPEATED = "herhaald"
    HIDDEN = "afgeschermd"


class WhyHidden(StrEnum):
    """Why a figure is not printed. For the worker's screen only, never in a file.

    `no_snapshot`: this group was never shown, `few`: under 10, `small_group`: an item of a group under 20, `many`:
    nearly everybody, `extreme`: a mean at either end, `derived`: another figure would follow from it.
    """

    NO_SNAPSHOT = "no_snapshot"
    FEW = "few"
    SMALL_GROUP = "small_group"
    MANY = "many"
    EXTREME = "extreme"
    DERIVED = "derived"


class Rhythm(StrEnum):
    """How often a vault gives out figures: a quarter by default, a month by choice."""

    QUARTER = "kwartaal"
    MONTH = "maand"


def last_moment(today: date, rhythm: Rhythm) -> date:
    """The last day of the last whole quarter or month; `today` counts when it is such a day."""
    months = 3 if rhythm is Rhythm.QUARTER else 1
    tomorrow = today + timedelta(days=1)
    first_month = (tomorrow.month - 1) // months * months + 1
    return date(tomorrow.year, first_month, 1) - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ReleaseChoice:
    """What is asked for. `until` is the only clock of a release and may lie in the future.

    `villages` are ids, none for every village. `clusters` goes from a name to the ids of small villages that stand
    together for the year. `previous_of` names the laptops whose previous contribution stands in for a missing one.
    """

    until: date
    villages: tuple[str, ...] = ()
    clusters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    previous_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """One printed row, as it stands in the file of `table`.

    `value` and `step` are `None` when hidden; `item` is a code (of a theme, dimension, signal or stage) or empty;
    `snapshot` is `YYYY-MM`, empty where there never was one. `age_group` is `totaal` in a village's own row.
    """

    table: str
    village: str
    age_group: str
    item: str
    value: Decimal | None
    step: Decimal | None
    status: RowStatus
    snapshot: str


@dataclass(frozen=True, slots=True)
class HiddenCell:
    """Why one row is hidden, and from how many residents it will be enough (`None`: not by number)."""

    table: str
    village: str
    age_group: str
    item: str
    why: WhyHidden
    enough_from: int | None


@dataclass(frozen=True, slots=True)
class ReleaseAudit:
    """What the gate found: `cells` printed figures held against everything ever published, in `seconds`.

    `failed` names the villages that repeat their last release because of it.
    """

    passed: bool
    cells: int
    seconds: float
    failed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReleaseSummary:
    """What an earlier release contained. `tables` goes from a table to the figures shown in it.

    `shown`, `hidden`, `new` and `repeated` count figures; `shown` is `new` plus `repeated`. `made_on` is the day
    its files were first made.
    """

    number: int
    month: str
    made_on: date
    villages: tuple[str, ...]
    tables: Mapping[str, int]
    shown: int
    hidden: int
    new: int
    repeated: int


@dataclass(frozen=True, slots=True)
class ReleasePreview:
    """A release before it is made: the same figures its files will hold, and what only the worker sees.

    `again`: this release was made before and its files will be the same bytes. `villages` are names, clusters
    among them; `tables` goes from the name of a file to its rows, in the order of the files. `in_total` are the
    villages in the total. For the worker only: `hidden`, `counted` (residents who count, by village), `left_out`
    (under 18 or birth year unknown, by village), `too_few` (villages without any figure, and from how many
    residents it is enough), `missing` (laptops whose contribution is not there).
    """

    number: int
    month: str
    again: bool
    villages: tuple[str, ...]
    tables: Mapping[str, tuple[ReleaseRow, ...]]
    hidden: tuple[HiddenCell, ...]
    audit: ReleaseAudit
    counted: Mapping[str, int]
    left_out: Mapping[str, int]
    in_total: tuple[str, ...] = ()
    clusters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    too_few: Mapping[str, int] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    previous: ReleaseSummary | None = None

    @property
    def shows_anything(self) -> bool:
        """Whether any figure is printed."""
        return any(row.value is not None for rows in self.tables.values() for row in rows)


@dataclass(frozen=True, slots=True)
class MadeRelease:
    """A release that was given out."""

    number: int
    folder: Path
    files: tuple[Path, ...]
