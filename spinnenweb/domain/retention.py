"""How long files are kept: whose term is over, why, and since when. Nothing is ever removed because of it alone.

The clock is the last real contact (reference/domain.md 4.1): a conversation, a look-back, a new goal or step, a
short talk or an answer given in person. A card that was never followed by one counts from the day it was made.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spinnenweb.domain.house_rules import FileKind, Retention

MONTHS_IN_A_YEAR = 12
JUMP = timedelta(hours=24)
"""A clock that is further off than this may be wrong."""
LONGEST_KEPT_ON = 10
"""Years: so far ahead can be said that a file is kept after its term."""


@dataclass(frozen=True, slots=True)
class FileOf:
    """One person's file: its richest part, the last real contact and the day it was begun."""

    resident_id: str
    kind: FileKind
    last_contact: date | None
    begun: date


@dataclass(frozen=True, slots=True)
class Due:
    """A file whose term is over.

    `last_contact` is `None` when there never was one: then the term runs from `begun`. `since` is the first day
    after the term of `months`.
    """

    resident_id: str
    kind: FileKind
    last_contact: date | None
    begun: date
    months: int
    since: date


@dataclass(frozen=True, slots=True)
class Keeping:
    """Somebody decided to keep a file after its term: why, and up to and including which day."""

    id: str
    resident_id: str
    kept_on: date
    until: date
    reason: str


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months later, or the last day of that month."""
    count = day.year * MONTHS_IN_A_YEAR + day.month - 1 + months
    year, month = count // MONTHS_IN_A_YEAR, count % MONTHS_IN_A_YEAR + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def due(files: Iterable[FileOf], terms: Retention, kept_until: Mapping[str, date], today: date) -> tuple[Due, ...]:
    """Whose term is over and whom nobody decided to keep, the longest over first."""
    found = [_due(file, terms.months[file.kind]) for file in files]
    over = [one for one in found if one.since <= today and not _kept(one, kept_until, today)]
    return tuple(sorted(over, key=lambda one: (one.since, one.resident_id)))


def _due(file: FileOf, months: int) -> Due:
    since = months_after(file.last_contact or file.begun, months)
    return Due(file.resident_id, file.kind, file.last_contact, file.begun, months, since)


def _kept(one: Due, kept_until: Mapping[str, date], today: date) -> bool:
    until = kept_until.get(one.resident_id)
    return until is not None and until >= today


def clock_jumped(now: datetime, last_seen: datetime | None) -> bool:
    """Whether the clock is more than a day from where the vault last saw it, forward or back."""
    return last_seen is not None and abs(now - last_seen) > JUMP
