"""The head of a page: title, a line under it, chips beside it, actions at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.flow_layout import FlowLayout, ItemsLayout, height_at
from spinnenweb.ui.widgets.labels import PageTitle, text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton


class _HeaderLayout(ItemsLayout):
    """Words at the left and actions at the right; under each other where they do not fit on one line."""

    def arrange(self, room: QRect, place: bool) -> int:
        words, actions = (item for item in self._items)
        wide = actions.sizeHint().width()
        beside = words.sizeHint().width() + self._gap + wide <= room.width()
        left = room.width() - wide - self._gap if beside and wide else room.width()
        high = height_at(words, left)
        low = height_at(actions, wide if beside else room.width())
        total = max(high, low) if beside or not wide else high + self._gap // 2 + low
        if place:
            self.put(words, room, QRect(room.x(), room.y(), left, high if not beside else total))
            corner = room.x() + room.width() - wide if beside else room.x()
            top = room.y() + (total - low) // 2 if beside else room.y() + total - low
            self.put(actions, room, QRect(corner, top, wide if beside else room.width(), low))
        return total


class PageHeader(QWidget):
    """Fill with `set_title`, `set_sub`, `add_beside`, `add_action`; at most one action is primary, the last."""

    def __init__(self, title: str = "", sub: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PageTitle(title)
        self.sub = text_label(sub, "soft")
        if not sub:
            # showing what has no parent yet would flash as a window of its own
            self.sub.hide()
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        self._beside = FlowLayout(gap=12)
        self._beside.addWidget(self.title)
        column.addStretch(1)
        column.addLayout(self._beside)
        column.addWidget(self.sub)
        column.addStretch(1)
        actions = QWidget()
        self._actions = FlowLayout(actions, gap=12)
        layout = _HeaderLayout(self, gap=24)
        layout.addWidget(words)
        layout.addWidget(actions)

    def set_title(self, text: str) -> None:
        """Change the title."""
        self.title.setText(text)

    def set_sub(self, text: str) -> None:
        """Change the line under the title; an empty text takes it away."""
        self.sub.setText(text)
        self.sub.setVisible(bool(text))

    def add_beside(self, widget: QWidget) -> None:
        """Put a chip or a short line at the right of the title."""
        self._beside.addWidget(widget)

    def add_action(self, button: QAbstractButton) -> None:
        """Put a button at the right of the page."""
        self._actions.addWidget(button)
