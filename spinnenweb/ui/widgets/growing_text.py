"""A field for a few words that grows with what is written in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from spinnenweb.ui.theme.look import px

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

MOST_LINES = 6


class GrowingText(QPlainTextEdit):
    """One line high when empty, at most six. Tab goes to the next field. `written` carries the text."""

    written = Signal(object)

    def __init__(self, spoken: str, hint: str = "", lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._quiet = False
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPlaceholderText(hint)
        self.setAccessibleName(spoken)
        self.document().setDocumentMargin(px(2))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._grow_and_tell)
        self._grow()

    def show_text(self, text: str) -> None:
        """Show a text without telling anyone; the cursor stays where it is when nothing differs."""
        if text != self.toPlainText():
            self._quiet = True
            self.setPlainText(text)
            self._quiet = False

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(px(240), self._height())

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small window."""
        return QSize(px(120), self._height())

    def _grow_and_tell(self) -> None:
        self._grow()
        if not self._quiet:
            self._emit_written(self.toPlainText())

    def _emit_written(self, text: str) -> None:
        self.written.emit(text)

    def _height(self) -> int:
        lines = min(MOST_LINES, max(self._lines, int(self.document().size().height())))
        # The frame and padding of the style sheet, and the margin of the document above and below.
        return round(lines * QFontMetricsF(self.font()).lineSpacing()) + px(2 * (1 + 4 + 2) + 1)

    def _grow(self) -> None:
        if self.height() != self._height():
            self.setFixedHeight(self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self._grow()
