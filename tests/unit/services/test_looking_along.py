"""What a resident who looks along sees of the social map, each hidden thing as a rule."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.choices import AboutKind, Choice, HelpAnswer
from spinnenweb.domain.map_filter import MapFilter
from spinnenweb.domain.map_history import MapKind
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.domain.social_map import OfferStatus
from spinnenweb.services.looking_along import asked_along
from spinnenweb.services.proposals import About
from tests.records import varied
from tests.unit.services.rooms import Room, room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.domain.drafts import Draft
    from spinnenweb.domain.residents import Resident
    from spinnenweb.domain.social_map import ContactPerson, Offer, Organisation

LONELY = About(AboutKind.THEME, "eenzaamheid")
SECRET = "Geheim"


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path) as made:
        yield made


@pytest.fixture
def resident(at: Room) -> Resident:
    return at.new_resident(code="R-1", birth_year=1950)


@pytest.fixture
def house(at: Room) -> Organisation:
    """An organisation of which all that is the worker's is called Geheim."""
    the_map = at.workspace.social_map
    made = replace(
        the_map.blank_organisation(),
        name="Dorpshuis",
        description="Aan de brink",
        phone="0000 000000",
        lead=SECRET,
        checked_by=SECRET,
        working_on=SECRET,
        chances=SECRET,
        themes=("rouw",),
        external={"x": SECRET},
        kvk="12345678",
    )
    the_map.add(made)
    the_map.add(replace(the_map.blank_talk(made.id), does=SECRET))
    return made


def add_offer(at: Room, of: Organisation, name: str = "Eettafel", **known: object) -> Offer:
    the_map = at.workspace.social_map
    made = varied(the_map.blank_offer(of.id), name=name, themes=("eenzaamheid",), **known)
    the_map.add(made)
    return made


def add_person(at: Room, of: Organisation, name: str, **known: object) -> ContactPerson:
    the_map = at.workspace.social_map
    made = varied(the_map.blank_contact(of.id), name=name, **known)
    the_map.add(made)
    return made


def draft_of(at: Room, resident: Resident) -> Draft:
    return at.workspace.conversations.begin(at.workspace.residents.get(resident.id))


def test_that_the_worker_s_words_about_an_organisation_are_hidden(at: Room, house: Organisation) -> None:
    add_offer(at, house, checked_by=SECRET)
    card = at.workspace.map_along.card(house.id)
    assert SECRET not in repr(card)
    assert card.organisation.themes == ()
    assert card.organisation.kvk == ""
    assert (card.organisation.name, card.organisation.description) == ("Dorpshuis", "Aan de brink")
    assert card.organisation.phone == "0000 000000"


def test_that_talks_former_people_and_merges_are_hidden(at: Room, house: Organisation) -> None:
    the_map, today = at.workspace.social_map, at.workspace.clock.today()
    twin = replace(the_map.blank_organisation(), name="Dorpshuis De Brink")
    the_map.add(twin)
    at.workspace.map_merging.merge(MapKind.ORGANISATION, house.id, twin.id)
    long_ago, gone = today - timedelta(days=90), today - timedelta(days=1)
    add_person(at, house, "Weg", starts=long_ago, ends=gone, may_share=True)
    mine, along = the_map.card(house.id), at.workspace.map_along.card(house.id)
    assert all((mine.talks, mine.former, mine.merges))
    assert (along.talks, along.former, along.merges) == ((), (), ())
    assert "Weg" not in repr(along)


def test_that_every_field_of_a_card_has_its_rule(at: Room, house: Organisation) -> None:
    """A new field of the page has to be thought about: it is shown or hidden on purpose."""
    known = {"organisation", "freshness", "offers", "persons", "former", "talks", "merges"}
    assert {one.name for one in fields(at.workspace.map_along.card(house.id))} == known


def test_that_only_people_who_agreed_are_seen_and_called(at: Room, house: Organisation) -> None:
    offer = add_offer(at, house)
    add_person(at, house, "Corrie", may_share=True, phone="111", email="c@example.org")
    add_person(at, house, SECRET, phone="222")
    along = at.workspace.map_along
    assert [one.name for one in along.card(house.id).persons] == ["Corrie"]
    [line] = along.organisation_lines([house.id])
    assert line.contact is not None
    assert (line.contact.name, line.contact.phone, line.contact.email) == ("Corrie", "", "")
    told = along.offer(offer.id).contact
    assert told is not None
    assert told.name == "Corrie"


