from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.bin import BinKind
from spinnenweb.domain.conversations import AspectEntry, DimensionEntry, with_dimension
from spinnenweb.domain.goals import Goal, GoalState
from spinnenweb.domain.handovers import WayOut
from spinnenweb.domain.signals import SignalState
from spinnenweb.domain.social_map import Capacity, OfferKind, OfferStatus, OrganisationTalk
from spinnenweb.domain.theme_board import ALL, Demand, SignalCount, Supply, Verdict
from spinnenweb.domain.themes import GIFT
from spinnenweb.domain.vocabulary import WordKind
from spinnenweb.services.shared_figures import shared_figures
from tests.unit.services.release_rooms import village as release_village
from tests.unit.services.rooms import answered, same_room
from tests.unit.services.test_social_map import add_house, add_offer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.domain.residents import Resident
    from spinnenweb.domain.theme_board import Cell
    from tests.unit.services.rooms import Room


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


def home(here: Room) -> str:
    return here.workspace.residents.villages()[0].id


def person(here: Room, code: str, **fields: object) -> Resident:
    return here.new_resident(code=code, **{"village_id": home(here), **fields})


def cell(here: Room, theme: str, village_id: str | None = None, *, everything: bool = False) -> Cell:
    return here.workspace.themes_board.board(everything=everything).cell(village_id or home(here), theme)


# who asks


def test_that_a_resident_counts_once_for_a_theme_however_often_it_came_up(here: Room) -> None:
    one, two = person(here, "R-1"), person(here, "R-2")
    for _ in range(3):
        here.talk(one, themes=("rouw", "taal"))
    here.talk(two, themes=("rouw",))
    assert (cell(here, "rouw").demand.people, cell(here, "taal").demand.people) == (2, 1)


def test_that_merged_cards_count_as_one_resident(here: Room) -> None:
    one, two = person(here, "R-1"), person(here, "R-2")
    here.talk(one, themes=("rouw",), signals=("schulden",))
    here.talk(two, themes=("rouw",), signals=("schulden",))
    here.workspace.merging.merge(one.id, two.id)
    assert cell(here, "rouw").demand.people == 1
    assert here.workspace.themes_board.board().signals == (SignalCount(home(here), "schulden", 1, 1),)


def test_that_who_is_in_the_bin_or_asked_for_restriction_counts_nowhere(here: Room) -> None:
    gone, kept = person(here, "R-1"), person(here, "R-2")
    here.talk(gone, themes=("rouw",), signals=("schulden",))
    here.talk(kept, themes=("rouw",), signals=("schulden",))
    here.workspace.bin.put_away(BinKind.RESIDENT, gone.id)
    here.workspace.rights.restrict(kept.id)
    assert cell(here, "rouw").demand == Demand()
    assert here.workspace.themes_board.board().signals == ()


def test_that_topics_count_only_where_nobody_was_asked_for_themes(here: Room) -> None:
    for code, fields in (("R-1", {}), ("R-2", {"no_themes": True}), ("R-3", {"themes": ("taal",)})):
        draft = here.workspace.conversations.begin(person(here, code))
        said = answered(draft).conversation
        said = with_dimension(said, DimensionEntry("ZG", topic=True))
        said = replace(said, aspects=(AspectEntry("KL8", topic=True), AspectEntry("KL1")), **fields)
        here.workspace.conversations.finish(replace(answered(draft), conversation=said))
    people = {theme: cell(here, theme).demand.people for theme in ("zingeving", "schulden", "taal", "leefstijl")}
    assert people == {"zingeving": 1, "schulden": 1, "taal": 1, "leefstijl": 0}


def test_that_a_signal_counts_under_its_theme_and_stays_open_until_something_was_done(here: Room) -> None:
    one = person(here, "R-1")
    here.talk(one, signals=("overbelasting-mantelzorg",))
    assert cell(here, "mantelzorg").demand == Demand(people=1, signalled=1)
    assert here.workspace.themes_board.board().signals[0].open == 1
    here.workspace.signals.tell(one.id, "overbelasting-mantelzorg", SignalState.TAKEN_UP)
    assert here.workspace.themes_board.board().signals[0].open == 0


