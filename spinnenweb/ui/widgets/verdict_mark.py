"""What stands out on the board: a pattern and an icon for every verdict, so that nobody needs the colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from spinnenweb.domain.theme_board import Verdict
from spinnenweb.ui.theme.look import active_theme, px
from spinnenweb.ui.widgets.labels import IconMark, line_label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

ICONS = {
    Verdict.LITTLE: ("alert", "warn"),
    Verdict.UNUSED: ("pause", "accent_text"),
    Verdict.FITS: ("check", "ok"),
    Verdict.UNHEARD: ("eye-off", "ink_soft"),
    Verdict.QUIET: ("minus", "ink_soft"),
}
"""The icon and the colour of every verdict."""
_RADIUS = 4


def paint_band(painter: QPainter, area: QRectF, verdict: Verdict) -> None:
    """The pattern of a verdict: stripes, dots, filled, an outline, or nothing."""
    painter.save()
    outline = QPainterPath()
    outline.addRoundedRect(area, px(_RADIUS), px(_RADIUS))
    painter.setClipPath(outline)
    _PATTERNS.get(verdict, _nothing)(painter, area)
    painter.restore()


def _stripes(painter: QPainter, area: QRectF) -> None:
    theme = active_theme()
    painter.fillRect(area, theme.colour("card"))
    painter.setPen(QPen(theme.colour("data_before"), px(3)))
    top = area.top() - area.width()
    while top < area.bottom():
        painter.drawLine(QPointF(area.left(), top + area.width()), QPointF(area.right(), top))
        top += px(7)
    _ring(painter, area, "data_before")


def _dots(painter: QPainter, area: QRectF) -> None:
    theme = active_theme()
    painter.fillRect(area, theme.colour("card"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("data_now"))
    top = area.top() + px(5)
    while top < area.bottom():
        painter.drawEllipse(QPointF(area.center().x(), top), px(2), px(2))
        top += px(8)
    _ring(painter, area, "data_now")


def _filled(painter: QPainter, area: QRectF) -> None:
    painter.fillRect(area, active_theme().colour("data_third"))


def _outline(painter: QPainter, area: QRectF) -> None:
    _ring(painter, area, "control_line", Qt.PenStyle.DashLine)


def _nothing(painter: QPainter, area: QRectF) -> None:
    """Nothing stands out."""


def _ring(painter: QPainter, area: QRectF, tone: str, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
    painter.setPen(QPen(active_theme().colour(tone), px(1.5), style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = area.adjusted(1, 1, -1, -1)
    painter.drawRoundedRect(inner, px(_RADIUS), px(_RADIUS))


_PATTERNS = {
    Verdict.LITTLE: _stripes,
    Verdict.UNUSED: _dots,
    Verdict.FITS: _filled,
    Verdict.UNHEARD: _outline,
}


class VerdictBand(QWidget):
    """The pattern alone, beside the words."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__()
        self._verdict = verdict
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A small upright box, as in a cell of the board."""
        return QSize(px(10), px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pattern in the theme of this moment."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_band(painter, QRectF(self.rect()), self._verdict)
        painter.end()


class VerdictMark(QWidget):
    """Pattern, icon and word on one line."""

    def __init__(self, verdict: Verdict, word: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        row.addWidget(VerdictBand(verdict))
        row.addWidget(IconMark(*ICONS[verdict], 16))
        row.addWidget(line_label(word, "strong"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
