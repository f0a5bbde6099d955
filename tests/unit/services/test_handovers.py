from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.agenda import FollowUpKind
from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.bin import BinKind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.handovers import FieldCode, HandoverState, Helped, Stages, WayOut
from spinnenweb.domain.map_history import MapKind
from spinnenweb.domain.residents import ConsentAnswer, Purpose, current_answers
from spinnenweb.services.handovers import stages_by_resident
from tests.unit.services.handed_over import NAMED, accepted, add_club, agree, begin
from tests.unit.services.rooms import same_room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.domain.agenda import FollowUp
    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.handovers import HandoverService
    from tests.unit.services.handed_over import Club
    from tests.unit.services.rooms import Room


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


@pytest.fixture
def jannie(here: Room) -> Resident:
    return here.new_resident(calling_name="Jannie")


@pytest.fixture
def club(here: Room) -> Club:
    return add_club(here.workspace)


@pytest.fixture
def handovers(here: Room) -> HandoverService:
    return here.workspace.handovers


@contextmanager
def refused(code: str) -> Iterator[None]:
    with pytest.raises(SpinnenwebError) as told:
        yield
    assert told.value.code == code


def waiting(here: Room, resident: Resident) -> list[FollowUp]:
    return [one for one in here.workspace.agenda.of(resident.id) if one.open]


def test_that_a_yes_is_kept_with_its_receiver_its_fields_and_its_last_day(
    here: Room, jannie: Resident, club: Club, handovers: HandoverService
) -> None:
    one = begin(here.workspace, jannie, club)
    until = here.workspace.clock.today() + timedelta(days=30)
    handovers.agree(one, (FieldCode.QUESTION, FieldCode.NAME), until, "Zoekt gezelschap.")
    said = current_answers(here.workspace.residents.consents(jannie.id))[Purpose.SHARE]
    assert (said.answer, said.receiver, said.until) == (ConsentAnswer.YES, club.organisation.name, until)
    assert said.fields == ("naam", "vraag")
    card = handovers.card(one)
    assert (card.line.state, card.consent) == (HandoverState.AGREED, said)
    assert card.line.may_share


@pytest.mark.parametrize("fields", [(), (FieldCode.NAME,)])
def test_that_agreeing_needs_a_field_and_a_day_within_a_year(
    here: Room, jannie: Resident, club: Club, handovers: HandoverService, fields: tuple[FieldCode, ...]
) -> None:
    one, today = begin(here.workspace, jannie, club), here.workspace.clock.today()
    days = 30 if not fields else 400
    with refused("handover.until" if fields else "handover.fields"):
        handovers.agree(one, fields, today + timedelta(days=days))
    assert handovers.card(one).line.state is HandoverState.PROPOSED


def test_that_a_tip_asks_nobody_anything_and_only_comes_back_for_whether_it_helped(
    here: Room, jannie: Resident, club: Club, handovers: HandoverService
) -> None:
    tip = begin(here.workspace, jannie, club, WayOut.ALONE)
    (reminder,) = waiting(here, jannie)
    assert reminder.kind is FollowUpKind.HELPED
    assert here.workspace.residents.consents(jannie.id) == ()
    with refused("handover.tip"):
        agree(here.workspace, tip)
    with refused("handover.tip"):
        handovers.withdraw(tip)
    handovers.tell_helped(tip, Helped.YES)
    assert waiting(here, jannie) == []
    assert handovers.reached(club.organisation.id) == ()


def test_that_the_same_one_begun_again_goes_on_as_long_as_nothing_is_agreed(
    here: Room, jannie: Resident, club: Club
) -> None:
    first = begin(here.workspace, jannie, club)
    tip = begin(here.workspace, jannie, club, WayOut.ALONE)
    assert (begin(here.workspace, jannie, club), begin(here.workspace, jannie, club, WayOut.ALONE)) == (first, tip)
    assert begin(here.workspace, here.new_resident(calling_name="Bo"), club) != first
    agree(here.workspace, first)
    assert begin(here.workspace, jannie, club) not in (first, tip)


def test_that_every_step_puts_the_next_look_on_the_agenda_in_place_of_the_last(
    here: Room, jannie: Resident, club: Club, handovers: HandoverService
) -> None:
    one, today = begin(here.workspace, jannie, club), here.workspace.clock.today()
    accepted(here.workspace, one)
    (look,) = waiting(here, jannie)
    assert (look.kind, look.due, look.what) == (FollowUpKind.HANDOVER, today + timedelta(days=14), "Koffieochtend")
    handovers.move(one, HandoverState.FIRST_CONTACT)
    (look,) = waiting(here, jannie)
    assert (look.kind, look.due) == (FollowUpKind.HELPED, today + timedelta(days=42))


def test_that_the_agenda_looks_no_later_than_the_last_day_of_the_yes(
    here: Room, jannie: Resident, club: Club, handovers: HandoverService
) -> None:
    one, tomorrow = begin(here.workspace, jannie, club), here.workspace.clock.today() + timedelta(days=1)
    handovers.agree(one, NAMED, tomorrow)
    assert [look.due for look in waiting(here, jannie)] == [tomorrow]