def test_that_an_own_number_is_seen_only_where_residents_may_call(at: Room, house: Organisation) -> None:
    person = add_person(at, house, "Corrie", may_share=True, phone="111", direct=True)
    [seen] = at.workspace.map_along.card(house.id).persons
    assert seen.phone == "111"
    at.workspace.social_map.save(replace(person, direct=False))
    [seen] = at.workspace.map_along.card(house.id).persons
    assert seen.phone == ""


@pytest.mark.parametrize("status", [OfferStatus.INACTIVE, OfferStatus.DEFUNCT])
def test_that_what_does_not_run_is_hidden(at: Room, house: Organisation, status: OfferStatus) -> None:
    offer = add_offer(at, house, status=status)
    along = at.workspace.map_along
    assert along.card(house.id).offers == ()
    assert along.find_offers() == ()
    assert along.offers_of([house.id]) == {}
    assert along.offer_lines([offer.id]) == ()


def test_that_an_organisation_that_stopped_is_not_found(at: Room, house: Organisation) -> None:
    at.workspace.social_map.save(replace(house, active=False))
    assert at.workspace.map_along.find_organisations() == ()


def test_that_searching_does_not_look_in_people_and_talks(at: Room, house: Organisation) -> None:
    the_map, along = at.workspace.social_map, at.workspace.map_along
    the_map.save(replace(house, lead="", working_on="", chances=""))
    add_offer(at, house, description="Samen soep eten")
    add_person(at, house, "Wilhelmina")
    for typed in ("Wilhelmina", SECRET):
        assert the_map.find_organisations(MapFilter(text=typed)) == (house.id,)
        assert along.find_organisations(MapFilter(text=typed)) == ()
        assert along.find_offers(MapFilter(text=typed)) == ()
    assert along.find_organisations(MapFilter(text="Dorpshuis")) == (house.id,)
    assert len(along.find_offers(MapFilter(text="soep"))) == 1


def test_that_searching_finds_nothing_by_words_that_may_not_be_seen(at: Room, house: Organisation) -> None:
    the_map, along = at.workspace.social_map, at.workspace.map_along
    the_map.save(replace(house, lead="Wilhelmina", working_on="Een moestuin", chances="Subsidie"))
    add_offer(at, house, description="Samen soep eten")
    for typed in ("Wilhelmina", "moestuin", "subsidie", "dorpshuis moestuin"):
        wanted = MapFilter(text=typed)
        assert the_map.find_organisations(wanted) == (house.id,)
        assert len(the_map.find_offers(wanted)) == 1
        assert along.find_organisations(wanted) == ()
        assert along.find_offers(wanted) == ()
    assert along.find_organisations(MapFilter(text="dorps")) == (house.id,)
    assert len(along.find_offers(MapFilter(text="dorpshuis soep"))) == 1


def test_that_an_early_signal_is_never_a_question() -> None:
    asked = (About(AboutKind.SIGNAL, "schulden"), LONELY)
    assert asked_along(asked) == (LONELY,)


def test_that_proposals_for_two_say_nothing_of_what_was_declined(
    at: Room, resident: Resident, house: Organisation
) -> None:
    table, coffee = add_offer(at, house), add_offer(at, house, "Koffie")
    proposals = at.workspace.proposals
    proposals.decline(resident.id, table.id, LONELY, SECRET)
    proposals.decline(resident.id, coffee.id, About(AboutKind.THEME, "rouw"), SECRET)
    found = proposals.one_along(draft_of(at, resident), LONELY)
    assert [line.proposal.offer.name for line in found.lines] == ["Koffie"]
    assert SECRET not in repr(found)
    assert found.refused == ()


def test_that_the_words_of_this_talk_are_heard(at: Room, resident: Resident, house: Organisation) -> None:
    add_offer(at, house, "Aardappelsoep koken")
    add_offer(at, house, "Alles over treinen")
    draft = draft_of(at, resident)
    step = replace(draft.conversation.step, what="een middag met treinen")
    draft = replace(draft, conversation=replace(draft.conversation, step=step))
    [first, _] = at.workspace.proposals.along(draft, [LONELY])
    assert first.proposal.offer.name == "Alles over treinen"
    assert first.about == LONELY


def finished(at: Room, draft: Draft, answer: ConsentAnswer, *told: HelpAnswer) -> None:
    draft = replace(draft, answers={Purpose.RECORD: answer}, helps=told)
    at.workspace.conversations.save_draft(draft)
    at.workspace.conversations.finish(at.workspace.conversations.draft(draft.id))


