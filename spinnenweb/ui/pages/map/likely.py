"""What is typed may be there already: said above the sheet, with the way to look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.cards import Note
from spinnenweb.ui.widgets.controls import link_button

if TYPE_CHECKING:
    from spinnenweb.services.map_records import LikeLine
    from spinnenweb.ui.context import Context


class LikelyNote(Note):
    """Shown only when there is one. Sends `opened(str)` and, for two that are there, `compared(str, str)`.

    What is opened is an organisation; of an offer its own.
    """

    opened = Signal(str)
    compared = Signal(str, str)

    def __init__(self, context: Context) -> None:
        super().__init__("")
        self._words = context.words
        self._typed = ""
        self.found: LikeLine | None = None
        self.open = link_button(self.tr("Die openen"), "strong")
        self.beside = link_button(self.tr("Naast elkaar leggen"))
        for button, act in ((self.open, self._open), (self.beside, self._compare)):
            button.clicked.connect(act)
            self.row.addWidget(button)
        self.hide()

    def show_found(self, typed_id: str, found: tuple[LikeLine, ...]) -> None:
        """Say who it may be; `typed_id` is the record that is typed in, empty when it is not there yet."""
        self._typed, self.found = typed_id, found[0] if found else None
        if self.found is not None:
            why = self._words.say(f"map.like.{self.found.why.value}")
            text = self.tr("Is dit misschien {name}? Die staat er al ({why}).")
            self.label.setText(text.format(name=self.found.name, why=why))
            announce(self, self.label.text())
        self.beside.setVisible(bool(typed_id))
        self.setVisible(self.found is not None)

    def _open(self) -> None:
        if self.found is not None:
            self.hide()
            self._emit_opened(self.found.within or self.found.id)

    def _emit_opened(self, organisation_id: str) -> None:
        self.opened.emit(organisation_id)

    def _compare(self) -> None:
        if self.found is not None:
            self.hide()
            self._emit_compared(self.found.id, self._typed)

    def _emit_compared(self, kept: str, other: str) -> None:
        self.compared.emit(kept, other)