def test_that_after_the_last_day_contact_is_refused_until_it_is_agreed_again(
    here: Room, jannie: Resident, club: Club, handovers: HandoverService
) -> None:
    one = begin(here.workspace, jannie, club)
    agree(here.workspace, one)
    here.time.moment += timedelta(days=31)
    assert handovers.card(one).line.expired
    with refused("handover.expired"):
        handovers.move(one, HandoverState.CONTACTED)
    agree(here.workspace, one)
    handovers.move(one, HandoverState.CONTACTED)
    assert not handovers.card(one).line.expired


def test_that_a_withdrawal_holds_in_the_same_second_and_ends_what_was_open(
    here: Room, jannie: Resident, club: Club, handovers: HandoverService
) -> None:
    one = begin(here.workspace, jannie, club)
    agree(here.workspace, one)
    handovers.withdraw(one)
    assert handovers.card(one).line.state is HandoverState.WITHDRAWN
    assert waiting(here, jannie) == []
    said = here.workspace.residents.consents(jannie.id)[-1]
    assert (said.answer, said.receiver) == (ConsentAnswer.WITHDRAWN, club.organisation.name)
    for refusal in (lambda: agree(here.workspace, one), lambda: handovers.move(one, HandoverState.CONTACTED)):
        with refused("handover.withdrawn"):
            refusal()


def test_that_no_longer_allowing_sharing_at_all_withdraws_every_open_hand_over(
    here: Room, jannie: Resident, club: Club, handovers: HandoverService
) -> None:
    other = add_club(here.workspace, "Wandelclub", "Wandelen")
    ids = [begin(here.workspace, jannie, one) for one in (club, other)]
    for one in ids:
        agree(here.workspace, one)
    here.workspace.residents.say(jannie.id, Purpose.SHARE, ConsentAnswer.WITHDRAWN)
    assert {handovers.card(one).line.state for one in ids} == {HandoverState.WITHDRAWN}


def test_that_withdrawing_one_hand_over_leaves_the_other(
    here: Room, jannie: Resident, club: Club, handovers: HandoverService
) -> None:
    other = add_club(here.workspace, "Wandelclub", "Wandelen")
    first, second = (begin(here.workspace, jannie, one) for one in (club, other))
    for one in (first, second):
        agree(here.workspace, one)
    handovers.withdraw(first)
    assert handovers.card(second).line.may_share


def test_that_a_restricted_file_takes_no_step_but_a_withdrawal(
    here: Room, jannie: Resident, club: Club, handovers: HandoverService
) -> None:
    one = begin(here.workspace, jannie, club)
    agree(here.workspace, one)
    here.workspace.rights.restrict(jannie.id)
    with refused("resident.restricted"):
        handovers.move(one, HandoverState.CONTACTED)
    with refused("resident.restricted"):
        begin(here.workspace, jannie, club)
    handovers.withdraw(one)
    assert handovers.card(one).line.state is HandoverState.WITHDRAWN


def test_that_who_left_is_told_and_whoever_is_there_now_can_take_over(
    here: Room, jannie: Resident, club: Club, handovers: HandoverService
) -> None:
    one, today = begin(here.workspace, jannie, club), here.workspace.clock.today()
    the_map = here.workspace.social_map
    the_map.save(replace(club.person, ends=today - timedelta(days=1)))
    card = handovers.card(one)
    assert card.line.contact_left
    assert card.contact_now is None
    with refused("handover.contact"):
        handovers.take_contact(one)
    the_map.add(replace(the_map.blank_contact(club.organisation.id), name="Bart Verzonnen"))
    handovers.take_contact(one)
    card = handovers.card(one)
    assert card.line.contact is not None
    assert (card.line.contact.name, card.line.contact_left) == ("Bart Verzonnen", False)


def test_that_not_fitting_needs_a_reason_and_is_kept_with_it(
    here: Room, jannie: Resident, club: Club, handovers: HandoverService
) -> None:
    one = begin(here.workspace, jannie, club)
    agree(here.workspace, one)
    handovers.move(one, HandoverState.CONTACTED)
    with refused("handover.reason"):
        handovers.move(one, HandoverState.NOT_FITTING)
    handovers.move(one, HandoverState.NOT_FITTING, "Er is een wachtlijst.")
    assert handovers.card(one).line.handover.reason == "Er is een wachtlijst."


def test_that_a_step_by_mistake_is_taken_back_with_its_reminder(
    here: Room, jannie: Resident, club: Club, handovers: HandoverService
) -> None:
    one = begin(here.workspace, jannie, club)
    accepted(here.workspace, one)
    handovers.stop(one)
    handovers.step_back(one)
    assert handovers.card(one).line.state is HandoverState.ACCEPTED
    assert [look.kind for look in waiting(here, jannie)] == [FollowUpKind.HANDOVER]


