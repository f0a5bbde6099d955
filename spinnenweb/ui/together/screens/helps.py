"""What the village has that fits: at most five offers on big cards, each with "dit wil ik" and "nee, dank u"."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.domain.choices import Choice, HelpAnswer
from spinnenweb.ui.talk.around_edits import with_help
from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.together.offer_words import card_words, freshness_said
from spinnenweb.ui.together.screen import AskingScreen
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.big_buttons import BigAnswers
from spinnenweb.ui.widgets.big_words import QUESTION, TEXT, SaidLabel
from spinnenweb.ui.widgets.flow_layout import Columns
from spinnenweb.ui.widgets.freshness import SHAPES
from spinnenweb.ui.widgets.labels import IconMark

if TYPE_CHECKING:
    from spinnenweb.domain.map_schedule import SlotWords
    from spinnenweb.domain.social_map import Freshness
    from spinnenweb.domain.wording import Said
    from spinnenweb.services.proposals import ProposalLine
    from spinnenweb.ui.talk.talk import Talk
    from spinnenweb.ui.together.screen import Setting

_NARROW = 800
_NAME = (QUESTION + TEXT) / 2
_WORDS = {Choice.CHOSEN: "help.want", Choice.DECLINED: "help.pass"}


class OfferCard(QFrame):
    """One offer. Sends `answered(HelpAnswer, bool)`: what was said, and whether it holds or was taken back."""

    answered = Signal(object, bool)

    def __init__(self, setting: Setting, line: ProposalLine, slots: SlotWords) -> None:
        super().__init__()
        set_role(self, "card")
        self.line = line
        self._answer: Choice | None = None
        spoken, name = setting.spoken, line.proposal.offer.name
        words = card_words(spoken, line, slots)
        self.name = words.name
        self.answers = BigAnswers(name, [(answer, spoken.say(key)) for answer, key in _WORDS.items()])
        self.answers.chosen.connect(self._tell)
        columns = Columns((6, 5), gap=28, narrow=_NARROW)
        told, asked = columns.column(0), columns.column(1)
        told.addWidget(SaidLabel(words.name, _NAME, bold=True))
        for said in words.facts:
            told.addWidget(SaidLabel(said, TEXT))
        for said in words.why:
            asked.addWidget(SaidLabel(said, TEXT, tone="soft"))
        asked.addWidget(_fresh(line.freshness, freshness_said(spoken, line.freshness)))
        asked.addSpacing(px(8))
        asked.addWidget(self.answers)
        for column in (told, asked):
            column.setSpacing(px(4))
            column.addStretch(1)
        self.setAccessibleName(name)
        body = QVBoxLayout(self)
        body.setContentsMargins(px(20), px(16), px(20), px(16))
        body.addWidget(columns)

    def show_answer(self, answer: Choice | None) -> None:
        """Show what was said, without telling anyone."""
        self._answer = answer
        self.answers.show_value(answer)

    def _tell(self, answer: Choice | None) -> None:
        about, offer_id = self.line.about, self.line.proposal.offer.id
        said = answer or self._answer
        if about is not None and said is not None:
            self._answer = answer
            self._emit_answered(HelpAnswer(offer_id, about.kind, about.code, said), answer is not None)

    def _emit_answered(self, told: HelpAnswer, on: bool) -> None:
        self.answered.emit(told, on)


class HelpsScreen(AskingScreen):
    """The cards come when they are found (`show_found`); `rearranged` follows. Nobody has to choose anything."""

    rearranged = Signal()

    def __init__(self, setting: Setting, slots: SlotWords, parent: QWidget | None = None) -> None:
        super().__init__(setting, setting.spoken.say("help.intro"), parent=parent)
        self._slots = slots
        self._said: dict[str, Choice] = {}
        self.cards: list[OfferCard] = []
        self.nothing = SaidLabel(setting.spoken.say("help.nothing"), TEXT, tone="soft")
        self.nothing.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(16))
        self.add(self._rows)
        self.add(self.nothing)
        self.body.addStretch(1)

    def show_found(self, lines: tuple[ProposalLine, ...]) -> None:
        """Show these offers, or that there are none."""
        for line in lines:
            card = OfferCard(self.setting, line, self._slots)
            card.answered.connect(self._answer)
            self.cards.append(card)
            self._rows.addWidget(card)
        self.question.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        if not lines:
            announce(self, self.nothing.words.text())
        self._show_answers()
        self.rearranged.emit()

    def show_talk(self, talk: Talk) -> None:
        """Show what was said about each."""
        self._said = {told.offer_id: told.answer for told in talk.draft.helps}
        self._show_answers()

    def _show_answers(self) -> None:
        for card in self.cards:
            card.show_answer(self._said.get(card.line.proposal.offer.id))

    def _answer(self, told: HelpAnswer, on: bool) -> None:
        self.change(partial(with_help, told=told, on=on))


def _fresh(freshness: Freshness, said: Said) -> QWidget:
    name, tone = SHAPES[freshness]
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, px(4), 0, 0)
    row.setSpacing(px(10))
    row.addWidget(IconMark(name, tone, 24), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(SaidLabel(said, TEXT, tone="soft"), 1)
    return holder
