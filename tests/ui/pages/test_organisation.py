"""The page of one organisation: what there is to do, whom to call, and how old that is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from spinnenweb.domain.map_history import MapKind
from spinnenweb.domain.social_map import Every, Freshness, Slot
from spinnenweb.ui.dialogs.map_merge import MapMergeDialog
from spinnenweb.ui.dialogs.map_record import PartDialog
from spinnenweb.ui.dialogs.map_same import ChooseSameDialog
from spinnenweb.ui.dialogs.map_slots import SlotsField
from spinnenweb.ui.pages.organisation.page import OrganisationPage
from spinnenweb.ui.places import BIN, MAP, ORGANISATION, Place
from tests.ui.pages.conftest import visible_texts
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


def test_that_an_offer_that_was_never_checked_is_told_beside_the_check_of_the_organisation(
    enter: Enter, village: Village
) -> None:
    made, _ = small_map(village.workspace)
    village.workspace.social_map.add(replace(village.workspace.social_map.blank_offer(made.id), name="Bingo"))
    house = enter()
    open_page(house, made)
    assert "Nooit nagekeken · een deel van het aanbod" in house.texts()
    assert "De organisatie zelf: 2 november 2026" in house.texts()


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


def offer_form(page: OrganisationPage) -> tuple[PartDialog, SlotsField]:
    press(next(iter(page.view.offers.rows)))
    dialog = page.findChildren(PartDialog)[-1]
    field = dialog.form.editors["schedule"]
    assert isinstance(field, SlotsField)
    return dialog, field


def test_that_moments_are_filled_in_with_the_keyboard_and_shown_as_words(enter: Enter, village: Village) -> None:
    made = organisation(village.workspace, "Dorpshuis De Beuk", "Eettafel")
    house = enter()
    page = open_page(house, made)
    dialog, field = offer_form(page)
    field.rows[0].days[1].setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space):
        QTest.keyClick(dialog.focusWidget(), key)
    field.rows[0].begins.setFocus()
    QTest.keyClicks(field.rows[0].begins, "10")
    QTest.keyClick(field.rows[0].begins, Qt.Key.Key_Tab)
    QTest.keyClicks(dialog.focusWidget(), "1230")
    assert field.said.text() == "dinsdag en donderdag 10.00–12.30"
    press(field.more)
    last = field.rows[1]
    last.days[4].click()
    last.often.setCurrentText("de laatste van de maand")
    last.since.setText("1-9-2026")
    press(dialog.keep)
    house.settle()
    (offer,) = offers_of(village.workspace, made)
    assert offer.schedule == (
        Slot(1, time(10), time(12, 30)),
        Slot(3, time(10), time(12, 30)),
        Slot(4, None, None, Every.MONTH, -1, date(2026, 9, 1)),
    )
    said = "dinsdag en donderdag 10.00–12.30; laatste vrijdag elke maand vanaf 1-9-2026"
    assert offer.when == said
    assert said.replace("; ", " · ") in house.texts()
    again, shown = offer_form(page)
    assert (shown.typed(), len(shown.rows)) == (said, 2)
    press(shown.rows[0].drop)
    press(again.keep)
    house.settle()
    assert offers_of(village.workspace, made)[0].when == "laatste vrijdag elke maand vanaf 1-9-2026"


@pytest.mark.parametrize(
    ("begins", "ends", "since", "said"),
    [
        ("negen", "", "", "“negen” is geen dag of tijd die we kennen."),
        ("12", "10", "", "Het eind ligt voor het begin."),
        ("", "", "1-9-2026", "Bij deze vaste tijd staat nog geen dag of tijd."),
        ("9", "10", "31-2-2026", "Dit past niet in deze kolom."),
    ],
)
def test_that_a_moment_that_cannot_be_is_told_at_its_field_and_nothing_is_kept(
    enter: Enter, village: Village, begins: str, ends: str, since: str, said: str
) -> None:
    made = organisation(village.workspace, "Dorpshuis De Beuk", "Eettafel")
    house = enter()
    dialog, field = offer_form(open_page(house, made))
    for line, text in ((field.rows[0].begins, begins), (field.rows[0].ends, ends), (field.rows[0].since, since)):
        line.setText(text)
    press(dialog.keep)
    house.settle()
    assert said in dialog.form.rows["schedule"].error
    assert offers_of(village.workspace, made)[0].schedule == ()


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
    (choose,) = page.findChildren(ChooseSameDialog)
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


def test_that_an_offer_that_stands_there_twice_is_found_compared_merged_and_taken_apart(
    enter: Enter, village: Village
) -> None:
    made = organisation(village.workspace, "Dorpshuis De Beuk", "Eettafel", "Eettafels", "Bingo")
    first, second, *_ = (one for one in offers_of(village.workspace, made) if one.name != "Bingo")
    village.workspace.social_map.save(replace(second, for_whom="iedereen"))
    house = enter()
    page = open_page(house, made)
    press(page.view.offers.join)
    (which,) = page.findChildren(ChooseSameDialog)
    QTest.keyClicks(which.field, "eettafel")
    press(next(row for row, one in which.rows.items() if one == first.id))
    house.settle()
    (other,) = (one for one in page.findChildren(ChooseSameDialog) if one.isVisible())
    assert next(iter(other.rows.values())) == second.id
    QTest.keyClick(other.field, Qt.Key.Key_Return)
    house.settle()
    (dialog,) = page.findChildren(MapMergeDialog)
    assert "Is dit hetzelfde aanbod?" in visible_texts(dialog)
    press(dialog.keep)
    house.settle()
    assert [(one.name, one.for_whom) for one in offers_of(village.workspace, made)] == [
        ("Bingo", ""),
        ("Eettafel", "iedereen"),
    ]
    assert "Eettafel: samengevoegd op 21 november 2026." in house.texts()
    house.undo[-1]()
    house.settle()
    assert len(offers_of(village.workspace, made)) == 3
    assert not page.apart
    assert house.failed == []


def test_that_the_other_of_two_offers_may_stay(enter: Enter, village: Village) -> None:
    made = organisation(village.workspace, "Dorpshuis De Beuk", "Eettafel", "Samen eten")
    first, second = offers_of(village.workspace, made)
    house = enter()
    page = open_page(house, made)
    page.joining.compare(MapKind.OFFER, first.id, second.id)
    house.settle()
    (dialog,) = page.findChildren(MapMergeDialog)
    press(dialog.turn)
    assert "Samen eten (Dorpshuis De Beuk) blijft staan." in " ".join(visible_texts(dialog))
    press(dialog.keep)
    house.settle()
    assert [one.id for one in offers_of(village.workspace, made)] == [second.id]
    press(next(iter(page.apart)))
    house.settle()
    assert {one.id for one in offers_of(village.workspace, made)} == {first.id, second.id}


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
