"""The end of a conversation: the three questions, the summary to take along, and what finishing will do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.domain.residents import Purpose
from spinnenweb.domain.wording import Said
from spinnenweb.ui.pages.conversation.permissions import PermissionsCard
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card, Note
from spinnenweb.ui.widgets.giving_buttons import GivingButtons
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.scroll import PageScroll
from spinnenweb.ui.widgets.spoken import SpokenNote
from spinnenweb.ui.widgets.web_input import WebInput

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Spoken, Wording
    from spinnenweb.services.summaries import SummaryChoice
    from spinnenweb.ui.talk.talk import Talk


class SummaryCard(Card):
    """What the resident wants to keep, and how: photo, print, bring along, and a file last."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Samenvatting om mee te nemen"), parent=parent)
        self.ticks = {name: QCheckBox(text) for name, text in self._parts()}
        for name, tick in self.ticks.items():
            tick.setChecked(name != "note")
            self.add(tick)
        self.language = text_label("", "small")
        self.language.hide()
        self.add(self.language)
        self.giving = GivingButtons(words, self.tr("Komt op Vandaag zodra je afrondt."))
        self.giving.bring.setCheckable(True)
        self.add(self.giving)

    def show_keeps(self, keeps: bool, bring: bool) -> None:
        """What is not kept cannot be printed later."""
        can_not = self.tr("Dit kan alleen als je het gesprek mag bewaren.")
        hint = self.tr("Komt op Vandaag zodra je afrondt.") if keeps else can_not
        self.giving.bring.setEnabled(keeps)
        self.giving.bring.setChecked(keeps and bring)
        self.giving.bring.setAccessibleDescription(hint)
        self.giving.bring_hint.setText(hint)

    def _parts(self) -> list[tuple[str, str]]:
        return [
            ("web", self.tr("het web")),
            ("marks", self.tr("de cijfers")),
            ("matters", self.tr("wat telt")),
            ("step", self.tr("de eerste stap")),
            ("again", self.tr("de nieuwe afspraak")),
            ("note", self.tr("de notities")),
        ]

    def show_language(self, text: str) -> None:
        """Say in which language the paper is, when that is not the resident's; an empty text says nothing."""
        self.language.setText(text)
        self.language.setVisible(bool(text))

    def choice(self) -> SummaryChoice:
        """What was ticked."""
        from spinnenweb.services.summaries import SummaryChoice

        return SummaryChoice(**{name: tick.isChecked() for name, tick in self.ticks.items()})


class EndingPanel(PageScroll):
    """Made anew each time it opens, in the resident's words of that moment."""

    def __init__(self, words: Wording, spoken: Spoken, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
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
        self.web.set_values(talk.web.values)
        self.web.set_topics(talk.web.topics)
        self.summary.show_keeps(talk.keeps, self.summary.giving.bring.isChecked())
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
