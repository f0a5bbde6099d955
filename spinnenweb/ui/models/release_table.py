"""One anonymised table as it is looked at before it is given out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from spinnenweb.domain.releases import TOTAL, ReleaseRow, ReleaseTables, RowStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spinnenweb.domain.wording import Wording

    Index = QModelIndex | QPersistentModelIndex

_Role = Qt.ItemDataRole
HIDDEN_ROLE = _Role.UserRole
STATUS_ROLE = _Role.UserRole + 1
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
PERSONS, THEMES, TOPICS = "persons", "themes", "topics"


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One line: what it is about, and a figure for each age group."""

    label: str
    cells: tuple[ReleaseRow, ...]

    @property
    def status(self) -> RowStatus:
        """Shown when any of its figures is."""
        return next((cell.status for cell in self.cells if cell.count is not None), RowStatus.HIDDEN)


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table of one village: heads of the figures, and its lines with the largest first."""

    heads: tuple[str, ...] = ()
    rows: tuple[ShownRow, ...] = ()


def villages_in(tables: ReleaseTables) -> tuple[str, ...]:
    """The villages of a release in their order, all together last."""
    return tuple(dict.fromkeys(row.village for row in tables.persons))


def age_text(age_group: str, everyone: str) -> str:
    """An age group such as 18–64, or the word for everyone."""
    return everyone if age_group == TOTAL else age_group.replace("-", "–")


def shown_table(
    tables: ReleaseTables, kind: str, village: str, words: Wording, everyone: str, people: str
) -> ShownTable:
    """The lines of one table for one village; `everyone` and `people` are the words for totals."""
    if kind == PERSONS:
        rows = [row for row in tables.persons if row.village == village]
        return ShownTable((people,), tuple(ShownRow(age_text(row.age_group, everyone), (row,)) for row in rows))
    source, prefix = (tables.themes, "theme") if kind == THEMES else (tables.topics, "label")
    rows = [row for row in source if row.village == village]
    ages = tuple(dict.fromkeys(row.age_group for row in rows))
    lines = [
        ShownRow(words.say(f"{prefix}.{item}"), _cells(rows, item, ages))
        for item in dict.fromkeys(row.item for row in rows)
    ]
    # figures that are hidden keep their fixed order, so that their place tells nothing
    lines.sort(key=lambda line: -(line.cells[0].count or 0))
    return ShownTable(tuple(age_text(age, everyone) for age in ages), tuple(lines))


def _cells(rows: Sequence[ReleaseRow], item: str, ages: tuple[str, ...]) -> tuple[ReleaseRow, ...]:
    found = {row.age_group: row for row in rows if row.item == item}
    return tuple(found[age] for age in ages if age in found)


class ReleaseModel(QAbstractTableModel):
    """Label, figures by age group, status."""

    def __init__(self, words: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._table = ShownTable()
        self._first = ""

    def show_table(self, table: ShownTable, first: str) -> None:
        """Show another table; `first` is the head of its labels."""
        self.beginResetModel()
        self._table, self._first = table, first
        self.endResetModel()

    def cell(self, index: Index) -> ReleaseRow | None:
        """The figure at a place; `None` beside the figures."""
        column = index.column() - 1
        cells = self._table.rows[index.row()].cells if index.isValid() else ()
        return cells[column] if 0 <= column < len(cells) else None

    def head(self, section: int) -> str:
        """The head of a column."""
        heads = (self._first, *self._table.heads, self._words.say("release.column_status"))
        return heads[section] if section < len(heads) else ""

    def label(self, row: int) -> str:
        """What a line is about."""
        return self._table.rows[row].label

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """One row for each line."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Label, figures, status."""
        return 0 if parent.isValid() else len(self._table.heads) + 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401
        """The heads of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return self.head(section)
        return _RIGHT if role == _Role.TextAlignmentRole and section > 0 else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401
        """Words and numbers; a hidden figure has no text, only its role and what is read aloud."""
        row, cell = self._table.rows[index.row()], self.cell(index)
        last = index.column() == self.columnCount() - 1
        if role == _Role.DisplayRole:
            return self._text(row, index.column(), cell)
        if role == _Role.AccessibleTextRole and cell is not None:
            return self._words.say("release.hidden") if cell.count is None else str(cell.count)
        if role == HIDDEN_ROLE:
            return cell is not None and cell.count is None
        if role == STATUS_ROLE:
            return row.status if last else None
        return _RIGHT if role == _Role.TextAlignmentRole and index.column() > 0 else None

    def _text(self, row: ShownRow, column: int, cell: ReleaseRow | None) -> str:
        if column == 0:
            return row.label
        if cell is not None:
            return "" if cell.count is None else str(cell.count)
        names = {RowStatus.NEW: "new", RowStatus.REPEATED: "repeated", RowStatus.HIDDEN: "hidden"}
        return self._words.say(f"release.{names[row.status]}")
