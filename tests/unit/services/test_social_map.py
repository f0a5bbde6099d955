from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.bin import BinKind
from spinnenweb.domain.changes import Kind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.handovers import Handover, HandoverState, WayOut
from spinnenweb.domain.map_filter import MapFilter
from spinnenweb.domain.map_history import MapKind
from spinnenweb.domain.search import HitKind
from spinnenweb.domain.social_map import (
    Capacity,
    ContactPerson,
    Costs,
    Every,
    Freshness,
    Offer,
    OfferKind,
    OfferStatus,
    Organisation,
    OrganisationTalk,
    Place,
    Slot,
)
from spinnenweb.services.map_cells import FIELDS, cell_of
from tests.records import varied
from tests.unit.services.rooms import same_room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.services.social_map import SocialMapService
    from tests.unit.services.rooms import Room

TODAY = date(2026, 11, 21)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


@pytest.fixture
def the_map(here: Room) -> SocialMapService:
    return here.workspace.social_map


def add_house(the_map: SocialMapService, name: str = "Dorpshuis De Kapstok", **fields: object) -> Organisation:
    organisation = varied(the_map.blank_organisation(), name=name, **fields)
    the_map.add(organisation)
    return organisation


def add_offer(the_map: SocialMapService, organisation: Organisation, name: str, **fields: object) -> Offer:
    offer = varied(the_map.blank_offer(organisation.id), name=name, **fields)
    the_map.add(offer)
    return offer


def names(the_map: SocialMapService, wanted: MapFilter) -> list[str]:
    return [line.offer.name for line in the_map.offer_lines(the_map.find_offers(wanted))]


# finding


def test_that_offers_stand_by_organisation_without_what_people_leave_out_of_its_name(
    the_map: SocialMapService,
) -> None:
    for name in ("Zangkoor", "Stichting Buurtkamer", "De Kapstok"):
        add_offer(the_map, add_house(the_map, name), f"bij {name}")
    assert names(the_map, MapFilter()) == ["bij Stichting Buurtkamer", "bij De Kapstok", "bij Zangkoor"]


def test_that_every_filter_leaves_only_what_fits(the_map: SocialMapService) -> None:
    house = add_house(the_map)
    add_offer(
        the_map,
        house,
        "Eettafel",
        themes=("eenzaamheid",),
        dimensions=("MD",),
        languages=("nl", "ar"),
        kind=OfferKind.RESIDENTS,
        costs=Costs.FREE,
        checked_on=TODAY,
    )
    add_offer(the_map, house, "Wandelen", themes=("leefstijl",), status=OfferStatus.CLOSED)
    for wanted in (
        MapFilter(theme="eenzaamheid"),
        MapFilter(dimension="MD"),
        MapFilter(language="ar"),
        MapFilter(kind=OfferKind.RESIDENTS),
        MapFilter(costs=Costs.FREE),
        MapFilter(freshness=Freshness.FRESH),
        MapFilter(running=True),
        MapFilter(text="eett"),
    ):
        assert names(the_map, wanted) == ["Eettafel"]
    assert names(the_map, MapFilter(theme="leefstijl", text="eett")) == []
    assert names(the_map, MapFilter(organisation_id=house.id)) == ["Eettafel", "Wandelen"]


def test_that_an_offer_without_villages_is_for_those_of_its_organisation(here: Room) -> None:
    the_map = here.workspace.social_map
    other, _ = here.workspace.residents.add_village("Esdal")
    house = add_house(the_map)
    (own,) = house.village_ids
    add_offer(the_map, house, "overal")
    add_offer(the_map, house, "alleen daar", village_ids=(other.id,))
    assert names(the_map, MapFilter(village_id=own)) == ["overal"]
    assert names(the_map, MapFilter(village_id=other.id)) == ["alleen daar"]
    (line,) = the_map.offer_lines(the_map.find_offers(MapFilter(village_id=own)))
    assert line.village_ids == (own,)


