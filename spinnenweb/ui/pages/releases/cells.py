"""How figures are drawn: a number, a hatched cell where there is none to show, a chip for the status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from spinnenweb.domain.releases import RowStatus
from spinnenweb.ui.models.release_table import HIDDEN_ROLE, STATUS_ROLE
from spinnenweb.ui.theme.look import active_theme, font_of, px
from spinnenweb.ui.widgets.tables import calm_table

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from spinnenweb.ui.models.release_table import ReleaseModel

    Index = QModelIndex | QPersistentModelIndex

ROW = 34
LEAST_ROWS = 6
_AIR = 10
_FIGURE_WIDTH, _STATUS_WIDTH, _LABEL_WIDTH = 72, 118, 180
_TONES = {RowStatus.NEW: ("ok_soft", "ok"), RowStatus.REPEATED: ("accent_soft", "accent_text")}
_HIDDEN_TONES = ("warn_soft", "warn")


class FigureDelegate(QStyledItemDelegate):
    """Draws the cells of a release."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        hidden, status = bool(index.data(HIDDEN_ROLE)), index.data(STATUS_ROLE)
        if not hidden and status is None:
            super().paint(painter, option, index)
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
    theme, font = active_theme(), font_of(9.5 / 10.5)
    ground, ink = _TONES.get(status, _HIDDEN_TONES)
    metrics = QFontMetricsF(font)
    wide, high = metrics.horizontalAdvance(text) + px(20), metrics.height() + px(4)
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
        self.setItemDelegate(FigureDelegate(self))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setStretchLastSection(False)

    def fit_columns(self) -> None:
        """Figures and status as wide as they need, the words the rest; where that is too little it scrolls."""
        head, last = self.horizontalHeader(), self.model().columnCount() - 1
        widths = [max(px(_FIGURE_WIDTH), head.sectionSizeHint(column)) for column in range(1, last)]
        for column, width in enumerate((*widths, px(_STATUS_WIDTH)), start=1):
            head.resizeSection(column, width)
        rest = self.viewport().width() - sum(widths) - px(_STATUS_WIDTH)
        head.resizeSection(0, max(px(_LABEL_WIDTH), rest))

    def fit_height(self, room: int) -> None:
        """No higher than the rows; no higher than the room either, as long as that holds a few rows."""
        needed = self.verticalHeader().length() + self.horizontalHeader().sizeHint().height()
        wide = self.horizontalHeader().length() > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if wide else 0
        self.setFixedHeight(min(needed + bar + 2 * self.frameWidth(), max(room, px(ROW) * LEAST_ROWS)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width again."""
        super().resizeEvent(event)
        self.fit_columns()
