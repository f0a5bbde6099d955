"""Rules for lines in the letters of a second font (look.md, Together view)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter

from spinnenweb.ui.widgets.big_words import QUESTION, TEXT, big_label, large_font
from spinnenweb.ui.widgets.close_lines import close_height, draw_close, line_step, slack

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from spinnenweb.ui.theme.look import Theme

    Wear = Callable[..., Theme]

ARABIC = "هل يمكنني أن أحتفظ بما تحدثنا عنه في بيتي"


def test_that_the_programs_own_letters_have_no_slack(wear: Wear) -> None:
    for words in ("Hoe is het met u?", "Як Ваші справи?"):
        assert slack(words, large_font(TEXT)) == 0


def test_that_a_second_line_in_arabic_stands_closer_than_qt_sets_it(wear: Wear, qtbot: QtBot) -> None:
    label = big_label(ARABIC, QUESTION, bold=True)
    qtbot.addWidget(label)
    wide = QFontMetrics(label.font()).horizontalAdvance(ARABIC)
    # QLabel sets the first line and the second just as high as both fonts together
    theirs = QFontMetrics(label.font()).boundingRect(
        QRect(0, 0, wide * 2 // 3, 1000), Qt.TextFlag.TextWordWrap, ARABIC
    )
    assert label.heightForWidth(wide * 2 // 3) == 2 * line_step(ARABIC, label.font())
    assert label.heightForWidth(wide * 2 // 3) < 0.8 * theirs.height()


@pytest.mark.parametrize(("points", "bold"), [(QUESTION, True), (TEXT, True), (TEXT, False), (12.0, False)])
def test_that_nothing_of_a_letter_falls_outside_its_line(wear: Wear, points: float, bold: bool) -> None:
    font, words = large_font(points, bold), "هي في أإآ لأ يجب"
    high = line_step(words, font)
    picture = QImage(600, 3 * high, QImage.Format.Format_Grayscale8)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setPen(Qt.GlobalColor.black)
    draw_close(painter, QRect(0, high, 600, high), words, font, Qt.AlignmentFlag.AlignRight)
    painter.end()
    inked = [y for y in range(3 * high) if any(picture.pixelColor(x, y).lightness() < 128 for x in range(600))]
    assert high <= inked[0]
    assert inked[-1] < 2 * high


def test_that_every_line_ends_at_the_side_it_was_asked_for(wear: Wear) -> None:
    font = large_font(QUESTION, bold=True)
    width = QFontMetrics(font).horizontalAdvance(ARABIC) * 2 // 3
    high = close_height(ARABIC, font, width)
    picture = QImage(width, high, QImage.Format.Format_Grayscale8)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setPen(Qt.GlobalColor.black)
    draw_close(painter, picture.rect(), ARABIC, font, Qt.AlignmentFlag.AlignRight)
    painter.end()
    ends = [
        max(x for x in range(width) for y in half if picture.pixelColor(x, y).lightness() < 128)
        for half in (range(high // 2), range(high // 2, high))
    ]
    assert abs(ends[0] - ends[1]) <= 4
