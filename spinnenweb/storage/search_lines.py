"""What of each kind of record is searched: its words as the worker or the resident said them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.search import HitKind
from spinnenweb.storage.search_store import Line

if TYPE_CHECKING:
    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.goals import Goal, GoalStep
    from spinnenweb.domain.residents import Resident


def lines_of_resident(resident: Resident) -> tuple[Line, ...]:
    """The calling name and the code."""
    said = f"{resident.calling_name} {resident.code}"
    return (Line(HitKind.RESIDENT, resident.id, resident.id, said),)


def lines_of_conversation(conversation: Conversation) -> tuple[Line, ...]:
    """All notes, what the resident could do for another, the step, and what matters in own words."""
    talk, step = conversation, conversation.step
    notes = (talk.note, talk.noticed, talk.gift, *(entry.note for entry in talk.dimensions))
    said = [(HitKind.NOTE, note) for note in notes]
    said.append((HitKind.STEP, _in_one_line(step.what, step.when, step.with_whom)))
    said += [(HitKind.GOAL, matter.words) for matter in talk.matters]
    return tuple(Line(kind, talk.id, talk.resident_id, text, talk.held_on, talk.id) for kind, text in said if text)


def lines_of_goal(goal: Goal) -> tuple[Line, ...]:
    """The goal in the resident's words."""
    talk_id = goal.conversation_id or ""
    return (Line(HitKind.GOAL, goal.id, goal.resident_id, goal.words, goal.made_on, talk_id),)


def lines_of_step(step: GoalStep) -> tuple[Line, ...]:
    """What, when and with whom."""
    said = _in_one_line(step.what, step.when, step.with_whom)
    return (Line(HitKind.STEP, step.id, step.resident_id, said, step.made_on, step.conversation_id or ""),)


def _in_one_line(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
