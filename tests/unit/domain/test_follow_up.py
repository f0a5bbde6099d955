from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from spinnenweb.domain.agenda import Bucket, FollowUp, FollowUpKind, bucket, is_time
from spinnenweb.domain.conversations import Conversation, Step, Sureness
from spinnenweb.domain.goals import Goal, GoalState, GoalStep, LookBack, goal_after, step_of
from spinnenweb.domain.instruments import ADULT, Mode, Scale

TODAY = date(2026, 11, 20)
GOAL = Goal("goal", "bo", "weer buiten komen", GoalState.OPEN, TODAY)


@pytest.mark.parametrize(
    ("days", "place"),
    [
        (-400, Bucket.OVERDUE),
        (-1, Bucket.OVERDUE),
        (0, Bucket.TODAY),
        (1, Bucket.WEEK),
        (7, Bucket.WEEK),
        (8, Bucket.LATER),
    ],
)
def test_that_a_follow_up_stands_under_when_it_is_due(days: int, place: Bucket) -> None:
    promised = FollowUp("f", FollowUpKind.OTHER, "x", None, "", TODAY + timedelta(days=days))
    assert bucket(promised, TODAY) is place


@pytest.mark.parametrize(
    ("text", "right"),
    [("00:00", True), ("23:59", True), ("9:30", False), ("24:00", False), ("10:60", False), ("10:00\n", False)],
)
def test_that_a_time_has_two_digits_for_hours_and_minutes_of_one_day(text: str, right: bool) -> None:
    assert is_time(text) is right


def test_that_the_step_of_a_talk_is_taken_over_whole() -> None:
    step = Step("een ommetje", "dinsdag", "met Bo", Sureness.HARD, 4)
    talk = Conversation("talk", "bo", TODAY, ADULT, Mode.DIRECT, Scale.MARKS, (), (), step=step)
    made = step_of(talk, "step")
    assert made == GoalStep(
        "step", "bo", None, "talk", "een ommetje", "dinsdag", "met Bo", Sureness.HARD, 4, made_on=TODAY
    )
    assert made.open


@pytest.mark.parametrize("state", [GoalState.DONE, GoalState.OTHERWISE, GoalState.LET_GO])
def test_that_a_goal_is_closed_on_the_day_of_the_look_back_and_can_open_again(state: GoalState) -> None:
    told = LookBack("told", "bo", None, GOAL.id, None, TODAY + timedelta(days=9), state)
    closed = goal_after(GOAL, told)
    assert (closed.state, closed.closed_on, closed.open) == (state, TODAY + timedelta(days=9), False)
    assert goal_after(closed, replace(told, state=GoalState.OPEN)) == GOAL


@pytest.mark.parametrize(("step_id", "goal_id"), [(None, None), ("step", "goal")])
def test_that_a_look_back_is_about_one_thing(step_id: str | None, goal_id: str | None) -> None:
    with pytest.raises(ValueError, match="a step or about a goal"):
        LookBack("told", "bo", step_id, goal_id, None, TODAY, GoalState.DONE)


@pytest.mark.parametrize("confidence", [-1, 11])
def test_that_confidence_lies_between_0_and_10(confidence: int) -> None:
    with pytest.raises(ValueError, match="between 0 and 10"):
        GoalStep("step", "bo", confidence=confidence, made_on=TODAY)
