"""The eyes of the walk, over screens that are bad on purpose: each fault is found, and a good screen has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from spinnenweb.ui.theme.look import apply_theme, load_theme
from spinnenweb.ui.widgets.labels import line_label, text_label
from tests.ui.walk import eyes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot

LONG = "Een zin die te lang is voor het kleine vak waarin hij moet staan"


class _Unseen(QPushButton):
    """Draws itself the same with and without the keyboard."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.gray)
        painter.end()


class _Trap(QLineEdit):
    """Keeps the keyboard."""

    def focusNextPrevChild(self, _forward: bool) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()


@pytest.fixture
def screen(qapp: QApplication, qtbot: QtBot, resources: Path) -> Callable[..., QWidget]:
    """A window with these parts under each other."""
    apply_theme(qapp, load_theme(resources, "licht"))

    def make(*parts: QWidget, width: int = 400) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        for part in parts:
            column.addWidget(part)
        window.resize(width, 300)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return make


def named(text: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(text)
    return field


def everything(window: QWidget) -> str:
    return "\n".join(eyes.nameless(window) + eyes.clipped(window) + eyes.keyboard(window, rings=True))


def test_that_a_good_screen_has_nothing_to_tell(screen: Callable[..., QWidget]) -> None:
    parts = (text_label(LONG), named("Naam"), QPushButton("Bewaren"), QPushButton("Niet nu"))
    assert everything(screen(*parts)) == ""


def test_that_a_field_without_a_name_is_found(screen: Callable[..., QWidget]) -> None:
    assert "no name: QLineEdit" in everything(screen(QLineEdit(), named("Naam")))


def test_that_an_order_that_goes_back_is_found(screen: Callable[..., QWidget]) -> None:
    first, second, third = QPushButton("een"), QPushButton("twee"), QPushButton("drie")
    window = screen(first, second, third)
    QWidget.setTabOrder(first, third)
    QWidget.setTabOrder(third, second)
    assert "Tab goes back: QPushButton 'drie' -> QPushButton 'twee'" in everything(window)


def test_that_a_line_that_is_read_from_the_right_is_walked_from_the_right(screen: Callable[..., QWidget]) -> None:
    line = QWidget()
    row = QHBoxLayout(line)
    for text in ("een", "twee", "drie", "vier"):
        row.addWidget(QPushButton(text))
    window = screen(line)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QCoreApplication.sendPostedEvents()
    assert everything(window) == ""
    row.setDirection(QHBoxLayout.Direction.RightToLeft)
    QCoreApplication.sendPostedEvents()
    assert "Tab goes back: QPushButton 'een' -> QPushButton 'twee'" in everything(window)


def test_that_two_columns_are_read_one_after_the_other(screen: Callable[..., QWidget]) -> None:
    both = QWidget()
    row = QHBoxLayout(both)
    for side in "lr":
        column = QVBoxLayout()
        holder = QWidget()
        holder.setLayout(column)
        for text in ("boven", "onder"):
            column.addWidget(QPushButton(f"{side} {text}"))
        row.addWidget(holder)
    assert everything(screen(both)) == ""


def test_that_a_place_that_keeps_the_keyboard_is_found(screen: Callable[..., QWidget]) -> None:
    trap = _Trap()
    trap.setAccessibleName("Val")
    told = everything(screen(QPushButton("een"), trap, QPushButton("twee")))
    assert "Tab stays: _Trap 'Val'" in told
    assert "Tab misses: QPushButton 'twee'" in told


def test_that_a_control_that_does_not_show_the_keyboard_is_found(screen: Callable[..., QWidget]) -> None:
    window = screen(QPushButton("een"), _Unseen("twee"))
    assert everything(window) == "keyboard not seen: _Unseen 'twee'"


@pytest.mark.parametrize("make", [QLabel, QPushButton, line_label])
def test_that_words_broken_off_are_found(screen: Callable[..., QWidget], make: Callable[[str], QWidget]) -> None:
    part = make(LONG)
    window = screen(part)
    part.setFixedWidth(120)
    QCoreApplication.sendPostedEvents()
    assert "cut wide" in everything(window)


def test_that_lines_that_fall_off_at_the_foot_are_found(screen: Callable[..., QWidget]) -> None:
    label = text_label(LONG * 4)
    window = screen(label)
    label.setFixedHeight(20)
    QCoreApplication.sendPostedEvents()
    assert "label cut high" in everything(window)


def test_that_a_prompt_and_a_choice_broken_off_are_found(screen: Callable[..., QWidget]) -> None:
    field, box = named("Naam"), QComboBox()
    field.setPlaceholderText(LONG)
    box.addItem(LONG)
    for part in (field, box):
        part.setFixedWidth(100)
    told = everything(screen(field, box))
    assert "prompt cut wide" in told
    assert "choice cut wide" in told


def test_that_a_part_that_sticks_out_and_parts_over_each_other_are_found(screen: Callable[..., QWidget]) -> None:
    holder = QWidget()
    inside = [QLabel("een", holder), QLabel("twee", holder)]
    inside[1].move(2, 2)
    away = QPushButton("weg", holder)
    away.move(1000, 0)
    told = everything(screen(holder))
    assert "sticks out: QPushButton 'weg'" in told
    assert "over each other: QLabel 'een' and QLabel 'twee'" in told


def test_that_scrolling_sideways_is_found(screen: Callable[..., QWidget]) -> None:
    area = QScrollArea()
    wide = QWidget()
    wide.setFixedSize(900, 40)
    area.setWidget(wide)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    assert "scrolls sideways" in everything(screen(area))


def test_that_a_page_pressed_to_a_strip_is_found(screen: Callable[..., QWidget]) -> None:
    strip = QScrollArea()
    strip.setFixedHeight(60)
    assert eyes.shallow(screen(QLabel("een"), strip), 0.45) == ["only 60 of 300 high"]
