"""The map as a sheet: as fast as a spreadsheet, and nothing of it is final."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from spinnenweb.domain.map_history import MapKind
from spinnenweb.ui.dialogs.map_merge import MapMergeDialog
from spinnenweb.ui.dialogs.map_paste import MapPasteDialog
from spinnenweb.ui.dialogs.map_same import ChooseSameDialog
from spinnenweb.ui.pages.map.page import SHEET, MapPage
from spinnenweb.ui.places import MAP, Place
from tests.ui.pages.map_village import offers_of, organisation, press, small_map

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]


def open_sheet(house: House, kind: MapKind = MapKind.OFFER) -> MapPage:
    page = house.open(Place(MAP, other=SHEET))
    assert isinstance(page, MapPage)
    page.sheet.tabs.setCurrentIndex(0 if kind is MapKind.OFFER else 1)
    house.settle()
    return page


def go(page: MapPage, row: int, field: str) -> None:
    view, model = page.sheet.view, page.sheet.model
    view.setFocus()
    view.setCurrentIndex(model.index(row, model.fields.index(field)))


def typed(page: MapPage, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type in the open cell, or in the one where one is."""
    view = page.sheet.view
    if view.state() != view.State.EditingState:
        QTest.keyClicks(view, text[:1])
        text = text[1:]
    editor = view.indexWidget(view.currentIndex())
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, end)
    # the cell is closed behind the key
    QTest.qWait(1)


def keys(page: MapPage, *pressed: str | Qt.Key) -> None:
    """Keys as the keyboard sends them: to the words that are proposed, the open cell, or the sheet."""
    for key in pressed:
        if isinstance(key, str):
            for letter in key:
                QTest.keyClicks(_listening(page), letter)
        else:
            QTest.keyClick(_listening(page), key)
        # a cell is closed behind the key
        QTest.qWait(1)


def _listening(page: MapPage) -> QWidget:
    view = page.sheet.view
    found = (QApplication.activePopupWidget(), view.indexWidget(view.currentIndex()))
    return next((one for one in found if one is not None), view)


def column(page: MapPage, field: str) -> list[str]:
    model = page.sheet.model
    return [model.text(row, model.fields.index(field)) for row in range(model.rowCount())]


def test_that_a_cell_is_typed_in_at_once_and_enter_goes_down(enter: Enter, village: Village) -> None:
    first, _ = small_map(village.workspace)
    house = enter()
    page = open_sheet(house)
    go(page, 0, "for_whom")
    typed(page, "iedereen")
    typed(page, "buren")
    house.settle()
    assert column(page, "for_whom")[:2] == ["iedereen", "buren"]
    assert [offer.for_whom for offer in offers_of(village.workspace, first)] == ["iedereen", "buren"]
    assert "Bewaard om" in page.sheet.saved.text()


def test_that_tab_goes_on_to_the_next_cell_while_one_types(enter: Enter, village: Village) -> None:
    first, _ = small_map(village.workspace)
    house = enter()
    page = open_sheet(house)
    go(page, 0, "for_whom")
    typed(page, "iedereen", Qt.Key.Key_Tab)
    typed(page, "dinsdag")
    house.settle()
    offer = offers_of(village.workspace, first)[0]
    assert (offer.for_whom, offer.when) == ("iedereen", "dinsdag")


def test_that_a_word_that_does_not_fit_is_refused_and_changes_nothing(enter: Enter, village: Village) -> None:
    small_map(village.workspace)
    house = enter()
    page = open_sheet(house)
    before = column(page, "kind")
    go(page, 0, "kind")
    typed(page, "vereniging")
    house.settle()
    assert column(page, "kind") == before
    assert "Er is niets bewaard" in page.sheet.problem.text()


