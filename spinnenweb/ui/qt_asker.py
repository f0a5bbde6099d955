"""The real way to ask: the system's file windows, and questions whose buttons name the consequence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.controls import danger_button, primary_button, quiet_button
from spinnenweb.ui.widgets.labels import SectionTitle, text_label

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

WIDTH = 460


class QtAsker:
    """Asks the person at the laptop; see `spinnenweb.ui.asker.Asker`."""

    def open_file(self, parent: QWidget, title: str, pattern: str) -> Path | None:
        """An existing file, chosen in the system's own window."""
        return _path(QFileDialog.getOpenFileName(parent, title, "", pattern)[0])

    def save_file(self, parent: QWidget, title: str, suggestion: str, pattern: str) -> Path | None:
        """Where to write a file; the system asks before an existing one is overwritten."""
        return _path(QFileDialog.getSaveFileName(parent, title, suggestion, pattern)[0])

    def folder(self, parent: QWidget, title: str) -> Path | None:
        """An existing folder."""
        return _path(QFileDialog.getExistingDirectory(parent, title))

    def confirm(self, parent: QWidget, title: str, text: str, verb: str, stay: str) -> bool:
        """Whether the button `verb` was pressed; Esc and closing mean `stay`."""
        dialog = QuestionDialog(title, text, danger_button(verb), quiet_button(stay), parent)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return agreed

    def printer(self, parent: QWidget) -> QPrinter | None:
        """A printer chosen in the system's own window; a file is not offered there."""
        from spinnenweb.ui.printing import ask_printer

        return ask_printer(parent)


def _path(chosen: str) -> Path | None:
    return Path(chosen) if chosen else None


class QuestionDialog(QDialog):
    """A title, a text and one or two buttons; the keyboard starts on the button that changes nothing."""

    def __init__(
        self,
        title: str,
        text: str,
        act: QPushButton,
        stay: QPushButton | None = None,
        parent: QWidget | None = None,
        beside: QPushButton | None = None,
    ) -> None:
        """`beside` stands apart at the left and does not close the dialog."""
        super().__init__(parent)
        self.setWindowTitle("Spinnenweb")
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.act = act
        self.stay = stay
        self._lay_out(title, text, beside)
        act.clicked.connect(self.accept)
        if stay is not None:
            stay.clicked.connect(self.reject)
        (stay or act).setFocus(Qt.FocusReason.OtherFocusReason)
        (stay or act).setDefault(True)

    def _lay_out(self, title: str, text: str, beside: QPushButton | None) -> None:
        self.setFixedWidth(px(WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(28), px(24), px(28), px(24))
        column.setSpacing(px(12))
        column.addWidget(SectionTitle(title))
        column.addWidget(text_label(text))
        column.addSpacing(px(8))
        row = QHBoxLayout()
        row.setSpacing(px(12))
        if beside is not None:
            row.addWidget(beside)
        row.addStretch(1)
        if self.stay is not None:
            row.addWidget(self.stay)
        row.addWidget(self.act)
        column.addLayout(row)


def message_dialog(
    title: str, text: str, verb: str, parent: QWidget, beside: QPushButton | None = None
) -> QuestionDialog:
    """A message that can only be read; open it with `open()`. It goes when it is closed."""
    dialog = QuestionDialog(title, text, primary_button(verb), parent=parent, beside=beside)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
