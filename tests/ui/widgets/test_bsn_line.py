"""A number like a burgerservicenummer is told while it is typed, quietly, until it is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from spinnenweb.ui.widgets import bsn_line
from spinnenweb.ui.widgets.bsn_line import BsnLine
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.growing_text import GrowingText

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    Show = Callable[[QWidget], None]

BSN, ORDINARY = "111222333", "111222334"
TEXT = "Dit lijkt een burgerservicenummer. Dat mag hier niet staan. Haal het weg."


@pytest.fixture(params=[QLineEdit, lambda: GrowingText("Notitie", "wenk")], ids=["line", "text"])
def field(request: pytest.FixtureRequest) -> QLineEdit | GrowingText:
    made: QLineEdit | GrowingText = request.param()
    return made


def shown(field: QWidget, line: QWidget, on_screen: Show, qtbot: QtBot) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(line)
    qtbot.addWidget(window)
    on_screen(window)
    field.setFocus()
    return window


@pytest.mark.usefixtures("wear")
def test_that_it_appears_with_the_last_digit_and_goes_with_it(
    field: QLineEdit | GrowingText, on_screen: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    aloud: list[str] = []
    monkeypatch.setattr(bsn_line, "announce", lambda _, text: aloud.append(text))
    line = BsnLine(field)
    window = shown(field, line, on_screen, qtbot)
    assert window.isVisible()
    QTest.keyClicks(field, f"nummer {BSN[:-1]}")
    assert not line.isVisible()
    QTest.keyClicks(field, BSN[-1])
    assert (line.isVisible(), line.text(), aloud) == (True, TEXT, [TEXT])
    assert field.accessibleDescription() == TEXT
    QTest.keyClicks(field, " staat er")
    assert (line.isVisible(), aloud) == (True, [TEXT])
    field.clear()
    assert (line.isVisible(), field.accessibleDescription()) == (False, "")


@pytest.mark.usefixtures("wear")
def test_that_what_is_typed_after_it_is_kept(
    field: QLineEdit | GrowingText, on_screen: Show, qtbot: QtBot
) -> None:
    line = BsnLine(field)
    window = shown(field, line, on_screen, qtbot)
    assert window.isVisible()
    QTest.keyClicks(field, f"{BSN} en verder")
    text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    assert text == f"{BSN} en verder"


@pytest.mark.usefixtures("wear")
def test_that_a_text_that_was_there_already_is_told_too_but_not_aloud(
    field: QLineEdit | GrowingText, monkeypatch: pytest.MonkeyPatch
) -> None:
    aloud: list[str] = []
    monkeypatch.setattr(bsn_line, "announce", lambda _, text: aloud.append(text))
    (field.setText if isinstance(field, QLineEdit) else field.show_text)(BSN)
    assert not BsnLine(field).isHidden()
    assert aloud == []


@pytest.mark.usefixtures("wear")
def test_that_an_ordinary_number_is_nothing(field: QLineEdit | GrowingText) -> None:
    line = BsnLine(field)
    (field.setText if isinstance(field, QLineEdit) else field.show_text)(ORDINARY)
    assert line.isHidden()


@pytest.mark.usefixtures("wear")
def test_that_one_line_watches_several_fields() -> None:
    first, second = QLineEdit(), QLineEdit()
    line = BsnLine(first, second)
    first.setText(BSN)
    second.setText(BSN)
    first.clear()
    assert not line.isHidden()
    second.clear()
    assert line.isHidden()


@pytest.mark.usefixtures("wear")
def test_that_every_line_of_a_form_is_watched_and_keeps_its_own_explanation() -> None:
    row = FieldRow("Code", QLineEdit(), "Mag leeg.")
    assert isinstance(row.field, QLineEdit)
    (line,) = row.findChildren(BsnLine)
    row.field.setText(BSN)
    assert not line.isHidden()
    assert row.field.accessibleDescription() == f"{TEXT} Mag leeg."
    row.field.clear()
    assert row.field.accessibleDescription() == "Mag leeg."
