from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.choices import AboutKind, Choice
from spinnenweb.domain.conversations import DimensionEntry, Matter
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.goals import GoalStep
from spinnenweb.domain.map_filter import works_in
from spinnenweb.domain.proposals import MOST, Need, Why, propose
from spinnenweb.domain.settings import neighbours_of, with_neighbours
from spinnenweb.domain.social_map import Capacity, Costs, Offer, OfferKind, OfferStatus
from spinnenweb.domain.vocabulary import WordKind
from spinnenweb.domain.wording import Wording
from spinnenweb.services.proposal_needs import of_theme, of_topic, telling
from spinnenweb.services.proposal_words import caution_words, where_when_words, why_words
from spinnenweb.services.proposals import About
from tests.records import varied
from tests.unit.services.rooms import RESOURCES, Room, same_room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.proposals import Proposals

LONELY = About(AboutKind.THEME, "eenzaamheid")


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


@pytest.fixture
def resident(at: Room) -> Resident:
    return at.new_resident(code="R-1", birth_year=1950)


def place(at: Room, name: str, **fields: object) -> Offer:
    """An offer of an organisation of its own, in the worker's village."""
    the_map = at.workspace.social_map
    organisation = replace(the_map.blank_organisation(), name=f"Stichting {name}")
    the_map.add(organisation)
    offer = varied(the_map.blank_offer(organisation.id), name=name, **fields)
    the_map.add(offer)
    return offer


def names(found: Proposals) -> list[str]:
    return [line.proposal.offer.name for line in found.lines]


def test_that_a_theme_proposes_what_is_about_it_near_the_resident(at: Room, resident: Resident) -> None:
    elsewhere, _ = at.workspace.residents.add_village("Verweg")
    place(at, "Eettafel", themes=("eenzaamheid",))
    place(at, "Fietsles", themes=("mobiliteit",))
    place(at, "Eten in Verweg", themes=("eenzaamheid",), village_ids=(elsewhere.id,))
    found = at.workspace.proposals.for_theme(resident.id, "eenzaamheid")
    assert names(found) == ["Eettafel"]
    assert found.village == "Ruinen"


def test_that_a_neighbouring_village_counts_once_it_is_written_down(at: Room, resident: Resident) -> None:
    near, _ = at.workspace.residents.add_village("Naastdorp")
    place(at, "Eten in Naastdorp", themes=("eenzaamheid",), village_ids=(near.id,))
    assert names(at.workspace.proposals.of(resident.id, LONELY)) == []
    settings = at.workspace.settings.get()
    assert resident.village_id is not None
    at.workspace.settings.save(with_neighbours(settings, resident.village_id, near.id, True))
    [line] = at.workspace.proposals.of(resident.id, LONELY).lines
    assert Why.NEIGHBOUR in {reason.why for reason in line.proposal.reasons}
    assert neighbours_of(at.workspace.settings.get(), near.id) == {resident.village_id}


def test_that_a_village_is_never_next_to_itself_and_a_pair_stands_once(at: Room) -> None:
    settings = at.workspace.settings.get()
    assert with_neighbours(settings, "a", "a", True).neighbours == ()
    both = with_neighbours(with_neighbours(settings, "b", "a", True), "a", "b", True)
    assert both.neighbours == (("a", "b"),)
    assert with_neighbours(both, "b", "a", False).neighbours == ()


def test_that_whom_to_call_stands_beside_a_proposal(at: Room, resident: Resident) -> None:
    offer = place(at, "Eettafel", themes=("eenzaamheid",))
    the_map, today = at.workspace.social_map, at.workspace.clock.today()
    gone = today.replace(year=2025)
    the_map.add(replace(the_map.blank_contact(offer.organisation_id), name="Weg", starts=None, ends=gone))
    the_map.add(replace(the_map.blank_contact(offer.organisation_id), name="Corrie"))
    [line] = at.workspace.proposals.of(resident.id, LONELY).lines
    assert line.contact is not None
    assert line.contact.name == "Corrie"


