"""The language of the worker's own screens: chosen, kept, spoken at once, and followed by days and numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtWidgets import QLabel

from spinnenweb.app.start import Folders, _shell
from spinnenweb.domain.instruments import Mode
from spinnenweb.domain.residents import Resident
from spinnenweb.domain.search import Hit, HitKind
from spinnenweb.ui.dates import DUTCH, coming_day, full_day, short_day, title_day, weekday
from spinnenweb.ui.entrance.strength_meter import guess_time
from spinnenweb.ui.entrance.unlock import UnlockView
from spinnenweb.ui.frame import Frame
from spinnenweb.ui.help import HelpPanel
from spinnenweb.ui.names import display_name
from spinnenweb.ui.pages.comparison.content import noise_words
from spinnenweb.ui.pages.settings.page import SettingsPage
from spinnenweb.ui.places import LOST, SETTINGS, Place
from spinnenweb.ui.preferences import (
    LANGUAGES,
    Preferences,
    read_preferences,
    speak,
    spoken_language,
    write_preferences,
)
from spinnenweb.ui.search_box import hit_text
from spinnenweb.ui.side_by_side import megabytes
from spinnenweb.ui.widgets.mark_text import mark_text
from tests.ui.entrance.conftest import PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

    from spinnenweb.services.workspace import Workspace
    from tests.ui.entrance.conftest import House as Entrance
    from tests.ui.pages.conftest import House

DAY = date(2026, 9, 30)
UNLOCK = ("UnlockView", "Je kluis is op slot")


def labels(top: QWidget) -> str:
    return "\n".join(label.text() for label in top.findChildren(QLabel))


def test_that_the_program_speaks_dutch_until_another_language_is_chosen(qapp: QApplication) -> None:
    assert Preferences().language == spoken_language() == "nl"
    assert QCoreApplication.translate(*UNLOCK) == UNLOCK[1]


@pytest.mark.usefixtures("english")
def test_that_the_committed_translations_are_spoken() -> None:
    assert spoken_language() == "en"
    assert QCoreApplication.translate(*UNLOCK) == "Your vault is locked"


@pytest.mark.usefixtures("dutch_again")
def test_that_qt_speaks_the_same_language(qapp: QApplication, resources: Path) -> None:
    speak(resources, "nl")
    assert QCoreApplication.translate("QPlatformTheme", "&Yes") == "&Ja"
    speak(resources, "en")
    assert QCoreApplication.translate("QPlatformTheme", "&Yes") == "&Yes"


@pytest.mark.usefixtures("dutch_again")
def test_that_changing_languages_leaves_no_translator_behind(qapp: QApplication, resources: Path) -> None:
    for language in (*LANGUAGES, *LANGUAGES):
        speak(resources, language)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(qapp.findChildren(QTranslator)) <= 2


@pytest.mark.usefixtures("dutch_again")
def test_that_a_missing_file_leaves_the_source_in_place(qapp: QApplication, tmp_path: Path) -> None:
    speak(tmp_path, "en")
    assert QCoreApplication.translate(*UNLOCK) == UNLOCK[1]


@pytest.mark.parametrize("kept", ['language = "xx"', "language = 3", ""])
def test_that_a_strange_language_falls_back_to_dutch(tmp_path: Path, kept: str) -> None:
    (tmp_path / "voorkeuren.toml").write_text(kept, "utf-8")
    assert read_preferences(tmp_path / "voorkeuren.toml").language == "nl"


def test_that_the_language_is_kept(tmp_path: Path) -> None:
    write_preferences(tmp_path / "voorkeuren.toml", Preferences(language="en"))
    assert read_preferences(tmp_path / "voorkeuren.toml").language == "en"


@pytest.mark.usefixtures("english")
def test_that_days_are_said_in_english() -> None:
    assert full_day(DAY) == "30 September 2026"
    assert title_day(DAY) == "Wednesday 30 September"
    assert short_day(DAY, DAY) == "30 Sept"
    assert coming_day(DAY, DAY) == "Wed 30 Sept"


@pytest.mark.usefixtures("english")
def test_that_a_resident_who_speaks_dutch_hears_dutch_days() -> None:
    assert weekday(DAY, DUTCH) == "woensdag 30 september"


@pytest.mark.parametrize(("language", "point"), [("nl", ","), ("en", ".")])
@pytest.mark.usefixtures("dutch_again")
def test_that_a_mean_is_written_as_in_the_language_spoken(
    qapp: QApplication, resources: Path, language: str, point: str
) -> None:
    speak(resources, language)
    assert mark_text(6.4) == f"6{point}4"
    assert noise_words(Mode.ITEMS) == f"1{point}5"


@pytest.mark.usefixtures("english")
def test_that_a_resident_without_a_name_is_called_resident() -> None:
    assert display_name(Resident("1", code="R-007")) == "Resident R-007"


@pytest.mark.usefixtures("english")
def test_that_a_found_resident_without_a_name_is_called_resident() -> None:
    hit = Hit(HitKind.RESIDENT, "r", "r", "Inwoner R-022", "Ruinerdal", None, code="R-022")
    assert hit_text(hit, DAY) == "Resident R-022 · Ruinerdal"


@pytest.mark.usefixtures("dutch_again")
def test_that_a_size_has_the_decimal_point_of_the_language(resources: Path) -> None:
    assert megabytes(3_240_000) == "3,2"
    speak(resources, "en")
    assert megabytes(3_240_000) == "3.2"


@pytest.mark.usefixtures("english")
def test_that_the_time_to_guess_a_password_is_said_in_english() -> None:
    assert guess_time(0.5) == "less than a second"


@pytest.mark.usefixtures("english")
def test_that_the_sheet_for_a_lost_laptop_is_english_on_screen_and_paper(
    enter: Callable[..., House], workspace: Workspace
) -> None:
    house = enter()
    house.open(Place(LOST))
    assert "What was on the laptop" in house.texts()
    (paper,) = PdfReader(BytesIO(workspace.lost.pdf(workspace.lost.sheet(spoken_language())))).pages[:1]
    assert "What was on the laptop" in paper.extract_text()
    assert "November" in paper.extract_text()


def test_that_the_language_is_chosen_by_its_own_name(enter: Callable[..., House]) -> None:
    page = enter(Place(SETTINGS)).frame.page
    assert isinstance(page, SettingsPage)
    box = page.view.look.language
    assert [box.itemText(n) for n in range(box.count())] == ["Nederlands", "English"]
    wanted: list[Preferences] = []
    page.context.hub.preferred.connect(wanted.append)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert wanted[-1].language == "en"


@pytest.mark.usefixtures("dutch_again")
def test_that_the_first_view_speaks_the_language_that_was_kept(
    qapp: QApplication, resources: Path, tmp_path: Path
) -> None:
    folders = Folders(tmp_path, tmp_path / "data", tmp_path / "log")
    write_preferences(folders.preferences, Preferences(language="en", vault=str(tmp_path)))
    shell = _shell(qapp, resources, folders, None)
    assert shell.view is not None
    assert "Your vault is locked" in labels(shell.view)
    shell.finish()
    shell.deleteLater()


@pytest.mark.usefixtures("dutch_again")
def test_that_another_language_is_spoken_at_once_and_at_the_next_start(house: Entrance) -> None:
    shell = house.shell(house.vault().workspace.folder)
    view = house.wait_for(shell, UnlockView)
    view.password.setText(PASSPHRASE)
    view.open_button.click()
    house.wait_for(shell, Frame)
    shell.toggle_help()
    assert shell.session is not None
    shell.session.context.hub.prefer(replace(shell.preferences, language="en"))
    frame = house.wait_for(shell, Frame)
    assert "How it looks" in labels(frame)
    assert "Hoe het eruitziet" not in labels(frame)
    shell.toggle_help()
    (panel,) = (one for one in shell.findChildren(HelpPanel) if one.isVisible())
    assert "What you can do here" in labels(panel)
    assert frame.context.messages.say("disk.full.title") == "The disk is full"
    shell.lock()
    assert "Your vault is locked. What you typed is saved." in labels(house.wait_for(shell, UnlockView))
    assert read_preferences(house.setup.preferences).language == "en"
