"""What is done about an early sign, with the steps of the Meldcode beside it; nothing is judged here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from spinnenweb.domain.signals import SignalState
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.dialogs.short_contact import line_field
from spinnenweb.ui.widgets.answer_buttons import AnswerButtons
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.ui.context import Context


@dataclass(frozen=True, slots=True)
class Told:
    """What became of it, in a word and in the worker's own."""

    state: SignalState
    words: str


class SignalDialog(Sheet):
    """Open with `open()`. Sends `told(Told)` and goes."""

    told = Signal(object)

    def __init__(self, context: Context, signal: str, parent: QWidget) -> None:
        super().__init__(context, parent)
        words = context.words
        self.name(words.say(f"signal.{signal}"), self.tr("Bewaren"))
        ask = self.tr("Wat doe je ermee?")
        self.state = AnswerButtons(ask, [(one, words.say(f"signal_state.{one.value}")) for one in SignalState])
        self.line = line_field()
        self.fields.addWidget(FieldRow(ask, self.state, wide=True))
        hint = words.say("message.note_hint")
        self.fields.addWidget(FieldRow(self.tr("In één regel"), self.line, hint, wide=True))
        self.fields.addWidget(self._reminder())
        self.keep.clicked.connect(self._keep)
        self.line.setFocus()

    def _reminder(self) -> Card:
        """The steps in words; the program opens no page by itself."""
        words = self.context.words
        card = Card(words.say("meldcode.title"))
        for key in ("meldcode.text", "meldcode.judge"):
            card.add(text_label(words.say(key)))
        self.link = text_label(words.say("meldcode.link"), "small")
        self.link.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        card.add(self.link)
        return card

    def _keep(self) -> None:
        state = self.state.value
        if not isinstance(state, SignalState):
            self.say(self.tr("Kies wat je ermee doet."))
            return
        told = Told(state, self.line.text())
        self.accept()
        self._emit_told(told)

    def _emit_told(self, told: Told) -> None:
        self.told.emit(told)
