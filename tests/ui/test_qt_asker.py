"""Questions whose buttons name the consequence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from spinnenweb.ui.qt_asker import QtAsker, QuestionDialog, message_dialog
from spinnenweb.ui.theme.look import apply_theme, load_theme

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, resources: Path) -> QWidget:
    apply_theme(qapp, load_theme(resources, "licht"))
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def dialog() -> QWidget:
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def press(text: str) -> None:
    next(button for button in dialog().findChildren(QPushButton) if button.text() == text).click()


@pytest.mark.parametrize(("text", "answer"), [("Definitief wissen", True), ("Toch bewaren", False)])
def test_that_the_answer_is_the_button_that_was_pressed(window: QWidget, text: str, answer: bool) -> None:
    QTimer.singleShot(0, lambda: press(text))
    said = QtAsker().confirm(window, "Wissen?", "Terughalen kan niet.", "Definitief wissen", "Toch bewaren")
    assert said is answer


def test_that_escape_changes_nothing(window: QWidget, qtbot: QtBot) -> None:
    QTimer.singleShot(0, lambda: QTest.keyClick(dialog(), Qt.Key.Key_Escape))
    assert not QtAsker().confirm(window, "Wissen?", "Terughalen kan niet.", "Definitief wissen", "Toch bewaren")


def test_that_enter_takes_the_button_that_changes_nothing(window: QWidget, qtbot: QtBot) -> None:
    QTimer.singleShot(0, lambda: QTest.keyClick(dialog(), Qt.Key.Key_Return))
    assert not QtAsker().confirm(window, "Wissen?", "Terughalen kan niet.", "Definitief wissen", "Toch bewaren")


def test_that_the_title_of_a_question_names_nobody(window: QWidget) -> None:
    dialog = QuestionDialog(
        "Alles over Jannie wissen?", "Terughalen kan niet.", QPushButton("Wissen"), None, window
    )
    assert dialog.windowTitle() == "Spinnenweb"


def test_that_a_message_is_gone_once_it_was_read(window: QWidget, qtbot: QtBot) -> None:
    message = message_dialog("De schijf is vol", "Maak ruimte vrij.", "Sluiten", window)
    message.open()
    message.act.click()
    qtbot.waitUntil(lambda: window.findChild(QDialog) is None)