def test_that_words_are_found_in_the_offer_its_organisation_its_people_and_what_was_said(
    the_map: SocialMapService,
) -> None:
    house = add_house(the_map, lead="Aaltje")
    add_offer(the_map, house, "Eettafel", where=Place(name="De Brink"))
    the_map.add(ContactPerson("", house.id, name="Roelof", role="beheerder"))
    the_map.add(OrganisationTalk("", house.id, TODAY, chances="de moestuin weer openen"))
    for text in ("eettafel", "KAPSTOK eet", "brink", "aaltje", "roelof", "tuin", "kapstok roelof tafel"):
        assert names(the_map, MapFilter(text=text)) == ["Eettafel"]
    for text in ("kapstok disco", "wandelen"):
        assert names(the_map, MapFilter(text=text)) == []


def test_that_words_of_residents_never_bring_an_offer(here: Room) -> None:
    the_map = here.workspace.social_map
    add_offer(the_map, add_house(the_map), "Eettafel")
    here.talk(here.new_resident(), note="kapstok gevallen, kwetsbaar")
    assert names(the_map, MapFilter(text="kwetsbaar")) == []
    assert names(the_map, MapFilter(text="kapstok")) == ["Eettafel"]


def test_that_the_one_search_box_finds_the_map_and_says_of_which_organisation(here: Room) -> None:
    the_map = here.workspace.social_map
    house = add_house(the_map)
    offer = add_offer(the_map, house, "Eettafel")
    (hit,) = here.workspace.search.find("eettafel")
    assert (hit.kind, hit.record_id, hit.title, hit.organisation_id) == (
        HitKind.OFFER,
        offer.id,
        house.name,
        house.id,
    )


@pytest.mark.parametrize(
    ("checked", "before", "found"),
    [
        (None, None, Freshness.NEVER),
        (TODAY, None, Freshness.FRESH),
        (TODAY - timedelta(days=153), None, Freshness.FRESH),
        (TODAY - timedelta(days=154), None, Freshness.AGING),
        (TODAY - timedelta(days=183), None, Freshness.AGING),
        (TODAY - timedelta(days=184), None, Freshness.OLD),
        (TODAY - timedelta(days=184), TODAY + timedelta(days=90), Freshness.FRESH),
        (TODAY, TODAY + timedelta(days=29), Freshness.AGING),
        (TODAY - timedelta(days=2), TODAY - timedelta(days=1), Freshness.OLD),
    ],
)
def test_that_a_filter_knows_the_same_freshness_as_the_rule(
    the_map: SocialMapService, checked: date | None, before: date | None, found: Freshness
) -> None:
    add_offer(the_map, add_house(the_map), "Eettafel", checked_on=checked, check_before=before)
    (line,) = the_map.offer_lines(the_map.find_offers())
    assert line.freshness is found
    assert [fresh for fresh in Freshness if the_map.find_offers(MapFilter(freshness=fresh))] == [found]
    assert the_map.freshness_counts() == {fresh: int(fresh is found) for fresh in Freshness}


FRESH, STALE = TODAY, TODAY - timedelta(days=184)


@pytest.mark.parametrize(
    ("own", "offers", "found"),
    [
        (FRESH, (), Freshness.FRESH),
        (None, (), Freshness.NEVER),
        (FRESH, (FRESH, None), Freshness.NEVER),
        (FRESH, (FRESH, STALE), Freshness.OLD),
        (STALE, (FRESH,), Freshness.OLD),
        (None, (FRESH, FRESH), Freshness.FRESH),
        (None, (STALE, TODAY - timedelta(days=160)), Freshness.OLD),
        (None, (None, STALE), Freshness.NEVER),
    ],
)
def test_that_an_organisation_is_as_fresh_as_the_least_of_what_it_offers(
    the_map: SocialMapService, own: date | None, offers: tuple[date | None, ...], found: Freshness
) -> None:
    made = add_house(the_map, checked_on=own)
    for number, day in enumerate(offers):
        add_offer(the_map, made, f"Aanbod {number}", checked_on=day)
    (line,) = the_map.organisation_lines(the_map.find_organisations())
    assert (line.freshness, the_map.card(made.id).freshness) == (found, found)
    assert [fresh for fresh in Freshness if the_map.find_organisations(MapFilter(freshness=fresh))] == [found]


