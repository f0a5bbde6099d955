"""Languages in the settings and on the card of a resident."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from spinnenweb.domain.languages import CODES, Language, ReviewState
from spinnenweb.domain.wording import Wording
from spinnenweb.ui.dialogs.language_check import LanguageCheckDialog
from spinnenweb.ui.pages.resident.page import ResidentPage
from spinnenweb.ui.pages.settings.languages import LanguagesSection
from spinnenweb.ui.pages.settings.page import SettingsPage
from spinnenweb.ui.places import RESIDENT, SETTINGS, Place
from tests.ui.followup.conftest import dialog_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from spinnenweb.ui.pages.resident.card import CardForm
    from tests.ui.pages.conftest import House

    Enter = Callable[..., House]

MADE = "gemaakt, nog niet nagekeken door een moedertaalspreker"


def section(house: House) -> LanguagesSection:
    page = house.frame.page
    assert isinstance(page, SettingsPage)
    return page.view.languages


def card(house: House, language: str) -> CardForm:
    blank = house.workspace.residents.blank()
    house.workspace.residents.add(replace(blank, code="R-077", language=language))
    page = house.open(Place(RESIDENT, record=blank.id))
    assert isinstance(page, ResidentPage)
    page.view.card.edit()
    house.settle()
    return page.view.card.form


def test_that_every_language_tells_whether_a_native_speaker_checked_it(enter: Enter) -> None:
    house = enter(Place(SETTINGS))
    found = section(house)
    assert tuple(found.ticks) == CODES
    assert {found.states[code] for code in CODES if code != "nl"} == {MADE}
    assert found.ticks["ar"].accessibleDescription() == MADE
    assert found.ticks["tr"].text() == "Turks – \u2068Türkçe\u2069"


def test_that_dutch_is_on_and_cannot_be_switched_off(enter: Enter) -> None:
    found = section(enter(Place(SETTINGS)))
    assert found.ticks["nl"].isChecked()
    assert not found.ticks["nl"].isEnabled()
    assert [code for code, tick in found.ticks.items() if tick.isChecked()] == ["nl"]


def test_that_a_language_is_switched_on_and_off_by_the_keyboard(enter: Enter) -> None:
    house = enter(Place(SETTINGS))
    tick = section(house).ticks["ar"]
    tick.setFocus()
    for on in (True, False):
        QTest.keyClick(tick, Qt.Key.Key_Space)
        house.settle()
        assert tick.isChecked() is on
        assert ("ar" in house.workspace.languages.switched_on()) is on


def test_that_a_checked_language_names_its_reader_and_is_on(resources: Path, qtbot: QtBot) -> None:
    checked = Language("tr", "Türkçe", "Turks", "ltr", ReviewState.CHECKED, "Verzonnen Vrouw", date(2026, 10, 3))
    found = LanguagesSection((checked,), Wording.read(resources / "texts" / "nl" / "werker.toml"))
    qtbot.addWidget(found)
    found.show_switched_on(("tr",))
    assert found.states["tr"] == "nagekeken door Verzonnen Vrouw op 3 oktober 2026"
    assert found.ticks["tr"].isChecked()
    assert found.ticks["tr"].isEnabled()
    assert found.lines["tr"].check.text() == "Aanpassen"


def checking(house: House, code: str) -> LanguageCheckDialog:
    section(house).lines[code].check.click()
    house.settle()
    dialog = dialog_of(LanguageCheckDialog)
    assert isinstance(dialog, LanguageCheckDialog)
    return dialog


def test_that_a_native_check_is_recorded_by_keyboard_and_can_be_taken_back(enter: Enter) -> None:
    house = enter(Place(SETTINGS))
    assert section(house).lines["nl"].check.isHidden()
    dialog = checking(house, "ar")
    assert dialog.forget.isHidden()
    QTest.keyClicks(dialog.by, "tolk")
    QTest.keyClick(dialog.by, Qt.Key.Key_Return)
    house.settle()
    found = section(house)
    assert found.ticks["ar"].isChecked()
    assert found.states["ar"].startswith("nagekeken door tolk op ")
    dialog = checking(house, "ar")
    assert dialog.by.text() == "tolk"
    dialog.forget.click()
    house.settle()
    assert found.states["ar"] == MADE
    assert found.ticks["ar"].isChecked()


def test_that_a_check_by_nobody_is_refused_in_place(enter: Enter) -> None:
    house = enter(Place(SETTINGS))
    dialog = checking(house, "pl")
    dialog.keep.click()
    house.settle()
    assert dialog.isVisible()
    assert "wie deze taal nakeek" in dialog.problem.text()
    dialog.reject()


def test_that_the_card_offers_only_what_is_on_with_its_state(enter: Enter) -> None:
    house = enter()
    house.workspace.languages.switch("uk", True)
    form = card(house, "uk")
    box = form.language.box
    assert [box.itemText(i) for i in range(box.count())] == ["Nederlands", "Oekraïens"]
    assert form.language.code == "uk"
    assert form.language.state.text() == MADE


def test_that_dutch_needs_no_word_about_who_checked_it(enter: Enter) -> None:
    form = card(enter(), "nl")
    assert form.language.state.isHidden()
    assert form.language.box.count() == 1


def test_that_keeping_a_card_leaves_a_language_that_is_off_as_it_was(enter: Enter) -> None:
    house = enter()
    form = card(house, "pl")
    assert form.language.box.currentText() == "Pools (staat uit)"
    assert "We praten Nederlands" in form.language.state.text()
    page = house.frame.page
    assert isinstance(page, ResidentPage)
    form.name.setText("Ola")
    page.view.card.keep.click()
    house.settle()
    kept = house.workspace.residents.by_code("R-077")
    assert (kept.calling_name, kept.language) == ("Ola", "pl")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_the_list_of_languages_fits_at_every_text_size(enter: Enter, scale: float) -> None:
    house = enter(Place(SETTINGS), scale=scale)
    for tick in section(house).ticks.values():
        assert tick.width() >= tick.sizeHint().width()
