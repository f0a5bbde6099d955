"""Which talk and which parts of it the resident wants to keep, and in which way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from spinnenweb.ui.dates import full_day
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.giving_buttons import GivingButtons
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.summary_ticks import SummaryTicks

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.services.summaries import SummaryChoice
    from spinnenweb.ui.context import Context


class Way(Enum):
    """How something is left behind."""

    PHOTO = "photo"
    PRINT = "print"
    BRING = "bring"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class WantedSummary:
    """One talk, what of it is wanted, and how."""

    conversation: Conversation
    choice: SummaryChoice
    way: Way = Way.PDF


class SummaryDialog(Sheet):
    """Open with `open()`. Sends `wanted(WantedSummary)` and goes."""

    wanted = Signal(object)

    def __init__(self, talks: tuple[Conversation, ...], context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        title = self.tr("Samenvatting om mee te nemen")
        self.setAccessibleName(title)
        self.title.setText(title)
        self.keep.hide()
        self._talks = talks
        self.talk = ChoiceBox()
        self.talk.addItems([full_day(talk.held_on) for talk in talks])
        self.parts = SummaryTicks()
        self.giving = GivingButtons(context.words, self.tr("Komt op Vandaag. Daar druk je alles in één keer af."))
        for button in self.giving.buttons:
            button.clicked.connect(self._take)
        self._fill()
        self.giving.photo.setFocus()

    @property
    def save(self) -> QPushButton:
        """The button of the file."""
        return self.giving.pdf

    def _fill(self) -> None:
        self.fields.addWidget(FieldRow(self.tr("Welk gesprek?"), self.talk))
        self.fields.addWidget(text_label(self.tr("Wat wil de inwoner op papier?"), "strong"))
        self.fields.addWidget(self.parts)
        self.fields.addWidget(self.giving)

    def _take(self) -> None:
        pressed = self.sender()
        way = next(way for way, button in zip(Way, self.giving.buttons, strict=True) if button is pressed)
        wanted = WantedSummary(self._talks[self.talk.currentIndex()], self.parts.choice(), way)
        self.accept()
        self._emit_wanted(wanted)

    def _emit_wanted(self, wanted: WantedSummary) -> None:
        self.wanted.emit(wanted)