def test_that_a_declined_offer_is_not_proposed_again_for_that_need(at: Room, resident: Resident) -> None:
    offer = place(at, "Eettafel", themes=("eenzaamheid", "rouw"))
    proposals = at.workspace.proposals
    answered = proposals.decline(resident.id, offer.id, LONELY, "te druk")
    assert (names(proposals.of(resident.id, LONELY)), proposals.of(resident.id, LONELY).declined) == ([], 1)
    assert names(proposals.for_theme(resident.id, "rouw")) == ["Eettafel"]
    assert names(proposals.of(at.new_resident(code="R-2").id, LONELY)) == ["Eettafel"]
    proposals.take_back(answered.choice_id)
    assert names(proposals.of(resident.id, LONELY)) == ["Eettafel"]
    assert not proposals.take_back(answered.choice_id).touched


def test_that_all_that_was_declined_for_a_need_can_be_proposed_again(at: Room, resident: Resident) -> None:
    proposals = at.workspace.proposals
    for name in ("Eettafel", "Koffie"):
        proposals.decline(resident.id, place(at, name, themes=("eenzaamheid",)).id, LONELY)
    proposals.propose_again(resident.id, LONELY)
    assert names(proposals.of(resident.id, LONELY)) == ["Eettafel", "Koffie"]


def test_that_a_choice_is_remembered_and_told(at: Room, resident: Resident) -> None:
    offer = place(at, "Eettafel", themes=("eenzaamheid",))
    at.workspace.proposals.choose(resident.id, offer.id, LONELY)
    [choice] = at.workspace.proposals.choices_of(resident.id)
    assert (choice.offer_id, choice.answer, choice.about) == (offer.id, Choice.CHOSEN, "eenzaamheid")
    assert [line.chosen for line in at.workspace.proposals.of(resident.id, LONELY).lines] == [True]


def test_that_a_file_that_is_only_kept_gets_no_proposals(at: Room, resident: Resident) -> None:
    offer = place(at, "Eettafel", themes=("eenzaamheid",))
    proposals = at.workspace.proposals
    at.workspace.rights.restrict(resident.id)
    for act in (
        lambda: proposals.of(resident.id, LONELY),
        lambda: proposals.choose(resident.id, offer.id, LONELY),
        lambda: proposals.decline(resident.id, offer.id, LONELY),
        lambda: proposals.propose_again(resident.id, LONELY),
        lambda: proposals.asked_by(resident.id),
    ):
        with pytest.raises(SpinnenwebError, match=r"resident\.restricted"):
            act()


def test_that_a_goal_looks_for_its_own_words_first(at: Room, resident: Resident) -> None:
    at.talk(resident, matters=(Matter("MD1"),), themes=("eenzaamheid",))
    at.workspace.goals.add_goal(resident.id, "Weer leren fietsen")
    place(at, "Aaa eettafel", themes=("eenzaamheid", "sociale-contacten"))
    place(at, "Buurtfietsers")
    [goal] = at.workspace.goals.of(resident.id)
    found = at.workspace.proposals.for_goal(resident.id, goal.id)
    assert names(found) == ["Aaa eettafel", "Buurtfietsers"]
    assert next(reason.why for reason in found.lines[1].proposal.reasons) is Why.SAID


def test_that_a_step_looks_with_the_words_of_its_goal_too(at: Room, resident: Resident) -> None:
    at.workspace.goals.add_goal(resident.id, "Weer biljarten")
    [goal] = at.workspace.goals.of(resident.id)
    step = GoalStep("", resident.id, goal.id, what="bellen", made_on=at.workspace.clock.today())
    at.workspace.goals.add_step(step)
    place(at, "Biljartclub")
    [made] = at.workspace.goals.steps(resident.id)
    assert names(at.workspace.proposals.for_step(resident.id, made.id)) == ["Biljartclub"]


def test_that_a_signal_proposes_what_may_help(at: Room, resident: Resident) -> None:
    place(at, "Mantelzorgcafé", themes=("mantelzorg",))
    place(at, "Eettafel", themes=("eenzaamheid",))
    found = at.workspace.proposals.for_signal(resident.id, "overbelasting-mantelzorg")
    assert names(found) == ["Mantelzorgcafé"]
    at.workspace.vocabulary.connect(WordKind.SIGNAL, "overbelasting-mantelzorg", ["eenzaamheid"])
    found = at.workspace.proposals.for_signal(resident.id, "overbelasting-mantelzorg")
    assert names(found) == ["Eettafel"]


