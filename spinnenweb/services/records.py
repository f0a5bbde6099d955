"""Records made for reading: what a list shows of a resident."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from spinnenweb.domain.agenda import Bucket, FollowUp
    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.conversations import Conversation, Step
    from spinnenweb.domain.residents import Resident


@dataclass(frozen=True, slots=True)
class ResidentLine:
    """A resident with what was last agreed. `conversations` counts finished ones; the rest is of the newest."""

    resident: Resident
    village_name: str
    last_held_on: date | None
    conversations: int
    next_step: Step
    return_on: date | None


@dataclass(frozen=True, slots=True)
class Finished:
    """How a conversation ended. When it was not `kept`, it lives on only here."""

    kept: bool
    conversation: Conversation
    resident: Resident
    changes: Changes


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A follow-up with whom it is about. `since` is the date from which it is late, or `None` when it is not."""

    follow_up: FollowUp
    resident: Resident | None
    village_name: str
    bucket: Bucket
    since: date | None
