"""What a resident wants over time: goals, the small steps towards them, and how each of them went."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from spinnenweb.domain.conversations import Conversation, Sureness

LOWEST_CONFIDENCE = 0
HIGHEST_CONFIDENCE = 10


class GoalState(StrEnum):
    """How a goal or a step stands. All four are fine; none of them is a mark."""

    OPEN = "open"
    DONE = "gelukt"
    OTHERWISE = "anders gelopen"
    LET_GO = "losgelaten"


@dataclass(frozen=True, slots=True)
class Goal:
    """What a resident wants, in the resident's words. `conversation_id` is the talk it came from."""

    id: str
    resident_id: str
    words: str
    state: GoalState
    made_on: date
    conversation_id: str | None = None
    closed_on: date | None = None

    @property
    def open(self) -> bool:
        """Whether it still stands."""
        return self.state is GoalState.OPEN


@dataclass(frozen=True, slots=True)
class GoalStep:
    """A small step, of a goal or on its own. `confidence` is 0–10: how sure the resident is that it will work.

    `when` is what the resident said ("dinsdag"); `due` is the date to look back on, when one was agreed.
    """

    id: str
    resident_id: str
    goal_id: str | None = None
    conversation_id: str | None = None
    what: str = ""
    when: str = ""
    with_whom: str = ""
    sure: Sureness | None = None
    confidence: int | None = None
    state: GoalState = GoalState.OPEN
    made_on: date = field(kw_only=True)
    due: date | None = None

    def __post_init__(self) -> None:
        if self.confidence is not None and not LOWEST_CONFIDENCE <= self.confidence <= HIGHEST_CONFIDENCE:
            raise ValueError("confidence lies between 0 and 10")

    @property
    def open(self) -> bool:
        """Whether it still has to be done."""
        return self.state is GoalState.OPEN


@dataclass(frozen=True, slots=True)
class LookBack:
    """How a step or a goal went, told on one date; `conversation_id` is the talk in which it was told."""

    id: str
    resident_id: str
    step_id: str | None
    goal_id: str | None
    conversation_id: str | None
    on: date
    state: GoalState
    words: str = ""

    def __post_init__(self) -> None:
        if (self.step_id is None) == (self.goal_id is None):
            raise ValueError("a look-back is about a step or about a goal")


def step_of(conversation: Conversation, step_id: str) -> GoalStep:
    """The first step of a conversation as a step that is looked back on."""
    agreed = conversation.step
    return GoalStep(
        id=step_id,
        resident_id=conversation.resident_id,
        conversation_id=conversation.id,
        what=agreed.what,
        when=agreed.when,
        with_whom=agreed.with_whom,
        sure=agreed.sure,
        confidence=agreed.confidence,
        made_on=conversation.held_on,
    )


def goal_after(goal: Goal, told: LookBack) -> Goal:
    """The goal as it stands after a look-back."""
    closed_on = None if told.state is GoalState.OPEN else told.on
    return replace(goal, state=told.state, closed_on=closed_on)
