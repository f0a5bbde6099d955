"""The log as a table that reads on while somebody scrolls: never a hundred thousand lines in memory at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from spinnenweb.ui.tips import plain_tip

if TYPE_CHECKING:
    from datetime import datetime

    Index = QModelIndex | QPersistentModelIndex

WHEN, WHAT = range(2)
AT_ONCE = 200
"""So many lines are read at a time; fewer mean that there are no more."""
_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line as it stands in the table; `day` is said in words."""

    seq: int
    at: datetime
    day: str
    said: str


class AuditModel(QAbstractTableModel):
    """Newest first. Sends `wanted(int)` with the number of its last line when more is needed."""

    wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[ShownLine] = []
        self._complete = True
        self._waiting = False
        self._heads = (self.tr("Wanneer"), self.tr("Wat"))

    def begin(self) -> None:
        """Forget the lines; the first come with `take`."""
        self.beginResetModel()
        self._lines, self._complete, self._waiting = [], False, True
        self.endResetModel()

    def take(self, lines: tuple[ShownLine, ...]) -> None:
        """Show the next lines."""
        self._waiting = False
        self._complete = len(lines) < AT_ONCE
        if lines:
            first = len(self._lines)
            self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
            self._lines += lines
            self.endInsertRows()

    def line(self, row: int) -> ShownLine:
        """What a row shows."""
        return self._lines[row]

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there may be older lines."""
        return not (parent.isValid() or self._complete or self._waiting)

    def fetchMore(self, parent: Index) -> None:
        """Ask for older lines; they come with `take`."""
        if self.canFetchMore(parent) and self._lines:
            self._waiting = True
            self.wanted.emit(self._lines[-1].seq)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """The lines that were read so far."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """When and what."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """The heads of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """The words of a cell; the whole sentence as tip, also where it does not fit."""
        if role not in (_Role.DisplayRole, _Role.ToolTipRole):
            return None
        line = self._lines[index.row()]
        said = line.day if index.column() == WHEN else line.said
        return plain_tip(said) if role == _Role.ToolTipRole else said
