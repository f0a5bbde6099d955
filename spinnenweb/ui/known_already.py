"""Someone new is typed who may be there already: the question, and the way to that card."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from spinnenweb.ui.names import display_name
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.cards import Note
from spinnenweb.ui.widgets.controls import link_button

if TYPE_CHECKING:
    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.merging import MergeService
    from spinnenweb.services.records import ResidentLine
    from spinnenweb.ui.context import Context

DELAY_MS = 300
"""So long after the last key the cards are looked through, so that nothing jumps while a name is being typed."""


def likely_lines(merging: MergeService, card: Resident) -> tuple[ResidentLine, ...]:
    """Residents who may be the one on this card: by name, and by a code that reads the same."""
    found = [
        line
        for typed in (card.calling_name, card.code)
        for line in merging.likely(typed, card.village_id, card.birth_year)
    ]
    return tuple({line.resident.id: line for line in found if line.resident.id != card.id}.values())


class KnownAlready(Note):
    """Shown only when there is someone. Sends `chosen(Resident)`. During a visit it shows nobody."""

    chosen = Signal(object)

    def __init__(self, context: Context, verb: str) -> None:
        """`verb` is what the button says, with `{name}` in it."""
        super().__init__("")
        self._context = context
        self._verb = verb
        self._card: Resident | None = None
        self.found: Resident | None = None
        self.button = link_button("", "strong")
        self.button.clicked.connect(self._choose)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self._look)
        self.row.addWidget(self.button)
        self.hide()

    def look_at(self, card: Resident | None) -> None:
        """A card is being typed; `None`: of nobody who is new."""
        if card is None or self._context.visit.on:
            self._card = None
            self._timer.stop()
            self._show_found(None)
        elif self._card is None or _typed(card) != _typed(self._card):
            self._card = card
            self._timer.start()

    def _look(self) -> None:
        if self._card is not None:
            card = self._card
            work = partial(likely_lines, self._context.workspace.merging, card)
            self._context.jobs.run(self, work, partial(self._show_lines, card))

    def _show_lines(self, card: Resident, lines: tuple[ResidentLine, ...]) -> None:
        # an answer about a card that was typed on meanwhile says nothing
        if card is self._card:
            self._show_found(lines[0] if lines else None)

    def _show_found(self, line: ResidentLine | None) -> None:
        before, self.found = self.found, None if line is None else line.resident
        if line is not None and line.resident != before:
            name, village = display_name(line.resident), line.village_name
            known = f"{name} ({village})" if village else name
            text = self._context.words.say("message.known_already", name=known)
            self.label.setText(text)
            self.button.setText(self._verb.format(name=display_name(line.resident)))
            announce(self, text)
        self.setVisible(line is not None)

    def _choose(self) -> None:
        if self.found is not None:
            found, self.found = self.found, None
            self.hide()
            self._emit_chosen(found)

    def _emit_chosen(self, resident: Resident) -> None:
        self.chosen.emit(resident)


def _typed(card: Resident) -> tuple[object, ...]:
    return card.id, card.calling_name, card.code, card.birth_year, card.village_id
