"""One table of a release as it is looked at before it is given out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from spinnenweb.domain.releases import RowStatus
from spinnenweb.ui.dates import locale, month_name, month_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from decimal import Decimal

    from spinnenweb.domain.releases import HiddenCell, ReleasePreview, ReleaseRow
    from spinnenweb.domain.wording import Wording

    Index = QModelIndex | QPersistentModelIndex

translate = QCoreApplication.translate

_Role = Qt.ItemDataRole
HIDDEN_ROLE = _Role.UserRole
STATUS_ROLE = _Role.UserRole + 1
OLDER_ROLE = _Role.UserRole + 2
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
EVERYONE = "totaal"
"""The age group of a village's own row."""
THEMES, TOPICS, SIGNALS, FOLLOW_UP = "themas", "onderwerpen", "signalen", "opvolging"
PERSONS, CLASSES, CHANGES, MEANS = "personen", "klassen", "verandering", "dimensies"
ORDER = (THEMES, TOPICS, SIGNALS, FOLLOW_UP, PERSONS, CLASSES, CHANGES, MEANS)
_WORDS = {THEMES: "theme", SIGNALS: "signal", FOLLOW_UP: "stage"}
_LARGEST_FIRST = (THEMES, TOPICS, SIGNALS)
_WHOLE_STEP, _ONE_PLACE = 500, 10


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A figure; `hidden` tells why there is none to show, where that is known."""

    row: ReleaseRow
    hidden: HiddenCell | None = None

    @property
    def is_shown(self) -> bool:
        """Whether there is a figure."""
        return self.row.value is not None

    @property
    def text(self) -> str:
        """The figure as it is shown; nothing when it is hidden."""
        return figure_text(self.row.value, self.row.step, signed=self.row.table == CHANGES)


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One line: what it is about, and a figure for each age group that has one."""

    label: str
    cells: tuple[ShownCell | None, ...]
    aloud: str = ""
    """The label as it is read aloud, where that differs."""

    @property
    def leading(self) -> ShownCell | None:
        """The figure whose status is that of the line: the first that is shown."""
        return next((cell for cell in self.cells if cell is not None and cell.is_shown), None)

    @property
    def status(self) -> RowStatus:
        """Hidden only when all of its figures are."""
        return RowStatus.HIDDEN if self.leading is None else self.leading.row.status

    def is_older(self, cell: ShownCell) -> bool:
        """Whether a figure is of another month than the line says."""
        first = self.leading
        return cell.is_shown and first is not None and cell.row.snapshot != first.row.snapshot


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table of one village; `heads` are those of its figures, `aloud` the same as they are read."""

    first: str = ""
    heads: tuple[str, ...] = ()
    aloud: tuple[str, ...] = ()
    rows: tuple[ShownRow, ...] = ()
    month: str = ""


def in_screen_order(tables: Iterable[str]) -> tuple[str, ...]:
    """Themes and topics first, means last."""
    there = tuple(tables)
    return tuple(name for name in ORDER if name in there)


def month_day(month: str) -> date:
    """The first day of a month written as `YYYY-MM`."""
    return date.fromisoformat(f"{month}-01")


def said_month(month: str, beside: str) -> str:
    """A month such as juni, with its year when that is another than the year beside it."""
    day = month_day(month)
    return month_name(day) if month[:4] == beside[:4] else month_of(day)


def age_text(age_group: str) -> str:
    """An age group such as 18–64, or the word for everyone."""
    return translate("ReleaseTable", "Iedereen") if age_group == EVERYONE else age_group.replace("-", "–")


def age_spoken(age_group: str) -> str:
    """An age group as it is read aloud, such as 18 tot 64."""
    if age_group == EVERYONE:
        return translate("ReleaseTable", "iedereen")
    if age_group.endswith("+"):
        return translate("ReleaseTable", "{age} en ouder").format(age=age_group[:-1])
    young, _, old = age_group.partition("-")
    return translate("ReleaseTable", "{young} tot {old}").format(young=young, old=old)


def figure_text(value: Decimal | None, step: Decimal | None, *, signed: bool = False) -> str:
    """A figure with as many decimals as its step has, as in the files; nothing when it is hidden."""
    if value is None or step is None:
        return ""
    hundredths = int(step * 100)
    places = 0 if hundredths % _WHOLE_STEP == 0 else 1 if hundredths % _ONE_PLACE == 0 else 2
    sign = "+" if signed and value > 0 else ""
    return f"{sign}{value:.{places}f}".replace(".", locale().decimalPoint()).replace("-", "−")


def shown_table(preview: ReleasePreview, table: str, village: str, words: Wording) -> ShownTable:
    """The lines of one table for one village."""
    reasons = {
        (each.age_group, each.item): each
        for each in preview.hidden
        if (each.table, each.village) == (table, village)
    }
    rows = [row for row in preview.tables.get(table, ()) if row.village == village]
    cells = [ShownCell(row, reasons.get((row.age_group, row.item))) for row in rows]
    first = _first_head(table)
    if table == PERSONS:
        lines = tuple(
            ShownRow(age_text(cell.row.age_group), (cell,), age_spoken(cell.row.age_group)) for cell in cells
        )
        people = translate("ReleaseTable", "Inwoners die meetellen")
        return ShownTable(first, (people,), (people,), lines, preview.month)
    columns = tuple(dict.fromkeys(_column(cell) for cell in cells))
    heads, aloud = (tuple(say(column) for column in columns) for say in _heads(table))
    return ShownTable(first, heads, aloud, _lines(table, cells, columns, words), preview.month)


def _heads(table: str) -> tuple[Callable[[str], str], Callable[[str], str]]:
    if table == CLASSES:
        mark = translate("ReleaseTable", "cijfer {young} tot en met {old}")
        return age_text, lambda name: mark.format(young=name.partition("-")[0], old=name.partition("-")[2])
    return age_text, age_spoken


def _column(cell: ShownCell) -> str:
    """What a figure stands under: its age group, or the class of marks its item ends in."""
    return _parts(cell)[1] or cell.row.age_group


def _parts(cell: ShownCell) -> tuple[str, str]:
    """What a line is about, and the class of marks where the item ends in one."""
    item, _, marks = cell.row.item.partition(":") if cell.row.table == CLASSES else (cell.row.item, "", "")
    return item, marks


def _lines(
    table: str, cells: Sequence[ShownCell], columns: tuple[str, ...], words: Wording
) -> tuple[ShownRow, ...]:
    found: dict[str, dict[str, ShownCell]] = {}
    for cell in cells:
        found.setdefault(_parts(cell)[0], {})[_column(cell)] = cell
    lines = [
        ShownRow(item_label(table, item, words), tuple(there.get(column) for column in columns))
        for item, there in found.items()
    ]
    if table in _LARGEST_FIRST:
        # figures that are hidden keep their fixed order, so that their place tells nothing
        lines.sort(key=_largest_first)
    return tuple(lines)


def _largest_first(line: ShownRow) -> Decimal | int:
    first = line.cells[0]
    return 0 if first is None or first.row.value is None else -first.row.value


def item_label(table: str, item: str, words: Wording) -> str:
    """What a line is about, in words; a code without words stays a code."""
    key = f"{_WORDS.get(table, 'label')}.{item}"
    return words.say(key) if words.has(key) else item


def _first_head(table: str) -> str:
    return {
        THEMES: translate("ReleaseTable", "Thema"),
        TOPICS: translate("ReleaseTable", "Wil bespreken"),
        SIGNALS: translate("ReleaseTable", "Signaal"),
        FOLLOW_UP: translate("ReleaseTable", "Na het gesprek"),
        PERSONS: translate("ReleaseTable", "Leeftijd"),
    }.get(table, translate("ReleaseTable", "Onderwerp"))


class ReleaseModel(QAbstractTableModel):
    """Label, figures by age group, status. Every figure is read aloud with what it is about."""

    def __init__(self, words: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.table = ShownTable()

    def show_table(self, table: ShownTable) -> None:
        """Show another table."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def cell(self, index: Index) -> ShownCell | None:
        """The figure at a place; that of the whole line at its status; `None` at its label."""
        if not index.isValid() or index.column() == 0:
            return None
        row = self.table.rows[index.row()]
        column = index.column() - 1
        return row.cells[column] if column < len(row.cells) else row.leading or row.cells[0]

    def is_status(self, index: Index) -> bool:
        """Whether this is the last column, which says how a line stands."""
        return index.isValid() and index.column() == self.columnCount() - 1

    def head(self, section: int) -> str:
        """The head of a column."""
        heads = (self.table.first, *self.table.heads, self._words.say("release.column_status"))
        return heads[section] if section < len(heads) else ""

    def label(self, row: int) -> str:
        """What a line is about."""
        return self.table.rows[row].label

    def status_text(self, status: RowStatus, snapshot: str) -> str:
        """How a figure stands, with the month it is of when that is an earlier one."""
        if status is RowStatus.REPEATED:
            return f"{self._words.say('release.repeated')} ({said_month(snapshot, self.table.month)})"
        return self._words.say("release.new" if status is RowStatus.NEW else "release.hidden")

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """One row for each line."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Label, figures, status."""
        return 0 if parent.isValid() else len(self.table.heads) + 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """The heads of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return self.head(section)
        return _RIGHT if role == _Role.TextAlignmentRole and section > 0 else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Words and numbers; a hidden figure has no text, only its role and what is read aloud."""
        row, cell = self.table.rows[index.row()], self.cell(index)
        if role == _Role.DisplayRole:
            return self._text(row, index, cell)
        if role == _Role.AccessibleTextRole:
            return self.spoken(index)
        if role == STATUS_ROLE:
            return row.status if self.is_status(index) else None
        if role == _Role.TextAlignmentRole:
            return _RIGHT if index.column() > 0 else None
        if cell is None or self.is_status(index):
            return None
        return self._of_figure(row, cell, role)

    def _of_figure(self, row: ShownRow, cell: ShownCell, role: int) -> object:
        older = row.is_older(cell)
        if role == HIDDEN_ROLE:
            return not cell.is_shown
        if role == OLDER_ROLE:
            return older
        known = older and role == _Role.ToolTipRole
        return self.status_text(cell.row.status, cell.row.snapshot) if known else None

    def _text(self, row: ShownRow, index: Index, cell: ShownCell | None) -> str:
        if index.column() == 0:
            return row.label
        if self.is_status(index):
            snapshot = "" if row.leading is None else row.leading.row.snapshot
            return self.status_text(row.status, snapshot)
        return "" if cell is None else cell.text

    def spoken(self, index: Index) -> str:
        """A cell as it is read aloud, such as "Mantelzorg, 18 tot 64: afgeschermd"."""
        row, cell = self.table.rows[index.row()], self.cell(index)
        if index.column() == 0:
            return row.aloud or row.label
        if self.is_status(index):
            return f"{row.aloud or row.label}, {self.head(index.column())}: {self._text(row, index, cell)}"
        about = self.about(index, spoken=True)
        if cell is None:
            missing = translate("ReleaseTable", "is er niet")
            return f"{about}: {missing}"
        said = cell.text or self._words.say("release.hidden")
        older = f", {self.status_text(cell.row.status, cell.row.snapshot)}" if row.is_older(cell) else ""
        return f"{about}: {said}{older}"

    def about(self, index: Index, *, spoken: bool = False) -> str:
        """What a figure is about: its line, and its column where the table has more of them."""
        row = self.table.rows[index.row()]
        label = (spoken and row.aloud) or row.label
        heads = self.table.aloud if spoken else self.table.heads
        place = row.cells.index(row.leading) if self.is_status(index) and row.leading else index.column() - 1
        return f"{label}, {heads[place]}" if len(heads) > 1 and place < len(heads) else label
