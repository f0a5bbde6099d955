"""The base of all pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from spinnenweb.ui.widgets.tab_order import as_read

if TYPE_CHECKING:
    from spinnenweb.domain.changes import Changes
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.places import Crumb, Place


class Page(QWidget):
    """One screen. The frame calls `open` on arrival, `leave` before going, `on_changed` after others' writes."""

    help_key = ""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def crumbs(self) -> tuple[Crumb, ...]:
        """The breadcrumb of what is shown now."""
        return ()

    def open(self, place: Place) -> None:
        """Show what `place` names, freshly read."""

    def here(self, place: Place) -> Place:
        """Where to come back to, when `place` was opened; a page that made a record names that."""
        return place

    def take_keyboard(self) -> None:
        """Give the keyboard to the first that takes it, unless the page itself gave it to another of its own."""
        here = self.window().focusWidget()
        if here is not None and here.isVisible() and self.isAncestorOf(here):
            return
        first = next((one for one in as_read(self) if one.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_changed(self, changes: Changes) -> None:
        """Read again what others changed."""

    def leave(self) -> None:
        """Write what is not written yet; never asks."""
