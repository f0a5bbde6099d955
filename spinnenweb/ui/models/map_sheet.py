"""The social map as a sheet: a row for each offer or organisation, a cell for each field, a blank row at the end.

A cell is written when it is left. The blank row becomes a record once it has a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.map_history import MapKind
from spinnenweb.domain.social_map import Offer, Organisation
from spinnenweb.services.map_cells import cell_of, with_cell
from spinnenweb.services.map_rows import ORGANISATION
from spinnenweb.ui.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spinnenweb.services.map_cells import MapNames

    Index = QModelIndex | QPersistentModelIndex

_Role = Qt.ItemDataRole
AT_ONCE = 200
COLUMNS = {
    MapKind.OFFER: (
        *(
            ORGANISATION,
            "name",
            "kind",
            "for_whom",
            "schedule",
            "when_said",
            "way_in",
            "costs",
            "capacity",
            "themes",
        ),
        *("village_ids", "place_name", "place_street", "languages", "description", "status", "checked_on"),
    ),
    MapKind.ORGANISATION: (
        *("name", "kind", "village_ids", "phone", "email", "website", "lead", "themes", "description"),
        *("working_on", "chances", "kvk", "checked_on", "check_before"),
    ),
}


class MapSheetModel(QAbstractTableModel):
    """Sends `cell_written(id, field, typed)`, `row_written(dict)`, `refused(error)` and `wanted(ids)`."""

    cell_written = Signal(str, str, str)
    row_written = Signal(object)
    refused = Signal(object)
    wanted = Signal(object)

    def __init__(self, names: MapNames, whose: str, parent: QObject | None = None) -> None:
        """`whose` is the head over the organisation of an offer."""
        super().__init__(parent)
        self._names = names
        self._whose = whose
        self.kind = MapKind.OFFER
        self._ids: tuple[str, ...] = ()
        self._records: list[tuple[Offer | Organisation, str]] = []
        self._asked = 0
        self.blank: dict[str, str] = {}
        self._sent: dict[str, str] | None = None

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields in the order of the columns."""
        return COLUMNS[self.kind]

    def show_records(
        self,
        kind: MapKind,
        ids: Sequence[str],
        records: Sequence[tuple[Offer | Organisation, str]],
        names: MapNames,
    ) -> None:
        """Show other records, each with the name of its organisation; what was begun in the blank row stays."""
        self.beginResetModel()
        if kind is not self.kind:
            self.blank, self._sent = {}, None
        self.kind, self._ids, self._records, self._names = kind, tuple(ids), list(records), names
        self._asked = len(records)
        self.endResetModel()

    def add_records(self, ids: Sequence[str], records: Sequence[tuple[Offer | Organisation, str]]) -> None:
        """Show records that were asked for; those of an older question are let go."""
        start = self._ids.index(ids[0]) if ids and ids[0] in self._ids else -1
        if start == len(self._records) and records:
            self.beginInsertRows(QModelIndex(), start, start + len(records) - 1)
            self._records += records
            self.endInsertRows()

    @property
    def whole(self) -> bool:
        """Whether all that fits was read; only then the blank row stands at the end."""
        return len(self._records) >= len(self._ids)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are records that were not read yet."""
        return not parent.isValid() and self._asked < len(self._ids)

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next records; they come later."""
        if self._asked == len(self._records):
            ids = self._ids[self._asked : self._asked + AT_ONCE]
            self._asked += len(ids)
            self._emit_wanted(ids)

    def _emit_wanted(self, ids: tuple[str, ...]) -> None:
        self.wanted.emit(ids)

    # where things are

    def is_blank(self, row: int) -> bool:
        """Whether this is the row for something new."""
        return row >= len(self._records)

    def record(self, row: int) -> Offer | Organisation | None:
        """The record of a row; nothing for the blank row."""
        return None if self.is_blank(row) else self._records[row][0]

    def record_id(self, row: int) -> str:
        """The id of the record of a row; empty for the blank row."""
        return "" if self.is_blank(row) else self._records[row][0].id

    def organisation_id(self, row: int) -> str:
        """The organisation of a row; empty for the blank row."""
        if self.is_blank(row):
            return ""
        record = self._records[row][0]
        return str(getattr(record, "organisation_id", record.id))

    def row_of(self, record_id: str) -> int:
        """The row of a record that was read, or -1."""
        found = (row for row, (record, _) in enumerate(self._records) if record.id == record_id)
        return next(found, -1)

    def above(self) -> str:
        """The name of the organisation over the blank row."""
        return self._records[-1][1] if self._records else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """One row for each record, and one for something new."""
        return 0 if parent.isValid() else len(self._records) + int(self.whole)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """One column for each field."""
        return 0 if parent.isValid() else len(self.fields)

    def head(self, field: str) -> str:
        """The head over a field."""
        return self._whose if field == ORGANISATION else self._names.heads[field]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """The heads of the columns."""
        across = orientation == Qt.Orientation.Horizontal and section < len(self.fields)
        return self.head(self.fields[section]) if across and role == _Role.DisplayRole else None

    # cells

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be typed in, but an offer stays with its organisation."""
        flags = super().flags(index)
        if not index.isValid() or (self.fields[index.column()] == ORGANISATION and not self.is_blank(index.row())):
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """What stands in a cell; in full in the tooltip."""
        if role not in (_Role.DisplayRole, _Role.EditRole, _Role.ToolTipRole, _Role.AccessibleTextRole):
            return None
        text = self.text(index.row(), index.column())
        if role == _Role.AccessibleTextRole:
            return f"{self.head(self.fields[index.column()])}: {text}"
        if role == _Role.ToolTipRole:
            return plain_tip(text)
        return text.replace("\n", " ") if role == _Role.DisplayRole else text

    def text(self, row: int, column: int) -> str:
        """The whole text of a cell."""
        field = self.fields[column]
        if self.is_blank(row):
            return self.blank.get(field, "")
        record, whose = self._records[row]
        return whose if field == ORGANISATION else cell_of(self.kind, record, field, self._names)

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        """Write what was typed; what cannot be understood is refused at once and changes nothing."""
        typed = str(value).strip()
        if role != _Role.EditRole or typed == self.text(index.row(), index.column()):
            return False
        field = self.fields[index.column()]
        if self.is_blank(index.row()):
            return self._write_blank(index, field, typed)
        record, whose = self._records[index.row()]
        try:
            made = with_cell(self.kind, record, field, typed, self._names)
        except SpinnenwebError as error:
            self._emit_refused(error)
            return False
        if field == "name" and not typed:
            self._emit_refused(SpinnenwebError("map.name_missing"))
            return False
        if isinstance(made, Offer):
            self._records[index.row()] = made, whose
        elif isinstance(made, Organisation):
            self._records[index.row()] = made, made.name
        self.dataChanged.emit(index, index)
        self._emit_cell(record.id, field, typed)
        return True

    def _write_blank(self, index: Index, field: str, typed: str) -> bool:
        self.blank[field] = typed
        self.dataChanged.emit(index, index)
        if self._sent is None and self.blank.get("name") and (self.kind is MapKind.ORGANISATION or self._named()):
            self._sent = dict(self.blank)
            self._emit_row(dict(self.blank))
        return True

    def _named(self) -> bool:
        return bool(self.blank.get(ORGANISATION) or self.above())

    def adopt(self, record: Offer | Organisation, whose: str) -> None:
        """The blank row became a record, and a blank one comes under it.

        What was typed in it meanwhile is written too; an open cell stays open.
        """
        row, sent, now = len(self._records), self._sent or {}, self.blank
        self.beginInsertRows(QModelIndex(), row + 1, row + 1)
        self._records.append((record, whose))
        self._ids = (*self._ids, record.id)
        self._asked, self.blank, self._sent = len(self._records), {}, None
        self.endInsertRows()
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.fields) - 1))
        for field, typed in now.items():
            if sent.get(field, "") != typed and field != ORGANISATION:
                self.setData(self.index(row, self.fields.index(field)), typed)

    def keep_blank(self) -> None:
        """The blank row was refused: what stands there stays, and may be mended."""
        self._sent = None

    def _emit_cell(self, record_id: str, field: str, typed: str) -> None:
        self.cell_written.emit(record_id, field, typed)

    def _emit_row(self, typed: dict[str, str]) -> None:
        self.row_written.emit(typed)

    def _emit_refused(self, error: SpinnenwebError) -> None:
        self.refused.emit(error)