def test_that_an_answer_of_the_resident_cannot_be_taken_back_as_a_step(
    here: Room, jannie: Resident, club: Club, handovers: HandoverService
) -> None:
    one = begin(here.workspace, jannie, club)
    agree(here.workspace, one)
    with refused("handover.step"):
        handovers.step_back(one)


def test_that_an_organisation_sees_what_reached_it_also_after_a_merge(
    here: Room, jannie: Resident, club: Club, handovers: HandoverService
) -> None:
    one = begin(here.workspace, jannie, club)
    assert handovers.reached(club.organisation.id) == ()
    accepted(here.workspace, one)
    assert [line.handover.id for line in handovers.reached(club.organisation.id)] == [one]
    other = add_club(here.workspace, "De Kapstok", "Soep")
    here.workspace.map_merging.merge(MapKind.ORGANISATION, other.organisation.id, club.organisation.id)
    assert [line.handover.id for line in handovers.reached(other.organisation.id)] == [one]
    assert handovers.shared_with(jannie.id)


def test_that_hand_overs_follow_a_card_that_was_merged(
    here: Room, jannie: Resident, club: Club, handovers: HandoverService
) -> None:
    double = here.new_resident(calling_name="Jannie B")
    one = begin(here.workspace, double, club)
    agree(here.workspace, one)
    here.workspace.merging.merge(jannie.id, double.id)
    assert [line.handover.id for line in handovers.of(jannie.id)] == [one]
    handovers.withdraw(one)
    assert handovers.card(one).line.state is HandoverState.WITHDRAWN
    assert here.workspace.residents.consents(jannie.id)[-1].answer is ConsentAnswer.WITHDRAWN


def test_that_words_are_kept_before_the_yes_and_not_changed_behind_it(
    here: Room, jannie: Resident, club: Club, handovers: HandoverService
) -> None:
    one = begin(here.workspace, jannie, club)
    handovers.keep_words(one, "Zoekt gezelschap.")
    assert handovers.card(one).line.handover.words == "Zoekt gezelschap."
    agree(here.workspace, one, words="Zoekt gezelschap.")
    with refused("handover.step"):
        handovers.keep_words(one, "Iets anders.")


def test_that_the_stages_are_told_per_resident(
    here: Room, jannie: Resident, club: Club, handovers: HandoverService
) -> None:
    one = begin(here.workspace, jannie, club)
    accepted(here.workspace, one)
    assert handovers.stages(jannie.id) == Stages(handover_started=True)
    handovers.move(one, HandoverState.FIRST_CONTACT)
    handovers.tell_helped(one, Helped.A_LITTLE)
    with here.workspace.database.reading() as work:
        found = stages_by_resident(work)
        before = stages_by_resident(work, here.workspace.clock.today() - timedelta(days=1))
    assert found == {jannie.id: Stages(True, True, True)}
    assert before == {jannie.id: Stages()}


def test_that_a_yes_mended_into_a_no_counts_as_withdrawn_in_the_stages(
    here: Room, jannie: Resident, club: Club, handovers: HandoverService
) -> None:
    one = begin(here.workspace, jannie, club)
    agree(here.workspace, one)
    said = here.workspace.residents.consents(jannie.id)[-1]
    here.workspace.residents.correct_consent(
        said.id,
        answer=ConsentAnswer.NO,
        given_on=said.given_on,
        way=said.way,
        answered_by=said.answered_by,
    )
    assert handovers.card(one).line.state is HandoverState.WITHDRAWN
    assert handovers.stages(jannie.id) == Stages()


def test_that_every_write_stands_in_the_log_of_the_resident(
    here: Room, jannie: Resident, club: Club, handovers: HandoverService
) -> None:
    one = begin(here.workspace, jannie, club)
    agree(here.workspace, one, words="Zoekt gezelschap.")
    lines = [line for line in here.workspace.audit.lines(jannie.id) if line.about_table == "handover"]
    assert [line.kind for line in lines] == [AuditKind.CHANGED, AuditKind.MADE]
    assert {"state", "fields", "until", "words"} <= set(lines[0].fields)


def test_that_the_bin_takes_a_hand_over_and_its_reminder_and_gives_both_back(
    here: Room, jannie: Resident, club: Club, handovers: HandoverService
) -> None:
    one = begin(here.workspace, jannie, club)
    here.workspace.bin.put_away(BinKind.HANDOVER, one)
    assert handovers.of(jannie.id) == ()
    assert waiting(here, jannie) == []
    here.workspace.bin.put_back(BinKind.HANDOVER, one)
    assert [line.handover.id for line in handovers.of(jannie.id)] == [one]
    assert len(waiting(here, jannie)) == 1


def test_that_erasing_a_resident_leaves_no_hand_over_and_no_reminder(
    here: Room, jannie: Resident, club: Club, handovers: HandoverService
) -> None:
    begin(here.workspace, jannie, club)
    here.workspace.rights.erase(jannie.id)
    assert handovers.all() == ()
    assert here.workspace.agenda.open(here.workspace.clock.today()) == ()
