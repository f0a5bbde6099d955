"""What a write changed: returned by every writing service, sent once to all screens (decision 4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of records a screen may show."""

    RESIDENT = "resident"
    CONVERSATION = "conversation"
    CONSENT = "consent"
    DRAFT = "draft"
    VILLAGE = "village"
    SETTINGS = "settings"
    RELEASE = "release"
    BACKUP = "backup"
    GOAL = "goal"
    FOLLOW_UP = "follow_up"
    CONTACT = "contact"
    INSTRUMENT = "instrument"
    ORGANISATION = "organisation"
    OFFER = "offer"
    HANDOVER = "handover"
    PROPOSAL = "proposal"
    SIGNAL = "signal"
    VOCABULARY = "vocabulary"


@dataclass(frozen=True, slots=True)
class Changes:
    """The records touched, as (kind, id)."""

    touched: frozenset[tuple[Kind, str]] = field(default_factory=frozenset)

    def __or__(self, other: Changes) -> Changes:
        return Changes(self.touched | other.touched)

    def touches(self, *kinds: Kind) -> bool:
        """Whether any record of one of these kinds changed."""
        return any(kind in kinds for kind, _ in self.touched)


NOTHING = Changes()


def changed(kind: Kind, *ids: str) -> Changes:
    """Changes of some records of one kind."""
    return Changes(frozenset((kind, record_id) for record_id in ids))
