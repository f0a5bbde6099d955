"""The residents as a table: sorted and filtered without reading anything again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from spinnenweb.ui.dates import short_day
from spinnenweb.ui.names import display_name
from spinnenweb.ui.tips import plain_tip

if TYPE_CHECKING:
    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.records import ResidentLine

    Index = QModelIndex | QPersistentModelIndex

NAME, CODE, VILLAGE, LAST, STEP, TALKS = range(6)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_Role = Qt.ItemDataRole
SORT_ROLE = _Role.UserRole


class ResidentsModel(QAbstractTableModel):
    """One row for each `ResidentLine`. `today` decides whether a date needs its year.

    `only_kept` is the mark behind the name of somebody whose file is only kept.
    """

    def __init__(self, only_kept: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._only_kept = only_kept
        self._lines: tuple[ResidentLine, ...] = ()
        self._today = date.min
        self._heads = (
            self.tr("Inwoner"),
            self.tr("Code"),
            self.tr("Kern"),
            self.tr("Laatste gesprek"),
            self.tr("Volgende stap"),
            self.tr("Gesprekken"),
        )

    def show_lines(self, lines: tuple[ResidentLine, ...], today: date) -> None:
        """Show other residents."""
        self.beginResetModel()
        self._lines, self._today = lines, today
        self.endResetModel()

    def line(self, row: int) -> ResidentLine:
        """The resident of a row."""
        return self._lines[row]

    def row_of(self, resident_id: str) -> int:
        """The row of a resident, or -1."""
        rows = (row for row, line in enumerate(self._lines) if line.resident.id == resident_id)
        return next(rows, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """One row for each resident."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """As many columns as there are heads."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """The heads of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _Role.DisplayRole:
            return self._heads[section]
        return _RIGHT if role == _Role.TextAlignmentRole and section == TALKS else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Words for the screen, and plain values for sorting."""
        line = self._lines[index.row()]
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            said = self._texts(line)[index.column()]
            return plain_tip(said) if role == _Role.ToolTipRole else said
        if role == SORT_ROLE:
            return _sort_values(line)[index.column()]
        return _RIGHT if role == _Role.TextAlignmentRole and index.column() == TALKS else None

    def _name(self, resident: Resident) -> str:
        if not resident.restricted:
            return display_name(resident)
        # without the word before a code, so that there is room for the mark
        return f"{resident.calling_name or resident.code} · {self._only_kept}"

    def _texts(self, line: ResidentLine) -> tuple[str, ...]:
        held = line.last_held_on
        return (
            self._name(line.resident),
            line.resident.code,
            line.village_name,
            "" if held is None else short_day(held, self._today),
            line.next_step.what,
            str(line.conversations),
        )


def _sort_values(line: ResidentLine) -> tuple[str | int, ...]:
    held = line.last_held_on
    return (
        display_name(line.resident).casefold(),
        line.resident.code.casefold(),
        line.village_name.casefold(),
        0 if held is None else held.toordinal(),
        line.next_step.what.casefold(),
        line.conversations,
    )


class ResidentsFilter(QSortFilterProxyModel):
    """Keeps the residents whose name, code or village holds every word that was typed."""

    def __init__(self, source: ResidentsModel) -> None:
        super().__init__(source)
        self._words: tuple[str, ...] = ()
        self._residents = source
        self.setSortRole(SORT_ROLE)
        self.setSourceModel(source)

    def set_words(self, text: str) -> None:
        """Filter on other words; none keeps everybody."""
        self.beginFilterChange()
        self._words = tuple(text.casefold().split())
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether a resident stays."""
        line = self._residents.line(source_row)
        text = f"{display_name(line.resident)} {line.resident.code} {line.village_name}".casefold()
        return all(word in text for word in self._words)

    def resident_id(self, index: QModelIndex) -> str:
        """The resident of a shown row."""
        return self._residents.line(self.mapToSource(index).row()).resident.id
