"""The quiet line that says a text holds what looks like a burgerservicenummer.

It stays until the number is gone. Typing and keeping go on all the same: words are never lost, and the number is
shown again before the text leaves the vault. Why it may not be there: reference/domain.md 4.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from spinnenweb.domain.free_text import bsns
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.labels import dress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

TOLD = "bsn_told"


class BsnLine(QLabel):
    """Put it under the fields it watches. Hidden while none of them holds such a number."""

    def __init__(self, *fields: QLineEdit | QPlainTextEdit) -> None:
        super().__init__()
        dress(self, "error")
        self.setText(self.tr("Dit lijkt een burgerservicenummer. Dat mag hier niet staan. Haal het weg."))
        self._fields = fields
        for field in fields:
            field.textChanged.connect(self._look)
        self.hide()
        self._look()

    def _look(self) -> None:
        for field in self._fields:
            self._tell(field, found=bool(bsns(_text(field))))
        self.setVisible(any(field.property(TOLD) for field in self._fields))

    def _tell(self, field: QWidget, *, found: bool) -> None:
        if bool(field.property(TOLD)) == found:
            return
        field.setProperty(TOLD, found)
        described = field.accessibleDescription().removeprefix(self.text()).strip()
        field.setAccessibleDescription(f"{self.text()} {described}".strip() if found else described)
        if found and field.hasFocus():
            announce(field, self.text())


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
