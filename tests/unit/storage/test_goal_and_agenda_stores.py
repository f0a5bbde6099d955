"""Goals, agenda and contacts in a real encrypted file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from spinnenweb.domain.agenda import FollowUp, FollowUpKind
from spinnenweb.domain.contacts import Meeting, ShortContact
from spinnenweb.domain.goals import Goal, GoalState, GoalStep, LookBack
from spinnenweb.domain.instruments import OwnInstrument
from spinnenweb.storage.draft_codec import draft_fields, draft_from
from tests.unit.storage import made_up
from tests.unit.storage.files import DAY, opened, resident, rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.domain.drafts import Draft
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.record_store import RecordStore
    from spinnenweb.storage.unit_of_work import UnitOfWork

R = TypeVar("R", Goal, GoalStep, LookBack, FollowUp, ShortContact, Meeting, OwnInstrument)

PERSON = resident(1)
GOAL = Goal("goal-1", PERSON.id, "weer buiten komen", GoalState.OPEN, DAY)
STEP = GoalStep("step-1", PERSON.id, GOAL.id, None, "een ommetje", made_on=DAY)
OTHER_GOAL = replace(GOAL, id="goal-2")

of_person = st.just(PERSON.id)
rounds = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """One file for all examples of a test: every example has ids of its own."""
    with opened(tmp_path) as made:
        with made.writing() as work:
            work.residents.add(PERSON)
            work.goals.add_many((GOAL, OTHER_GOAL))
            work.steps.add(STEP)
        yield made


def comes_back(work: UnitOfWork, store: RecordStore[R], record: R, other: R) -> None:
    """A record is as it was added, and as it was changed."""
    record = replace(record, id=str(uuid4()))
    later = replace(other, id=record.id)
    store.add(record)
    assert store.get(record.id) == record
    store.update(later)
    assert store.known(record.id) == later


@rounds
@given(goal=made_up.goals(of_person), other=made_up.goals(of_person))
def test_that_a_goal_comes_back_as_it_was_added_and_changed(database: Database, goal: Goal, other: Goal) -> None:
    with database.writing() as work:
        comes_back(work, work.goals, goal, other)


STEPS = made_up.goal_steps(of_person, st.sampled_from((None, GOAL.id, OTHER_GOAL.id)))


@rounds
@given(step=STEPS, other=STEPS)
def test_that_a_step_comes_back_as_it_was_added_and_changed(
    database: Database, step: GoalStep, other: GoalStep
) -> None:
    with database.writing() as work:
        comes_back(work, work.steps, step, other)


@rounds
@given(
    told=made_up.look_backs(of_person, st.just(STEP.id), None),
    other=made_up.look_backs(of_person, st.none(), GOAL.id),
)
def test_that_a_look_back_comes_back_as_it_was_added_and_changed(
    database: Database, told: LookBack, other: LookBack
) -> None:
    with database.writing() as work:
        comes_back(work, work.look_backs, told, other)


FOLLOW_UPS = made_up.follow_ups(st.none() | of_person)


@rounds
@given(promised=FOLLOW_UPS, other=FOLLOW_UPS)
def test_that_a_follow_up_comes_back_as_it_was_added_and_changed(
    database: Database, promised: FollowUp, other: FollowUp
) -> None:
    with database.writing() as work:
        comes_back(work, work.follow_ups, promised, other)


@rounds
@given(contact=made_up.short_contacts, other=made_up.short_contacts)
def test_that_a_short_talk_comes_back_as_it_was_added_and_changed(
    database: Database, contact: ShortContact, other: ShortContact
) -> None:
    with database.writing() as work:
        comes_back(work, work.contacts, contact, other)


@rounds
@given(meeting=made_up.meetings, other=made_up.meetings)
def test_that_a_meeting_comes_back_as_it_was_added_and_changed(
    database: Database, meeting: Meeting, other: Meeting
) -> None:
    with database.writing() as work:
        comes_back(work, work.meetings, meeting, other)


@rounds
@given(own=made_up.own_instruments, other=made_up.own_instruments)
def test_that_an_own_instrument_comes_back_as_it_was_added_and_changed(
    database: Database, own: OwnInstrument, other: OwnInstrument
) -> None:
    with database.writing() as work:
        comes_back(
            work,
            work.instruments,
            replace(own, instrument_id=str(uuid4())),
            replace(other, instrument_id=str(uuid4())),
        )


NEW_OF_RESIDENT = ("household_id", "instrument_id", "instrument_version", "scale", "way")
NEW_OF_TALK = (
    "noticed",
    "gift",
    "signals",
    "via",
    "tell_back",
    "subject_order",
    "disagreements",
    "step_confidence",
)


@rounds
@given(draft=made_up.drafts)
def test_that_a_draft_of_format_1_0_opens_with_the_defaults(draft: Draft) -> None:
    payload = draft_fields(draft)
    for part, names in (("resident", NEW_OF_RESIDENT), ("conversation", NEW_OF_TALK)):
        for name in names:
            del payload[part][name]
    old = draft_from(payload)
    plain: dict[str, Any] = {
        "noticed": "",
        "gift": "",
        "signals": (),
        "via": "",
        "tell_back": False,
        "order": (),
        "disagreements": (),
        "step": replace(draft.conversation.step, confidence=None),
    }
    assert old.conversation == replace(draft.conversation, **plain)
    assert old.resident == replace(
        draft.resident,
        household_id=None,
        instrument_id="volwassenen",
        instrument_version=2,
        scale="cijfers",
        way="knoppen",
    )


def promised(number: int, due: date, **other: object) -> FollowUp:
    given: dict[str, Any] = {"kind": FollowUpKind.OTHER, "about_id": "x", "resident_id": None, "what": "", **other}
    return FollowUp(f"follow-up-{number}", due=due, **given)


def test_that_the_open_follow_ups_stand_in_order_of_date_and_time(database: Database) -> None:
    tomorrow = DAY + timedelta(days=1)
    late, early, whole_day = promised(1, DAY, at="14:00"), promised(2, DAY, at="09:30"), promised(3, DAY)
    with database.writing() as work:
        work.follow_ups.add_many((promised(4, tomorrow), late, early, whole_day, promised(5, DAY, done_on=DAY)))
        work.follow_ups.remove(promised(4, tomorrow).id)
        assert work.follow_ups.open() == (whole_day, early, late)


def test_that_what_is_asked_of_one_resident_shows_no_other(database: Database) -> None:
    other = resident(2)
    with database.writing() as work:
        work.residents.add(other)
        mine = promised(1, DAY, resident_id=other.id, done_on=DAY)
        work.follow_ups.add_many((mine, promised(2, DAY, resident_id=PERSON.id)))
        work.look_backs.add(LookBack("told-1", PERSON.id, STEP.id, None, None, DAY, GoalState.DONE))
        assert work.follow_ups.of(other.id) == (mine,)
        assert (work.goals.of(other.id), work.steps.of(other.id), work.look_backs.of(other.id)) == ((), (), ())
        assert work.steps.of(PERSON.id) == (STEP,)


def test_that_the_newest_comes_first(database: Database) -> None:
    days = [DAY - timedelta(days=number) for number in range(4)]
    with database.writing() as work:
        for number, day in enumerate(days):
            work.contacts.add(ShortContact(f"contact-{number}", None, day))
            work.meetings.add(Meeting(f"meeting-{number}", None, day, 3))
            work.steps.add(GoalStep(f"old-{number}", PERSON.id, what="x", made_on=day - timedelta(days=1)))
        assert [contact.held_on for contact in work.contacts.recent(3)] == days[:3]
        assert [meeting.held_on for meeting in work.meetings.recent(2)] == days[:2]
        assert [step.id for step in work.steps.of(PERSON.id)] == ["step-1", *(f"old-{n}" for n in range(4))]


def test_that_a_step_of_nobody_or_of_no_goal_is_refused_by_the_file(database: Database) -> None:
    for wrong in (replace(STEP, id="s2", resident_id="nobody"), replace(STEP, id="s3", goal_id="no-goal")):
        with pytest.raises(IntegrityError), database.writing() as work:
            work.steps.add(wrong)


def test_that_every_write_is_in_the_operation_log(database: Database) -> None:
    with database.writing() as work:
        work.follow_ups.add(promised(1, DAY))
        work.follow_ups.update(promised(1, DAY, done_on=DAY))
        work.follow_ups.remove("follow-up-1")
    logged = rows(database, "SELECT kind, field, value FROM op WHERE table_name = 'follow_up' ORDER BY seq")
    assert [(line["kind"], line["field"]) for line in logged] == [
        ("create", None),
        ("update", "done_on"),
        ("tombstone", None),
    ]
