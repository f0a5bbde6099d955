"""The list of the social map: looking, filtering, opening, adding."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from spinnenweb.domain.map_history import MapKind
from spinnenweb.ui.dialogs.organisation import OrganisationDialog
from spinnenweb.ui.models.map_list import FRESH, NAME, OFFERS, SUB_ROLE
from spinnenweb.ui.pages.map.page import SHEET, MapPage
from spinnenweb.ui.places import MAP, ORGANISATION, Place
from tests.ui.pages.map_village import press, small_map

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]


def open_map(house: House) -> MapPage:
    page = house.open(Place(MAP))
    assert isinstance(page, MapPage)
    return page


def names(page: MapPage) -> list[str]:
    return [str(page.model.index(row, NAME).data()) for row in range(page.model.rowCount())]


def test_that_an_empty_map_says_what_it_is_for_and_how_to_begin(enter: Enter) -> None:
    house = enter()
    page = open_map(house)
    assert house.context.words.say("empty.map") in house.texts()
    press(page.view.first)
    assert page.findChildren(OrganisationDialog)


def test_that_the_list_says_what_there_is_to_do_and_how_old_it_is(enter: Enter, village: Village) -> None:
    small_map(village.workspace)
    house = enter()
    page = open_map(house)
    assert names(page) == ["Dorpshuis De Beuk", "Fietsclub Het Wiel"]
    assert page.model.index(0, OFFERS).data() == "2 mogelijkheden"
    assert [page.model.index(row, FRESH).data() for row in (0, 1)] == ["Nagekeken", "Oud"]
    assert page.view.header.sub.text() == "2 organisaties · 3 mogelijkheden"
    signs = {page.model.index(row, FRESH).data(Qt.ItemDataRole.DecorationRole).cacheKey() for row in (0, 1)}
    assert len(signs) == 2


def test_that_typing_filters_on_offers_too_and_enter_opens(enter: Enter, village: Village) -> None:
    _, cycling = small_map(village.workspace)
    house = enter()
    page = open_map(house)
    QTest.keyClicks(page.view.filters.field, "fiets")
    house.bot.waitUntil(lambda: names(page) == ["Fietsclub Het Wiel"], timeout=3000)
    QTest.keyClick(page.view.filters.field, Qt.Key.Key_Return)
    house.settle()
    assert house.frame.place == Place(ORGANISATION, record=cycling.id)


def test_that_a_list_narrows_the_map_and_everything_comes_back_with_one_tap(
    enter: Enter, village: Village
) -> None:
    small_map(village.workspace)
    house = enter()
    page = open_map(house)
    box = page.view.filters.boxes["fresh"]
    box.setCurrentIndex(box.findData("oud"))
    house.settle()
    assert names(page) == ["Fietsclub Het Wiel"]
    box.setCurrentIndex(box.findData("bijna"))
    house.settle()
    assert names(page) == []
    assert page.view.none.isVisible()
    press(page.view.filters.clear)
    house.settle()
    assert len(names(page)) == 2


def test_that_an_offer_that_was_never_checked_is_found_in_the_list_and_checking_it_counts(
    enter: Enter, village: Village
) -> None:
    first, _ = small_map(village.workspace)
    service = village.workspace.social_map
    never = replace(service.blank_offer(first.id), name="Bingo")
    service.add(never)
    house = enter()
    page = open_map(house)
    box = page.view.filters.boxes["fresh"]
    box.setCurrentIndex(box.findData("nooit"))
    house.settle()
    assert names(page) == ["Dorpshuis De Beuk"]
    assert page.model.index(0, FRESH).data() == "Nooit nagekeken"
    assert page.model.index(0, NAME).data(SUB_ROLE) == "Bingo"
    house.context.hub.report(service.check(MapKind.OFFER, [never.id]).changes, house.frame)
    house.settle()
    assert names(page) == []
    box.setCurrentIndex(box.findData("vers"))
    house.settle()
    assert names(page) == ["Dorpshuis De Beuk"]


def test_that_one_who_is_there_stands_beside_the_new_one_while_it_is_typed(enter: Enter, village: Village) -> None:
    first, _ = small_map(village.workspace)
    house = enter()
    page = open_map(house)
    press(page.view.new)
    (dialog,) = page.findChildren(OrganisationDialog)
    field = dialog.form.editors["name"]
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Stichting dorpshuis de beuk")
    house.bot.waitUntil(lambda: bool(dialog.rows), timeout=3000)
    press(next(iter(dialog.rows)))
    house.settle()
    assert house.frame.place == Place(ORGANISATION, record=first.id)
    assert len(village.workspace.social_map.organisations()) == 2


def test_that_a_new_organisation_is_kept_opened_and_taken_back(enter: Enter, village: Village) -> None:
    house = enter()
    page = open_map(house)
    press(page.view.first)
    (dialog,) = page.findChildren(OrganisationDialog)
    press(dialog.keep)
    house.settle()
    assert dialog.form.rows["name"].error
    field = dialog.form.editors["name"]
    QTest.keyClicks(field, "Biljartclub")
    press(dialog.keep)
    house.settle()
    assert house.frame.place.page == ORGANISATION
    assert house.said[-1] == "Biljartclub staat op de kaart."
    house.undo[-1]()
    house.settle()
    assert village.workspace.social_map.organisations() == ()
    assert house.frame.place.page == MAP


def test_that_search_at_the_top_finds_an_organisation_by_its_offer_and_opens_it(
    enter: Enter, village: Village
) -> None:
    first, _ = small_map(village.workspace)
    house = enter()
    search = house.frame.bar.search
    QTest.keyClicks(search, "eettafel")
    assert "Dorpshuis De Beuk" in search.results.texts[0]
    QTest.keyClick(search, Qt.Key.Key_Return)
    house.settle()
    assert house.frame.place.page == ORGANISATION
    assert house.frame.place.record == first.id


def test_that_on_a_visit_the_map_is_there_to_read_and_not_as_a_sheet(enter: Enter, village: Village) -> None:
    small_map(village.workspace)
    house = enter(visit=True)
    house.open(Place(MAP, other=SHEET))
    page = house.frame.page
    assert isinstance(page, MapPage)
    assert names(page) == ["Dorpshuis De Beuk", "Fietsclub Het Wiel"]
    view = page.view
    acts = (view.take, view.give, view.as_sheet, view.new, view.first, page.sheet)
    assert [act for act in acts if act.isVisible()] == []
