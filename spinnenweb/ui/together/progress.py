"""How far we are: a bar for each subject and the words for it. On the subjects only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStyle, QWidget

from spinnenweb.domain.wording import Said
from spinnenweb.ui.theme.look import active_theme, px
from spinnenweb.ui.widgets.big_words import TEXT, SaidLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent


_LEAST = 160
"""Narrower bars, in pixels at 100 % text, say nothing."""


class _Bars(QWidget):
    """Full for what we had, lighter for where we are, pale for what comes. The words beside it say the same."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = 0
        self.total = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As in the drawing of the look."""
        return QSize(px(374), px(10))

    def minimumSizeHint(self) -> QSize:
        """It may go where there is no room: the words stay."""
        return QSize(0, px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bars, from the side where reading begins."""
        gap = px(10)
        width = (self.width() - gap * (self.total - 1)) / max(1, self.total)
        if width < gap:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for index in range(self.total):
            painter.setBrush(self._colour(index + 1))
            bar = QRectF(index * (width + gap), px(1), width, px(8)).toRect()
            placed = QStyle.visualRect(self.layoutDirection(), self.rect(), bar)
            painter.drawRoundedRect(QRectF(placed), px(4), px(4))
        painter.end()

    def _colour(self, number: int) -> QColor:
        theme = active_theme()
        colour = theme.colour("track" if number > self.number else "data_now")
        if number == self.number:
            colour.setAlphaF(0.55)
        return colour


class Progress(QWidget):
    """Hidden unless there is something to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars = _Bars(self)
        self.words = SaidLabel(Said(""), TEXT, tone="soft")
        self.words.words.setWordWrap(False)
        self.words.under.setWordWrap(False)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(16))
        line.addWidget(self.bars)
        line.addWidget(self.words)
        line.addStretch(1)

    def show_place(self, number: int, total: int, said: Said) -> None:
        """The subject we are at, from 1."""
        self.bars.number, self.bars.total = number, total
        self.bars.update()
        self.words.show_words(said)
        self.words.show()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for bars, the words begin the line."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self.words.sizeHint().width()
        self.bars.setVisible(not self.words.isHidden() and room > px(_LEAST))

    def show_nothing(self) -> None:
        """Keep the room, say nothing."""
        self.words.hide()
        self.bars.hide()
