"""A table to type in as in a spreadsheet.

Typing, Enter or F2 opens a cell. Tab goes on while one types, Enter goes down to the column where that began, and
the arrows up and down leave an open cell. Outside a cell Tab leaves the table: nobody is caught in it (WCAG
2.2, 2.1.2). It scrolls sideways, as a table of data may (1.4.10).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
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
_LEAVES = (*_ENTERS, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
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


class PopupKeys(QObject):
    """Lets Enter and Tab leave a cell at once, also while words are proposed under it."""

    def __init__(self, completer: QCompleter, line: QLineEdit) -> None:
        super().__init__(line)
        self._completer, self._line = completer, line
        if (words := completer.popup()) is not None:
            words.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The word that was pointed at is taken, and the key goes to the cell."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if not (pressed and isinstance(event, QKeyEvent) and event.key() in _LEAVES):
            return False
        # asked for each time: kept, it would be held on to after the completer is gone
        words = self._completer.popup()
        if words is None:
            return False
        chosen = words.currentIndex()
        words.hide()
        if chosen.isValid():
            self._line.setText(_said(self._completer, chosen))
        QApplication.sendEvent(self._line, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))
        return True


def _said(completer: QCompleter, chosen: QModelIndex) -> str:
    # the index is one of the words that fit, and `pathFromIndex` of Qt wants one of all words
    return completer.pathFromIndex(chosen) if isinstance(completer, PartCompleter) else str(chosen.data())


class CellEditor(QStyledItemDelegate):
    """A line to type in; `words(column)` are proposed, several of them where `several(column)`.

    Where `only(column)` no other words fit, a part that begins or stands in one of them alone is that word. Sends
    `stepped(int)` when an arrow left an open cell.
    """

    typed = Signal(QModelIndex, str)
    stepped = Signal(int)

    def __init__(
        self, words: Words, several: Callable[[int], bool], only: Callable[[int], bool], view: QTableView
    ) -> None:
        super().__init__(view)
        self._words = words
        self._several = several
        self._only = only

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
            PopupKeys(completer, line)
        here = QPersistentModelIndex(index)
        line.textEdited.connect(lambda text: self._tell(here, text))
        return line

    def _tell(self, here: QPersistentModelIndex, text: str) -> None:
        if here.isValid():
            self.typed.emit(here.model().index(here.row(), here.column()), text)

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """What stands in the cell, but never over what is being typed."""
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Hand over what was typed."""
        if isinstance(editor, QLineEdit):
            column, text = index.column(), editor.text()
            if self._only(column):
                text = whole_words(text, self._words(column), several=self._several(column))
            model.setData(index, text, Qt.ItemDataRole.EditRole)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down are no keys of a line: they write the cell and go to the next."""
        if isinstance(event, QKeyEvent) and isinstance(watched, QLineEdit) and event.key() in _STEPS:
            if event.type() == QEvent.Type.KeyPress:
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.NoHint)
                self._emit_stepped(_STEPS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def _emit_stepped(self, step: int) -> None:
        self.stepped.emit(step)


def whole_words(text: str, words: Sequence[str], *, several: bool) -> str:
    """What was typed with every part made whole that can only be one word; other parts stay as they are."""
    parts = _LAST_PART.split(text) if several else [text]
    made = ", ".join(_whole(part.strip(), words) for part in parts)
    return made if several else made.strip()


def _whole(part: str, words: Sequence[str]) -> str:
    sought = part.casefold()
    known = [word.casefold() for word in words]
    if not sought or sought in known:
        return part
    for fits in (str.startswith, str.__contains__):
        found = [word for word, plain in zip(words, known, strict=True) if fits(plain, sought)]
        if len(found) == 1:
            return found[0]
    return part


class SheetView(QTableView):
    """Sends `pasted(str)`, `undo_asked()`, `opened(QModelIndex)` for a cell that cannot be typed in, `emptied()`.

    The last is for more cells than one; a single cell is emptied here.
    """

    shows_data: ClassVar[bool] = True
    pasted = Signal(str)
    undo_asked = Signal()
    opened = Signal(QModelIndex)
    emptied = Signal()

    def __init__(self, spoken: str) -> None:
        super().__init__()
        self._began = -1
        self._waits = False
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
        if len(rows) * len(columns) > 1:
            self.emptied.emit()
        elif self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
            self.model().setData(self.currentIndex(), "", Qt.ItemDataRole.EditRole)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a spreadsheet."""
        if self.state() == QAbstractItemView.State.EditingState and not self.hasFocus():
            # a key that the open cell leaves over is no key for the sheet
            super().keyPressEvent(event)
            return
        self._began, self._waits = -1, False
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.copy()
            self.empty()
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
        """After Enter the cell below is next, in the column where one began to type."""
        hints, column = QAbstractItemDelegate.EndEditHint, self.currentIndex().column()
        super().closeEditor(editor, hint)
        if hint == hints.EditNextItem and self._began < 0:
            self._began = column
        if hint == hints.SubmitModelCache:
            self.go_down(column if self._began < 0 else self._began)

    def go_down(self, column: int) -> None:
        """To the row below; where it has yet to come, as soon as it is there."""
        below = self.model().index(self.currentIndex().row() + 1, column)
        self._began, self._waits = -1, not below.isValid()
        self.setCurrentIndex(below if below.isValid() else self.currentIndex().siblingAtColumn(column))

    def step(self, rows: int) -> None:
        """So many rows down, or up."""
        there = self.currentIndex().siblingAtRow(self.currentIndex().row() + rows)
        if there.isValid():
            self.setCurrentIndex(there)

    def rowsInserted(self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int) -> None:
        """Go on to the new row when somebody waits for it."""
        super().rowsInserted(parent, start, end)
        here = self.currentIndex()
        if self._waits and start == here.row() + 1 and self.state() == QAbstractItemView.State.NoState:
            self._waits = False
            self.setCurrentIndex(here.siblingAtRow(start))
