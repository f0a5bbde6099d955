"""Layouts that follow the width they get: words on lines, and columns that go under each other."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLayout, QLayoutItem, QStyle, QVBoxLayout, QWidget

from spinnenweb.ui.theme.look import px


class ItemsLayout(QLayout):
    """What Qt asks of every layout; a subclass says where the items go, in `arrange`."""

    def __init__(self, parent: QWidget | None, gap: float) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._gap = px(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def arrange(self, room: QRect, place: bool) -> int:
        """Lay the items in `room`, or only measure when `place` is off; the height used. Here: nothing."""
        return 0

    def shown(self) -> list[QLayoutItem]:
        """The items that take part: hidden ones do not."""
        return [item for item in self._items if not item.isEmpty()]

    def addItem(self, item: QLayoutItem) -> None:
        """Called by Qt for every added widget."""
        self._heights.clear()
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item, or `None` beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out, or `None` beyond the end."""
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def invalidate(self) -> None:
        """Called by Qt when an item has become larger or smaller, came or went."""
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        """The height at this width, margins included."""
        # what lies around asks for it dozens of times before anything is placed
        if width not in self._heights:
            self._heights[width] = self._height(width)
        return self._heights[width]

    def _height(self, width: int) -> int:
        margins = self.contentsMargins()
        room = QRect(0, 0, width - margins.left() - margins.right(), 0)
        return self.arrange(room, place=False) + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:
        """Lay the items in `rect`."""
        super().setGeometry(rect)
        self.arrange(rect.marginsRemoved(self.contentsMargins()), place=True)

    def minimumSize(self) -> QSize:
        """The widest item."""
        size = QSize()
        for item in self.shown():
            size = size.expandedTo(item.minimumSize())
        return self.with_margins(size)

    def sizeHint(self) -> QSize:
        """All beside each other."""
        sizes = [item.sizeHint() for item in self.shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return self.with_margins(QSize(width, max((size.height() for size in sizes), default=0)))

    def with_margins(self, size: QSize) -> QSize:
        """A size with the margins round it."""
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def put(self, item: QLayoutItem, room: QRect, area: QRect) -> None:
        """Place an item, mirrored where the language reads from the right."""
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent is not None else QApplication.layoutDirection()
        item.setGeometry(QStyle.visualRect(direction, room, area))


@dataclass
class _Line:
    """One line of a flow: items with their sizes."""

    items: list[tuple[QLayoutItem, QSize]] = field(default_factory=list)
    width: int = 0
    height: int = 0

    def add(self, item: QLayoutItem, size: QSize, gap: int) -> None:
        self.width += size.width() + (gap if self.items else 0)
        self.height = max(self.height, size.height())
        self.items.append((item, size))


class FlowLayout(ItemsLayout):
    """Fills a line and goes on to the next, like words. `gap` in pixels at 100 %."""

    def __init__(self, parent: QWidget | None = None, gap: float = 8) -> None:
        super().__init__(parent, gap)

    def arrange(self, room: QRect, place: bool) -> int:
        """Line under line; items stand in the middle of the height of their line."""
        top = room.y()
        for line in self._lines(room.width()):
            if place:
                self._put_line(line, room, top)
            top += line.height + self._gap
        return max(0, top - self._gap - room.y())

    def _lines(self, width: int) -> list[_Line]:
        lines: list[_Line] = []
        for item in self.shown():
            wide = min(item.sizeHint().width(), width)
            size = QSize(wide, height_at(item, wide))
            if not lines or lines[-1].width + self._gap + size.width() > width:
                lines.append(_Line())
            lines[-1].add(item, size, self._gap)
        return lines

    def _put_line(self, line: _Line, room: QRect, top: int) -> None:
        left = room.x()
        for item, size in line.items:
            spot = QPoint(left, top + (line.height - size.height()) // 2)
            self.put(item, room, QRect(spot, size))
            left += size.width() + self._gap


class ColumnsLayout(ItemsLayout):
    """Beside each other where there is room, under each other where there is not.

    `weights` share the width; narrower than `narrow` (pixels at 100 % text) they go under each other, so that
    large letters on a small screen still fit.
    """

    def __init__(self, parent: QWidget | None, weights: tuple[int, ...], gap: float, narrow: float) -> None:
        super().__init__(parent, gap)
        self._weights = weights
        self._narrow = px(narrow)

    def arrange(self, room: QRect, place: bool) -> int:
        """One row, or one pile."""
        areas = self._row(room) if room.width() >= self._narrow else self._pile(room)
        if place:
            for item, area in zip(self.shown(), areas, strict=True):
                self.put(item, room, area)
        return max((area.y() + area.height() for area in areas), default=room.y()) - room.y()

    def _row(self, room: QRect) -> list[QRect]:
        items = self.shown()
        weights = self._weights[: len(items)]
        free = room.width() - self._gap * (len(items) - 1)
        widths = [free * weight // max(1, sum(weights)) for weight in weights]
        height = max((height_at(item, width) for item, width in zip(items, widths, strict=True)), default=0)
        lefts = [room.x() + sum(widths[:number]) + self._gap * number for number in range(len(items))]
        return [
            QRect(left, room.y(), width, max(height, room.height()))
            for left, width in zip(lefts, widths, strict=True)
        ]

    def _pile(self, room: QRect) -> list[QRect]:
        areas: list[QRect] = []
        top = room.y()
        for item in self.shown():
            areas.append(QRect(room.x(), top, room.width(), height_at(item, room.width())))
            top += areas[-1].height() + self._gap
        return areas


def height_at(item: QLayoutItem, width: int) -> int:
    """The height an item takes when it is `width` wide."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class Columns(QWidget):
    """Columns to fill by `column(number)`; they go under each other when the window is narrow."""

    def __init__(self, weights: tuple[int, ...] = (1, 1), gap: float = 20, narrow: float = 780) -> None:
        super().__init__()
        layout = ColumnsLayout(self, weights, gap, narrow)
        self._columns: list[QVBoxLayout] = []
        for _ in weights:
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(px(8))
            layout.addWidget(holder)
            self._columns.append(column)

    def column(self, number: int) -> QVBoxLayout:
        """The layout of a column, from 0; end it with `addStretch(1)` to keep the content at the top."""
        return self._columns[number]

    def show_column(self, number: int, *, shown: bool) -> None:
        """Show a column, or leave its room to the others."""
        item = self._columns[number].parentWidget()
        if item is not None:
            item.setVisible(shown)
