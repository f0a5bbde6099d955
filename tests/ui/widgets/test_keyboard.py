"""Every control shows where the keyboard is, in every theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from spinnenweb.ui.theme.look import set_role
from spinnenweb.ui.widgets.chips import ToggleChip
from spinnenweb.ui.widgets.controls import (
    calm_button,
    danger_button,
    icon_button,
    link_button,
    primary_button,
    quiet_button,
)
from spinnenweb.ui.widgets.rows import NavButton, tile
from spinnenweb.ui.widgets.tables import calm_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from spinnenweb.ui.theme.look import Theme

    Wear = Callable[..., Theme]
    OnScreen = Callable[[QWidget], None]


def controls() -> dict[str, QWidget]:
    mark = quiet_button("7")
    mark.setCheckable(True)
    mark.setChecked(True)
    set_role(mark, "mark")
    ticked = QCheckBox("bespreken")
    ticked.setChecked(True)
    return {
        "primary": primary_button("Nieuw gesprek"),
        "quiet": quiet_button("Samen kijken"),
        "calm": calm_button("Op slot", "lock"),
        "danger": danger_button("Definitief wissen"),
        "link": link_button("aspecten"),
        "icon": icon_button("eye", "Laat zien wat ik typ"),
        "mark": mark,
        "chip": ToggleChip("Vervoer"),
        "nav": NavButton("calendar", "Vandaag"),
        "tile": tile("Jannie", "R-021", "buurvrouw bellen"),
        "line": QLineEdit("Heup"),
        "text": QPlainTextEdit("Heup"),
        "combo": QComboBox(),
        "check": QCheckBox("bespreken"),
        "ticked": ticked,
        "radio": QRadioButton("ja"),
    }


def dots(image: QImage, colour: str) -> int:
    pixels = (image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height()))
    return sum(pixel == colour for pixel in pixels)


@pytest.mark.parametrize("theme_name", ["licht", "donker", "contrast"])
def test_that_every_control_shows_a_ring_when_it_has_the_keyboard(
    wear: Wear, qtbot: QtBot, on_screen: OnScreen, theme_name: str
) -> None:
    theme = wear(theme_name)
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    rest = QLineEdit()
    column.addWidget(rest)
    parts = controls()
    for part in parts.values():
        column.addWidget(part)
    on_screen(holder)
    for name, part in parts.items():
        ring = theme.focus_filled if name in ("primary", "mark", "ticked") else theme.focus
        rest.setFocus(Qt.FocusReason.TabFocusReason)
        before = dots(part.grab().toImage(), ring)
        part.setFocus(Qt.FocusReason.TabFocusReason)
        after = dots(part.grab().toImage(), ring)
        assert after - before > 60, name


def test_that_the_ring_moves_nothing(wear: Wear, qtbot: QtBot, on_screen: OnScreen) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    parts = controls()
    for part in parts.values():
        column.addWidget(part)
    on_screen(holder)
    for name, part in parts.items():
        part.clearFocus()
        size = part.sizeHint()
        part.setFocus(Qt.FocusReason.TabFocusReason)
        assert part.sizeHint() == size, name


class Rows(QAbstractTableModel):
    """Three rows of two columns."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 3

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 2

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        return "12" if role == Qt.ItemDataRole.DisplayRole else None


def test_that_tab_leaves_a_table_and_the_arrows_walk_its_rows(
    wear: Wear, qtbot: QtBot, on_screen: OnScreen
) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    view = QTableView()
    model = Rows(view)
    view.setModel(model)
    calm_table(view, "Thema's")
    after = QLineEdit()
    column.addWidget(view)
    column.addWidget(after)
    on_screen(holder)
    view.setFocus()
    view.selectRow(0)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 1
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert holder.focusWidget() is after
    assert view.accessibleName() == "Thema's"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_that_enter_presses_the_button_that_has_the_keyboard_as_space_does(qtbot: QtBot, key: Qt.Key) -> None:
    button = quiet_button("Verder")
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, key)
    assert pressed == [True]