def test_that_a_gift_finds_places_that_look_for_people_and_what_the_resident_likes_first(
    at: Room, resident: Resident
) -> None:
    at.talk(resident, gift="timmeren voor een ander")
    place(at, "Aaa bezorgers gezocht", kind=OfferKind.SEEKS)
    place(at, "Timmerhulp gezocht", kind=OfferKind.SEEKS)
    place(at, "Timmerclub")
    found = at.workspace.proposals.for_gift(resident.id)
    assert names(found) == ["Timmerhulp gezocht", "Aaa bezorgers gezocht"]


def test_that_the_theme_of_doing_something_for_others_asks_for_places_that_look_for_people(
    at: Room, resident: Resident
) -> None:
    place(at, "Gastvrouw gezocht", kind=OfferKind.SEEKS, themes=("eenzaamheid",))
    place(at, "Houtwerkplaats", themes=("bijdragen",))
    assert names(at.workspace.proposals.for_theme(resident.id, "bijdragen")) == ["Gastvrouw gezocht"]


def test_that_a_goal_for_others_asks_for_places_that_look_for_people(at: Room, resident: Resident) -> None:
    at.talk(resident, themes=("eenzaamheid",))
    at.workspace.goals.add_goal(resident.id, "Iets doen voor een ander")
    place(at, "Gastvrouw gezocht", kind=OfferKind.SEEKS)
    place(at, "Eettafel", themes=("eenzaamheid",))
    [goal] = at.workspace.goals.of(resident.id)
    assert names(at.workspace.proposals.for_goal(resident.id, goal.id)) == ["Gastvrouw gezocht"]


def test_that_a_place_that_looks_for_people_is_no_help_for_a_question(at: Room, resident: Resident) -> None:
    place(at, "Gastvrouw gezocht", kind=OfferKind.SEEKS, themes=("eenzaamheid",))
    assert names(at.workspace.proposals.of(resident.id, LONELY)) == []


def test_that_what_a_resident_asks_now_is_found_in_what_was_talked_about(at: Room, resident: Resident) -> None:
    at.talk(resident, themes=("rouw",), signals=("schulden",), gift="koken")
    at.workspace.goals.add_goal(resident.id, "Vaker naar buiten")
    kinds = [(one.kind, one.code) for one in at.workspace.proposals.asked_by(resident.id)]
    assert (AboutKind.THEME, "rouw") in kinds
    assert (AboutKind.SIGNAL, "schulden") in kinds
    assert (AboutKind.GIFT, "bijdragen") in kinds
    assert AboutKind.GOAL in {kind for kind, _ in kinds}


def test_that_somebody_who_is_not_in_the_vault_yet_gets_proposals(at: Room) -> None:
    place(at, "Eettafel", themes=("eenzaamheid",))
    assert names(at.workspace.proposals.for_card(at.workspace.residents.blank(), LONELY)) == ["Eettafel"]


@pytest.mark.parametrize("kind", [kind for kind in AboutKind if kind is not AboutKind.GIFT])
def test_that_what_is_not_there_is_refused(at: Room, resident: Resident, kind: AboutKind) -> None:
    with pytest.raises(SpinnenwebError, match=r"proposal\.about"):
        at.workspace.proposals.of(resident.id, About(kind, "bestaat-niet"))


def test_that_an_answer_to_an_offer_that_is_gone_is_refused(at: Room, resident: Resident) -> None:
    with pytest.raises(SpinnenwebError, match=r"map\.gone"):
        at.workspace.proposals.choose(resident.id, "weg", LONELY)


def test_that_debts_ask_for_no_dimension_as_a_whole(at: Room) -> None:
    catalogue = at.workspace.catalogue
    assert of_theme("schulden", catalogue) == Need(frozenset({"schulden"}))
    assert of_topic("KL8", catalogue).dimensions == frozenset()
    assert of_topic("MD1", catalogue).dimensions == {"MD"}


@pytest.mark.parametrize("code", ["LF6", "KL6"])
def test_that_a_sensitive_subject_without_a_theme_asks_for_nothing(at: Room, code: str) -> None:
    assert of_topic(code, at.workspace.catalogue) == Need()


