"""Als het dringend is: shown over the page where the person was, which stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from spinnenweb.ui.page import Page
from spinnenweb.ui.places import Crumb, Place
from spinnenweb.ui.urgent_numbers import UrgentNumbers

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.changes import Changes
    from spinnenweb.ui.context import Context


class UrgentPage(Page):
    """Numbers only: it names no resident, so it may be shown to anyone. Sends `back_asked`."""

    help_key = "urgent"
    back_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.view = UrgentNumbers(context.words)
        self.view.back_asked.connect(self.back_asked)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.view)

    def crumbs(self) -> tuple[Crumb, ...]:
        """Only this."""
        return (Crumb(self.context.words.say("frame.urgent")),)

    def open(self, place: Place) -> None:
        """Show the organisation's own numbers as they are now."""
        self.view.show_own(self.context.workspace.settings.get().urgent_numbers)
        self.view.begin()

    def on_changed(self, changes: Changes) -> None:
        """Read again."""
        self.view.show_own(self.context.workspace.settings.get().urgent_numbers)
