"""What changed between two conversations, as a table of words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from spinnenweb.ui.tips import plain_tip

if TYPE_CHECKING:
    Index = QModelIndex | QPersistentModelIndex

LABEL, EARLIER, NOW, DIFFERENCE = range(4)
_Role = Qt.ItemDataRole
_MARKS = (EARLIER, NOW)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One dimension in words: a mark, or why there is none."""

    label: str
    earlier: str
    now: str
    difference: str


class ChangeModel(QAbstractTableModel):
    """One row for each dimension, in the order of the axes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ChangeRow, ...] = ()
        self._heads = (self.tr("Onderwerp"), self.tr("Toen"), self.tr("Nu"), self.tr("Verschil"))

    def show_rows(self, rows: tuple[ChangeRow, ...]) -> None:
        """Show other conversations."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> ChangeRow:
        """The words of a row."""
        return self._rows[number]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """One row for each dimension."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """As many columns as there are heads."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """The heads of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _Role.DisplayRole:
            return self._heads[section]
        return _RIGHT if role == _Role.TextAlignmentRole and section in _MARKS else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """The words of a cell."""
        row = self._rows[index.row()]
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            said = (row.label, row.earlier, row.now, row.difference)[index.column()]
            return plain_tip(said) if role == _Role.ToolTipRole else said
        return _RIGHT if role == _Role.TextAlignmentRole and index.column() in _MARKS else None
