"""The story of a spreadsheet of 300 organisations of which 40 are there already, through the real window."""

from __future__ import annotations

from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from spinnenweb.services.map_imports import Decision
from spinnenweb.ui.dialogs import map_import
from spinnenweb.ui.dialogs.map_export import MapExportDialog
from spinnenweb.ui.dialogs.map_import import MapImportDialog
from spinnenweb.ui.pages.map.page import MapPage
from spinnenweb.ui.places import MAP, Place
from tests.ui.pages.map_village import organisation, person, press, small_map

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.services.workspace import Workspace
    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]

HEADS = "Naam organisatie;Telefoonnummer;Dorp;Activiteit;Nagekeken op;Bijzonder"
ROWS, TWICE, WRONG = 300, 40, 2
_LETTERS = str.maketrans("0123456789abcdef", "bcdfghklmnpraeio")


def name_of(number: int) -> str:
    """An invented name that is like no other."""
    return sha256(str(number).encode()).hexdigest()[:14].translate(_LETTERS).capitalize()


def spreadsheet(folder: Path) -> Path:
    """300 good rows and two with a day that does not exist."""
    lines = [HEADS]
    for number in range(ROWS + WRONG):
        day = "3-11-2026" if number < ROWS else "31-2-2026"
        lines.append(f"{name_of(number)};zie het bord;Esdoornhoek;Inloop {number};{day};x{number}")
    path = folder / "lijst.csv"
    path.write_text("\r\n".join(lines), "cp1252")
    return path


def there_already(workspace: Workspace) -> None:
    for number in range(TWICE):
        organisation(workspace, name_of(number))


def begin(house: House, path: Path) -> MapImportDialog:
    page = house.open(Place(MAP))
    assert isinstance(page, MapPage)
    press(page.view.take)
    (dialog,) = page.findChildren(MapImportDialog)
    house.asker.file = path
    press(dialog.file.choose)
    house.settle()
    return dialog


def settle(house: House) -> None:
    """Hundreds of records take a while on a busy machine."""
    house.bot.waitUntil(lambda: not house.context.jobs.busy, timeout=90_000)
    house.settle()


def is_beyond(dialog: MapImportDialog, step: int) -> bool:
    return dialog.step > step


def onward(house: House, dialog: MapImportDialog) -> None:
    press(dialog.keep)
    settle(house)


def test_that_a_spreadsheet_of_300_with_40_that_are_there_is_taken_over_and_back(
    enter: Enter, village: Village, tmp_path: Path
) -> None:
    workspace = village.workspace
    there_already(workspace)
    house = enter()
    dialog = begin(house, spreadsheet(tmp_path))
    assert "302 rijen" in dialog.file.found.label.text()
    assert dialog.file.table.rowCount() == 20
    onward(house, dialog)
    assert dialog.step == map_import.COLUMNS
    assert dialog.columns.boxes["Bijzonder"].currentData() is None
    onward(house, dialog)
    assert dialog.step == map_import.CHECK
    assert "2 rijen kloppen niet" in dialog.check.bad.label.text()
    assert "regel 302" in str(dialog.check.table.model().index(0, 0).data())
    onward(house, dialog)
    assert dialog.step == map_import.TWINS
    assert dialog.twins.list.count() == TWICE
    onward(house, dialog)
    assert "260 organisaties" in dialog.summary.said.text()
    dialog.summary.name.setText("De gemeente")
    assert len(workspace.social_map.organisations()) == TWICE
    onward(house, dialog)
    assert dialog.step == map_import.DONE
    assert len(workspace.social_map.organisations()) == ROWS
    assert len(workspace.social_map.find_offers()) == ROWS
    press(dialog.done_step.undo)
    settle(house)
    assert len(workspace.social_map.organisations()) == TWICE
    assert workspace.social_map.find_offers() == ()
    assert house.failed == []


def test_that_the_whole_of_it_goes_by_ctrl_enter(enter: Enter, village: Village, tmp_path: Path) -> None:
    house = enter()
    dialog = begin(house, spreadsheet(tmp_path))
    while dialog.step != map_import.DONE:
        before = dialog.step
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        # a shortcut shows its button pressed for a moment
        house.bot.waitUntil(partial(is_beyond, dialog, before), timeout=90_000)
        settle(house)
    assert len(village.workspace.social_map.organisations()) == ROWS


def test_that_columns_are_remembered_by_who_sent_them(enter: Enter, village: Village, tmp_path: Path) -> None:
    house = enter()
    path = spreadsheet(tmp_path)
    dialog = begin(house, path)
    for _ in range(3):
        onward(house, dialog)
    dialog.summary.name.setText("De gemeente")
    onward(house, dialog)
    onward(house, dialog)
    again = MapImportDialog(house.context, house.frame)
    again.look(path)
    house.settle()
    assert "De kolommen kennen we van De gemeente." in again.file.found.label.text()
    assert len(again.file.undo) == 1
    again.reject()


def test_that_one_is_decided_for_all(enter: Enter, village: Village, tmp_path: Path) -> None:
    there_already(village.workspace)
    house = enter()
    dialog = begin(house, spreadsheet(tmp_path))
    for _ in range(3):
        onward(house, dialog)
    twins = dialog.twins
    twins.decision.setCurrentIndex(twins.decision.findData(Decision.SKIP.value))
    press(twins.all)
    assert {choice.decision for choice in twins.choices.values()} == {Decision.SKIP}
    onward(house, dialog)
    assert "40 slaan we over." in dialog.summary.more.text()


def test_that_a_file_that_is_no_map_is_refused_in_words_and_changes_nothing(
    enter: Enter, village: Village, tmp_path: Path
) -> None:
    house = enter()
    path = tmp_path / "leeg.csv"
    path.write_bytes(b"")
    dialog = begin(house, path)
    assert dialog.problem.text()
    assert not dialog.keep.isEnabled()
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert village.workspace.social_map.organisations() == ()


def test_that_only_contact_persons_who_agreed_leave(enter: Enter, village: Village, tmp_path: Path) -> None:
    first, _ = small_map(village.workspace)
    person(village.workspace, first, "Roelie", may_share=True)
    person(village.workspace, first, "Henk")
    house = enter()
    page = house.open(Place(MAP))
    assert isinstance(page, MapPage)
    press(page.view.give)
    (dialog,) = page.findChildren(MapExportDialog)
    dialog.form.setCurrentIndex(1)
    dialog.persons.click()
    house.settle()
    house.asker.place = tmp_path
    press(dialog.keep)
    house.settle()
    (made,) = tmp_path.glob("sociale-kaart-*/index.html")
    text = made.read_text("utf-8")
    assert "Dorpshuis De Beuk" in text
    assert "Roelie" in text
    assert "Henk" not in text