def test_that_a_subject_asks_for_its_themes_and_itself(at: Room) -> None:
    need = of_topic("MD", at.workspace.catalogue)
    assert need == Need(frozenset({"eenzaamheid", "sociale-contacten"}), frozenset({"MD"}))


def test_that_only_words_that_tell_something_are_looked_for() -> None:
    assert telling("Ik wil weer vaker gaan wandelen met de hond") == ("wandel", "hond")


def test_that_every_reason_is_said_in_words(at: Room, resident: Resident) -> None:
    words = Wording.read(RESOURCES / "texts" / "nl" / "werker.toml")
    place(at, "Eettafel", themes=("eenzaamheid",), costs=Costs.PAID, when="dinsdag")
    found = at.workspace.proposals.of(at.new_resident(code="R-9", language="pl").id, LONELY)
    [line] = found.lines
    assert why_words(words, line, found.village) == "Gaat over eenzaamheid, in Ruinen, van de buurt zelf"
    assert caution_words(words, line) == (
        "Het kost geld, niet bekend of ze er Pools spreken, nog nooit nagekeken, bel eerst"
    )
    assert where_when_words(words, line) == "Stichting Eettafel · Ruinen · dinsdag"
    assert resident.language == "nl"
    assert all(words.has(f"proposal.why.{why.value}") for why in Why)


def test_that_what_sql_looks_at_holds_what_the_rules_would_propose(at: Room) -> None:
    chance = random.Random(7)
    with at.workspace.database.writing() as work:
        villages = [work.villages.all()[0].id, "naast", "ver"]
        the_map = at.workspace.social_map
        organisation = replace(the_map.blank_organisation(), name="Van alles", village_ids=("naast",))
        work.organisations.add(organisation)
        work.offers.add_many(any_offer(at, organisation.id, number, chance, villages) for number in range(600))
        offers = [replace(one, village_ids=works_in(one, organisation)) for one in work.offers.all()]
    today, themes = at.workspace.clock.today(), ("eenzaamheid", "rouw", "taal")
    for _ in range(60):
        need = Need(
            themes=frozenset(chance.sample(themes, chance.randint(0, 2))),
            dimensions=frozenset(chance.sample(("MD", "LF"), chance.randint(0, 2))),
            village_id=villages[0],
            neighbours=frozenset(chance.sample(["naast", "ver"], chance.randint(0, 1))),
            age=chance.choice((None, 20, 70)),
            language=chance.choice(("nl", "pl")),
            gift=chance.random() < 0.3,
            declined=frozenset(one.id for one in chance.sample(offers, 5)),
            said={one.id: "woord" for one in chance.sample(offers, 3)},
        )
        with at.workspace.database.reading() as work:
            ids = work.proposal_search.best(need, today)
        among = [one for one in offers if one.id in set(ids)]
        assert propose(need, among, today) == propose(need, offers, today)
        assert len(propose(need, offers, today)) <= MOST


def any_offer(at: Room, organisation_id: str, number: int, chance: random.Random, villages: list[str]) -> Offer:
    return replace(
        Offer(f"o{number:04}", organisation_id, f"Aanbod {number}"),
        kind=chance.choice(list(OfferKind)),
        themes=tuple(chance.sample(("eenzaamheid", "rouw", "taal"), chance.randint(0, 2))),
        dimensions=tuple(chance.sample(("MD", "LF", "KL"), chance.randint(0, 2))),
        village_ids=tuple(chance.sample(villages, chance.randint(0, 2))),
        age_from=chance.choice((None, 18, 65)),
        age_to=chance.choice((None, 64)),
        languages=tuple(chance.sample(("nl", "pl"), 1)),
        costs=chance.choice(list(Costs)),
        capacity=chance.choice(list(Capacity)),
        status=chance.choice((OfferStatus.ACTIVE, OfferStatus.ACTIVE, OfferStatus.DEFUNCT)),
        checked_on=chance.choice((None, at.workspace.clock.today())),
    )


def test_that_a_subject_proposes_what_is_for_it_as_a_whole(at: Room, resident: Resident) -> None:
    at.talk(resident, dimensions=(DimensionEntry("MD", topic=True),))
    place(at, "Eettafel", dimensions=("MD",))
    assert names(at.workspace.proposals.for_topic(resident.id, "MD")) == ["Eettafel"]
