"""The end of a conversation: the three questions, the summary to take along, and what finishing will do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.domain.residents import Purpose
from spinnenweb.domain.wording import Said
from spinnenweb.ui.chosen import ChosenCard
from spinnenweb.ui.pages.conversation.permissions import PermissionsCard
from spinnenweb.ui.talk import edits
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card, Note
from spinnenweb.ui.widgets.giving_buttons import GivingButtons
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.scroll import PageScroll
from spinnenweb.ui.widgets.spoken import SpokenNote
from spinnenweb.ui.widgets.summary_ticks import SummaryTicks
from spinnenweb.ui.widgets.web_input import WebInput

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Spoken, Wording
    from spinnenweb.services.proposal_records import Wish
    from spinnenweb.services.summaries import SummaryChoice
    from spinnenweb.ui.talk.talk import Talk


class SummaryCard(Card):
    """What the resident wants to keep, and how: photo, print, bring, and a file last. Sends `edited(Edit)`."""

    edited = Signal(object)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Samenvatting om mee te nemen"), parent=parent)
        self.parts = SummaryTicks()
        self.add(self.parts)
        self.giving = GivingButtons(words, self.tr("Komt op Vandaag zodra je afrondt."))
        self.giving.bring.setCheckable(True)
        self.add(self.giving)
        self.parts.chosen.connect(self._choose)
        self.giving.bring.clicked.connect(self._bring)

    def show_talk(self, talk: Talk) -> None:
        """Show what was chosen. What is not kept cannot be printed later."""
        self.parts.show_parts(talk.draft.paper)
        keeps, bring = talk.keeps, talk.draft.bring
        can_not = self.tr("Dit kan alleen als je het gesprek mag bewaren.")
        hint = self.tr("Komt op Vandaag zodra je afrondt.") if keeps else can_not
        self.giving.bring.setEnabled(keeps)
        self.giving.bring.setChecked(keeps and bring)
        self.giving.bring.setAccessibleDescription(hint)
        self.giving.bring_hint.setText(hint)

    def choice(self) -> SummaryChoice:
        """What was ticked."""
        return self.parts.choice()

    def _choose(self, parts: tuple[str, ...]) -> None:
        self._emit(partial(edits.with_paper, parts=parts))

    def _bring(self, on: bool) -> None:
        self._emit(partial(edits.with_bring, on=on))

    def _emit(self, edit: edits.Edit) -> None:
        self.edited.emit(edit)


class EndingPanel(PageScroll):
    """Made anew each time it opens, in the resident's words of that moment. Sends `edited(Edit)`."""

    edited = Signal(object)

    def __init__(self, words: Wording, spoken: Spoken, talk: Talk) -> None:
        super().__init__()
        self.permissions = PermissionsCard(words, spoken, talk)
        self._no = spoken.say("consent.record_no")
        self._from_the_right = spoken.from_the_right
        self.nothing_kept = SpokenNote("warn")
        self._ask_first = self.tr("Vraag eerst of je het mag bewaren. Zonder ja wordt er niets bewaard.")
        self.problem = Note("", "warn")
        self.problem.hide()
        self.summary = SummaryCard(words)
        labels = [words.say(f"label.{code}") for code in talk.instrument.codes]
        self.web = WebInput(talk.instrument.codes, labels)
        self.web.set_read_only(True)
        self.web.set_calm(True)
        for part in (self.permissions, self.summary):
            part.edited.connect(self.edited)
        self._lay_out()
        self.show_talk(talk)

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(px(16))
        right.setSpacing(px(16))
        left.addWidget(self.permissions)
        left.addStretch(1)
        sheet = Card()
        sheet.add(self.web)
        self.web.setFixedHeight(px(270))
        right.addWidget(sheet)
        right.addWidget(self.nothing_kept)
        right.addWidget(self.summary)
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(px(16))
        columns.addLayout(left, 7)
        columns.addLayout(right, 4)
        self.add(self.problem)
        self.add(columns)

    def show_talk(self, talk: Talk) -> None:
        """Show the answers and what finishing will do with the conversation."""
        self.permissions.show_talk(talk)
        self.web.set_scale(talk.draft.conversation.scale)
        self.web.set_values(talk.web.values)
        self.web.set_topics(talk.web.topics)
        self.summary.show_talk(talk)
        self.nothing_kept.setVisible(not talk.keeps)
        asked = Purpose.RECORD in talk.draft.answers
        if asked:
            self.nothing_kept.show_said(self._no, self._from_the_right)
        else:
            self.nothing_kept.show_said(Said(self._ask_first))

    def show_problem(self, text: str) -> None:
        """Say what is wrong and what to do; an empty text takes it away."""
        self.problem.label.setText(text)
        self.problem.setVisible(bool(text))


class KeptPanel(PageScroll):
    """After the talk was kept: what the resident chose in it. Sends `arranged(str)` with the id of an offer."""

    arranged = Signal(str)

    def __init__(self, words: Wording, wishes: tuple[Wish, ...]) -> None:
        super().__init__()
        self.chosen = ChosenCard(words)
        self.chosen.opened.connect(self.arranged)
        self.add(self.chosen)
        self.chosen.show_chosen(wishes)
        self.add(text_label(self.tr("Later kan ook. Wat gekozen is, blijft staan."), "soft"))
