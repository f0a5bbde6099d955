"""The sheet under a short form: a title, the fields, what went wrong, and the two buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.ui.errors import told
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.controls import primary_button, quiet_button, with_shortcut
from spinnenweb.ui.widgets.labels import SectionTitle, text_label
from spinnenweb.ui.widgets.scrolling_dialog import ScrollingDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.ui.context import Context


class Sheet(ScrollingDialog):
    """Open with `open()`; it goes when it is closed. Fill `fields`; Ctrl+Enter presses `keep` from any field."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.problem = text_label("", "error")
        self.problem.hide()
        self.title = SectionTitle("", "heading")
        self.keep = primary_button("")
        self.not_now = quiet_button(self.tr("Niet nu"))
        self.not_now.clicked.connect(self.reject)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(px(14))
        self._lay_out()

    def _lay_out(self) -> None:
        self.middle.add(self.title)
        self.middle.add(self.fields)
        self.said.addWidget(self.problem)
        self.foot.addStretch(1)
        self.foot.addWidget(self.not_now)
        self.foot.addWidget(self.keep)

    def name(self, title: str, verb: str) -> None:
        """Give the form its title, and the button that keeps its verb."""
        self.setAccessibleName(title)
        self.title.setText(title)
        self.name_verb(verb)

    def name_verb(self, verb: str) -> None:
        """Give the button that keeps another verb; Qt forgets a button's shortcut with its text."""
        self.keep.setText(verb)
        with_shortcut(self.keep, "Ctrl+Return")

    def refuse(self, error: SpinnenwebError) -> None:
        """Say what was refused; the form stays as it is."""
        self.say(told(error, self.context.messages, self.context.words).text)

    def fail(self, error: Exception) -> None:
        """Say what was refused; anything else is a fault of the program."""
        if isinstance(error, SpinnenwebError):
            self.refuse(error)
        else:
            self.context.hub.fail(error)

    def say(self, text: str) -> None:
        """Say what is missing or wrong; an empty text takes it away."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        if text:
            self.grow()
            announce(self.problem, text)
