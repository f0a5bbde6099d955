"""What stands where something is being read: nothing at first, grey lines soon, a way out when it takes long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from spinnenweb.ui.theme.look import active_theme, px
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

SKELETON_MS = 200
PROGRESS_MS = 1_000


class Skeleton(QWidget):
    """Grey lines where words will come."""

    def __init__(self, lines: int = 4) -> None:
        super().__init__()
        self._lines = lines
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as the lines."""
        return QSize(px(240), px(28) * self._lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines of uneven length; they do not move."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(active_theme().colour("track"))
        for line in range(self._lines):
            width = self.width() * (0.9, 0.7, 0.8, 0.5)[line % 4]
            painter.drawRoundedRect(QRectF(0, px(28) * line + px(7), width, px(14)), px(4), px(4))
        painter.end()


class Waiting(QWidget):
    """Call `start` when the work begins and `stop` when it is done. `cancelled` when the person has waited enough.

    Under 200 ms nothing is seen, so that quick work does not flicker; after 1 s the words and the way out come.
    """

    cancelled = Signal()

    def __init__(self, words: str, way_out: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._way_out = way_out
        self._skeleton = Skeleton()
        self._label = text_label(words, "soft")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(words)
        self._button = quiet_button(way_out)
        self._button.clicked.connect(self.cancelled)
        self._soon = self._timer(self._show_skeleton)
        self._late = self._timer(self._show_progress)
        self._lay_out()
        self.stop()

    def _timer(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._skeleton)
        column.addWidget(self._label)
        column.addWidget(self._bar)
        foot = QHBoxLayout()
        foot.addWidget(self._button)
        foot.addStretch(1)
        column.addLayout(foot)

    def start(self) -> None:
        """The work begins."""
        self._bar.setRange(0, 0)
        self._soon.start(SKELETON_MS)
        self._late.start(PROGRESS_MS)

    def stop(self) -> None:
        """The work is done, or given up."""
        self._soon.stop()
        self._late.stop()
        for part in (self._skeleton, self._label, self._bar, self._button):
            part.hide()

    def set_progress(self, done: int, total: int) -> None:
        """How far the work is; before the first call the bar only shows that there is work."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _show_skeleton(self) -> None:
        self._skeleton.show()

    def _show_progress(self) -> None:
        self._label.show()
        self._bar.show()
        self._button.setVisible(bool(self._way_out))
        announce(self, self._words)