def test_that_an_offer_that_was_put_away_does_not_make_its_organisation_old(the_map: SocialMapService) -> None:
    made = add_house(the_map, checked_on=TODAY)
    gone = add_offer(the_map, made, "Eettafel")
    the_map.put_away(MapKind.OFFER, gone.id)
    (line,) = the_map.organisation_lines(the_map.find_organisations(MapFilter(freshness=Freshness.FRESH)))
    assert line.freshness is Freshness.FRESH


def test_that_a_whole_organisation_is_checked_at_once_and_back(the_map: SocialMapService) -> None:
    made = add_house(the_map)
    add_offer(the_map, made, "Eettafel")
    saved = the_map.check_whole((made.id,))
    assert the_map.card(made.id).freshness is Freshness.FRESH
    the_map.undo(saved)
    assert the_map.card(made.id).freshness is Freshness.NEVER


@pytest.mark.parametrize(("words", "after"), [("", "dinsdag 10.00–12.00"), ("niet in juli", "niet in juli")])
def test_that_the_words_follow_the_moments_until_somebody_writes_their_own(
    the_map: SocialMapService, words: str, after: str
) -> None:
    offer = add_offer(the_map, add_house(the_map), "Eettafel", when=words)
    the_map.set_cell(MapKind.OFFER, offer.id, "schedule", "ma 9-10")
    the_map.set_cell(MapKind.OFFER, offer.id, "schedule", "di 10-12")
    found = the_map.offer(offer.id).offer
    assert (found.schedule, found.when) == ((Slot(1, time(10), time(12)),), after)


def test_that_somebody_who_left_is_never_the_one_to_call(the_map: SocialMapService) -> None:
    house = add_house(the_map)
    offer = add_offer(the_map, house, "Eettafel")
    gone = replace(
        the_map.blank_contact(house.id, offer.id), name="Weg", ends=TODAY - timedelta(days=1), starts=None
    )
    general = replace(the_map.blank_contact(house.id), name="Algemeen")
    the_map.add(gone)
    the_map.add(general)
    line = the_map.offer(offer.id)
    assert line.contact == general
    card = the_map.card(house.id)
    assert (card.persons, card.former) == ((general,), (gone,))


def test_that_organisations_are_found_by_what_they_offer(the_map: SocialMapService) -> None:
    house, choir = add_house(the_map), add_house(the_map, "Zangkoor", themes=("rouw",))
    add_offer(the_map, house, "Eettafel", themes=("eenzaamheid",), dimensions=("MD",), languages=("tr",))
    for wanted in (MapFilter(theme="eenzaamheid"), MapFilter(dimension="MD"), MapFilter(language="tr")):
        assert the_map.find_organisations(wanted) == (house.id,)
    # what it means to take up counts too
    assert the_map.find_organisations(MapFilter(theme="rouw")) == (choir.id,)
    lines = the_map.organisation_lines(the_map.find_organisations())
    assert [(line.organisation.id, line.offers) for line in lines] == [(house.id, 1), (choir.id, 0)]


# writing


def test_that_a_cell_that_was_typed_is_written_and_taken_back(here: Room) -> None:
    the_map = here.workspace.social_map
    offer = add_offer(the_map, add_house(the_map), "Eettafel")
    typed = {
        "capacity": "wachtlijst",
        "themes": "Eenzaamheid; vervoer",
        "languages": "arabisch, nl",
        "age_from": "18",
        "village_ids": "RUINEN",
        "checked_on": "4-12-2025",
        "accessible": "met een rolstoel",
    }
    for field, text in typed.items():
        saved = the_map.set_cell(MapKind.OFFER, offer.id, field, text)
        assert the_map.offer(offer.id).offer != offer
        assert saved.changes.touches(Kind.OFFER)
        the_map.undo(saved)
        assert the_map.offer(offer.id).offer == offer


