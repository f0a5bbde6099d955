"""The short message at the foot of the window, with the way back for ten seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget

from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.controls import with_shortcut
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QEnterEvent

SHORT_MS = 5_000
UNDO_MS = 10_000


class Toast(QFrame):
    """Lies over `window`, one message at a time. The time stands still while mouse or keyboard is on it.

    `undone` tells that the way back was taken, after it was called.
    """

    undone = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        set_role(self, "toast")
        self._window = window
        self._undo: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self._label = text_label("")
        self._button = QPushButton(self.tr("Ongedaan maken"))
        set_role(self._button, "toast")
        self._button.setAutoDefault(False)
        with_shortcut(self._button, "Ctrl+Z")
        self._button.clicked.connect(self._take_back)
        self._button.installEventFilter(self)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(px(16), px(8), px(8), px(8))
        row.setSpacing(px(16))
        row.addWidget(self._label, 1)
        row.addWidget(self._button)
        window.installEventFilter(self)
        self.hide()

    def tell(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show a line; with `undo` (a bound method) a button brings back what was, for ten seconds."""
        self._undo = undo
        self._label.setText(text)
        self._button.setVisible(undo is not None)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(UNDO_MS if undo is not None else SHORT_MS)
        announce(self, text)

    def dismiss(self) -> None:
        """Take the message away; the way back goes with it."""
        self._timer.stop()
        self._undo = None
        self.hide()

    def _take_back(self) -> None:
        undo = self._undo
        self.dismiss()
        if undo is not None:
            undo()
            self.undone.emit()

    def _place(self) -> None:
        room = self._window.width() - px(32)
        beside = 0 if self._undo is None else self._button.sizeHint().width() + px(16)
        words = room - px(24) - beside
        narrow = words < px(200)
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        wanted = min(self._one_line(), px(560))
        self._label.setMinimumWidth(min(wanted, room - px(24) if narrow else words))
        width = min(self.sizeHint().width(), room)
        height = max(px(48), self.heightForWidth(width))
        self.setGeometry(
            (self._window.width() - width) // 2, self._window.height() - height - px(24), width, height
        )

    def _one_line(self) -> int:
        return self._label.fontMetrics().horizontalAdvance(self._label.text()) + px(4)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Someone is reading: wait."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go on counting, from the start."""
        self._resume()
        super().leaveEvent(event)

    def _resume(self) -> None:
        if self.isVisible():
            self._timer.start(UNDO_MS if self._undo is not None else SHORT_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size, and wait while the button has the keyboard."""
        kind = event.type()
        if kind is QEvent.Type.Resize and watched is self._window and self.isVisible():
            self._place()
        elif kind is QEvent.Type.FocusIn:
            self._timer.stop()
        elif kind is QEvent.Type.FocusOut:
            self._resume()
        return super().eventFilter(watched, event)
