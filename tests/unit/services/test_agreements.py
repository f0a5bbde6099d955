"""What a conversation leaves among the goals and on the agenda, in the same write as the conversation itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import OperationalError

from spinnenweb.domain.agenda import FollowUp, FollowUpKind
from spinnenweb.domain.changes import Kind
from spinnenweb.domain.conversations import NO_STEP, Disagreement, Step, Sureness
from spinnenweb.domain.goals import GoalState, GoalStep, LookBack, step_of
from spinnenweb.domain.instruments import ADULT, ADULT_FIRST, SIMPLE, InstrumentKey, Mode, Scale
from tests.unit.services.rooms import LATER, NO, Room, answered, same_room
from tests.unit.storage.files import NOON, execute

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.domain.residents import ConsentAnswer

TODAY = NOON.date()
DAY = timedelta(days=1)
MONTH = 30 * DAY
STEP = Step("een ommetje", "dinsdag", "met Bo", Sureness.YES, 7)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


def open_ids(opened: Room) -> list[str]:
    return [line.follow_up.about_id for line in opened.workspace.agenda.open(TODAY)]


def test_that_a_finished_talk_puts_its_step_and_its_next_date_where_they_are_seen(opened: Room) -> None:
    bo = opened.new_resident()
    done = opened.talk(bo, step=STEP, return_on=TODAY + MONTH)
    (step,) = opened.workspace.goals.steps(bo.id)
    assert step == step_of(done.conversation, step.id)
    (promised,) = opened.workspace.agenda.of(bo.id)
    assert promised == FollowUp(
        promised.id, FollowUpKind.CONVERSATION, done.conversation.id, bo.id, "een ommetje", TODAY + MONTH
    )
    assert {(Kind.GOAL, step.id), (Kind.FOLLOW_UP, promised.id)} <= done.changes.touched


def test_that_a_talk_that_agreed_on_nothing_leaves_nothing(opened: Room) -> None:
    bo = opened.new_resident()
    done = opened.talk(bo)
    assert (opened.workspace.goals.steps(bo.id), open_ids(opened)) == ((), [])
    assert not done.changes.touches(Kind.GOAL, Kind.FOLLOW_UP)


@pytest.mark.parametrize("answer", [NO, LATER])
def test_that_a_talk_that_is_not_kept_leaves_nothing(opened: Room, answer: ConsentAnswer) -> None:
    talks, bo = opened.workspace.conversations, opened.new_resident()
    draft = talks.begin(bo)
    agreed = replace(draft.conversation, step=STEP, return_on=TODAY + MONTH)
    assert not talks.finish(answered(replace(draft, conversation=agreed), answer)).kept
    assert (opened.workspace.goals.steps(bo.id), open_ids(opened)) == ((), [])


def test_that_a_talk_is_kept_with_what_was_agreed_or_not_at_all(opened: Room) -> None:
    talks, bo = opened.workspace.conversations, opened.new_resident()
    draft = talks.begin(bo)
    agreed = answered(replace(draft, conversation=replace(draft.conversation, step=STEP, return_on=TODAY + MONTH)))
    talks.save_draft(agreed)
    execute(opened.workspace.database, "ALTER TABLE follow_up RENAME TO away")
    with pytest.raises(OperationalError):
        talks.finish(agreed)
    execute(opened.workspace.database, "ALTER TABLE away RENAME TO follow_up")
    assert (talks.of(bo.id), opened.workspace.goals.steps(bo.id), open_ids(opened)) == ((), (), [])
    assert talks.draft(draft.id).conversation.step == STEP
    assert talks.finish(agreed).kept


def test_that_who_is_spoken_with_again_has_been_come_back_to(opened: Room) -> None:
    bo, other = opened.new_resident(), opened.new_resident()
    earlier = opened.talk(bo, TODAY - MONTH, return_on=TODAY)
    theirs = opened.talk(other, TODAY - MONTH, return_on=TODAY)
    opened.workspace.agenda.add(FollowUp("own", FollowUpKind.OTHER, "own", bo.id, "bellen", TODAY))
    again = opened.talk(bo, TODAY, return_on=TODAY + MONTH)
    assert set(open_ids(opened)) == {"own", theirs.conversation.id, again.conversation.id}
    back = {one.about_id: one.done_on for one in opened.workspace.agenda.of(bo.id)}
    assert back == {earlier.conversation.id: TODAY, "own": None, again.conversation.id: None}
    assert again.changes.touches(Kind.FOLLOW_UP)


def test_that_a_talk_of_long_ago_typed_in_later_comes_back_on_nothing(opened: Room) -> None:
    bo = opened.new_resident()
    newest = opened.talk(bo, TODAY, return_on=TODAY + MONTH)
    opened.talk(bo, TODAY - MONTH)
    assert open_ids(opened) == [newest.conversation.id]


def test_that_correcting_the_next_date_moves_the_appointment(opened: Room) -> None:
    bo = opened.new_resident()
    talk = opened.talk(bo, return_on=TODAY + MONTH).conversation
    (before,) = opened.workspace.agenda.of(bo.id)
    talks = opened.workspace.conversations
    changes = talks.correct(replace(talk, return_on=TODAY + DAY))
    assert opened.workspace.agenda.of(bo.id) == (replace(before, due=TODAY + DAY, sequence=1),)
    assert (Kind.FOLLOW_UP, before.id) in changes.touched
    talks.correct(replace(talk, return_on=None))
    assert opened.workspace.agenda.of(bo.id) == ()
    talks.correct(replace(talk, return_on=TODAY + MONTH))
    assert open_ids(opened) == [talk.id]


def test_that_correcting_the_step_keeps_how_it_went(opened: Room) -> None:
    bo, goals = opened.new_resident(), opened.workspace.goals
    talk = opened.talk(bo, step=STEP).conversation
    (step,) = goals.steps(bo.id)
    other = GoalStep("0", bo.id, None, talk.id, "bellen", made_on=TODAY)
    goals.add_step(other)
    goals.look_back(LookBack("", bo.id, step.id, None, None, TODAY, GoalState.DONE))
    better = replace(talk, step=replace(STEP, what="een wandeling", confidence=3))
    opened.workspace.conversations.correct(better)
    corrected = replace(step, what="een wandeling", confidence=3, state=GoalState.DONE)
    assert set(goals.steps(bo.id)) == {corrected, other}


def test_that_a_step_corrected_away_is_gone_and_one_corrected_in_is_there(opened: Room) -> None:
    bo, talks = opened.new_resident(), opened.workspace.conversations
    talk = opened.talk(bo, step=STEP).conversation
    talks.correct(replace(talk, step=NO_STEP))
    assert opened.workspace.goals.steps(bo.id) == ()
    talks.correct(replace(talk, step=STEP))
    assert [step.what for step in opened.workspace.goals.steps(bo.id)] == ["een ommetje"]


def test_that_correcting_something_else_leaves_what_was_agreed_alone(opened: Room) -> None:
    bo = opened.new_resident()
    talk = opened.talk(bo, step=STEP, return_on=TODAY + MONTH).conversation
    agenda = opened.workspace.agenda
    agenda.move(agenda.of(bo.id)[0].id, TODAY + DAY)
    changes = opened.workspace.conversations.correct(replace(talk, note="anders"))
    assert not changes.touches(Kind.FOLLOW_UP, Kind.GOAL)
    assert [one.due for one in agenda.of(bo.id)] == [TODAY + DAY]


def test_that_what_was_said_together_is_kept_in_clean_words(opened: Room) -> None:
    bo = opened.new_resident()
    done = opened.talk(
        bo,
        noticed="veel\r\nlinks  ",
        gift=" fietsen maken ",
        signals=("schulden",),
        via=" buur ",
        tell_back=True,
        order=("MD", "LF"),
        disagreements=(Disagreement("LF", "minder\n"),),
    )
    kept = opened.workspace.conversations.get(done.conversation.id)
    assert (kept.noticed, kept.gift, kept.via) == ("veel\nlinks", " fietsen maken", "buur")
    assert (kept.signals, kept.tell_back, kept.order) == (("schulden",), True, ("MD", "LF"))
    assert kept.disagreements == (Disagreement("LF", "minder"),)


@pytest.mark.parametrize(
    ("chosen", "scale", "begun"),
    [
        (ADULT_FIRST, "cijfers", (ADULT_FIRST, Mode.DIRECT, Scale.MARKS)),
        (SIMPLE, "gezichten", (SIMPLE, Mode.DIRECT, Scale.FACES)),
        (ADULT, "gezichten", (ADULT, Mode.DIRECT, Scale.MARKS)),
        (InstrumentKey("volwassenen", 9), "cijfers", (ADULT, Mode.DIRECT, Scale.MARKS)),
    ],
)
def test_that_a_talk_begins_with_the_residents_own_instrument_and_scale(
    opened: Room, chosen: InstrumentKey, scale: str, begun: tuple[InstrumentKey, Mode, Scale]
) -> None:
    bo = opened.new_resident(instrument_id=chosen.id, instrument_version=chosen.version, scale=scale)
    talk = opened.workspace.conversations.begin(bo).conversation
    assert (talk.instrument, talk.mode, talk.scale) == begun


def test_that_a_draft_is_old_after_thirty_days_and_the_oldest_comes_first(opened: Room) -> None:
    talks = opened.workspace.conversations
    drafts = [talks.begin(opened.workspace.residents.blank(), resident_is_new=True) for _ in range(3)]
    for draft, days in zip(drafts, (30, 31, 60), strict=True):
        opened.time.moment = NOON - days * DAY
        talks.save_draft(draft)
    opened.time.moment = NOON
    assert [draft.id for draft in talks.old_drafts(TODAY)] == [drafts[2].id, drafts[1].id]
    assert len(talks.drafts()) == 3
