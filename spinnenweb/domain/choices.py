"""What was done with a proposed offer: chosen, or declined and then not proposed again for the same question."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class Choice(StrEnum):
    """What the resident said."""

    CHOSEN = "gekozen"
    DECLINED = "afgewezen"


class AboutKind(StrEnum):
    """What an offer was proposed for."""

    TOPIC = "onderwerp"
    THEME = "thema"
    GOAL = "doel"
    STEP = "stap"
    SIGNAL = "signaal"
    GIFT = "bijdrage"


@dataclass(frozen=True, slots=True)
class ProposalChoice:
    """One answer of one resident to one proposed offer.

    `about` is the code of a topic, theme or signal, or the id of a goal or step. `reason` is said in words.
    """

    id: str
    resident_id: str
    offer_id: str
    about_kind: AboutKind
    about: str
    answer: Choice
    chosen_on: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class HelpAnswer:
    """What was said about an offer while a talk goes on; it becomes a `ProposalChoice` when the talk is kept."""

    offer_id: str
    about_kind: AboutKind
    about: str
    answer: Choice
    reason: str = ""
