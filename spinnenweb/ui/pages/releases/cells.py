"""How figures are drawn: a number, a hatched cell where there is none to show, a chip for the status.

A number of an earlier month than its line says has a small clock before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from spinnenweb.domain.releases import RowStatus
from spinnenweb.ui.models.release_table import HIDDEN_ROLE, OLDER_ROLE, STATUS_ROLE
from spinnenweb.ui.theme.icons import picture
from spinnenweb.ui.theme.look import active_theme, font_of, px
from spinnenweb.ui.widgets.tables import calm_table

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from spinnenweb.ui.models.release_table import ReleaseModel

    Index = QModelIndex | QPersistentModelIndex

ROW = 36
LEAST_ROWS = 6
_AIR = 10
_FIGURE_WIDTH, _STATUS_WIDTH, _LABEL_WIDTH, _WIDE_LABEL = 64, 104, 140, 320
_ROW_AIR, _CHIP_AIR, _CLOCK = 14, 20, 13
_CHIP_FONT = 9.5 / 10.5
_TONES = {RowStatus.NEW: ("ok_soft", "ok"), RowStatus.REPEATED: ("accent_soft", "accent_text")}
_HIDDEN_TONES = ("warn_soft", "warn")


class FigureDelegate(QStyledItemDelegate):
    """Draws the cells of a release."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        hidden, status = bool(index.data(HIDDEN_ROLE)), index.data(STATUS_ROLE)
        if not hidden and status is None:
            super().paint(painter, option, index)
            if index.data(OLDER_ROLE):
                _paint_clock(painter, option, str(index.data()))
            return
        self._paint_ground(painter, option, index, ring=not hidden)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if hidden:
            _paint_hidden(painter, option)
        else:
            # Qt hands an enum of strings back as a bare string
            _paint_chip(painter, option.rect, str(index.data()), RowStatus(status))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, ring: bool) -> None:
        """What the style sheet says of a cell; without `ring` the box in it shows that it is chosen."""
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        if not ring:
            # the table has filled the cell as a chosen one before
            painter.fillRect(option.rect, active_theme().colour("card"))
            ground.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, option.widget)


def _paint_clock(painter: QPainter, option: QStyleOptionViewItem, text: str) -> None:
    """Before the number; the same in words is in the tooltip, under the table and read aloud."""
    side, cell = px(_CLOCK), option.rect
    left = cell.right() - px(_AIR) - option.fontMetrics.horizontalAdvance(text) - side - px(5)
    ratio = option.widget.devicePixelRatioF()
    mark = picture("clock", active_theme().colour("ink_soft"), side, ratio)
    painter.drawPixmap(left, cell.center().y() - side // 2, mark)


def _paint_hidden(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """A box where the number would end, ringed when it is the chosen cell."""
    theme, box = active_theme(), _box(option.rect)
    outline = QPainterPath()
    outline.addRoundedRect(box, px(6), px(6))
    painter.fillPath(outline, theme.colour("hidden_cell"))
    painter.setClipPath(outline)
    painter.setPen(QPen(theme.colour("hidden_stripe"), px(3)))
    for offset in range(-int(box.height()), int(box.width()), px(9)):
        left = box.left() + offset
        painter.drawLine(QLineF(left, box.top(), left + box.height(), box.bottom()))
    painter.setClipping(False)
    if option.state & QStyle.StateFlag.State_Selected:
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(theme.colour("focus"), px(3 if focused else 2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(-px(3), -px(3), px(3), px(3)), px(8), px(8))


def _box(cell: QRect) -> QRectF:
    high, wide = min(px(24), cell.height() - px(10)), px(32)
    return QRectF(cell.right() - px(_AIR) - wide, cell.center().y() - high / 2, wide, high)


def _paint_chip(painter: QPainter, cell: QRect, text: str, status: RowStatus) -> None:
    theme, font = active_theme(), font_of(_CHIP_FONT)
    ground, ink = _TONES.get(status, _HIDDEN_TONES)
    metrics = QFontMetricsF(font)
    wide, high = metrics.horizontalAdvance(text) + px(_CHIP_AIR), metrics.height() + px(4)
    box = QRectF(cell.right() - px(_AIR) - wide, cell.center().y() - high / 2, wide, high)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground))
    painter.drawRoundedRect(box, high / 2, high / 2)
    painter.setPen(theme.colour(ink))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class ReleaseView(QTableView):
    """The table: as high as its rows, or as the room there is."""

    def __init__(self, model: ReleaseModel) -> None:
        super().__init__()
        self.setModel(model)
        calm_table(self, self.tr("Cijfers"), ROW)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.setWordWrap(True)
        self.setItemDelegate(FigureDelegate(self))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setStretchLastSection(False)

    def fit_columns(self) -> None:
        """Figures as wide as they need, near their words; the status has the rest. Too little room scrolls."""
        head, last = self.horizontalHeader(), self.model().columnCount() - 1
        widths = [max(px(_FIGURE_WIDTH), head.sectionSizeHint(column)) for column in range(1, last)]
        status = self._status_width(last)
        rest = self.viewport().width() - sum(widths) - status
        label = max(px(_LABEL_WIDTH), min(rest, px(_WIDE_LABEL)))
        for column, width in enumerate((label, *widths, status + max(0, rest - label))):
            head.resizeSection(column, width)
        self._fit_rows()

    def _status_width(self, column: int) -> int:
        """Room for the longest chip."""
        metrics, model = QFontMetricsF(font_of(_CHIP_FONT)), self.model()
        texts = (str(model.index(row, column).data()) for row in range(model.rowCount()))
        longest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        return max(px(_STATUS_WIDTH), int(longest) + px(_CHIP_AIR + 2 * _AIR))

    def _fit_rows(self) -> None:
        """A long label goes on on a second line."""
        model, metrics = self.model(), self.fontMetrics()
        room = QRect(0, 0, self.columnWidth(0) - px(2 * _AIR), px(ROW) * LEAST_ROWS)
        for row in range(model.rowCount()):
            text = str(model.index(row, 0).data())
            high = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()
            self.verticalHeader().resizeSection(row, max(px(ROW), high + px(_ROW_AIR)))

    def fit_height(self, room: int) -> None:
        """No higher than the rows; no higher than the room either, as long as that holds a few rows."""
        head = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        if self.horizontalHeader().length() > self.viewport().width():
            head += self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(head + self._whole_rows(max(room, px(ROW) * LEAST_ROWS) - head))

    def _whole_rows(self, room: int) -> int:
        """The height of the rows that fit: a sliver of the next one looks like a mistake."""
        high = 0
        for row in range(self.model().rowCount()):
            if high + self.rowHeight(row) > room:
                break
            high += self.rowHeight(row)
        return high

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width again."""
        super().resizeEvent(event)
        self.fit_columns()