def test_that_what_a_cell_shows_means_the_same_when_it_is_typed_again(the_map: SocialMapService) -> None:
    house = add_house(the_map, kvk="12345678", themes=("rouw", "taal"))
    offer = add_offer(
        the_map,
        house,
        "Eettafel",
        status=OfferStatus.CLOSED,
        capacity=Capacity.FULL,
        age_from=0,
        age_to=120,
        dimensions=("LF",),
        languages=("nds",),
        checked_on=TODAY,
        accessible=("bus", "rolstoel"),
    )
    offer = replace(offer, schedule=(Slot(1, time(10), None), Slot(4, None, None, Every.MONTH, -1)))
    the_map.save(offer)
    called = the_map.names()
    for kind, record in ((MapKind.ORGANISATION, house), (MapKind.OFFER, offer)):
        for field in FIELDS[kind]:
            shown = cell_of(kind, record, field, called)
            assert not the_map.set_cell(kind, record.id, field, shown).anything, field


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("capacity", "heel veel", "map.value"),
        ("themes", "rouw, onzin", "map.value"),
        ("age_from", "achttien", "map.value"),
        ("age_to", "121", "map.age"),
        ("checked_on", "31-2-2026", "map.value"),
        ("checked_on", "22-11-2026", "map.future"),
        ("village_ids", "Nergenshuizen", "map.village"),
        ("schedule", "dinsdax 10-12", "map.slot"),
        ("name", "  ", "map.name_missing"),
        ("description", "nul \0", "text.nul"),
    ],
)
def test_that_a_cell_that_means_nothing_changes_nothing(
    the_map: SocialMapService, field: str, typed: str, code: str
) -> None:
    offer = add_offer(the_map, add_house(the_map), "Eettafel")
    with pytest.raises(SpinnenwebError) as refused:
        the_map.set_cell(MapKind.OFFER, offer.id, field, typed)
    assert refused.value.code == code
    assert the_map.offer(offer.id).offer == offer


def test_that_a_later_change_of_the_same_field_is_not_undone_over(the_map: SocialMapService) -> None:
    offer = add_offer(the_map, add_house(the_map), "Eettafel")
    first = the_map.set_cell(MapKind.OFFER, offer.id, "for_whom", "ouderen")
    the_map.set_cell(MapKind.OFFER, offer.id, "costs_words", "2 euro")
    second = the_map.set_cell(MapKind.OFFER, offer.id, "for_whom", "iedereen")
    with pytest.raises(SpinnenwebError, match=r"map\.changed"):
        the_map.undo(first)
    the_map.undo(second)
    the_map.undo(first)
    assert the_map.offer(offer.id).offer == replace(offer, costs_words="2 euro")


def test_that_adding_can_be_taken_back_but_not_under_what_came_after(the_map: SocialMapService) -> None:
    house = the_map.blank_organisation()
    added = the_map.add(replace(house, name="Koor"))
    offer = the_map.add(Offer("", house.id, "Zingen"))
    with pytest.raises(SpinnenwebError, match=r"map\.changed"):
        the_map.undo(added)
    the_map.undo(offer)
    the_map.undo(added)
    assert the_map.find_organisations() == ()


def test_that_checking_says_who_and_when_and_until_when(here: Room) -> None:
    the_map = here.workspace.social_map
    house = add_house(the_map)
    offers = [add_offer(the_map, house, name) for name in ("Eettafel", "Wandelen")]
    saved = the_map.check(MapKind.OFFER, [offer.id for offer in offers], TODAY + timedelta(days=60))
    for line in the_map.offer_lines([offer.id for offer in offers]):
        offer = line.offer
        assert (offer.checked_on, offer.checked_by, offer.check_before) == (
            TODAY,
            "AB",
            TODAY + timedelta(days=60),
        )
    the_map.undo(saved)
    assert {line.freshness for line in the_map.offer_lines(the_map.find_offers())} == {Freshness.NEVER}


def test_that_changing_a_field_does_not_make_it_fresh(the_map: SocialMapService) -> None:
    offer = add_offer(the_map, add_house(the_map), "Eettafel")
    the_map.set_cell(MapKind.OFFER, offer.id, "when_said", "dinsdag")
    assert the_map.offer(offer.id).freshness is Freshness.NEVER


