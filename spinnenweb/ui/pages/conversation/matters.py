"""What matters to the resident: at most three, from the aspects and dimensions or in own words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from spinnenweb.domain.conversations import MOST_MATTERS, Matter
from spinnenweb.ui.talk import edits
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.answer_buttons import make_room
from spinnenweb.ui.widgets.bsn_line import BsnLine
from spinnenweb.ui.widgets.chips import ToggleChip
from spinnenweb.ui.widgets.controls import link_button, quiet_button
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import SectionTitle

if TYPE_CHECKING:
    from spinnenweb.domain.instruments import Dimension
    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.talk.talk import Talk


class MattersPart(QWidget):
    """The chosen ones as chips; "+ kies" unfolds the choice. Sends `edited(Edit)`."""

    edited = Signal(object)
    rearranged = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._talk: Talk | None = None
        self._shown: tuple[Matter, ...] | None = None
        self._offered: tuple[str, ...] = ()
        self.title = SectionTitle()
        self.chosen: dict[QPushButton, Matter] = {}
        self.offers: dict[QPushButton, Matter] = {}
        self.more = link_button(self.tr("+ kies"))
        self.more.setAccessibleName(self.tr("Kies wat telt"))
        self.more.setCheckable(True)
        make_room(self.more, self.tr("+ kies"), self.tr("klaar"))
        self.more.toggled.connect(self._open_choice)
        self._chips = FlowLayout(gap=6)
        self.choice = self._make_choice()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.title)
        column.addLayout(self._chips)
        column.addWidget(self.choice)
        self._chips.addWidget(self.more)

    def _make_choice(self) -> QWidget:
        self.subject = ChoiceBox()
        self.subject.setAccessibleName(self.tr("Onderwerp"))
        self.subject.activated.connect(self._offer_subject)
        self.own = QLineEdit()
        self.own.setPlaceholderText(self.tr("in eigen woorden"))
        self.own.setAccessibleName(self.tr("Wat telt, in eigen woorden"))
        self.own.returnPressed.connect(self._take_own)
        self.take = quiet_button(self.tr("Erbij"))
        self.take.clicked.connect(self._take_own)
        self._offer_flow = FlowLayout(gap=6)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.subject)
        column.addLayout(self._offer_flow)
        line = QHBoxLayout()
        line.addWidget(self.own, 1)
        line.addWidget(self.take)
        column.addLayout(line)
        column.addWidget(BsnLine(self.own))
        holder.hide()
        return holder

    def show_talk(self, talk: Talk) -> None:
        """Show what was chosen."""
        self._talk = talk
        self.title.setText(self.tr("Wat telt voor {name}?").format(name=talk.name))
        matters = talk.draft.conversation.matters
        self._show_subjects(talk)
        if matters != self._shown:
            self._shown = matters
            self._show_chosen(matters)
        self._show_full(matters)

    def start_anew(self) -> None:
        """Close the choice: another conversation comes."""
        self.more.setChecked(False)
        self.own.clear()

    def _show_subjects(self, talk: Talk) -> None:
        codes = talk.instrument.codes
        if tuple(self.subject.itemData(i) for i in range(self.subject.count())) != codes:
            self.subject.clear()
            for code in codes:
                self.subject.addItem(self._words.say(f"label.{code}"), code)

    def _show_chosen(self, matters: tuple[Matter, ...]) -> None:
        self._chips.removeWidget(self.more)
        for old in self.chosen:
            _drop(self._chips, old)
        self.chosen = {self._chip(self.say(matter), True): matter for matter in matters}
        for chip in self.chosen:
            self._chips.addWidget(chip)
            chip.clicked.connect(self._let_go)
        self._chips.addWidget(self.more)

    def _chip(self, text: str, on: bool) -> QPushButton:
        chip = ToggleChip(text)
        chip.setChecked(on)
        return chip

    def _show_full(self, matters: tuple[Matter, ...]) -> None:
        full = len(matters) >= MOST_MATTERS
        for chip, matter in self.offers.items():
            chip.setChecked(matter in matters)
            chip.setEnabled(matter in matters or not full)
        self.own.setEnabled(not full)
        self.take.setEnabled(not full)
        self.more.setToolTip(self.tr("Hoogstens drie") if full else "")

    def say(self, matter: Matter) -> str:
        """The words for something that matters."""
        return matter.words or self._words.say(f"label.{matter.code}")

    def _open_choice(self, on: bool) -> None:
        self.more.setText(self.tr("klaar") if on else self.tr("+ kies"))
        self.choice.setVisible(on)
        if on and self._talk is not None:
            self._start_at(self._talk)
            self._offer_subject()

    def _start_at(self, talk: Talk) -> None:
        topics = talk.draft.conversation.topics
        first = next(
            (code for code in talk.instrument.codes if _about(talk, code, topics)), talk.instrument.codes[0]
        )
        self.subject.setCurrentIndex(talk.instrument.codes.index(first))

    def _offer_subject(self) -> None:
        if self._talk is None:
            return
        for old in self.offers:
            _drop(self._offer_flow, old)
        dimension = self._talk.instrument.dimension(str(self.subject.currentData()))
        self.offers = {self._offer(code): Matter(code) for code in self._codes_of(dimension, self._talk)}
        self._show_full(self._talk.draft.conversation.matters)
        self.rearranged.emit()

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in reading order."""
        return [*self.chosen, self.more, self.subject, *self.offers, self.own, self.take]

    def _codes_of(self, dimension: Dimension, talk: Talk) -> tuple[str, ...]:
        asked = talk.draft.conversation.switched_on
        return (dimension.code, *(aspect.code for aspect in dimension.aspects if aspect.code in asked))

    def _offer(self, code: str) -> QPushButton:
        chip = self._chip(self._words.say(f"label.{code}"), False)
        chip.clicked.connect(self._take_offer)
        self._offer_flow.addWidget(chip)
        return chip

    def _take_offer(self, on: bool) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self._emit(partial(edits.with_matter if on else edits.without_matter, matter=self.offers[sender]))

    def _let_go(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.more.setFocus()
            self._emit(partial(edits.without_matter, matter=self.chosen[sender]))

    def _take_own(self) -> None:
        text = self.own.text()
        if text.strip():
            self._emit(partial(edits.with_matter, matter=Matter(words=text)))
            self.own.clear()

    def _emit(self, edit: edits.Edit) -> None:
        self.edited.emit(edit)


def _about(talk: Talk, code: str, topics: tuple[str, ...]) -> bool:
    dimension = talk.instrument.dimension(code)
    return code in topics or any(aspect.code in topics for aspect in dimension.aspects)


def _drop(flow: FlowLayout, widget: QWidget) -> None:
    flow.removeWidget(widget)
    widget.hide()
    widget.deleteLater()
