"""Form rows that are accessible by construction: name, explanation and error belong to the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QLineEdit, QVBoxLayout, QWidget

from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.bsn_line import BsnLine
from spinnenweb.ui.widgets.labels import SectionTitle, text_label

if TYPE_CHECKING:
    from collections.abc import Iterable

FIELD_WIDTH = 480


class FieldRow(QWidget):
    """A label above a field, help under the label, an error under the field; watched for a burgerservicenummer."""

    def __init__(self, label: str, field: QWidget, help_text: str = "", wide: bool = False) -> None:
        super().__init__()
        self.field = field
        self._help = help_text
        self.label = text_label(label, "strong")
        self.label.setBuddy(field)
        self._error = text_label("", "error")
        self._error.hide()
        field.setAccessibleName(label.replace("&", ""))
        field.setAccessibleDescription(help_text)
        indent_number(field)
        if not wide:
            field.setMaximumWidth(px(FIELD_WIDTH))
        self._lay_out(help_text)

    def _lay_out(self, help_text: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self.label)
        if help_text:
            column.addWidget(text_label(help_text, "small"))
        column.addWidget(self.field)
        if isinstance(self.field, QLineEdit):
            column.addWidget(BsnLine(self.field))
        column.addWidget(self._error)

    @property
    def error(self) -> str:
        """The error shown now, or an empty text."""
        return self._error.text()

    def set_error(self, text: str) -> None:
        """Show what is wrong and how to mend it; an empty text takes it away."""
        self._error.setText(text)
        self._error.setVisible(bool(text))
        self.field.setAccessibleDescription(" ".join(part for part in (text, self._help) if part))
        self.field.setProperty("state", "error" if text else "")
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
        if text:
            announce(self.field, text)


class FormSection(QWidget):
    """Fields under each other, with an optional title and a line under it."""

    def __init__(self, title: str = "", intro: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[FieldRow] = []
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(px(16))
        if title:
            self.body.addWidget(SectionTitle(title))
        if intro:
            self.body.addWidget(text_label(intro, "soft"))

    def add_row(self, label: str, field: QWidget, help_text: str = "", wide: bool = False) -> FieldRow:
        """Add a field; "&" in the label makes a mnemonic. `wide` lets it fill the column."""
        row = FieldRow(label, field, help_text, wide)
        self.rows.append(row)
        self.body.addWidget(row)
        return row

    def add_widget(self, widget: QWidget) -> None:
        """Add what carries its own words, such as a tick box."""
        self.body.addWidget(widget)

    def clear_errors(self) -> None:
        """Take all errors away."""
        for row in self.rows:
            row.set_error("")

    def focus_first_error(self) -> bool:
        """Bring the keyboard to the first field with an error; whether there was one."""
        return focus_first_error(self.rows)


def indent_number(field: QWidget) -> None:
    """Give a number field the air at the left that Qt's style sheets forget there (6.11: edit field at x = 0)."""
    if isinstance(field, QAbstractSpinBox) and not (isinstance(field, QDateEdit) and field.calendarPopup()):
        for line in field.findChildren(QLineEdit):
            line.setTextMargins(px(10), 0, 0, 0)


def focus_first_error(rows: Iterable[FieldRow]) -> bool:
    """Bring the keyboard to the first field with an error; whether there was one."""
    for row in rows:
        if row.error:
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
    return False
