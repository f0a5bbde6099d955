"""The search field at the top of every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.widgets.controls import KeyHint
from spinnenweb.ui.widgets.labels import IconMark

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_AROUND = 4


class SearchField(QLineEdit):
    """A search field with its shortcut in the corner. The shortcut itself is the frame's."""

    def __init__(self, prompt: str, key_hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "search")
        self._prompt = prompt
        self.setPlaceholderText(prompt)
        self.setAccessibleName(prompt)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._glass = IconMark("search", "ink_soft", 18, parent=self)
        self._hint = KeyHint(key_hint, self)
        self._hint.setVisible(bool(key_hint))
        self.textChanged.connect(self._show_hint)

    def _show_hint(self, text: str) -> None:
        self._hint.setVisible(bool(self._hint.text()) and not text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the glass and the key in their corners."""
        super().resizeEvent(event)
        glass = self._glass.sizeHint()
        key = self._hint.sizeHint()
        self._glass.setGeometry(px(12), (self.height() - glass.height()) // 2, glass.width(), glass.height())
        left = self.width() - key.width() - px(12)
        self._hint.setGeometry(left, (self.height() - key.height()) // 2, key.width(), key.height())
        self.setTextMargins(glass.width() + px(6), 0, key.width() if self._hint.text() else 0, 0)
        self._show_prompt()

    def _show_prompt(self) -> None:
        """The whole prompt where it fits, else one word; its name stays the whole prompt."""
        margins = self.textMargins()
        room = self.contentsRect().width() - margins.left() - margins.right()
        fits = self.fontMetrics().horizontalAdvance(self._prompt) + px(_AROUND) <= room
        self.setPlaceholderText(self._prompt if fits else self.tr("Zoek"))
