"""The help of each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow

from spinnenweb.domain.wording import Wording
from spinnenweb.ui.help import BETWEEN, HelpPanel
from spinnenweb.ui.theme.look import apply_theme, load_theme

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

PAGES = (
    "today",
    "residents",
    "resident",
    "conversation",
    "comparison",
    "releases",
    "settings",
    "visit",
    "unlock",
    "first_start",
    "general",
)


@pytest.fixture
def texts(resources: Path) -> Path:
    return resources / "texts" / "nl" / "hulp.toml"


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, resources: Path) -> QMainWindow:
    apply_theme(qapp, load_theme(resources, "licht"))
    window = QMainWindow()
    window.setCentralWidget(QLineEdit())
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()
    return window


def shown(panel: HelpPanel) -> str:
    return " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("key", PAGES)
def test_that_every_page_says_what_it_is_for_what_you_can_do_and_its_keys(key: str, texts: Path) -> None:
    words = Wording.read(texts)
    assert words.say(f"{key}.title")
    assert words.say(f"{key}.text")
    assert words.items(f"{key}.can")
    assert all(BETWEEN in line for line in words.items(f"{key}.keys"))


def test_that_the_help_of_a_page_is_its_own(window: QMainWindow, texts: Path) -> None:
    panel = HelpPanel(texts, window)
    panel.toggle("releases")
    assert "Hier maak je overzichten" in shown(panel)
    panel.toggle("releases")
    panel.toggle("today")
    assert "Hier begin je de dag" in shown(panel)
    assert "Hier maak je overzichten" not in shown(panel)


def test_that_an_unknown_page_gets_the_general_help(window: QMainWindow, texts: Path) -> None:
    panel = HelpPanel(texts, window)
    panel.toggle("")
    assert "Kies links een pagina." in shown(panel)


def test_that_escape_closes_the_help_and_the_keyboard_goes_back(
    window: QMainWindow, texts: Path, qtbot: QtBot
) -> None:
    field = window.centralWidget()
    assert field is not None
    field.setFocus()
    panel = HelpPanel(texts, window)
    panel.toggle("today")
    qtbot.waitUntil(panel.close_button.hasFocus)
    QTest.keyClick(panel.close_button, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert field.hasFocus()


def test_that_the_help_stays_inside_a_small_window(window: QMainWindow, texts: Path) -> None:
    panel = HelpPanel(texts, window)
    panel.toggle("today")
    window.resize(360, 500)
    assert window.rect().contains(panel.geometry())


def test_that_the_help_leads_to_a_report_and_to_the_page_of_a_lost_laptop(
    window: QMainWindow, texts: Path, qtbot: QtBot
) -> None:
    panel = HelpPanel(texts, window)
    panel.allow_lost(False)
    panel.toggle("today")
    assert not panel.lost.isVisible()
    panel.allow_lost(True)
    with qtbot.waitSignal(panel.lost_asked):
        panel.lost.click()
    assert not panel.isVisible()
    panel.toggle("today")
    with qtbot.waitSignal(panel.report_asked):
        panel.report.click()
    assert not panel.isVisible()
