"""Lines of letters that come from another font, set as close as their own letters need.

Qt gives a line with one letter of a second font the height of both fonts together: two lines of Arabic then stand
a whole line apart, and what belongs together falls off the screen. Here a line is as high as is seen of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QTextLayout, QTextOption

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter


def slack(text: str, font: QFont) -> int:
    """How much higher a line of this text is than a line of the font itself, in pixels; 0 in its own script."""
    metrics = QFontMetrics(font)
    first = text.split("\n", maxsplit=1)[0]
    return max(0, metrics.boundingRect(QRect(0, 0, 100_000, 1000), 0, first).height() - metrics.height())


def line_step(text: str, font: QFont) -> int:
    """From one line to the next, in pixels: Arabic goes a quarter of the slack deeper than the font itself."""
    return QFontMetrics(font).height() + slack(text, font) // 4


def close_height(text: str, font: QFont, width: int) -> int:
    """The height of the words, broken over lines of `width` pixels."""
    return len(_lines(text, font, width)) * line_step(text, font)


def draw_close(painter: QPainter, box: QRect, text: str, font: QFont, across: Qt.AlignmentFlag) -> None:
    """Draw the words from the top of `box`, at the side `across`: `AlignLeft`, `AlignRight` or `AlignHCenter`.

    They are read as the painter's layout direction says.
    """
    step, baseline = line_step(text, font), box.top() + QFontMetrics(font).ascent()
    measure = QFontMetricsF(font)
    painter.setFont(font)
    for line in _lines(text, font, box.width()):
        free = box.width() - measure.horizontalAdvance(line)
        shift = {Qt.AlignmentFlag.AlignRight: free, Qt.AlignmentFlag.AlignHCenter: free / 2}.get(across, 0.0)
        painter.drawText(QPointF(box.left() + shift, baseline), line)
        baseline += step


def _lines(text: str, font: QFont, width: int) -> list[str]:
    """The words of each line, without the blanks at its end: Qt would leave room for those at the right."""
    return [line for part in text.split("\n") for line in _broken(part, font, width)]


def _broken(text: str, font: QFont, width: int) -> list[str]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    found: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        found.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return found
