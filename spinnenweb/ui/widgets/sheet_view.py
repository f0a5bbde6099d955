"""A table to type in as in a spreadsheet.

Typing, Enter or F2 opens a cell; Enter goes down and Tab goes on while one types. Outside a cell Tab leaves the
table, so that nobody is caught in it (WCAG 2.2, 2.1.2). It scrolls sideways, as a table of data may (1.4.10).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QCompleter,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.tables import calm_table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Words = Callable[[int], Sequence[str]]

_LAST_PART = re.compile(r"[,;]")
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EMPTIES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_ROW = 36
_AIR = 24
_WIDEST, _NARROWEST = 240, 96


class PartCompleter(QCompleter):
    """Completes the last of words that are parted by commas."""

    def splitPath(self, path: str) -> list[str]:
        """What is looked for: the last part."""
        return [_LAST_PART.split(path)[-1].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """The parts before, and the word that was chosen."""
        line = self.widget()
        text = line.text() if isinstance(line, QLineEdit) else ""
        before = [part.strip() for part in _LAST_PART.split(text)[:-1]]
        return ", ".join((*before, str(index.data())))


class CellEditor(QStyledItemDelegate):
    """A line to type in; `words(column)` are proposed, several of them where `several(column)`."""

    typed = Signal(QModelIndex, str)

    def __init__(self, words: Words, several: Callable[[int], bool], view: QTableView) -> None:
        super().__init__(view)
        self._words = words
        self._several = several

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """A line, with the words of this column."""
        line = QLineEdit(parent)
        line.setFrame(False)
        line.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        if words := self._words(index.column()):
            kind = PartCompleter if self._several(index.column()) else QCompleter
            completer = kind([*words], line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(completer)
        here = QPersistentModelIndex(index)
        line.textEdited.connect(lambda text: self._tell(here, text))
        return line

    def _tell(self, here: QPersistentModelIndex, text: str) -> None:
        if here.isValid():
            self.typed.emit(here.model().index(here.row(), here.column()), text)

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Hand over what was typed."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)


class SheetView(QTableView):
    """Sends `pasted(str)`, `undo_asked()` and `opened(QModelIndex)` for a cell that cannot be typed in."""

    shows_data: ClassVar[bool] = True
    pasted = Signal(str)
    undo_asked = Signal()
    opened = Signal(QModelIndex)

    def __init__(self, spoken: str) -> None:
        super().__init__()
        calm_table(self, spoken, _ROW)
        self.setShowGrid(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed | triggers.SelectedClicked
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def fit_columns(self) -> None:
        """As wide as what stands in them, within reason, and never narrower than their heads."""
        head = self.horizontalHeader()
        for column in range(head.count()):
            inside = min(max(self.sizeHintForColumn(column) + px(_AIR), px(_NARROWEST)), px(_WIDEST))
            head.resizeSection(column, max(inside, head.sectionSizeHint(column) + px(_AIR) // 2))

    def block(self) -> tuple[range, range]:
        """The rows and columns that are chosen."""
        chosen = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        rows, columns = [one.row() for one in chosen], [one.column() for one in chosen]
        return range(min(rows), max(rows) + 1), range(min(columns), max(columns) + 1)

    def copy(self) -> None:
        """Put what is chosen on the clipboard, as a spreadsheet does."""
        rows, columns = self.block()
        model = self.model()
        lines = ("\t".join(str(model.index(row, one).data() or "") for one in columns) for row in rows)
        QGuiApplication.clipboard().setText("\n".join(lines))

    def empty(self) -> None:
        """Empty what is chosen."""
        rows, columns = self.block()
        for row in rows:
            for column in columns:
                index = self.model().index(row, column)
                if index.flags() & Qt.ItemFlag.ItemIsEditable:
                    self.model().setData(index, "", Qt.ItemDataRole.EditRole)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a spreadsheet."""
        if self.state() == QAbstractItemView.State.EditingState and not self.hasFocus():
            # a key that the open cell leaves over is no key for the sheet
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
        elif event.key() in _EMPTIES:
            self.empty()
        elif event.key() in _ENTERS:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        elif index.isValid():
            self.opened.emit(index)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter the cell below is next."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            here = self.currentIndex()
            below = self.model().index(here.row() + 1, here.column())
            if below.isValid():
                self.setCurrentIndex(below)
