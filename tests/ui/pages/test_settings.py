from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from spinnenweb.domain.residents import Address, Level
from spinnenweb.ui.pages.settings.page import SettingsPage
from spinnenweb.ui.pages.settings.sections import LookSection
from spinnenweb.ui.pages.settings.taking import Taking, TakingStoppedError
from spinnenweb.ui.places import SETTINGS, TODAY, Place
from spinnenweb.ui.preferences import Preferences
from tests.ui.pages.helpers_more import csv_file, line, people

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QComboBox, QLineEdit

    from spinnenweb.services.workspace import Workspace
    from tests.ui.pages.conftest import House

    Enter = Callable[..., House]


@pytest.fixture
def house(enter: Enter) -> House:
    return enter(Place(SETTINGS))


@pytest.fixture
def page(house: House) -> SettingsPage:
    page = house.frame.page
    assert isinstance(page, SettingsPage)
    return page


@pytest.fixture
def preferred(house: House) -> list[Preferences]:
    found: list[Preferences] = []
    house.context.hub.preferred.connect(found.append)
    return found


def choose(box: QComboBox, data: object) -> None:
    """Choose by the keyboard."""
    steps = box.findData(data) - box.currentIndex()
    box.setFocus()
    for _ in range(abs(steps)):
        QTest.keyClick(box, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)


