"""Which resident is meant: found while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.search_box import line_text
from spinnenweb.ui.widgets.cards import RowCard
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.rows import RowButton, end_row
from spinnenweb.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QWidget

    from spinnenweb.services.records import ResidentLine
    from spinnenweb.ui.context import Context

MOST = 5


class ChooseResidentDialog(Sheet):
    """Sends `chosen(str)`, the id of a resident, and goes; those in `without` are not offered."""

    chosen = Signal(str)

    def __init__(self, context: Context, title: str, without: Collection[str], parent: QWidget) -> None:
        super().__init__(context, parent)
        self.name(title, self.tr("Kiezen"))
        self._without = without
        self.field = SearchField(self.tr("Typ een naam of een code"))
        self.nothing = text_label("", "soft")
        self.list = RowCard()
        self.rows: dict[RowButton, str] = {}
        for part in (self.field, self.nothing, self.list):
            self.fields.addWidget(part)
        self.field.textEdited.connect(self._search)
        self.field.returnPressed.connect(self._take_first)
        self.keep.clicked.connect(self._take_first)
        self._search("")
        self.field.setFocus()

    def _search(self, text: str) -> None:
        residents = self.context.workspace.residents
        most = MOST + len(self._without)
        found = residents.find(text, most) if text.strip() else residents.recent(most)
        lines = [line for line in found if line.resident.id not in self._without][:MOST]
        self.list.clear()
        self.rows = {}
        for line in lines:
            self._add(line)
        self.list.setVisible(bool(lines))
        self.nothing.setText(self.context.words.say("message.search_nothing", text=text) if text.strip() else "")
        self.nothing.setVisible(not lines)

    def _add(self, line: ResidentLine) -> None:
        text = line_text(line, self.context.workspace.clock.today())
        row = RowButton(text)
        row.add(text_label(text), 1)
        row.clicked.connect(self._take)
        self.rows[row] = line.resident.id
        self.list.add_row(end_row(row))

    def _take(self) -> None:
        sender = self.sender()
        self._choose(next(resident_id for row, resident_id in self.rows.items() if row is sender))

    def _take_first(self) -> None:
        first = next(iter(self.rows.values()), "")
        if self.field.text().strip() and first:
            self._choose(first)

    def _choose(self, resident_id: str) -> None:
        self.accept()
        self._emit_chosen(resident_id)

    def _emit_chosen(self, resident_id: str) -> None:
        self.chosen.emit(resident_id)
