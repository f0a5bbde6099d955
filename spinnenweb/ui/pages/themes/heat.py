"""The heat map: in every cell two numbers, a pattern and a word. What stands in it cannot be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from spinnenweb.domain.theme_board import Cell, Verdict
from spinnenweb.ui.models.theme_board import CELL_ROLE, HEAT_ROLE
from spinnenweb.ui.theme.icons import picture
from spinnenweb.ui.theme.look import active_theme, font_of, px
from spinnenweb.ui.widgets.tables import calm_table
from spinnenweb.ui.widgets.verdict_mark import ICONS, paint_band

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QMouseEvent, QResizeEvent

    from spinnenweb.ui.board_words import Telling

    Index = QModelIndex | QPersistentModelIndex

ROW = 56
_NAME, _CELL = 152, 146
_BAND, _AIR, _SIGN = 10, 8, 15
_HOTTEST = 0.26
"""How much of the colour of data lies over the card where most is asked; words keep 4.5 on it."""
_SMALL = 9.5 / 10.5


class ClosedTable(QTableView):
    """A table of exact numbers: chosen by click or Enter, never copied. Sends `chosen(QModelIndex)`."""

    chosen = Signal(QModelIndex)

    def __init__(self, model: QAbstractItemModel, spoken: str, row: float) -> None:
        super().__init__()
        self.setModel(model)
        calm_table(self, spoken, row)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.setDragEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; the keys that copy do nothing."""
        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Cut):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens what lies under it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self.chosen.emit(index)

    def fit_columns(self) -> None:
        """Every column as wide as its words, the first one all that is left."""
        head = self.horizontalHeader()
        head.setStretchLastSection(False)
        self.resizeColumnsToContents()
        rest = self.viewport().width() - head.length()
        head.resizeSection(0, head.sectionSize(0) + max(0, rest))
        self.fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width again."""
        super().resizeEvent(event)
        self.fit_columns()

    def fit_height(self) -> None:
        """As high as its rows: the page scrolls, not the table."""
        bar = self.horizontalScrollBar().sizeHint().height() if self._too_wide else 0
        rows = self.verticalHeader().length() + self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(rows + bar + 2 * self.frameWidth())

    @property
    def _too_wide(self) -> bool:
        return self.horizontalHeader().length() > self.viewport().width()


class HeatView(ClosedTable):
    """A row for each theme, a column for each village."""

    def __init__(self, model: QAbstractItemModel) -> None:
        super().__init__(model, "", ROW)
        self.setAccessibleName(self.tr("Thema's en kernen, eigen werk, niet om te delen"))
        self.setWordWrap(True)
        self.delegate = HeatDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setStretchLastSection(False)

    def fit_columns(self) -> None:
        """Share the width; where it is too little for all villages it scrolls."""
        head, villages = self.horizontalHeader(), self.model().columnCount() - 1
        if villages < 1:
            return
        room = self.viewport().width()
        wide = max(px(_CELL), (room - px(_NAME)) // villages if villages > 1 else px(_CELL) * 2)
        head.resizeSection(0, max(px(_NAME), room - wide * villages))
        for column in range(1, villages + 1):
            head.resizeSection(column, wide)
        self.fit_height()


class HeatDelegate(QStyledItemDelegate):
    """Draws the cells of the board. `telling` gives the words."""

    telling: Telling | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell; names are drawn as in any table."""
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(px(2), px(2), -px(2), -px(2))
        painter.fillRect(option.rect, active_theme().colour("card"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_heat(float(index.data(HEAT_ROLE))))
        painter.drawRoundedRect(box, px(6), px(6))
        self._paint_inside(painter, box, cell)
        if option.state & QStyle.StateFlag.State_Selected:
            _paint_ring(painter, box, focused=bool(option.state & QStyle.StateFlag.State_HasFocus))
        painter.restore()

    def _paint_inside(self, painter: QPainter, box: QRectF, cell: Cell) -> None:
        verdict, air = cell.verdict, px(_AIR)
        band = QRectF(box.left() + px(4), box.top() + px(5), px(_BAND), box.height() - px(10))
        paint_band(painter, band, verdict)
        left = band.right() + air
        half = box.height() / 2
        upper = QRectF(left, box.top() + px(3), box.right() - left - px(4), half - px(2))
        lower = QRectF(left, box.top() + half - px(1), upper.width(), half - px(3))
        if verdict is not Verdict.QUIET:
            after = _paint_number(painter, upper, "people", cell.demand.people)
            _paint_number(painter, upper.adjusted(after, 0, 0, 0), "pin", cell.supply.offers)
        word = self.telling.verdict(verdict) if self.telling is not None else ""
        _paint_word(painter, lower, verdict, word)


def _heat(share: float) -> QColor:
    """From the card to the colour of data, in even steps of what is asked."""
    theme = active_theme()
    ground, data, part = theme.colour("card"), theme.colour("data_now"), share * _HOTTEST
    shades = ((ground.red(), data.red()), (ground.green(), data.green()), (ground.blue(), data.blue()))
    red, green, blue = (round(one + (other - one) * part) for one, other in shades)
    return QColor(red, green, blue)


def _paint_number(painter: QPainter, room: QRectF, sign: str, number: int) -> float:
    """An icon and its number; how much room they took."""
    theme, font, side = active_theme(), font_of(1.0, bold=True), px(_SIGN)
    ratio = painter.device().devicePixelRatioF()
    at = QRectF(room.left(), room.center().y() - side / 2, side, side)
    painter.drawPixmap(at.toRect(), picture(sign, theme.colour("ink_nav"), side, ratio))
    painter.setFont(font)
    painter.setPen(theme.colour("ink"))
    text = str(number)
    where = room.adjusted(side + px(4), 0, 0, 0)
    painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
    least = QFontMetricsF(font).horizontalAdvance("000")
    return side + px(4) + max(least, QFontMetricsF(font).horizontalAdvance(text)) + px(8)


def _paint_word(painter: QPainter, room: QRectF, verdict: Verdict, word: str) -> None:
    theme, font, side = active_theme(), font_of(_SMALL), px(_SIGN - 1)
    name, tone = ICONS[verdict]
    ratio = painter.device().devicePixelRatioF()
    at = QRectF(room.left(), room.center().y() - side / 2, side, side)
    painter.drawPixmap(at.toRect(), picture(name, theme.colour(tone), side, ratio))
    painter.setFont(font)
    painter.setPen(theme.colour("ink"))
    where = room.adjusted(side + px(4), 0, 0, 0)
    shown = QFontMetricsF(font).elidedText(word, Qt.TextElideMode.ElideRight, where.width())
    painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _paint_ring(painter: QPainter, box: QRectF, *, focused: bool) -> None:
    painter.setPen(QPen(active_theme().colour("focus"), px(3 if focused else 1.5)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, px(6), px(6))
