from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QLabel, QPushButton

from spinnenweb.ui.theme.look import active_theme, base_font, px, set_role, style_sheet, theme_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from spinnenweb.ui.theme.look import Theme

    Wear = Callable[..., Theme]


@pytest.mark.parametrize(
    ("choice", "scheme", "more_contrast", "name"),
    [
        ("licht", Qt.ColorScheme.Dark, True, "licht"),
        ("donker", Qt.ColorScheme.Light, False, "donker"),
        ("contrast", Qt.ColorScheme.Dark, False, "contrast"),
        ("systeem", Qt.ColorScheme.Dark, False, "donker"),
        ("systeem", Qt.ColorScheme.Light, False, "licht"),
        ("systeem", Qt.ColorScheme.Unknown, False, "licht"),
        ("systeem", Qt.ColorScheme.Dark, True, "contrast"),
    ],
)
def test_that_only_the_choice_systeem_follows_the_system(
    choice: str, scheme: Qt.ColorScheme, more_contrast: bool, name: str
) -> None:
    assert theme_for(choice, scheme, more_contrast) == name


def test_that_the_bundled_font_is_the_font_of_the_program(wear: Wear) -> None:
    assert QFontInfo(QGuiApplication.font()).family() == "Noto Sans"
    assert QGuiApplication.font().pointSizeF() == pytest.approx(10.5)


def test_that_figures_are_all_equally_wide(wear: Wear) -> None:
    metrics = QFontMetricsF(QGuiApplication.font())
    assert len({round(metrics.horizontalAdvance(figure), 2) for figure in "0123456789"}) == 1


@pytest.mark.parametrize(("asked", "given"), [(0.2, 1.0), (1.25, 1.25), (2.0, 2.0), (9.0, 2.0)])
def test_that_text_size_stays_between_one_and_two_hundred_percent(wear: Wear, asked: float, given: float) -> None:
    assert base_font(asked).pointSizeF() == pytest.approx(10.5 * given)


def test_that_lengths_grow_with_the_text(wear: Wear) -> None:
    at_100 = px(100)
    wear("licht", 2.0)
    assert px(100) == pytest.approx(2 * at_100, abs=4)
    assert px(0.01) == 1


def test_that_no_name_of_a_colour_or_length_is_left_in_the_style_sheet(wear: Wear) -> None:
    sheet = style_sheet(wear("donker", 1.5))
    assert "@" not in sheet
    assert not re.search(r"\ddp\b", sheet)
    assert "font-size: 31.50pt" in sheet


def test_that_the_palette_follows_every_change_of_theme(wear: Wear, qapp: QApplication) -> None:
    for name in ("donker", "licht", "contrast"):
        theme = wear(name)
        assert active_theme() is theme
        assert qapp.palette().color(QPalette.ColorRole.Window).name() == theme.paper
        assert qapp.palette().color(QPalette.ColorRole.PlaceholderText).name() == theme.ink_soft
        disabled = qapp.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        assert disabled.name() == theme.ink_faint


def test_that_a_button_on_screen_changes_colour_with_the_theme(wear: Wear, qtbot: QtBot) -> None:
    button = QPushButton("          ")
    set_role(button, "primary")
    qtbot.addWidget(button)
    button.show()
    seen = []
    for name in ("licht", "donker"):
        theme = wear(name)
        seen.append(button.grab().toImage().pixelColor(button.width() // 2, button.height() // 2).name())
        assert seen[-1] == theme.accent
    assert seen[0] != seen[1]


def test_that_a_title_already_on_screen_grows_with_the_text_size(wear: Wear, qtbot: QtBot) -> None:
    label = QLabel("Vandaag")
    set_role(label, "title")
    qtbot.addWidget(label)
    label.show()
    assert label.font().pointSizeF() == pytest.approx(21.0)
    wear("licht", 1.5)
    assert label.font().pointSizeF() == pytest.approx(31.5)


def test_that_a_role_given_late_still_dresses_the_widget(wear: Wear, qtbot: QtBot) -> None:
    label = QLabel("Vandaag")
    qtbot.addWidget(label)
    label.show()
    set_role(label, "heading")
    assert label.font().pointSizeF() == pytest.approx(16.0)
