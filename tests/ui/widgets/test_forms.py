from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QSpinBox, QWidget

from spinnenweb.ui.widgets.controls import primary_button
from spinnenweb.ui.widgets.empty_state import EmptyState
from spinnenweb.ui.widgets.forms import FormSection

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from spinnenweb.ui.theme.look import Theme

    Wear = Callable[..., Theme]
    OnScreen = Callable[[QWidget], None]


def spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def spoken_description(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Description)


def test_that_a_field_is_called_by_its_label_and_explained_by_its_help(wear: Wear, qtbot: QtBot) -> None:
    form = FormSection("Over de inwoner")
    qtbot.addWidget(form)
    field = QLineEdit()
    form.add_row("&Roepnaam", field, "Zo noem je de inwoner op het scherm.")
    assert spoken_name(field) == "Roepnaam"
    assert spoken_description(field) == "Zo noem je de inwoner op het scherm."


def test_that_the_mnemonic_of_a_label_brings_the_keyboard_to_its_field(
    wear: Wear, qtbot: QtBot, on_screen: OnScreen
) -> None:
    form = FormSection()
    qtbot.addWidget(form)
    first, second = QLineEdit(), QLineEdit()
    form.add_row("&Roepnaam", first)
    form.add_row("&Geboortejaar", second)
    on_screen(form)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    assert form.focusWidget() is second


def test_that_an_error_stands_under_its_field_and_is_part_of_what_is_read_aloud(wear: Wear, qtbot: QtBot) -> None:
    form = FormSection()
    qtbot.addWidget(form)
    field = QLineEdit()
    row = form.add_row("Geboortejaar", field, "Vier cijfers.")
    form.show()
    row.set_error("Dit is geen jaar.")
    line = next(label for label in row.findChildren(QLabel) if label.text() == "Dit is geen jaar.")
    assert line.isVisible()
    assert line.y() > field.y()
    assert spoken_description(field) == "Dit is geen jaar. Vier cijfers."
    row.set_error("")
    assert not line.isVisible()
    assert spoken_description(field) == "Vier cijfers."


def test_that_an_error_is_told_to_who_listens(wear: Wear, qtbot: QtBot) -> None:
    form = FormSection()
    qtbot.addWidget(form)
    row = form.add_row("Geboortejaar", QLineEdit())
    row.set_error("Dit is geen jaar.")
    assert row.field.property("state") == "error"


def test_that_the_keyboard_goes_to_the_first_field_with_an_error(wear: Wear, qtbot: QtBot) -> None:
    form = FormSection()
    qtbot.addWidget(form)
    rows = [form.add_row(name, QLineEdit()) for name in ("Een", "Twee", "Drie")]
    form.show()
    assert not form.focus_first_error()
    rows[1].set_error("Vul dit in.")
    rows[2].set_error("Vul dit in.")
    assert form.focus_first_error()
    assert form.focusWidget() is rows[1].field
    form.clear_errors()
    assert not form.focus_first_error()


def test_that_a_number_has_air_at_the_left(wear: Wear, qtbot: QtBot) -> None:
    form = FormSection()
    qtbot.addWidget(form)
    field = QSpinBox()
    form.add_row("Aantal", field)
    inner = field.findChild(QLineEdit)
    assert isinstance(inner, QLineEdit)
    assert inner.textMargins().left() >= 8


def test_that_an_empty_page_says_what_it_is_for_and_offers_one_thing(wear: Wear, qtbot: QtBot) -> None:
    button = primary_button("Nieuw gesprek")
    empty = EmptyState("people", "Hier komen de inwoners met wie je praat. Begin met een gesprek.", button)
    qtbot.addWidget(empty)
    empty.resize(700, 400)
    empty.show()
    assert empty.isAncestorOf(button)
    assert button.mapTo(empty, button.rect().center()).x() == abs(empty.width() // 2 - 1)
