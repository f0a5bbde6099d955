"""Organisations as a list: who it is with what they offer, where, whom to call, and how old that is.

Only the rows that are looked at are read; `wanted(ids)` asks for more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from spinnenweb.ui.theme.icons import icon
from spinnenweb.ui.tips import plain_tip
from spinnenweb.ui.widgets.freshness import SHAPES, freshness_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.map_records import OrganisationLine

    Index = QModelIndex | QPersistentModelIndex

NAME, WHERE, CALL, OFFERS, FRESH = range(5)
_Role = Qt.ItemDataRole
SUB_ROLE = _Role.UserRole
AT_ONCE = 120
"""So many rows are read in one go."""
_SHOWN_OFFERS = 4


@dataclass(frozen=True, slots=True)
class ListRow:
    """An organisation with the names of its offers that fit, and its villages by name."""

    line: OrganisationLine
    offers: tuple[str, ...]
    villages: str
    kind: str


class MapListModel(QAbstractTableModel):
    """One row for each organisation that was read."""

    wanted = Signal(object)

    def __init__(self, words: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._ids: tuple[str, ...] = ()
        self._rows: list[ListRow] = []
        self._asked = 0
        self._heads = (
            self.tr("Organisatie"),
            self.tr("Kern"),
            self.tr("Wie je belt"),
            self.tr("Te doen"),
            self.tr("Nagekeken"),
        )

    def show_rows(self, ids: Sequence[str], rows: Sequence[ListRow]) -> None:
        """Show what fits now: all ids, and the first rows."""
        self.beginResetModel()
        self._ids, self._rows, self._asked = tuple(ids), list(rows), len(rows)
        self.endResetModel()

    def add_rows(self, ids: Sequence[str], rows: Sequence[ListRow]) -> None:
        """Show rows that were asked for; those of an older question are let go."""
        start = self._ids.index(ids[0]) if ids and ids[0] in self._ids else -1
        if start == len(self._rows) and rows:
            self.beginInsertRows(QModelIndex(), start, start + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def line(self, row: int) -> OrganisationLine:
        """The organisation of a row."""
        return self._rows[row].line

    def organisation_id(self, row: int) -> str:
        """The id of the organisation of a row."""
        return self._rows[row].line.organisation.id

    def row_of(self, organisation_id: str) -> int:
        """The row of an organisation that was read, or -1."""
        found = (row for row in range(len(self._rows)) if self.organisation_id(row) == organisation_id)
        return next(found, -1)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are rows that were not read yet."""
        return not parent.isValid() and self._asked < len(self._ids)

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next rows; they come later."""
        if self._asked == len(self._rows):
            ids = self._ids[self._asked : self._asked + AT_ONCE]
            self._asked += len(ids)
            self._emit_wanted(ids)

    def _emit_wanted(self, ids: tuple[str, ...]) -> None:
        self.wanted.emit(ids)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """One row for each organisation."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """As many columns as there are heads."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """The heads of the columns."""
        across = orientation == Qt.Orientation.Horizontal
        return self._heads[section] if across and role == _Role.DisplayRole else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Words for the screen; what does not fit stands in the tooltip."""
        row, column = self._rows[index.row()], index.column()
        if role == _Role.DisplayRole:
            return self._texts(row)[column]
        if role == SUB_ROLE:
            return _sub(row) if column == NAME else _phone(row) if column == CALL else ""
        if role == _Role.DecorationRole and column == FRESH:
            return icon(*SHAPES[row.line.freshness])
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            said = self._aloud(row, column)
            return plain_tip(said) if role == _Role.ToolTipRole else said
        return None

    def _texts(self, row: ListRow) -> Mapping[int, str]:
        contact = row.line.contact
        return {
            NAME: row.line.organisation.name,
            WHERE: row.villages,
            CALL: contact.name if contact else "",
            OFFERS: self.possibilities(row.line.offers),
            FRESH: freshness_words(self._words, row.line.freshness),
        }

    def possibilities(self, number: int) -> str:
        """How much there is to do: 6 mogelijkheden."""
        if not number:
            return ""
        one = number == 1
        return self.tr("1 mogelijkheid") if one else self.tr("{n} mogelijkheden").format(n=number)

    def _aloud(self, row: ListRow, column: int) -> str:
        said = self._texts(row)[column]
        if column == NAME:
            return "\n".join((said, row.kind, *row.offers))
        return f"{said}, {_phone(row)}" if column == CALL and _phone(row) else said


def _sub(row: ListRow) -> str:
    more = len(row.offers) - _SHOWN_OFFERS
    shown = " · ".join(row.offers[:_SHOWN_OFFERS]) or row.kind
    return f"{shown} · +{more}" if more > 0 else shown


def _phone(row: ListRow) -> str:
    own = row.line.organisation.phone
    contact = row.line.contact
    return (contact.phone if contact else "") or own


def read_rows(
    lines: Sequence[OrganisationLine],
    offers: Mapping[str, Sequence[tuple[str, str]]],
    fitting: frozenset[str],
    named: Mapping[str, Mapping[str, str]],
) -> tuple[ListRow, ...]:
    """The rows of a list. `offers` holds id and name by organisation: those in `fitting` are shown, else all."""
    return tuple(
        ListRow(
            line,
            _fitting(offers.get(line.organisation.id, ()), fitting),
            ", ".join(named["village_ids"].get(one, "") for one in line.organisation.village_ids),
            named["kind"].get(line.organisation.kind.value, ""),
        )
        for line in lines
    )


def _fitting(offers: Sequence[tuple[str, str]], fitting: frozenset[str]) -> tuple[str, ...]:
    found = tuple(name for one, name in offers if one in fitting)
    return found or tuple(name for _, name in offers)
