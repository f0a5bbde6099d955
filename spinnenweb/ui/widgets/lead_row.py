"""What stands in a row: when, what and a chip. Beside each other, or under each other where that does not fit."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.flow_layout import ItemsLayout, height_at

_LEAST = 170
"""A text that would become narrower than this, in pixels at 100 % text, gets lines of its own."""
_BETWEEN = 4


class LeadLayout(ItemsLayout):
    """One item takes the room that is left, the others are as wide as they ask for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, gap=16)
        self._wide: QWidget | None = None

    def stretch(self, widget: QWidget) -> None:
        """Which of them takes the room that is left."""
        self._wide = widget

    def arrange(self, room: QRect, place: bool) -> int:
        """One line, or one pile."""
        items = self.shown()
        areas = self._line(items, room) if self._fits(items, room.width()) else self._pile(items, room)
        if place:
            for item, area in zip(items, areas, strict=True):
                self.put(item, room, area)
        return max((area.y() + area.height() for area in areas), default=room.y()) - room.y()

    def _fits(self, items: list[QLayoutItem], width: int) -> bool:
        needs = sum(self._least(item) for item in items)
        return len(items) == 1 or needs + self._gap * (len(items) - 1) <= width

    def _least(self, item: QLayoutItem) -> int:
        if self._takes_rest(item):
            return max(px(_LEAST), item.minimumSize().width())
        return item.sizeHint().width()

    def _takes_rest(self, item: QLayoutItem) -> bool:
        return item.widget() is self._wide

    def _line(self, items: list[QLayoutItem], room: QRect) -> list[QRect]:
        others = sum(item.sizeHint().width() for item in items if not self._takes_rest(item))
        rest = room.width() - others - self._gap * (len(items) - 1)
        sizes = [self._size(item, rest if self._takes_rest(item) else item.sizeHint().width()) for item in items]
        high = max(room.height(), *(size.height() for size in sizes)) if sizes else 0
        areas, left = [], room.x()
        for item, size in zip(items, sizes, strict=True):
            tall = high if self._takes_rest(item) else size.height()
            areas.append(QRect(left, room.y() + (high - tall) // 2, size.width(), tall))
            left += size.width() + self._gap
        return areas

    def _pile(self, items: list[QLayoutItem], room: QRect) -> list[QRect]:
        areas, top = [], room.y()
        for item in items:
            wide = room.width() if self._takes_rest(item) else min(room.width(), item.sizeHint().width())
            areas.append(QRect(room.x(), top, wide, height_at(item, wide)))
            top += areas[-1].height() + px(_BETWEEN)
        return areas

    @staticmethod
    def _size(item: QLayoutItem, width: int) -> QSize:
        return QSize(width, height_at(item, width))


class LeadRow(QWidget):
    """Holds labels in the order in which they are added."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = LeadLayout(self)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a label at the end; one with `stretch` takes the room that is left."""
        if stretch:
            self._flow.stretch(widget)
        self._flow.addWidget(widget)