def test_that_what_was_said_to_offers_is_kept_with_the_talk(
    at: Room, resident: Resident, house: Organisation
) -> None:
    table, coffee = add_offer(at, house), add_offer(at, house, "Koffie")
    draft = draft_of(at, resident)
    yes = HelpAnswer(table.id, LONELY.kind, LONELY.code, Choice.CHOSEN)
    no = HelpAnswer(coffee.id, LONELY.kind, LONELY.code, Choice.DECLINED, "te ver")
    gone = HelpAnswer("weg", LONELY.kind, LONELY.code, Choice.CHOSEN)
    finished(at, draft, ConsentAnswer.YES, yes, no, gone)
    kept = at.workspace.proposals.choices_of(resident.id)
    assert {(one.offer_id, one.answer, one.reason) for one in kept} == {
        (table.id, Choice.CHOSEN, ""),
        (coffee.id, Choice.DECLINED, "te ver"),
    }
    found = at.workspace.proposals.of(resident.id, LONELY)
    assert [line.proposal.offer.name for line in found.lines if line.chosen] == ["Eettafel"]
    assert [(one.name, one.reason) for one in found.refused] == [("Koffie", "te ver")]
    assert [one.name for one in at.workspace.proposals.wishes(resident.id)] == ["Eettafel"]


def test_that_after_a_no_to_keeping_nothing_of_it_is_left(
    at: Room, resident: Resident, house: Organisation
) -> None:
    table = add_offer(at, house)
    yes = HelpAnswer(table.id, LONELY.kind, LONELY.code, Choice.CHOSEN)
    finished(at, draft_of(at, resident), ConsentAnswer.NO, yes)
    assert at.workspace.proposals.choices_of(resident.id) == ()
    assert at.workspace.conversations.drafts() == ()


def test_that_somebody_new_has_what_was_chosen_once_the_card_is_kept(at: Room, house: Organisation) -> None:
    table = add_offer(at, house)
    card = replace(at.workspace.residents.blank(), code="R-9")
    draft = at.workspace.conversations.begin(card, resident_is_new=True)
    yes = HelpAnswer(table.id, LONELY.kind, LONELY.code, Choice.CHOSEN)
    finished(at, draft, ConsentAnswer.YES, yes)
    person = at.workspace.residents.by_code("R-9")
    assert [one.name for one in at.workspace.proposals.wishes(person.id)] == ["Eettafel"]


def test_that_a_wish_is_gone_once_it_was_declined_after_all(
    at: Room, resident: Resident, house: Organisation
) -> None:
    table, proposals = add_offer(at, house), at.workspace.proposals
    proposals.choose(resident.id, table.id, LONELY)
    assert [one.organisation_name for one in proposals.wishes(resident.id)] == ["Dorpshuis"]
    proposals.decline(resident.id, table.id, LONELY)
    assert proposals.wishes(resident.id) == ()


def test_that_why_is_written_at_the_answer_and_one_offer_comes_back_alone(
    at: Room, resident: Resident, house: Organisation
) -> None:
    proposals = at.workspace.proposals
    table, coffee = add_offer(at, house), add_offer(at, house, "Koffie")
    told = proposals.decline(resident.id, table.id, LONELY)
    proposals.decline(resident.id, coffee.id, LONELY)
    assert told.name == "Eettafel"
    proposals.tell_why(told.choice_id, "te duur")
    reasons = {one.name: one.reason for one in proposals.of(resident.id, LONELY).refused}
    assert reasons == {"Eettafel": "te duur", "Koffie": ""}
    proposals.propose_again(resident.id, LONELY, table.id)
    found = proposals.of(resident.id, LONELY)
    assert [line.proposal.offer.name for line in found.lines] == ["Eettafel"]
    assert [one.name for one in found.refused] == ["Koffie"]
    assert not proposals.tell_why(told.choice_id, "te laat").touched


def test_that_a_no_elsewhere_is_told_until_it_was_chosen_here(
    at: Room, resident: Resident, house: Organisation
) -> None:
    proposals = at.workspace.proposals
    proposals.decline(resident.id, add_offer(at, house).id, About(AboutKind.THEME, "rouw"), "te ver")
    [line] = proposals.of(resident.id, LONELY).lines
    assert line.earlier is not None
    assert line.earlier.reason == "te ver"
    proposals.choose(resident.id, line.proposal.offer.id, LONELY)
    [line] = proposals.of(resident.id, LONELY).lines
    assert (line.chosen, line.earlier) == (True, None)
