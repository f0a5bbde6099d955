"""Which resident is meant: found while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.ui.dialogs.choice_sheet import ChoiceSheet
from spinnenweb.ui.search_box import line_text
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.rows import RowButton, end_row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from PySide6.QtWidgets import QWidget

    from spinnenweb.ui.context import Context
    from spinnenweb.ui.dialogs.choice_sheet import Choice

MOST = 5


class ChooseResidentDialog(ChoiceSheet):
    """Sends `chosen(str)`, the id of a resident, and goes; those in `without` are not offered."""

    def __init__(self, context: Context, title: str, without: Collection[str], parent: QWidget) -> None:
        super().__init__(context, self.tr("Typ een naam of een code"), parent)
        self.name(title, self.tr("Kiezen"))
        self._without = without
        self.begin()

    def found(self, typed: str) -> Iterator[Choice]:
        """Residents who are called so, or those of late."""
        residents = self.context.workspace.residents
        most = MOST + len(self._without)
        found = residents.find(typed, most) if typed else residents.recent(most)
        lines = [line for line in found if line.resident.id not in self._without]
        for line in lines[:MOST]:
            text = line_text(line, self.context.workspace.clock.today())
            row = RowButton(text)
            row.add(text_label(text), 1)
            yield line.resident.id, row, end_row(row)
