"""Follow-ups: what was promised for a date, about anything that happened."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

COMING_DAYS = 7
"""How far `Bucket.WEEK` reaches: the seven days after today, so that Sunday shows Monday too."""
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


class FollowUpKind(StrEnum):
    """What a follow-up is about; `about_id` is the record of that kind."""

    CONVERSATION = "gesprek"
    STEP = "stap"
    GOAL = "doel"
    CONTACT = "contact"
    MEETING = "bijeenkomst"
    BRING = "brengen"
    HANDOVER = "overdracht"
    HELPED = "hielp-het"
    OTHER = "anders"


class Bucket(StrEnum):
    """When a follow-up is due, as home groups it."""

    OVERDUE = "te laat"
    TODAY = "vandaag"
    WEEK = "deze week"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something to do on a date, at a time of the day ("10:00") or at any ("").

    `sequence` goes up each time it is moved, so that a calendar knows the newest (RFC 5545, 3.8.7.4).
    """

    id: str
    kind: FollowUpKind
    about_id: str
    resident_id: str | None
    what: str
    due: date
    at: str = ""
    done_on: date | None = None
    sequence: int = 0

    @property
    def open(self) -> bool:
        """Whether it still has to be done."""
        return self.done_on is None


def bucket(follow_up: FollowUp, today: date) -> Bucket:
    """The group in which a follow-up stands on a day."""
    if follow_up.due < today:
        return Bucket.OVERDUE
    if follow_up.due == today:
        return Bucket.TODAY
    return Bucket.WEEK if follow_up.due <= today + timedelta(days=COMING_DAYS) else Bucket.LATER


def is_time(text: str) -> bool:
    """Whether a text is a time of the day from 00:00 to 23:59."""
    return _TIME.fullmatch(text) is not None
