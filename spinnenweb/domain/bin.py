"""The bin: what was put away can be taken back for thirty days; after that it is erased."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

DAYS = 30


class BinKind(StrEnum):
    """What can be put away; the text is the name of its table."""

    RESIDENT = "resident"
    CONVERSATION = "conversation"
    GOAL = "goal"
    STEP = "goal_step"
    CONTACT = "short_contact"
    MEETING = "meeting"
    FOLLOW_UP = "follow_up"
    ORGANISATION = "organisation"
    OFFER = "offer"
    CONTACT_PERSON = "contact_person"
    ORGANISATION_TALK = "organisation_talk"
    HANDOVER = "handover"


@dataclass(frozen=True, slots=True)
class BinItem:
    """Something in the bin. `words` are its own (a goal, a line, a calling name), `day` is the date it is about.

    `resident_id` is whose it is, or `None` for what is about nobody.
    """

    kind: BinKind
    id: str
    resident_id: str | None
    words: str
    day: date | None
    put_away_on: date

    @property
    def until(self) -> date:
        """The last day on which it can be taken back."""
        return kept_until(self.put_away_on)


def kept_until(put_away_on: date) -> date:
    """Until and including which day something can be taken back."""
    return put_away_on + timedelta(days=DAYS)
