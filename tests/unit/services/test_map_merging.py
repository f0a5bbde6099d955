from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.handovers import Handover, HandoverState, WayOut
from spinnenweb.domain.map_filter import MapFilter
from spinnenweb.domain.map_history import ImportBatch, MapKind, Overwritten
from spinnenweb.domain.map_likeness import LikeWhy
from spinnenweb.domain.social_map import ContactPerson, Offer, Organisation, OrganisationTalk
from tests.unit.services.rooms import same_room
from tests.unit.services.test_social_map import TODAY, add_house, add_offer, names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.unit.services.rooms import Room


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


def two_houses(here: Room) -> tuple[Organisation, Organisation, Offer]:
    """The same house twice; the second has an offer, a contact person and a talk."""
    the_map = here.workspace.social_map
    kept = add_house(the_map, "Dorpshuis De Kapstok", themes=("rouw",), external={"x": 1})
    other = add_house(
        the_map, "St. dorpshuis Kapstok", themes=("taal",), lead="Aaltje", checked_on=TODAY, external={"y": 2}
    )
    offer = add_offer(the_map, other, "Eettafel")
    the_map.add(ContactPerson("", other.id, offer.id, "Roelof"))
    the_map.add(OrganisationTalk("", other.id, TODAY, does="eten"))
    return kept, other, offer


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (Organisation("", "kapstok"), LikeWhy.NAME),
        (Organisation("", "Stichting De Kapstok"), LikeWhy.NAME),
        (Organisation("", "Kapstock"), LikeWhy.SOUND),
        (Organisation("", "De Kapstok Esdal"), LikeWhy.LIKE),
        (Organisation("", "De Kaptsok"), LikeWhy.LIKE),
        (Organisation("", "Iets anders", kvk="1234 5678"), LikeWhy.KVK),
        (Organisation("", "Iets anders", website="http://kapstok.example/"), LikeWhy.WEBSITE),
        (Organisation("", "Iets anders", email="Huis@kapstok.example"), LikeWhy.EMAIL),
    ],
)
def test_that_the_same_organisation_is_noticed_while_it_is_typed(
    here: Room, typed: Organisation, why: LikeWhy
) -> None:
    house = add_house(
        here.workspace.social_map,
        "De Kapstok",
        kvk="12345678",
        website="https://www.kapstok.example",
        email="huis@kapstok.example",
    )
    add_house(here.workspace.social_map, "Zangkoor")
    assert [(one.id, one.why) for one in here.workspace.map_merging.like_organisation(typed)] == [(house.id, why)]


@pytest.mark.parametrize("name", ["", "De", "Zangvereniging", "Kap"])
def test_that_other_names_are_left_alone(here: Room, name: str) -> None:
    add_house(here.workspace.social_map, "De Kapstok")
    assert here.workspace.map_merging.like_organisation(Organisation("", name)) == ()


def test_that_an_organisation_is_never_like_itself_and_offers_only_like_those_of_their_own(here: Room) -> None:
    the_map, merging = here.workspace.social_map, here.workspace.map_merging
    house, other = add_house(the_map), add_house(the_map, "Zangkoor")
    offer = add_offer(the_map, house, "Eettafel")
    assert merging.like_organisation(house) == ()
    assert merging.like_offer(Offer("", other.id, "Eettafel")) == ()
    assert [one.id for one in merging.like_offer(Offer("", house.id, "eettafels"))] == [offer.id]


def test_that_merging_fills_blanks_joins_lists_and_brings_all_along(here: Room) -> None:
    the_map = here.workspace.social_map
    kept, other, offer = two_houses(here)
    here.workspace.map_merging.merge(MapKind.ORGANISATION, kept.id, other.id)
    card = the_map.card(kept.id)
    assert card.organisation == replace(
        kept, lead="Aaltje", themes=("rouw", "taal"), checked_on=TODAY, external={"y": 2, "x": 1}
    )
    assert ([line.offer.id for line in card.offers], len(card.persons), len(card.talks)) == ([offer.id], 1, 1)
    assert the_map.find_organisations() == (kept.id,)
    # what still points at the other finds the kept one
    assert the_map.card(other.id) == card
    assert names(the_map, MapFilter(organisation_id=other.id)) == ["Eettafel"]
    assert [hit.record_id for hit in here.workspace.search.find("kapstok")] == [kept.id]


def test_that_a_merge_taken_back_leaves_everything_as_it_was(here: Room) -> None:
    the_map, merging = here.workspace.social_map, here.workspace.map_merging
    kept, other, _ = two_houses(here)
    before = (the_map.card(kept.id), the_map.card(other.id), names(the_map, MapFilter(text="kapstok")))
    merging.merge(MapKind.ORGANISATION, kept.id, other.id)
    (merge,) = merging.merges(kept.id)
    merging.unmerge(merge.id)
    assert (the_map.card(kept.id), the_map.card(other.id), names(the_map, MapFilter(text="kapstok"))) == before
    assert len(here.workspace.search.find("kapstok")) == 2
    with pytest.raises(SpinnenwebError, match=r"map\.merge_gone"):
        merging.unmerge(merge.id)


def test_that_what_was_changed_after_a_merge_stays_when_it_is_taken_back(here: Room) -> None:
    the_map, merging = here.workspace.social_map, here.workspace.map_merging
    kept, other, _ = two_houses(here)
    merging.merge(MapKind.ORGANISATION, kept.id, other.id)
    the_map.set_cell(MapKind.ORGANISATION, kept.id, "lead", "Geesje")
    new = add_offer(the_map, kept, "Koffie")
    merging.unmerge(merging.merges(kept.id)[0].id)
    assert the_map.card(kept.id).organisation == replace(kept, lead="Geesje")
    assert [line.offer.id for line in the_map.card(kept.id).offers] == [new.id]


