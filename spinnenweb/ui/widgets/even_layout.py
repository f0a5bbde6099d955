"""Equal cells beside each other that go on to a next line where they would become too small for a finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize

from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.flow_layout import ItemsLayout, height_at

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class EvenLayout(ItemsLayout):
    """Cells at least `least` and at most `most` wide, in pixels at 100 % text, as many beside each other as fit.

    Lines are kept about equally long: eleven become six and five, not ten and one. Cells are as wide as the
    widest needs, and on a line as high as the highest.
    """

    def __init__(self, parent: QWidget, least: float, most: float, gap: float = 8, columns: int = 0) -> None:
        super().__init__(parent, gap)
        self._least = px(least)
        self._most = px(most)
        self._columns = columns

    def arrange(self, room: QRect, place: bool) -> int:
        """Line under line."""
        items = self.shown()
        if not items:
            return 0
        columns = self._fitting(len(items), room.width())
        width = min(self._most, (room.width() - self._gap * (columns - 1)) // columns)
        top = room.y()
        for start in range(0, len(items), columns):
            line = items[start : start + columns]
            height = max(height_at(item, width) for item in line)
            if place:
                for number, item in enumerate(line):
                    spot = QRect(room.x() + number * (width + self._gap), top, width, height)
                    self.put(item, room, spot)
            top += height + self._gap
        return top - self._gap - room.y()

    def _fitting(self, count: int, width: int) -> int:
        least = max(self._least, max(item.minimumSize().width() for item in self.shown()))
        room = max(1, (width + self._gap) // (least + self._gap))
        if self._columns:
            room = min(room, self._columns)
        lines = -(-count // room)
        return -(-count // lines)

    def sizeHint(self) -> QSize:
        """All on one line, or as many as were asked for."""
        count = min(len(self.shown()), self._columns or len(self.shown()))
        wide = max((item.sizeHint().width() for item in self.shown()), default=0)
        width = count * min(self._most, max(self._least, wide)) + self._gap * max(0, count - 1)
        return self.with_margins(QSize(width, self.heightForWidth(width)))

    def minimumSize(self) -> QSize:
        """One cell."""
        return self.with_margins(QSize(max((i.minimumSize().width() for i in self.shown()), default=0), 0))
