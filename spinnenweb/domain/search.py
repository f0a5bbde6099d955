"""What a search finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class HitKind(StrEnum):
    """Where the words stand."""

    RESIDENT = "resident"
    NOTE = "note"
    STEP = "step"
    GOAL = "goal"
    LOOK_BACK = "look_back"
    DISAGREEMENT = "disagreement"
    CONTACT = "contact"
    MEETING = "meeting"
    AGENDA = "agenda"
    ORGANISATION = "organisation"
    OFFER = "offer"
    CONTACT_PERSON = "contact_person"
    ORGANISATION_TALK = "organisation_talk"
    HANDOVER = "handover"
    CHOICE = "choice"
    SIGNAL = "signal"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found.

    `title` is what the resident is called, of the social map the organisation (that of `organisation_id`), or the
    village of a contact with nobody in particular, and may then be empty, as `resident_id` is. `snippet` holds the
    words around what was found (of a resident: code and village). `held_on` is the date of what was found, of a
    promise the day it is due, of a resident that of the last talk. `talk_id` is the conversation it belongs to, or
    empty. `code` is that of a resident without a calling name, for who shows the title in another language.
    """

    kind: HitKind
    record_id: str
    resident_id: str
    title: str
    snippet: str
    held_on: date | None
    talk_id: str = ""
    code: str = ""
    organisation_id: str = ""
