"""The page of one organisation: what there is to do, whom to call, and how old that is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from spinnenweb.domain.social_map import Freshness
from spinnenweb.ui.dialogs.map_merge import ChooseOrganisationDialog, MapMergeDialog
from spinnenweb.ui.dialogs.map_record import PartDialog
from spinnenweb.ui.pages.organisation.page import OrganisationPage
from spinnenweb.ui.places import BIN, MAP, ORGANISATION, Place
from tests.ui.pages.map_village import offers_of, organisation, person, press, small_map

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.domain.social_map import Organisation
    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]


def open_page(house: House, made: Organisation) -> OrganisationPage:
    page = house.open(Place(ORGANISATION, record=made.id))
    assert isinstance(page, OrganisationPage)
    return page


def test_that_who_left_is_never_shown_as_someone_to_call(enter: Enter, village: Village) -> None:
    made, _ = small_map(village.workspace)
    person(village.workspace, made, "Roelie", role="beheerder")
    person(village.workspace, made, "Klaas", starts=date(2020, 1, 1), ends=date(2026, 10, 1))
    house = enter()
    page = open_page(house, made)
    assert "Roelie" in house.texts()
    assert "Klaas" not in house.texts()
    press(page.view.persons.former_button)
    assert "Weg sinds 1 oktober 2026. Niet meer bellen." in house.texts()


def test_that_it_says_of_everybody_whether_they_may_be_shared(enter: Enter, village: Village) -> None:
    made, _ = small_map(village.workspace)
    person(village.workspace, made, "Roelie", may_share=True, agreed_on=date(2026, 3, 4))
    person(village.workspace, made, "Henk")
    house = enter()
    open_page(house, made)
    assert "Mag gedeeld worden, zei ja op 4 maart 2026." in house.texts()
    assert "Alleen voor jou: mag niet gedeeld worden." in house.texts()


def test_that_checked_today_counts_for_all_it_offers_and_is_taken_back(enter: Enter, village: Village) -> None:
    _, old = small_map(village.workspace)
    house = enter()
    page = open_page(house, old)
    press(page.view.check)
    house.settle()
    card = village.workspace.social_map.card(old.id)
    assert {card.freshness, *(line.freshness for line in card.offers)} == {Freshness.FRESH}
    house.undo[-1]()
    house.settle()
    assert village.workspace.social_map.card(old.id).freshness is Freshness.OLD


def test_that_an_offer_is_changed_in_its_form_and_a_fault_stands_at_its_field(
    enter: Enter, village: Village
) -> None:
    made, _ = small_map(village.workspace)
    house = enter()
    page = open_page(house, made)
    press(next(iter(page.view.offers.rows)))
    (dialog,) = page.findChildren(PartDialog)
    low, high = (dialog.form.editors[name] for name in ("age_from", "age_to"))
    assert isinstance(low, QLineEdit)
    assert isinstance(high, QLineEdit)
    low.setText("80")
    high.setText("12")
    press(dialog.keep)
    house.settle()
    assert dialog.form.rows["age_from"].error
    high.setText("99")
    press(dialog.keep)
    house.settle()
    assert offers_of(village.workspace, made)[0].age_from == 80


def test_that_a_contact_person_is_added(enter: Enter, village: Village) -> None:
    made, _ = small_map(village.workspace)
    house = enter()
    page = open_page(house, made)
    press(page.view.persons.add_button)
    (dialog,) = page.findChildren(PartDialog)
    QTest.keyClicks(dialog.form.editors["name"], "Roelie")
    press(dialog.keep)
    house.settle()
    assert [one.name for one in village.workspace.social_map.card(made.id).persons] == ["Roelie"]


def test_that_two_are_merged_after_a_look_and_taken_apart_again(enter: Enter, village: Village) -> None:
    made, _ = small_map(village.workspace)
    other = organisation(village.workspace, "De Beuk", "Kaarten")
    house = enter()
    page = open_page(house, made)
    press(page.view.merge)
    (choose,) = page.findChildren(ChooseOrganisationDialog)
    QTest.keyClicks(choose.field, "de beuk")
    QTest.keyClick(choose.field, Qt.Key.Key_Return)
    house.settle()
    (dialog,) = page.findChildren(MapMergeDialog)
    press(dialog.keep)
    house.settle()
    assert "Kaarten" in house.texts()
    assert village.workspace.social_map.card(other.id).organisation.id == made.id
    press(next(iter(page.apart)))
    house.settle()
    assert "Kaarten" not in house.texts()
    assert house.failed == []


def test_that_what_is_put_away_lies_in_the_bin_and_comes_back(enter: Enter, village: Village) -> None:
    made, _ = small_map(village.workspace)
    house = enter()
    page = open_page(house, made)
    press(page.view.bin)
    house.settle()
    assert house.frame.place == Place(MAP)
    house.open(Place(BIN))
    assert "Dorpshuis De Beuk" in house.texts()
    house.undo[-1]()
    house.settle()
    assert len(offers_of(village.workspace, made)) == 2
