from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.agenda import FollowUp, FollowUpKind
from spinnenweb.domain.changes import Kind, changed
from spinnenweb.domain.goals import Goal, GoalState, GoalStep, LookBack
from tests.records import varied
from tests.unit.security.vaults import code_of
from tests.unit.services.rooms import Room, same_room
from tests.unit.storage.files import NOON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.goals import GoalService

TODAY = NOON.date()
WEEK = timedelta(days=7)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


@pytest.fixture
def goals(opened: Room) -> GoalService:
    return opened.workspace.goals


@pytest.fixture
def bo(opened: Room) -> Resident:
    return opened.new_resident()


def step_for(bo: Resident, **other: object) -> GoalStep:
    plain = GoalStep("", bo.id, what="een ommetje", made_on=TODAY)
    return varied(plain, **other)


def added_step(goals: GoalService, bo: Resident, **other: object) -> GoalStep:
    goals.add_step(step_for(bo, **other))
    return goals.steps(bo.id)[0]


def test_that_a_goal_is_written_in_clean_words_and_opens_today(goals: GoalService, bo: Resident) -> None:
    changes = goals.add_goal(bo.id, "  weer buiten\r\nkomen \n", "talk-1")
    (goal,) = goals.of(bo.id)
    assert goal == Goal(goal.id, bo.id, "weer buiten\nkomen", GoalState.OPEN, TODAY, "talk-1")
    assert changes == changed(Kind.GOAL, goal.id) | changed(Kind.RESIDENT, bo.id)


def test_that_a_goal_or_step_without_words_is_refused(goals: GoalService, bo: Resident) -> None:
    assert code_of(lambda: goals.add_goal(bo.id, " \n ")) == "goal.empty"
    assert code_of(lambda: goals.add_step(step_for(bo, what="\n"))) == "step.empty"
    assert code_of(lambda: goals.add_goal("nobody", "iets")) == "resident.gone"
    assert (goals.of(bo.id), goals.steps(bo.id)) == ((), ())


def test_that_a_step_with_a_date_stands_on_the_agenda_and_without_one_does_not(
    opened: Room, goals: GoalService, bo: Resident
) -> None:
    goals.add_step(step_for(bo))
    changes = goals.add_step(step_for(bo, id="step-2", due=TODAY + WEEK, what="bellen\nmet Ria"))
    (promised,) = opened.workspace.agenda.of(bo.id)
    assert promised == FollowUp(promised.id, FollowUpKind.STEP, "step-2", bo.id, "bellen met Ria", TODAY + WEEK)
    assert changes == (
        changed(Kind.GOAL, "step-2") | changed(Kind.RESIDENT, bo.id) | changed(Kind.FOLLOW_UP, promised.id)
    )


@pytest.mark.parametrize("state", [GoalState.DONE, GoalState.OTHERWISE, GoalState.LET_GO])
def test_that_a_step_takes_the_state_it_was_told_in_and_leaves_the_agenda(
    opened: Room, goals: GoalService, bo: Resident, state: GoalState
) -> None:
    step = added_step(goals, bo, due=TODAY)
    told = LookBack("", bo.id, step.id, None, "talk-2", TODAY + WEEK, state, " het regende ")
    changes = goals.look_back(told)
    assert goals.steps(bo.id) == (replace(step, state=state),)
    assert goals.open_steps(bo.id) == ()
    (kept,) = goals.looked_back(bo.id)
    assert kept == replace(told, id=kept.id, words=" het regende")
    (promised,) = opened.workspace.agenda.of(bo.id)
    assert promised.done_on == TODAY + WEEK
    touched = {record for _, record in changes.touched}
    assert touched == {step.id, kept.id, promised.id, bo.id}


def test_that_a_step_that_is_still_open_stays_on_the_agenda(
    opened: Room, goals: GoalService, bo: Resident
) -> None:
    step = added_step(goals, bo, due=TODAY)
    goals.look_back(LookBack("", bo.id, step.id, None, None, TODAY, GoalState.OPEN, "nog even"))
    assert goals.open_steps(bo.id) == (step,)
    assert [line.follow_up.about_id for line in opened.workspace.agenda.open(TODAY)] == [step.id]


def test_that_a_goal_is_closed_and_opened_by_looking_back_and_both_are_remembered(
    goals: GoalService, bo: Resident
) -> None:
    goals.add_goal(bo.id, "weer buiten komen")
    (goal,) = goals.of(bo.id)
    told = LookBack("", bo.id, None, goal.id, None, TODAY, GoalState.LET_GO)
    goals.look_back(told)
    assert goals.of(bo.id) == (replace(goal, state=GoalState.LET_GO, closed_on=TODAY),)
    goals.look_back(replace(told, on=TODAY + WEEK, state=GoalState.OPEN))
    assert goals.of(bo.id) == (goal,)
    assert [one.state for one in goals.looked_back(bo.id)] == [GoalState.OPEN, GoalState.LET_GO]


def test_that_looking_back_on_nothing_writes_nothing(goals: GoalService, bo: Resident) -> None:
    for told in (
        LookBack("", bo.id, "no-step", None, None, TODAY, GoalState.DONE),
        LookBack("", bo.id, None, "no-goal", None, TODAY, GoalState.DONE),
    ):
        with pytest.raises(KeyError):
            goals.look_back(told)
    assert goals.looked_back(bo.id) == ()
