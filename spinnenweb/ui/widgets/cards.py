"""What lies on the paper: cards, dividers, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.widgets.labels import IconMark, SectionTitle, text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

_NOTE_ICONS = {"": ("info", "accent_text"), "ok": ("shield-check", "ok"), "warn": ("alert", "warn")}


class Divider(QFrame):
    """A hair line between two parts of a card."""

    def __init__(self, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "divider", tone)


class Card(QFrame):
    """A white sheet with an optional title and a line under it; `body` is the layout to fill."""

    def __init__(self, title: str = "", sub: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.body = QVBoxLayout(self)
        side = px(20)
        self.body.setContentsMargins(side, px(16), side, px(16))
        self.body.setSpacing(px(8))
        self._add_head(title, sub)

    def _add_head(self, title: str, sub: str) -> None:
        if title:
            self.body.addWidget(SectionTitle(title))
            self.setAccessibleName(title)
        if sub:
            self.body.addWidget(text_label(sub, "small"))

    def add(self, item: QWidget | QLayout) -> None:
        """Put a widget or a layout under what is there."""
        if isinstance(item, QWidget):
            self.body.addWidget(item)
        else:
            self.body.addLayout(item)

    def add_divider(self) -> None:
        """A hair line, with air above and below."""
        self.body.addSpacing(px(4))
        self.body.addWidget(Divider())
        self.body.addSpacing(px(4))


class RowCard(QFrame):
    """A card of rows from edge to edge with hair lines between them; nothing in it for a first line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)

    def add_row(self, row: QWidget) -> None:
        """Put a row under the others."""
        if self.body.count():
            self.body.addWidget(Divider())
        self.body.addWidget(row)

    def clear(self) -> None:
        """Take all rows away."""
        while (item := self.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


class Note(QFrame):
    """A quiet coloured block with an icon and a text. `tone`: empty, `ok` or `warn`."""

    def __init__(self, text: str, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "note", tone)
        name, colour = _NOTE_ICONS[tone]
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(px(12), px(10), px(12), px(10))
        self.row.setSpacing(px(10))
        self.row.addWidget(IconMark(name, colour), 0, Qt.AlignmentFlag.AlignTop)
        self.label = text_label(text)
        self.row.addWidget(self.label, 1)