def test_that_an_own_signal_counts_under_the_themes_it_was_connected_with(here: Room) -> None:
    signal, _ = here.workspace.vocabulary.add(WordKind.SIGNAL, "Post blijft liggen")
    here.talk(person(here, "R-1"), themes=("taal",), signals=(signal,))
    board = here.workspace.themes_board
    assert board.board().signals == (SignalCount(home(here), signal, 1, 1),)
    assert (cell(here, "schulden").demand, board.signs[signal]) == (Demand(), ())
    here.workspace.vocabulary.connect(WordKind.SIGNAL, signal, ["schulden", "taal"])
    assert cell(here, "schulden").demand == Demand(people=1, signalled=1)
    assert cell(here, "taal").demand == Demand(people=1, signalled=1)


def test_that_a_signal_counts_under_no_theme_that_is_no_longer_used(here: Room) -> None:
    here.talk(person(here, "R-1"), signals=("schulden",))
    here.workspace.vocabulary.switch(WordKind.THEME, "schulden", on=False)
    assert here.workspace.themes_board.signs["schulden"] == ()
    assert cell(here, "schulden").demand == Demand()
    assert [one.signal for one in here.workspace.themes_board.board().signals] == ["schulden"]


def test_that_the_board_of_what_there_is_holds_nothing_of_residents(here: Room) -> None:
    here.talk(person(here, "R-1"), themes=("rouw",), signals=("schulden",))
    the_map = here.workspace.social_map
    add_offer(the_map, add_house(the_map), "Rouwgroep", themes=("rouw",))
    there = here.workspace.themes_board.supply()
    assert there.cell(home(here), "rouw").supply.offers == 1
    assert {(one.demand, one.passed_on) for one in there.cells.values()} == {(Demand(), 0)}
    assert (there.signals, there.quiet) == ((), ())


def test_that_an_open_goal_counts_under_the_themes_of_its_talk(here: Room) -> None:
    one = person(here, "R-1")
    talk = here.talk(one, themes=("taal",)).conversation
    goals = [
        Goal("g1", one.id, "Beter lezen", GoalState.OPEN, talk.held_on, talk.id),
        Goal("g2", one.id, "Gelukt", GoalState.DONE, talk.held_on, talk.id),
    ]
    with here.workspace.database.writing() as work:
        work.goals.add_many(goals)
    assert cell(here, "taal").demand == Demand(people=1, goals=1)


def test_that_a_gift_counts_as_wanting_to_do_something(here: Room) -> None:
    here.talk(person(here, "R-1"), gift="Kan goed fietsen maken")
    assert cell(here, GIFT).demand.people == 1


def test_that_what_is_older_than_a_year_counts_only_when_everything_does(here: Room) -> None:
    today = here.workspace.clock.today()
    here.talk(person(here, "R-1"), today - timedelta(days=366), themes=("rouw",))
    assert cell(here, "rouw").demand.people == 0
    assert cell(here, "rouw", everything=True).demand.people == 1


def test_that_who_has_no_village_counts_for_all_villages_together(here: Room) -> None:
    here.talk(person(here, "R-1", village_id=None), themes=("rouw",))
    assert cell(here, "rouw").demand.people == 0
    assert cell(here, "rouw", ALL).demand.people == 1


# what there is


def test_that_offers_count_by_where_they_are_and_whether_they_take_people(here: Room) -> None:
    the_map = here.workspace.social_map
    house = add_house(the_map, kind=OfferKind.FORMAL)
    wide = replace(the_map.blank_organisation(), name="Overal", village_ids=())
    the_map.add(wide)
    add_offer(the_map, house, "Rouwgroep", themes=("rouw",), capacity=Capacity.WAITING)
    add_offer(the_map, house, "Rouwcafé", themes=("rouw",), capacity=Capacity.FULL)
    add_offer(the_map, house, "Gestopt", themes=("rouw",), status=OfferStatus.DEFUNCT)
    add_offer(the_map, wide, "Rouwlijn", themes=("rouw",), checked_on=here.workspace.clock.today())
    assert cell(here, "rouw").supply == Supply(offers=3, takes=2, waiting=1, informal=1, unsure=2)
    assert cell(here, "rouw", ALL).supply.offers == 3


