"""The three questions at the end, in the resident's own words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.domain.residents import AnsweredBy, ConsentAnswer, Purpose
from spinnenweb.ui.dates import full_day
from spinnenweb.ui.talk import edits
from spinnenweb.ui.talk.questions import QUESTIONS, asked, intro
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.answer_buttons import AnswerButtons
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.spoken import SpokenLabel, spoken_answers

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from spinnenweb.domain.residents import Consent
    from spinnenweb.domain.wording import Said, Spoken, Wording
    from spinnenweb.ui.talk.talk import Talk

_ANSWERS: Mapping[Hashable, str] = {
    ConsentAnswer.YES: "consent.yes",
    ConsentAnswer.NO: "consent.no",
    ConsentAnswer.LATER: "consent.later",
}


class PermissionQuestion(QWidget):
    """One question with its answers and what was said before. Sends `edited(Edit)`."""

    edited = Signal(object)

    def __init__(self, purpose: Purpose, question: Said, spoken: Spoken, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._purpose = purpose
        asked = SpokenLabel(question, "section", spoken.from_the_right)
        self.question = asked.label
        self.earlier = text_label("", "small")
        self.answers = spoken_answers(spoken, question, _ANSWERS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, px(8))
        column.setSpacing(px(8))
        column.addWidget(asked)
        column.addWidget(self.earlier)
        column.addWidget(self.answers)
        self.answers.chosen.connect(self._answer)

    def show_answer(self, answer: ConsentAnswer | None, earlier: str) -> None:
        """Show today's answer, and the earlier one in words."""
        self.answers.show_value(answer)
        self.earlier.setText(earlier)
        self.earlier.setVisible(bool(earlier))

    def _answer(self, answer: ConsentAnswer | None) -> None:
        self.edited.emit(partial(edits.with_permission, purpose=self._purpose, answer=answer))


class PermissionsCard(Card):
    """The questions, who answered, and what holds for a yes and a no. Sends `edited(Edit)`."""

    edited = Signal(object)

    def __init__(self, words: Wording, spoken: Spoken, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self._spoken = spoken
        self._say(spoken.both(lambda texts: intro(texts, len(QUESTIONS))), "soft")
        self.questions = {
            purpose: PermissionQuestion(purpose, spoken.both(partial(asked, key=key, talk=talk)), spoken)
            for purpose, key in QUESTIONS.items()
        }
        for question in self.questions.values():
            self.add(question)
            self.add_divider()
            question.edited.connect(self._pass_on)
        self._add_small_print(talk)
        self._add_who()

    def _say(self, said: Said, role: str = "body") -> None:
        self.add(SpokenLabel(said, role, self._spoken.from_the_right))

    def _add_small_print(self, talk: Talk) -> None:
        self._say(self._spoken.say("consent.free"))
        settings = talk.settings
        if settings.worker and settings.phone:
            self._say(self._spoken.say("consent.change", worker=settings.worker, phone=settings.phone))
        self._say(self._spoken.say("consent.past"))

    def _add_who(self) -> None:
        question = self._words.say("consent.worker_who")
        self.who = AnswerButtons(
            question, [(who, self._words.say(f"answered_by.{who.value}")) for who in AnsweredBy]
        )
        self.who.chosen.connect(self._say_who)
        self.add_divider()
        self.add(text_label(question, "strong"))
        self.add(self.who)
        self.add(text_label(self._words.say("consent.worker_ground"), "small"))

    def show_talk(self, talk: Talk) -> None:
        """Show today's answers and the earlier ones."""
        for purpose, question in self.questions.items():
            earlier = talk.earlier(purpose)
            question.show_answer(talk.draft.answers.get(purpose), self._earlier(earlier) if earlier else "")
        self.who.show_value(talk.draft.answered_by)

    def focus(self) -> None:
        """Bring the keyboard to the first answer."""
        buttons = next(iter(self.questions.values())).answers.buttons
        next(iter(buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _earlier(self, consent: Consent) -> str:
        answer = self._words.say(f"consent_answer.{consent.answer.value}")
        return self.tr("eerder: {answer} op {date}").format(answer=answer, date=full_day(consent.given_on))

    def _say_who(self, who: AnsweredBy | None) -> None:
        self._pass_on(partial(edits.with_answered_by, who=who or AnsweredBy.SELF))

    def _pass_on(self, edit: edits.Edit) -> None:
        self.edited.emit(edit)
