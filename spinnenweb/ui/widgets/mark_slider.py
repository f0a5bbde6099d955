"""A slider for a mark, without a start value: no handle until it is touched (reference/ecosystem.md 3.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QWidget

from spinnenweb.domain.answers import HIGHEST_MARK, LOWEST_MARK
from spinnenweb.domain.wording import Said
from spinnenweb.ui.theme.look import active_theme, px
from spinnenweb.ui.widgets.big_buttons import BigButton, Dress
from spinnenweb.ui.widgets.big_words import TEXT, large_font
from spinnenweb.ui.widgets.mark_keys import mark_of_key

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent

HANDLE = 56
"""How wide the handle is, in pixels at 100 % text."""
_EMPTYING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class _Track(QSlider):
    """The line with its handle; nothing is chosen while `mark` is `None`."""

    picked = Signal(object)

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.mark: int | None = None
        self.setRange(LOWEST_MARK, HIGHEST_MARK)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for a finger at every mark."""
        return QSize(px(560), px(HANDLE + 8))

    def minimumSizeHint(self) -> QSize:
        """Narrower is harder to hit, but − and + stand beside it."""
        return QSize(px(220), px(HANDLE + 8))

    def show_mark(self, mark: int | None) -> None:
        """Show a mark or none, without telling anyone."""
        self.mark = mark
        self.blockSignals(True)
        self.setValue(LOWEST_MARK if mark is None else mark)
        self.blockSignals(False)
        none = self.tr("geen cijfer")
        self.setAccessibleDescription(none if mark is None else str(mark))
        self.update()

    def _pick(self, mark: int | None) -> None:
        if mark != self.mark:
            self.show_mark(mark)
            self.picked.emit(mark)

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def place_of(self, mark: int) -> QPointF:
        """Where a mark stands on the line."""
        margin = px(HANDLE) / 2 + px(3)
        part = (mark - LOWEST_MARK) / (HIGHEST_MARK - LOWEST_MARK)
        part = 1 - part if self._mirrored else part
        return QPointF(margin + part * (self.width() - 2 * margin), self.height() / 2)

    def _mark_at(self, x: float) -> int:
        return min(range(LOWEST_MARK, HIGHEST_MARK + 1), key=lambda mark: abs(self.place_of(mark).x() - x))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """For the page: nobody sets a mark by scrolling."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touch anywhere on the line sets the mark there."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pick(self._mark_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The handle follows, mark by mark."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._pick(self._mark_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The mark stands already."""
        event.accept()

    def step(self, by: int) -> None:
        """One mark lower or higher; from none to the end it comes from."""
        if self.mark is None:
            self._pick(LOWEST_MARK if by > 0 else HIGHEST_MARK)
        else:
            self._pick(min(HIGHEST_MARK, max(LOWEST_MARK, self.mark + by)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step, 0–9 and t set, Delete empties."""
        key, mark = Qt.Key(event.key()), mark_of_key(event)
        ahead = -1 if self._mirrored else 1
        steps = {Qt.Key.Key_Right: ahead, Qt.Key.Key_Left: -ahead, Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if mark is not None:
            self._pick(mark)
        elif key in _EMPTYING:
            self._pick(None)
        elif key in steps:
            self.step(steps[key])
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of the keyboard."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, a dot at every mark, and the handle with its number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = active_theme()
        left, right = self.place_of(LOWEST_MARK), self.place_of(HIGHEST_MARK)
        painter.setPen(QPen(theme.colour("control_line"), px(6), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(left, right)
        if self.mark is not None:
            painter.setPen(QPen(theme.colour("accent"), px(6), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(left, self.place_of(self.mark))
        painter.setPen(QPen(theme.colour("together"), px(2)))
        painter.setBrush(theme.colour("control_line"))
        for mark in range(LOWEST_MARK, HIGHEST_MARK + 1):
            painter.drawEllipse(self.place_of(mark), px(7), px(7))
        self._paint_handle(painter)
        painter.end()

    def _paint_handle(self, painter: QPainter) -> None:
        theme = active_theme()
        if self.mark is not None:
            box = QRectF(0, 0, px(HANDLE), px(HANDLE))
            box.moveCenter(self.place_of(self.mark))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(box)
            painter.setPen(theme.colour("accent_ink"))
            painter.setFont(large_font(TEXT, bold=True))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.mark))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), px(3)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), px(8), px(8))


class MarkSlider(QWidget):
    """The slider with − and + beside it. `chosen` carries the mark, or `None` when it was emptied."""

    chosen = Signal(object)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.track = _Track(label, self)
        self.less = BigButton(Said(""), Dress(icon="minus"), self)
        self.more = BigButton(Said(""), Dress(icon="plus"), self)
        self.less.setAccessibleName(self.tr("{label}, een lager").format(label=label))
        self.more.setAccessibleName(self.tr("{label}, een hoger").format(label=label))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(12))
        for part, stretch in ((self.less, 0), (self.track, 1), (self.more, 0)):
            line.addWidget(part, stretch)
        self.less.clicked.connect(self._lower)
        self.more.clicked.connect(self._raise)
        self.track.picked.connect(self.chosen)

    @property
    def mark(self) -> int | None:
        """The chosen mark."""
        return self.track.mark

    def show_mark(self, mark: float | None) -> None:
        """Show a mark without telling anyone; one that is not whole shows as none."""
        self.track.show_mark(int(mark) if mark is not None and float(mark).is_integer() else None)

    def focus(self) -> None:
        """Bring the keyboard to the line."""
        self.track.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in reading order."""
        return [self.less, self.track, self.more]

    def _lower(self) -> None:
        self.track.step(-1)

    def _raise(self) -> None:
        self.track.step(1)