def test_that_places_that_look_for_people_are_supply_for_who_wants_to_give_only(here: Room) -> None:
    the_map = here.workspace.social_map
    house = add_house(the_map)
    add_offer(the_map, house, "Chauffeur gezocht", kind=OfferKind.SEEKS, themes=("mobiliteit",))
    assert cell(here, "mobiliteit").supply.offers == 0
    assert cell(here, GIFT).supply.takes == 1
    card = here.workspace.themes_board.theme(GIFT, home(here))
    assert [line.offer.name for line in card.offers] == ["Chauffeur gezocht"]


def test_that_organisations_and_talks_with_them_count_as_intention(here: Room) -> None:
    the_map = here.workspace.social_map
    church = add_house(the_map, "Kerk", themes=("rouw",))
    club = add_house(the_map, "Club")
    the_map.add(OrganisationTalk("t1", club.id, here.workspace.clock.today(), themes=("rouw", "taal")))
    assert [one.name for one in cell(here, "rouw").meaning] == ["Club", "Kerk"]
    assert cell(here, "rouw").supply == Supply()
    the_map.save(replace(church, active=False))
    assert [one.name for one in cell(here, "rouw").meaning] == ["Club"]


def test_that_a_tip_makes_an_offer_used_and_a_stopped_one_does_not(here: Room) -> None:
    the_map, handovers = here.workspace.social_map, here.workspace.handovers
    one = person(here, "R-1")
    here.talk(one, themes=("rouw",))
    offer = add_offer(the_map, add_house(the_map), "Rouwgroep", themes=("rouw",))
    assert cell(here, "rouw").verdict is Verdict.UNUSED
    assert [quiet.name for quiet in here.workspace.themes_board.board().unused()] == ["Rouwgroep"]
    assert here.workspace.themes_board.theme("rouw", home(here)).unused == {offer.id}
    tip = handovers.begin(one.id, offer.id, WayOut.ALONE).handover_id
    assert cell(here, "rouw").verdict is Verdict.FITS
    assert not here.workspace.themes_board.board().quiet
    handovers.stop(tip, "")
    assert cell(here, "rouw").verdict is Verdict.UNUSED


def test_that_a_theme_shows_what_is_there_in_a_village_and_everywhere(here: Room) -> None:
    the_map = here.workspace.social_map
    other, _ = here.workspace.residents.add_village("Verderop")
    near, far = add_house(the_map, "Hier"), add_house(the_map, "Daar", village_ids=(other.id,))
    wide = add_house(the_map, "Overal", village_ids=())
    for organisation in (near, far, wide):
        add_offer(the_map, organisation, f"bij {organisation.name}", themes=("rouw",))
    boards = here.workspace.themes_board
    assert [line.offer.name for line in boards.theme("rouw", home(here)).offers] == ["bij Hier", "bij Overal"]
    assert len(boards.theme("rouw").offers) == 3


def test_that_a_retired_theme_stays_on_the_board_as_long_as_it_counts(here: Room) -> None:
    here.talk(person(here, "R-1"), themes=("rouw",))
    for code in ("rouw", "taal"):
        here.workspace.vocabulary.switch(WordKind.THEME, code, on=False)
    themes = here.workspace.themes_board.board().themes
    assert "rouw" in themes
    assert "taal" not in themes


# what may be shared


def test_that_the_shared_view_holds_nothing_before_a_release(here: Room) -> None:
    here.talk(person(here, "R-1"), themes=("rouw",))
    assert shared_figures(here.workspace) == ()


def test_that_the_shared_view_holds_what_was_printed_and_does_not_follow_the_vault(tmp_path: Path) -> None:
    with release_village(tmp_path) as there:
        there.crowd(30, themas="eenzaamheid")
        there.crowd(30, start=50, themas="taal")
        there.crowd(4, start=100, themas="rouw")
        there.make()
        before = shared_figures(there.workspace)
        counts = {one.theme: one.count for one in before if one.village == "Ruinen"}
        assert (counts["eenzaamheid"], counts["taal"], counts["rouw"]) == (30, 30, None)
        there.crowd(30, start=200, themas="rouw")
        assert shared_figures(there.workspace) == before
        assert {one.snapshot for one in before} == {"2026-03"}
