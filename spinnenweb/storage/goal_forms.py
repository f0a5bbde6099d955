"""Goals, steps and look-backs as rows and back."""

from __future__ import annotations

from datetime import date

from spinnenweb.domain.conversations import Sureness
from spinnenweb.domain.goals import Goal, GoalState, GoalStep, LookBack
from spinnenweb.storage import tables
from spinnenweb.storage.forms import Fields, Row, maybe_day, maybe_day_text, maybe_one
from spinnenweb.storage.search_lines import lines_of_goal, lines_of_look_back, lines_of_step
from spinnenweb.storage.shape import Shape


def goal_fields(goal: Goal) -> Fields:
    """A goal as JSON values."""
    return {
        "id": goal.id,
        "resident_id": goal.resident_id,
        "conversation_id": goal.conversation_id,
        "words": goal.words,
        "state": goal.state.value,
        "made_on": goal.made_on.isoformat(),
        "closed_on": maybe_day_text(goal.closed_on),
    }


def goal_from(row: Row) -> Goal:
    """The goal that `goal_fields` described."""
    return Goal(
        id=row["id"],
        resident_id=row["resident_id"],
        words=row["words"],
        state=GoalState(row["state"]),
        made_on=date.fromisoformat(row["made_on"]),
        conversation_id=row["conversation_id"],
        closed_on=maybe_day(row["closed_on"]),
    )


def goal_step_fields(step: GoalStep) -> Fields:
    """A step as JSON values."""
    return {
        "id": step.id,
        "resident_id": step.resident_id,
        "goal_id": step.goal_id,
        "conversation_id": step.conversation_id,
        "what": step.what,
        "when_said": step.when,
        "with_whom": step.with_whom,
        "sure": step.sure and step.sure.value,
        "confidence": step.confidence,
        "state": step.state.value,
        "made_on": step.made_on.isoformat(),
        "due": maybe_day_text(step.due),
    }


def goal_step_from(row: Row) -> GoalStep:
    """The step that `goal_step_fields` described."""
    return GoalStep(
        id=row["id"],
        resident_id=row["resident_id"],
        goal_id=row["goal_id"],
        conversation_id=row["conversation_id"],
        what=row["what"],
        when=row["when_said"],
        with_whom=row["with_whom"],
        sure=maybe_one(Sureness, row["sure"]),
        confidence=row["confidence"],
        state=GoalState(row["state"]),
        made_on=date.fromisoformat(row["made_on"]),
        due=maybe_day(row["due"]),
    )


def look_back_fields(told: LookBack) -> Fields:
    """A look-back as JSON values."""
    return {
        "id": told.id,
        "resident_id": told.resident_id,
        "step_id": told.step_id,
        "goal_id": told.goal_id,
        "conversation_id": told.conversation_id,
        "told_on": told.on.isoformat(),
        "state": told.state.value,
        "words": told.words,
    }


def look_back_from(row: Row) -> LookBack:
    """The look-back that `look_back_fields` described."""
    return LookBack(
        id=row["id"],
        resident_id=row["resident_id"],
        step_id=row["step_id"],
        goal_id=row["goal_id"],
        conversation_id=row["conversation_id"],
        on=date.fromisoformat(row["told_on"]),
        state=GoalState(row["state"]),
        words=row["words"],
    )


GOAL = Shape(tables.goal, goal_fields, goal_from, lines=lines_of_goal)
GOAL_STEP = Shape(tables.goal_step, goal_step_fields, goal_step_from, lines=lines_of_step)
LOOK_BACK = Shape(tables.look_back, look_back_fields, look_back_from, lines=lines_of_look_back)
