"""One question that is answered in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.dialogs.short_contact import line_field
from spinnenweb.ui.widgets.forms import FieldRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.ui.context import Context


class OneLineDialog(Sheet):
    """Open with `open()`. Sends `written(str)` and goes; `needed` is said when nothing is filled in."""

    written = Signal(str)

    def __init__(self, context: Context, title: str, verb: str, hint: str, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.name(title, verb)
        self.needed = ""
        self.line = line_field()
        self.fields.addWidget(FieldRow(self.tr("In één regel"), self.line, hint, wide=True))
        self.keep.clicked.connect(self._keep)
        self.line.setFocus()

    def _keep(self) -> None:
        said = self.line.text().strip()
        if self.needed and not said:
            self.say(self.needed)
            self.line.setFocus()
            return
        self.accept()
        self._emit_written(said)

    def _emit_written(self, said: str) -> None:
        self.written.emit(said)