def test_that_undo_takes_back_cell_after_cell(enter: Enter, village: Village) -> None:
    small_map(village.workspace)
    house = enter()
    page = open_sheet(house)
    go(page, 0, "for_whom")
    typed(page, "iedereen")
    typed(page, "buren")
    house.settle()
    for left in (["iedereen", ""], ["", ""]):
        page.sheet.view.setFocus()
        QTest.keyClick(page.sheet.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        house.settle()
        assert column(page, "for_whom")[:2] == left


def test_that_the_blank_row_becomes_a_record_once_it_has_a_name(enter: Enter, village: Village) -> None:
    small_map(village.workspace)
    house = enter()
    page = open_sheet(house)
    last = page.sheet.model.rowCount() - 1
    go(page, last, "organisation")
    typed(page, "Schaakclub", Qt.Key.Key_Tab)
    typed(page, "Schaakavond", Qt.Key.Key_Tab)
    house.settle()
    assert page.sheet.model.record_id(last)
    assert page.sheet.model.is_blank(last + 1)
    names = [one.name for one in village.workspace.social_map.organisations()]
    assert "Schaakclub" in names


def test_that_one_that_may_be_there_is_named_while_a_new_one_is_typed(enter: Enter, village: Village) -> None:
    first, _ = small_map(village.workspace)
    house = enter()
    page = open_sheet(house, MapKind.ORGANISATION)
    go(page, page.sheet.model.rowCount() - 1, "name")
    QTest.keyClicks(page.sheet.view, "d")
    editor = page.sheet.view.indexWidget(page.sheet.view.currentIndex())
    assert editor is not None
    QTest.keyClicks(editor, "orpshuis de beuk")
    house.bot.waitUntil(page.sheet.likely.isVisible, timeout=3000)
    assert "Dorpshuis De Beuk" in page.sheet.likely.label.text()
    press(page.sheet.likely.open)
    house.settle()
    assert house.frame.place.record == first.id


def test_that_rows_from_a_spreadsheet_are_shown_first_and_taken_back_as_one(
    enter: Enter, village: Village
) -> None:
    small_map(village.workspace)
    house = enter()
    page = open_sheet(house)
    go(page, page.sheet.model.rowCount() - 1, "organisation")
    rows = "Organisatie\tNaam\tKosten\nDorpshuis de Beuk\tBingo\tGratis\nKoor De Lijster\tZingen\tKost geld"
    QGuiApplication.clipboard().setText(rows)
    QTest.keyClick(page.sheet.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = page.findChildren(MapPasteDialog)
    assert "2 nieuwe rijen. Nieuwe organisaties: 1. Organisaties die er al zijn: 1." in house_texts(dialog)
    assert len(village.workspace.social_map.find_offers()) == 3
    press(dialog.keep)
    house.settle()
    assert len(village.workspace.social_map.find_offers()) == 5
    house.undo[-1]()
    house.settle()
    assert len(village.workspace.social_map.find_offers()) == 3
    assert len(village.workspace.social_map.organisations()) == 2


def house_texts(dialog: MapPasteDialog) -> str:
    from tests.ui.pages.conftest import visible_texts

    return "\n".join(visible_texts(dialog))


def test_that_a_pasted_row_with_a_fault_is_told_and_nothing_is_written(enter: Enter, village: Village) -> None:
    small_map(village.workspace)
    house = enter()
    page = open_sheet(house)
    go(page, page.sheet.model.rowCount() - 1, "organisation")
    page.sheet.paste("Koor De Lijster\tZingen\tZangers\nKoor De Lijster\tRepetitie\tInformeel")
    (dialog,) = page.findChildren(MapPasteDialog)
    press(dialog.keep)
    house.settle()
    assert "Rij 1" in dialog.problem.text()
    assert len(village.workspace.social_map.find_offers()) == 3


def test_that_what_is_chosen_is_checked_today_and_put_away_and_back(enter: Enter, village: Village) -> None:
    small_map(village.workspace)
    house = enter()
    page = open_sheet(house)
    go(page, 0, "name")
    press(page.sheet.check)
    house.settle()
    assert column(page, "checked_on")[0] == "21-11-2026"
    press(page.sheet.bin)
    house.settle()
    assert len(village.workspace.social_map.find_offers()) == 2
    house.undo[-1]()
    house.settle()
    assert len(village.workspace.social_map.find_offers()) == 3


def test_that_two_that_are_one_are_laid_side_by_side_and_merged(enter: Enter, village: Village) -> None:
    first, _ = small_map(village.workspace)
    other = organisation(village.workspace, "Beuk", "Kaarten")
    house = enter()
    page = open_sheet(house, MapKind.ORGANISATION)
    row = page.sheet.model.row_of(other.id)
    go(page, row, "name")
    QTest.keyClick(page.sheet.view, Qt.Key.Key_F2)
    typed(page, "Dorpshuis de Beuk")
    house.bot.waitUntil(page.sheet.likely.isVisible, timeout=3000)
    house.settle()
    press(page.sheet.likely.beside)
    house.settle()
    (dialog,) = page.findChildren(MapMergeDialog)
    press(dialog.keep)
    house.settle()
    assert len(offers_of(village.workspace, first)) == 3
    house.undo[-1]()
    house.settle()
    assert len(offers_of(village.workspace, first)) == 2


def test_that_two_offers_that_are_chosen_are_merged_from_the_sheet_and_taken_apart(
    enter: Enter, village: Village
) -> None:
    first, _ = small_map(village.workspace)
    house = enter()
    page = open_sheet(house)
    go(page, 0, "name")
    QTest.keyClick(page.sheet.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(page.sheet.join)
    house.settle()
    (dialog,) = page.findChildren(MapMergeDialog)
    press(dialog.keep)
    house.settle()
    assert [one.name for one in offers_of(village.workspace, first)] == ["Eettafel"]
    assert column(page, "name") == ["Eettafel", "Samen fietsen", ""]
    house.undo[-1]()
    house.settle()
    assert column(page, "name") == ["Eettafel", "Koffieochtend", "Samen fietsen", ""]


def test_that_of_one_row_the_same_one_is_asked_and_of_three_a_choice(enter: Enter, village: Village) -> None:
    small_map(village.workspace)
    house = enter()
    page = open_sheet(house)
    go(page, 0, "name")
    press(page.sheet.join)
    (ask,) = page.findChildren(ChooseSameDialog)
    assert list(ask.rows.values()) == [page.sheet.model.record_id(1)]
    ask.reject()
    for _ in range(2):
        QTest.keyClick(page.sheet.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(page.sheet.join)
    assert page.sheet.problem.text() == "Kies twee rijen om samen te voegen, of één."
    assert page.findChildren(MapMergeDialog) == []


def test_that_an_offer_that_may_be_there_is_named_while_its_name_is_typed(enter: Enter, village: Village) -> None:
    first, _ = small_map(village.workspace)
    house = enter()
    page = open_sheet(house)
    last = page.sheet.model.rowCount() - 1
    go(page, last, "organisation")
    keys(page, "dorpshuis de beuk", Qt.Key.Key_Tab, "eettafels")
    house.bot.waitUntil(page.sheet.likely.isVisible, timeout=3000)
    assert "Eettafel?" in page.sheet.likely.label.text()
    press(page.sheet.likely.open)
    house.settle()
    assert house.frame.place.record == first.id


def test_that_rows_are_typed_on_without_the_mouse(enter: Enter, village: Village) -> None:
    """As in a spreadsheet: Tab through a row, Enter to the column where it began, and so on."""
    small_map(village.workspace)
    house = enter()
    page = open_sheet(house)
    last = page.sheet.model.rowCount() - 1
    go(page, last, "organisation")
    keys(page, "Dorpshuis De Beuk", Qt.Key.Key_Tab, "Bingo", Qt.Key.Key_Tab, "infor", Qt.Key.Key_Tab, "ouderen")
    house.settle()
    keys(page, Qt.Key.Key_Return)
    house.settle()
    assert page.sheet.view.currentIndex() == page.sheet.model.index(last + 1, 0)
    keys(page, "Koor", Qt.Key.Key_Tab, "Zingen", Qt.Key.Key_Return)
    house.settle()
    assert page.sheet.view.currentIndex() == page.sheet.model.index(last + 2, 0)
    assert column(page, "name")[-3:] == ["Bingo", "Zingen", ""]
    assert column(page, "organisation")[-3:-1] == ["Dorpshuis De Beuk", "Koor"]
    assert (column(page, "kind")[last], column(page, "for_whom")[last]) == ("Informeel", "ouderen")
    assert page.sheet.problem.text() == ""


def test_that_part_of_a_word_is_enough_where_only_words_of_a_list_fit(enter: Enter, village: Village) -> None:
    small_map(village.workspace)
    house = enter()
    page = open_sheet(house)
    go(page, 0, "costs")
    keys(page, "grat", Qt.Key.Key_Return, "geld", Qt.Key.Key_Return)
    go(page, 0, "themes")
    keys(page, "eenz", Qt.Key.Key_Return)
    house.settle()
    assert column(page, "costs")[:2] == ["Gratis", "Kost geld"]
    assert column(page, "themes")[0].startswith("Eenzaam")


def test_that_a_word_that_is_pointed_at_is_taken_with_tab(enter: Enter, village: Village) -> None:
    small_map(village.workspace)
    house = enter()
    page = open_sheet(house)
    last = page.sheet.model.rowCount() - 1
    go(page, last, "organisation")
    keys(page, "wiel")
    house.bot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    keys(page, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    assert column(page, "organisation")[last] == "Fietsclub Het Wiel"
    assert page.sheet.view.currentIndex().column() == 1


def test_that_the_arrows_up_and_down_write_a_cell_and_go_on(enter: Enter, village: Village) -> None:
    first, _ = small_map(village.workspace)
    house = enter()
    page = open_sheet(house)
    go(page, 0, "for_whom")
    keys(page, "iedereen", Qt.Key.Key_Down, "buren", Qt.Key.Key_Up)
    house.settle()
    assert [offer.for_whom for offer in offers_of(village.workspace, first)] == ["iedereen", "buren"]
    assert page.sheet.view.currentIndex().row() == 0


def test_that_a_block_is_emptied_at_once_and_comes_back_at_once(enter: Enter, village: Village) -> None:
    small_map(village.workspace)
    house = enter()
    page = open_sheet(house)
    go(page, 0, "for_whom")
    keys(page, "iedereen", Qt.Key.Key_Return, "buren", Qt.Key.Key_Return)
    house.settle()
    go(page, 0, "for_whom")
    QTest.keyClick(page.sheet.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    keys(page, Qt.Key.Key_Delete)
    house.settle()
    assert column(page, "for_whom")[:2] == ["", ""]
    QTest.keyClick(page.sheet.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    house.settle()
    assert column(page, "for_whom")[:2] == ["iedereen", "buren"]


def test_that_names_in_a_block_are_not_emptied_and_that_is_said(enter: Enter, village: Village) -> None:
    small_map(village.workspace)
    house = enter()
    page = open_sheet(house)
    go(page, 0, "name")
    QTest.keyClick(page.sheet.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    keys(page, Qt.Key.Key_Delete)
    house.settle()
    assert column(page, "name")[:2] == ["Eettafel", "Koffieochtend"]
    assert page.sheet.problem.text()


@pytest.mark.parametrize(
    ("row", "name", "for_whom"),
    [("Koor\tZingen", "Zingen", ""), ("Koor\tZingen\tInformeel\tzangers" + "\tte veel" * 30, "Zingen", "zangers")],
)
def test_that_rows_with_too_few_or_too_many_cells_come_in_as_far_as_there_are_columns(
    enter: Enter, village: Village, row: str, name: str, for_whom: str
) -> None:
    small_map(village.workspace)
    house = enter()
    page = open_sheet(house)
    last = page.sheet.model.rowCount() - 1
    go(page, last, "organisation")
    many = row.count("\t") > 20
    page.sheet.paste(row.replace("te veel", "") if many else row)
    (dialog,) = page.findChildren(MapPasteDialog)
    assert ("meer vakken" in house_texts(dialog)) is many
    press(dialog.keep)
    house.settle()
    assert (column(page, "name")[-2], column(page, "for_whom")[-2]) == (name, for_whom)
