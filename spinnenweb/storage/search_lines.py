"""What of each kind of record is searched: its words as the worker or the resident said them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.search import HitKind
from spinnenweb.storage.search_store import Line

if TYPE_CHECKING:
    from spinnenweb.domain.agenda import FollowUp
    from spinnenweb.domain.contacts import Meeting, ShortContact
    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.goals import Goal, GoalStep, LookBack
    from spinnenweb.domain.residents import Resident


def lines_of_resident(resident: Resident) -> tuple[Line, ...]:
    """The calling name and the code."""
    said = f"{resident.calling_name} {resident.code}"
    return (Line(HitKind.RESIDENT, resident.id, resident.id, said),)


def lines_of_conversation(conversation: Conversation) -> tuple[Line, ...]:
    """All notes, what was seen otherwise, the gift to another, the step, and what matters in own words."""
    talk, step = conversation, conversation.step
    notes = (talk.note, talk.noticed, talk.gift, *(entry.note for entry in talk.dimensions))
    said = [(HitKind.NOTE, note) for note in notes]
    said.append((HitKind.STEP, _in_one_line(step.what, step.when, step.with_whom)))
    said += [(HitKind.GOAL, matter.words) for matter in talk.matters]
    said += [(HitKind.DISAGREEMENT, other.words) for other in talk.disagreements]
    return tuple(Line(kind, talk.id, talk.resident_id, text, talk.held_on, talk.id) for kind, text in said if text)


def lines_of_goal(goal: Goal) -> tuple[Line, ...]:
    """The goal in the resident's words."""
    talk_id = goal.conversation_id or ""
    return (Line(HitKind.GOAL, goal.id, goal.resident_id, goal.words, goal.made_on, talk_id),)


def lines_of_step(step: GoalStep) -> tuple[Line, ...]:
    """What, when and with whom."""
    said = _in_one_line(step.what, step.when, step.with_whom)
    return (Line(HitKind.STEP, step.id, step.resident_id, said, step.made_on, step.conversation_id or ""),)


def lines_of_look_back(told: LookBack) -> tuple[Line, ...]:
    """How it went, in the resident's words."""
    talk_id = told.conversation_id or ""
    return (Line(HitKind.LOOK_BACK, told.id, told.resident_id, told.words, told.on, talk_id),)


def lines_of_short_contact(contact: ShortContact) -> tuple[Line, ...]:
    """The one line."""
    return (Line(HitKind.CONTACT, contact.id, contact.resident_id or "", contact.line, contact.held_on),)


def lines_of_meeting(meeting: Meeting) -> tuple[Line, ...]:
    """The one line."""
    return (Line(HitKind.MEETING, meeting.id, "", meeting.line, meeting.held_on),)


def lines_of_follow_up(follow_up: FollowUp) -> tuple[Line, ...]:
    """What was promised, as long as it is open."""
    if not follow_up.open:
        return ()
    return (Line(HitKind.AGENDA, follow_up.id, follow_up.resident_id or "", follow_up.what, follow_up.due),)


def _in_one_line(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