def test_that_a_merged_one_shares_the_bin_with_the_one_it_went_into(here: Room) -> None:
    the_map = here.workspace.social_map
    kept, other, _ = two_houses(here)
    here.workspace.map_merging.merge(MapKind.ORGANISATION, kept.id, other.id)
    card = the_map.card(kept.id)
    the_map.put_away(MapKind.ORGANISATION, kept.id)
    (line,) = here.workspace.bin.items()
    here.workspace.bin.put_back(line.item.kind, line.item.id)
    assert the_map.card(kept.id) == card
    here.workspace.map_merging.unmerge(card.merges[0].id)
    assert len(the_map.find_organisations()) == 2


def test_that_a_hand_over_stays_as_it_was_and_is_read_through_the_merge(here: Room) -> None:
    kept, other, offer = two_houses(here)
    who = here.new_resident()
    handover = Handover("h", who.id, offer.id, other.id, None, WayOut.TOGETHER, HandoverState.PROPOSED)
    with here.workspace.database.writing() as work:
        work.handovers.add(handover)
    here.workspace.rights.restrict(who.id)
    # nobody's file is touched, also not one that is only kept
    here.workspace.map_merging.merge(MapKind.ORGANISATION, kept.id, other.id)
    with here.workspace.database.reading() as work:
        ids = work.map_merges.all_of(kept.id)
        assert work.handovers.to_organisations(ids) == (handover,)
    with pytest.raises(SpinnenwebError, match=r"map\.handed_over"):
        here.workspace.social_map.put_away(MapKind.ORGANISATION, kept.id)


def test_that_one_is_not_merged_with_itself_nor_with_what_is_gone(here: Room) -> None:
    merging = here.workspace.map_merging
    kept, other, _ = two_houses(here)
    merging.merge(MapKind.ORGANISATION, kept.id, other.id)
    for kind, one, code in (
        (MapKind.ORGANISATION, other.id, "map.same"),
        (MapKind.ORGANISATION, "niemand", "map.gone"),
        (MapKind.CONTACT, other.id, "map.merge_kind"),
    ):
        with pytest.raises(SpinnenwebError) as refused:
            merging.merge(kind, kept.id, one)
        assert refused.value.code == code


def test_that_offers_are_merged_with_their_contact_persons(here: Room) -> None:
    the_map, merging = here.workspace.social_map, here.workspace.map_merging
    house = add_house(the_map)
    kept, other = add_offer(the_map, house, "Eettafel"), add_offer(the_map, house, "Eet tafel", age_from=18)
    the_map.add(ContactPerson("p", house.id, other.id, "Roelof"))
    merging.merge(MapKind.OFFER, kept.id, other.id)
    line = the_map.offer(other.id)
    assert (line.offer, line.contact and line.contact.id) == (replace(kept, age_from=18), "p")
    merging.unmerge(merging.merges(kept.id)[0].id)
    assert the_map.offer(other.id).offer == other
    assert the_map.offer(kept.id).contact is None


# imports


def test_that_an_import_is_taken_back_as_a_whole_and_once(here: Room) -> None:
    the_map, merging = here.workspace.social_map, here.workspace.map_merging
    old = add_house(the_map, "Zangkoor")
    house = add_house(the_map)
    offer = add_offer(the_map, house, "Eettafel")
    the_map.save(replace(old, lead="Fenna"))
    changed = Overwritten(MapKind.ORGANISATION, old.id, {"lead": ""}, {"lead": "Fenna"})
    added = ((MapKind.ORGANISATION, house.id), (MapKind.OFFER, offer.id))
    with here.workspace.database.writing() as work:
        work.import_batches.add(ImportBatch("batch", here.time.moment, "csv", "gids", added, (changed,)))
    merging.undo_import("batch")
    assert the_map.organisations() == (old,)
    assert merging.imports()[0].undone_on == TODAY
    with pytest.raises(SpinnenwebError, match=r"map\.import_gone"):
        merging.undo_import("batch")


def test_that_an_import_that_was_worked_on_is_not_taken_back_at_all(here: Room) -> None:
    the_map = here.workspace.social_map
    house = add_house(the_map)
    offer = add_offer(the_map, house, "Eettafel")
    with here.workspace.database.writing() as work:
        work.import_batches.add(
            ImportBatch("batch", here.time.moment, "csv", added=((MapKind.ORGANISATION, house.id),))
        )
    with pytest.raises(SpinnenwebError, match=r"map\.changed"):
        here.workspace.map_merging.undo_import("batch")
    assert the_map.find_offers() == (offer.id,)


def test_that_what_hangs_on_the_other_hangs_on_the_kept_one_afterwards(here: Room) -> None:
    """Rows of a package point to the organisation they came with."""
    the_map = here.workspace.social_map
    kept = add_house(the_map)
    other = add_house(the_map, "Dorpshuis Kapstok")
    row = {"id": "p", "organization_id": other.id, "number": "1"}
    the_map.save(replace(other, external={"hsds": [{"table": "phone", "row": row}]}))
    here.workspace.map_merging.merge(MapKind.ORGANISATION, kept.id, other.id)
    [record] = the_map.organisations()
    assert record.external["hsds"][0]["row"]["organization_id"] == kept.id
