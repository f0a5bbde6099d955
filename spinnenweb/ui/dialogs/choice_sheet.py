"""The sheet under a choice of one that is found while typing."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.widgets.cards import RowCard
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from spinnenweb.ui.context import Context
    from spinnenweb.ui.widgets.rows import RowButton

    Choice = tuple[str, RowButton, QWidget]
    """An id, what is clicked, and the row it lies in."""


class ChoiceSheet(Sheet):
    """Sends `chosen(str)`, the id that was chosen, and goes. Give it a `name`, then `begin`."""

    chosen = Signal(str)

    def __init__(self, context: Context, hint: str, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.field = SearchField(hint)
        self.nothing = text_label("", "soft")
        self.list = RowCard()
        self.rows: dict[RowButton, str] = {}
        for part in (self.field, self.nothing, self.list):
            self.fields.addWidget(part)
        self.field.textEdited.connect(self._search)
        self.field.returnPressed.connect(self._take_first)
        self.keep.clicked.connect(self._take_first)

    def begin(self) -> None:
        """Show what can be chosen before anything is typed."""
        self._search("")
        self.field.setFocus()

    @abstractmethod
    def found(self, typed: str) -> Iterable[Choice]:
        """What can be chosen; `typed` is empty at first."""

    def none_found(self, typed: str) -> str:
        """What is said when there is nothing to choose."""
        return self.context.words.say("message.search_nothing", text=typed) if typed else ""

    def first(self) -> str:
        """What Enter chooses: the first of what was typed for, or nothing."""
        return next(iter(self.rows.values()), "") if self.field.text().strip() else ""

    def _search(self, text: str) -> None:
        typed = text.strip()
        self.list.clear()
        self.rows = {}
        for one, row, lying in self.found(typed):
            row.clicked.connect(self._take)
            self.rows[row] = one
            self.list.add_row(lying)
        self.list.setVisible(bool(self.rows))
        self.nothing.setText(self.none_found(typed))
        self.nothing.setVisible(not self.rows and bool(self.nothing.text()))

    def _take(self) -> None:
        sender = self.sender()
        self._choose(next(one for row, one in self.rows.items() if row is sender))

    def _take_first(self) -> None:
        if first := self.first():
            self._choose(first)

    def _choose(self, chosen: str) -> None:
        self.accept()
        self._emit_chosen(chosen)

    def _emit_chosen(self, chosen: str) -> None:
        self.chosen.emit(chosen)