def test_that_a_contact_person_who_did_not_agree_has_no_day_of_agreeing(the_map: SocialMapService) -> None:
    house = add_house(the_map)
    person = replace(the_map.blank_contact(house.id), name="Roelof", agreed_on=TODAY)
    the_map.add(person)
    assert the_map.card(house.id).persons[0].agreed_on is None
    with pytest.raises(SpinnenwebError, match=r"map\.period"):
        the_map.save(replace(person, ends=TODAY - timedelta(days=1)))


def test_that_every_write_stands_in_the_log_without_what_was_written(here: Room) -> None:
    the_map = here.workspace.social_map
    offer = add_offer(the_map, add_house(the_map), "Eettafel")
    the_map.set_cell(MapKind.OFFER, offer.id, "for_whom", "ouderen")
    lines = here.workspace.audit.lines(kinds=[AuditKind.MADE, AuditKind.CHANGED])
    assert [(one.kind, one.about_table, one.fields) for one in lines[:3]] == [
        (AuditKind.CHANGED, "offer", ("for_whom",)),
        (AuditKind.MADE, "offer", ()),
        (AuditKind.MADE, "organisation", ()),
    ]


# the bin


def test_that_an_organisation_goes_to_the_bin_and_comes_back_with_all_that_is_of_it(here: Room) -> None:
    the_map = here.workspace.social_map
    house = add_house(the_map)
    offer = add_offer(the_map, house, "Eettafel")
    the_map.add(ContactPerson("", house.id, offer.id, "Roelof"))
    the_map.add(OrganisationTalk("", house.id, TODAY, does="eten"))
    before = the_map.card(house.id)
    the_map.put_away(MapKind.ORGANISATION, house.id)
    assert (the_map.find_organisations(), the_map.find_offers()) == ((), ())
    assert here.workspace.search.find("eettafel") == ()
    (item,) = here.workspace.bin.items()
    assert (item.item.kind, item.item.words) == (BinKind.ORGANISATION, house.name)
    here.workspace.bin.put_back(BinKind.ORGANISATION, house.id)
    assert the_map.card(house.id) == before
    assert names(the_map, MapFilter(text="kapstok roelof")) == ["Eettafel"]


def test_that_what_somebody_was_handed_over_to_is_not_thrown_away(here: Room) -> None:
    the_map = here.workspace.social_map
    house = add_house(the_map)
    offer = add_offer(the_map, house, "Eettafel")
    who = here.new_resident()
    handover = Handover("h", who.id, offer.id, house.id, None, WayOut.TOGETHER, HandoverState.PROPOSED)
    with here.workspace.database.writing() as work:
        work.handovers.add(handover)
    for kind, record in ((MapKind.ORGANISATION, house.id), (MapKind.OFFER, offer.id)):
        with pytest.raises(SpinnenwebError, match=r"map\.handed_over"):
            the_map.put_away(kind, record)
    here.workspace.rights.erase(who.id)
    the_map.put_away(MapKind.ORGANISATION, house.id)


def test_that_erasing_from_the_bin_leaves_no_byte_of_a_contact_person(here: Room) -> None:
    from spinnenweb.domain.map_history import ImportBatch, Overwritten
    from tests.unit.services.opened_pages import twin_of

    the_map = here.workspace.social_map
    house = add_house(the_map)
    person = replace(the_map.blank_contact(house.id), name="Zzqxpersoonvwkq")
    the_map.add(person)
    changed = Overwritten(MapKind.CONTACT, person.id, {"name": "Zzqxvroegervwkq"}, {"name": person.name})
    with here.workspace.database.writing() as work:
        work.import_batches.add(ImportBatch("b", here.time.moment, "csv", changed=(changed,)))
    assert b"Zzqxvroegervwkq" in twin_of(here.workspace)
    the_map.put_away(MapKind.CONTACT, person.id)
    here.workspace.bin.erase(BinKind.CONTACT_PERSON, person.id)
    twin = twin_of(here.workspace)
    assert b"Zzqx" not in twin
    assert b"zzqx" not in twin
