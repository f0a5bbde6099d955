"""A cell of a table with a name and, under it in small letters, what there is to know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from spinnenweb.ui.theme.look import active_theme, font_of, px

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter

_SMALL = 0.9
_SIDE = 11
_BETWEEN = 2


class TwoLines(QStyledItemDelegate):
    """The first line is the text of the cell, the second that of the role `second`."""

    def __init__(self, second: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._second = second

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground as every cell has it, and the two lines on it."""
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        first, second = own.text, str(index.data(self._second) or "")
        own.text = ""
        style = QApplication.style() if own.widget is None else own.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, own, painter, own.widget)
        room = own.rect.adjusted(px(_SIDE), 0, -px(_SIDE), 0)
        bold, small = font_of(1.0, bold=True), font_of(_SMALL)
        high = QFontMetrics(bold).height(), QFontMetrics(small).height() if second else 0
        top = room.top() + (room.height() - sum(high) - (px(_BETWEEN) if second else 0)) // 2
        chosen = bool(own.state & QStyle.StateFlag.State_Selected)
        tones = ("selection_ink", "selection_ink") if chosen else ("ink", "ink_soft")
        self._line(painter, QRect(room.left(), top, room.width(), high[0]), (first, bold, tones[0]))
        under = QRect(room.left(), top + high[0] + px(_BETWEEN), room.width(), high[1])
        if second:
            self._line(painter, under, (second, small, tones[1]))

    def _line(self, painter: QPainter, room: QRect, said: tuple[str, QFont, str]) -> None:
        text, font, tone = said
        painter.save()
        painter.setFont(font)
        painter.setPen(active_theme().colour(tone))
        fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), fitting)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for both lines."""
        return QSize(super().sizeHint(option, index).width(), px(60))
