"""What changed since the talk before: a row for each subject, from the square of then to the dot of now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from spinnenweb.domain.geometry import RINGS, SCALE_END
from spinnenweb.domain.instruments import Scale
from spinnenweb.domain.scoring import Trend, trend
from spinnenweb.ui.theme.look import active_theme, px
from spinnenweb.ui.widgets.big_words import TEXT, SaidLabel, large_font
from spinnenweb.ui.widgets.flow_layout import Columns
from spinnenweb.ui.widgets.mark_text import mark_text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from spinnenweb.domain.scoring import Web
    from spinnenweb.domain.wording import Spoken

_NARROW = 760
_NUMBER = 14.0
_MARKER = 14.0
_EDGE = 34.0
"""Points of the numbers; side of a marker and room for a number at both ends, in pixels at 100 % text."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two marks of one subject; `numbers` is off for faces, of which there are no marks to read."""

    then: float | None
    now: float | None
    numbers: bool


class Track(QWidget):
    """The line from 0 to 10 with both marks. It runs from the side where reading begins, as the numbers do."""

    def __init__(self, pair: _Pair, spoken: str) -> None:
        super().__init__()
        self._pair = pair
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a line of large letters."""
        return QSize(px(360), px(40))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small window."""
        return QSize(px(160), px(40))

    def _x(self, mark: float) -> float:
        edge = px(_EDGE)
        x = edge + (self.width() - 2 * edge) * mark / SCALE_END
        return self.width() - x if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else x

    def paintEvent(self, event: QPaintEvent) -> None:
        """Scale, bar, both marks and their numbers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_scale(painter)
        then, now = self._pair.then, self._pair.now
        if then is not None and now is not None:
            painter.setPen(QPen(active_theme().colour("axis"), px(3)))
            painter.drawLine(self._at(then), self._at(now))
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_mark(painter, then, before=True)
        self._paint_mark(painter, now, before=False)
        if self._pair.numbers:
            self._paint_numbers(painter)
        painter.end()

    def _at(self, mark: float) -> QPointF:
        return QPointF(self._x(mark), self.height() / 2)

    def _paint_scale(self, painter: QPainter) -> None:
        painter.setPen(QPen(active_theme().colour("grid"), px(1)))
        painter.drawLine(self._at(0), self._at(SCALE_END))
        for mark in (0, *RINGS):
            up = QPointF(0, px(5))
            painter.drawLine(self._at(mark) - up, self._at(mark) + up)

    def _paint_mark(self, painter: QPainter, mark: float | None, before: bool) -> None:
        if mark is None:
            return
        painter.setBrush(active_theme().colour("data_before" if before else "data_now"))
        place = QRectF(0, 0, px(_MARKER), px(_MARKER))
        place.moveCenter(self._at(mark))
        (painter.drawRect if before else painter.drawEllipse)(place)

    def _paint_numbers(self, painter: QPainter) -> None:
        """Each on the outer side of its mark, so that they never meet."""
        pair = self._pair
        painter.setPen(active_theme().colour("ink"))
        for mark, other, bold in ((pair.then, pair.now, False), (pair.now, pair.then, True)):
            if mark is None or (mark == other and not bold):
                continue
            outward = self._x(mark) < self._x(other) if other is not None else False
            self._paint_number(painter, mark, to_the_left=outward, bold=bold)

    def _paint_number(self, painter: QPainter, mark: float, to_the_left: bool, bold: bool) -> None:
        font = large_font(_NUMBER, bold)
        painter.setFont(font)
        said, metrics = mark_text(mark), QFontMetricsF(font)
        air = px(_MARKER) / 2 + px(6)
        left = self._x(mark) + (-air - metrics.horizontalAdvance(said) if to_the_left else air)
        base = self.height() / 2 + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left, base), said)


class Change(QWidget):
    """A row for each subject that has a mark of then or of now; "ongeveer gelijk" stands behind it in words."""

    def __init__(self, spoken: Spoken, earlier: Web, now: Web) -> None:
        super().__init__()
        self.same: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        before = dict(zip(earlier.codes, earlier.values, strict=True))
        for code, value in zip(now.codes, now.values, strict=True):
            pair = _Pair(before.get(code), value, now.scale is Scale.MARKS)
            if pair.then is not None or pair.now is not None:
                same = trend(pair.then, pair.now, now.mode) is Trend.SAME
                self.same += (code,) if same else ()
                column.addWidget(_row(spoken, code, pair, same))


def _row(spoken: Spoken, code: str, pair: _Pair, same: bool) -> QWidget:
    columns = Columns((4, 6, 4), gap=8, narrow=_NARROW)
    label = SaidLabel(spoken.say(f"label.{code}"), TEXT, bold=True)
    columns.column(0).addWidget(label)
    marks = " → ".join("–" if mark is None else mark_text(mark) for mark in (pair.then, pair.now))
    columns.column(1).addWidget(Track(pair, f"{label.words.text()} {marks}"))
    if same:
        columns.column(2).addWidget(SaidLabel(spoken.say("look.same"), TEXT, tone="soft"))
    for number in range(3):
        columns.column(number).addStretch(1)
    return columns