def write(field: QLineEdit, text: str) -> None:
    """Type over a field and leave it by Enter."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


# the look


def test_that_another_look_applies_at_once(page: SettingsPage, preferred: list[Preferences]) -> None:
    choose(page.view.look.theme, "donker")
    assert preferred[-1].theme == "donker"
    choose(page.view.look.text_size, 150)
    assert (preferred[-1].theme, preferred[-1].text_size) == ("donker", 150)
    page.view.look.calm.click()
    assert not preferred[-1].calm


def test_that_a_slow_voice_is_offered_only_where_the_extra_is(
    page: SettingsPage, preferred: list[Preferences], monkeypatch: pytest.MonkeyPatch
) -> None:
    for there in (False, True):
        monkeypatch.setattr("spinnenweb.ui.pages.settings.sections.is_installed", lambda there=there: there)
        section = LookSection(Preferences())
        assert section.slow_voice.isHidden() is not there
        section.deleteLater()
    page.view.look.slow_voice.click()
    assert preferred[-1].slow_voice


def test_that_the_keyboard_comes_back_to_the_field_that_was_changed(house: House, page: SettingsPage) -> None:
    choose(page.view.look.text_size, 125)
    assert house.went[-1] == Place(SETTINGS, other="text_size")
    house.open(Place(TODAY))
    house.open(Place(SETTINGS, other="text_size"))
    assert page.view.look.text_size.hasFocus()


# who and how


def test_that_a_typed_name_is_kept_when_the_field_is_left(house: House, page: SettingsPage) -> None:
    write(page.view.who.worker, "Anna B.")
    house.settle()
    assert house.workspace.settings.get().worker == "Anna B."


def test_that_what_is_still_being_typed_is_kept_on_leaving_the_page(house: House, page: SettingsPage) -> None:
    page.view.who.phone.setFocus()
    QTest.keyClicks(page.view.who.phone, "balie")
    house.open(Place(TODAY))
    assert house.workspace.settings.get().phone == "balie"


def test_that_a_text_that_is_too_long_is_refused_at_its_field_and_stays(house: House, page: SettingsPage) -> None:
    organisation = page.view.who.organisation
    organisation.setFocus()
    organisation.setText("x" * 10_000)
    QTest.keyClick(organisation, Qt.Key.Key_Return)
    house.settle()
    assert "te lang" in page.view.who.rows["organisation"].error
    assert len(organisation.text()) == 10_000
    assert house.workspace.settings.get().organisation == "Welzijn Beekdal"
    write(organisation, "Welzijn Esdal")
    house.settle()
    assert page.view.who.rows["organisation"].error == ""
    assert house.workspace.settings.get().organisation == "Welzijn Esdal"


def test_that_the_start_of_a_new_resident_is_kept(house: House, page: SettingsPage) -> None:
    choose(page.view.talks.address, Address.INFORMAL.value)
    choose(page.view.talks.level, Level.SIMPLE.value)
    page.view.talks.sensitive.click()
    house.settle()
    kept = house.workspace.settings.get()
    assert (kept.address, kept.level, kept.sensitive_aspects) == (Address.INFORMAL, Level.SIMPLE, True)
    assert house.workspace.residents.blank().address is Address.INFORMAL


# villages


def test_that_a_village_is_added_by_enter(house: House, page: SettingsPage) -> None:
    write(page.view.villages.new, "Beukendal")
    house.settle()
    assert [village.name for village in house.workspace.residents.villages()] == ["Beukendal", "Esdoornhoek"]
    assert page.view.villages.new.text() == ""
    assert [field.text() for field in page.view.villages.lines] == ["Beukendal", "Esdoornhoek"]


def test_that_a_village_is_renamed_in_its_line(house: House, page: SettingsPage) -> None:
    write(next(iter(page.view.villages.lines)), "Esdoornbuurt")
    house.settle()
    assert [village.name for village in house.workspace.residents.villages()] == ["Esdoornbuurt"]


def test_that_a_name_another_village_has_is_refused_in_place(house: House, page: SettingsPage) -> None:
    house.workspace.residents.add_village("Beukendal")
    house.open(Place(SETTINGS))
    fields = list(page.view.villages.lines)
    write(fields[0], "Esdoornhoek")
    house.settle()
    assert "al een dorp met deze naam" in page.view.villages.problem.text()
    assert [village.name for village in house.workspace.residents.villages()] == ["Beukendal", "Esdoornhoek"]


# vault


def test_that_the_place_of_backups_is_chosen_and_a_backup_made_there(
    house: House, page: SettingsPage, tmp_path: Path
) -> None:
    assert str(house.workspace.folder) in house.texts()
    stick = tmp_path / "usb"
    stick.mkdir()
    house.asker.place = stick
    QTest.mouseClick(page.view.vault.choose, Qt.MouseButton.LeftButton)
    house.settle()
    assert house.workspace.settings.get().backup_place == str(stick)
    assert str(stick) in page.view.vault.place.text()
    QTest.mouseClick(page.view.vault.backup.button, Qt.MouseButton.LeftButton)
    house.settle()
    moment = datetime(2026, 11, 21, 13, 5, tzinfo=UTC).astimezone()
    assert house.workspace.backups.newest(stick) == moment
    assert page.view.vault.backup.title.text() == "Veilig bewaard"


# taking over


def test_that_a_file_is_taken_over_and_told_in_words(house: House, page: SettingsPage, tmp_path: Path) -> None:
    house.asker.file = csv_file(tmp_path, *people(3, 1), line(7, village="Beukendal"))
    QTest.mouseClick(page.view.taking_over.take, Qt.MouseButton.LeftButton)
    assert not page.view.look.isEnabled()
    house.settle()
    told = page.view.taking_over.report.label.text()
    assert told == "4 gesprekken overgenomen. 4 nieuwe inwoners. 1 nieuwe kern."
    assert page.view.look.isEnabled()
    assert len(page.view.villages.lines) == 2
    QTest.mouseClick(page.view.taking_over.take, Qt.MouseButton.LeftButton)
    house.settle()
    assert page.view.taking_over.report.label.text() == "4 gesprekken stonden er al."


def test_that_a_wrong_line_is_named_and_nothing_is_taken_over(
    house: House, page: SettingsPage, tmp_path: Path
) -> None:
    house.asker.file = csv_file(tmp_path, line(1), line(2, mark="11"))
    QTest.mouseClick(page.view.taking_over.take, Qt.MouseButton.LeftButton)
    house.settle()
    told = page.view.taking_over.problem.label.text()
    assert "Regel 3, kolom LF" in told
    assert "Er is niets overgenomen." in told
    assert house.workspace.residents.all() == ()
    assert not page.view.taking_over.report.isVisible()


def test_that_a_stopped_file_leaves_nothing(workspace: Workspace, tmp_path: Path) -> None:
    taking = Taking(workspace.imports, csv_file(tmp_path, *people(3, 1)))
    taking.stop()
    with pytest.raises(TakingStoppedError):
        taking.run()
    assert workspace.residents.all() == ()


def test_that_progress_is_counted_towards_the_lines_of_the_file(workspace: Workspace, tmp_path: Path) -> None:
    taking = Taking(workspace.imports, csv_file(tmp_path, *people(3, 1)))
    heard: list[tuple[int, int]] = []
    taking.counted.connect(lambda rows, lines: heard.append((rows, lines)))
    taking.run()
    assert heard == [(3, 3)]


def test_that_the_template_can_be_taken_over_itself(house: House, page: SettingsPage, tmp_path: Path) -> None:
    house.asker.target = tmp_path / "sjabloon.csv"
    QTest.mouseClick(page.view.taking_over.template, Qt.MouseButton.LeftButton)
    house.settle()
    assert house.asker.suggested == ["gesprekken-sjabloon.csv"]
    assert house.workspace.imports.import_csv(tmp_path / "sjabloon.csv").rows == 2


# about


def test_that_the_credit_and_the_literature_are_there(house: House, page: SettingsPage) -> None:
    assert "Niet gemaakt door en niet verbonden aan iPH." in house.texts()
    assert "BMJ 2011;343:d4163" in house.texts()
    assert "EUPL-1.2" in house.texts()
