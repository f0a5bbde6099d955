"""The permissions, one question on each screen, and what the resident takes home."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from spinnenweb.domain.dates import said_date
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.domain.wording import Said
from spinnenweb.ui.talk import edits
from spinnenweb.ui.talk.questions import QUESTIONS, asked, intro
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.together import route
from spinnenweb.ui.together.screen import AskingScreen, Setting
from spinnenweb.ui.together.screens.step import said_step
from spinnenweb.ui.together.web import large_web
from spinnenweb.ui.widgets.big_buttons import BigAnswers
from spinnenweb.ui.widgets.big_words import TEXT, UNDER, SaidLabel
from spinnenweb.ui.widgets.flow_layout import Columns

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.wording import ResidentTexts
    from spinnenweb.ui.talk.talk import Talk

_ANSWER_WORDS = {
    ConsentAnswer.YES: "consent.yes",
    ConsentAnswer.NO: "consent.no",
    ConsentAnswer.LATER: "consent.later",
}
_DRAWINGS = {Purpose.RECORD: "keep", Purpose.COUNT: "count", Purpose.CONTACT: "contact"}
_NARROW = 900
_WEB_HEIGHT = 350
"""Low enough for a photo of the whole: the question stands above it in two languages."""


class MayScreen(AskingScreen):
    """One permission. Yes is fine and no is fine."""

    def __init__(self, setting: Setting, purpose: Purpose, talk: Talk, parent: QWidget | None = None) -> None:
        spoken = setting.spoken
        question = spoken.both(partial(asked, key=QUESTIONS[purpose], talk=talk))
        super().__init__(setting, question, _DRAWINGS[purpose], parent)
        self._purpose = purpose
        if spoken.dutch is not None:
            self.body.setSpacing(px(8))
        if purpose is Purpose.RECORD:
            count = len(route.asked(talk.draft))
            self.body.insertWidget(0, SaidLabel(spoken.both(partial(intro, count=count)), TEXT, tone="soft"))
        self.answers = BigAnswers(
            self.asks, [(value, spoken.say(key)) for value, key in _ANSWER_WORDS.items()], even=True
        )
        self.answers.chosen.connect(self._answer)
        self.nothing_kept = SaidLabel(spoken.say("consent.record_no"), TEXT, bold=True)
        self.add(self.answers, 16)
        self.add(self.nothing_kept, 8)
        for said in self._small_print(talk):
            self.add(SaidLabel(said, TEXT, tone="soft"))
        self.body.addStretch(1)

    def _small_print(self, talk: Talk) -> list[Said]:
        say, settings = self.spoken.say, talk.settings
        lines = [say("consent.free")]
        if self._purpose is Purpose.COUNT:
            lines.append(say("consent.past"))
        if self._purpose is Purpose.RECORD and settings.worker and settings.phone:
            lines.append(say("consent.change", worker=settings.worker, phone=_unbroken(settings.phone)))
        return lines

    def show_talk(self, talk: Talk) -> None:
        """Show the answer, and what a no to keeping means."""
        answer = talk.draft.answers.get(self._purpose)
        self.answers.show_value(answer)
        refused = self._purpose is Purpose.RECORD and answer is ConsentAnswer.NO
        self.nothing_kept.setVisible(refused)

    def start(self) -> bool:
        """On the answer that holds, or the first."""
        self.answers.focus()
        return True

    def _answer(self, answer: ConsentAnswer | None) -> None:
        self.change(partial(edits.with_permission, purpose=self._purpose, answer=answer))


class HomeScreen(AskingScreen):
    """What a photo of the screen holds: the web, the step, the next day and the number. No name."""

    def __init__(self, setting: Setting, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(setting, setting.spoken.say("home.ask"), "photo", parent)
        columns = Columns((1, 1), gap=24, narrow=_NARROW)
        self.web = large_web(setting, talk)
        if setting.spoken.dutch is not None:
            self.web.set_highest(_WEB_HEIGHT)
            self.body.setSpacing(px(8))
        columns.column(0).addWidget(self.web)
        columns.column(0).addStretch(1)
        side = columns.column(1)
        side.setSpacing(px(4))
        for heading, line in self._lines(talk):
            if heading.text:
                side.addWidget(SaidLabel(heading, TEXT, tone="soft"))
            side.addWidget(SaidLabel(line, TEXT, bold=bool(heading.text)))
            side.addSpacing(px(8 if setting.spoken.dutch is None else 2))
        for key in ("line.resident", "line.credit"):
            # the worker knows these two: no room for the Dutch on what is photographed
            side.addWidget(SaidLabel(Said(setting.spoken.say(key).text), UNDER, tone="soft"))
        side.addStretch(1)
        self.add(columns)
        self.body.addStretch(1)

    def _lines(self, talk: Talk) -> list[tuple[Said, Said]]:
        conversation, settings, say = talk.draft.conversation, talk.settings, self.spoken.say
        lines = []
        if not conversation.step.empty:
            lines.append((say("summary.step"), Said(said_step(conversation.step))))
        if conversation.return_on is not None:
            lines.append((Said(""), self.spoken.both(partial(_again, talk=talk))))
        if settings.worker and settings.phone:
            lines.append(
                (Said(""), say("summary.contact", worker=settings.worker, phone=_unbroken(settings.phone)))
            )
        return lines

    def show_talk(self, talk: Talk) -> None:
        """Show the web as it stands."""
        self.web.set_values(talk.web.values)
        self.web.set_topics(talk.spoken_of)


def _unbroken(phone: str) -> str:
    """A number that is read from one line, also from a photo."""
    return phone.replace(" ", "\u00a0")


def _again(texts: ResidentTexts, talk: Talk) -> str:
    day = talk.draft.conversation.return_on
    return "" if day is None else texts.say("summary.again_on", date=said_date(day, texts.language))
