"""Rows of a file or of a spreadsheet, to look at before they are taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QTableWidget, QTableWidgetItem

from spinnenweb.ui.theme.look import px
from spinnenweb.ui.tips import plain_tip
from spinnenweb.ui.widgets.tables import calm_table

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROW = 32
_NARROWEST, _WIDEST = 96, 230
_AIR = 20
_MOST_SEEN = 9


class PreviewTable(QTableWidget):
    """Read only; scrolls both ways where there is more than fits."""

    shows_data: ClassVar[bool] = True

    def show_cells(self, spoken: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show these rows under these heads."""
        self.clear()
        self.setRowCount(len(rows))
        self.setColumnCount(len(heads))
        calm_table(self, spoken, _ROW)
        self.setHorizontalHeaderLabels([*heads])
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(cell.replace("\n", " "))
                item.setToolTip(plain_tip(cell))
                self.setItem(row, column, item)
        self._fit()
        self.setMinimumHeight(px(_ROW) * (min(len(rows), _MOST_SEEN) + 2))

    def _fit(self) -> None:
        head = self.horizontalHeader()
        for column in range(head.count()):
            inside = min(max(self.sizeHintForColumn(column) + px(_AIR), px(_NARROWEST)), px(_WIDEST))
            head.resizeSection(column, max(inside, head.sectionSizeHint(column) + px(_AIR) // 2))

    def mark(self, cells: Sequence[tuple[int, int]]) -> None:
        """Bring the first of these cells in sight, and choose its row."""
        row, column = cells[0]
        if row < self.rowCount():
            self.setCurrentCell(row, column)
