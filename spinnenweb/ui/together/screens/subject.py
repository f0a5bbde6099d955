"""One subject: an open question to talk about, then the mark, and the web beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from spinnenweb.domain.answers import EMPTY, NoMark, SetBy, marked, without_mark
from spinnenweb.domain.instruments import DIMENSION_CODES, Scale
from spinnenweb.domain.ways import Way
from spinnenweb.ui.talk import edits
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.together.aspects import AspectMarks, AspectTopics
from spinnenweb.ui.together.marks import MarkPart
from spinnenweb.ui.together.screen import Screen, Setting
from spinnenweb.ui.widgets.announce import announce_mark
from spinnenweb.ui.widgets.big_buttons import BigAnswers, BigButton, Dress
from spinnenweb.ui.widgets.big_words import QUESTION, TEXT, SaidLabel, with_picture
from spinnenweb.ui.widgets.flow_layout import Columns, FlowLayout
from spinnenweb.ui.widgets.web_input import AxisMark, WebInput

if TYPE_CHECKING:
    from spinnenweb.domain.answers import Answer
    from spinnenweb.ui.talk.talk import Talk

LETTERS = 14.0
"""Points of the words at the small web: it repeats what stands large beside it."""
_NARROW = 1060
_WEB_HEIGHT = 360
_LARGE_WEB_HEIGHT = 460
"""Where the web itself is what takes the mark."""


class SubjectScreen(Screen):
    """Sends `edited`, `pointed` when another axis of the web was touched."""

    def __init__(self, setting: Setting, code: str, talk: Talk, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(setting, parent)
        self.code = code
        self._label = setting.spoken.say(f"label.{code}").text
        self._ask = setting.spoken.say(f"{code}.ask")
        self._scale = talk.draft.conversation.scale
        self.marks: MarkPart | None = None
        self.aspects: AspectMarks | None = None
        self.keywords: AspectTopics | None = None
        self._on_web = way is Way.WEB and not talk.by_aspect
        self.web = self._make_web(talk)
        self.none = self._make_none()
        self.topic = BigButton(
            setting.spoken.say("answer.topic"), Dress("accent", drawing="topic", tick=True, side=32)
        )
        self._lay_out(talk, way)
        self.none.chosen.connect(self._say_none)
        self.topic.clicked.connect(self._tick)
        self.web.mark_set.connect(self._set_on_web)

    def _make_web(self, talk: Talk) -> WebInput:
        web = WebInput(talk.instrument.codes, self.setting.labels(talk.instrument.codes))
        web.set_letters(TEXT if self._on_web else LETTERS)
        web.set_calm(self.setting.calm)
        web.set_in_hand(self.code)
        web.setMinimumHeight(px(_LARGE_WEB_HEIGHT if self._on_web else _WEB_HEIGHT))
        return web

    def _make_none(self) -> BigAnswers:
        say = self.spoken.say
        answers = ((NoMark.UNKNOWN, say("answer.unknown")), (NoMark.DECLINED, say("answer.declined")))
        return BigAnswers(self._label, answers)

    def _lay_out(self, talk: Talk, way: Way) -> None:
        columns = Columns((5, 7) if self._on_web else (8, 5), gap=32, narrow=_NARROW)
        left, right = columns.column(0), columns.column(1)
        if self.spoken.dutch is not None:
            # the Dutch under each sentence already parts it from the next
            left.setSpacing(px(2))
            self.body.setSpacing(px(8))
        name = SaidLabel(self.spoken.say(f"label.{self.code}"), TEXT, True, "accent")
        # a subject of an organisation's own has no drawing
        left.addWidget(with_picture(self.code, name, 40) if self.code in DIMENSION_CODES else name)
        left.addWidget(SaidLabel(self._ask, QUESTION, bold=True))
        left.addWidget(SaidLabel(self.spoken.say(f"{self.code}.hint"), TEXT, tone="soft"))
        left.addSpacing(px(12 if self.spoken.dutch is None else 0))
        left.addWidget(self._make_input(talk, way))
        left.addStretch(1)
        right.addWidget(self.web)
        right.addStretch(1)
        self.add(columns)
        others = QWidget()
        flow = FlowLayout(others, gap=12)
        flow.addWidget(self.none)
        flow.addWidget(self.topic)
        self.add(others)
        if not talk.by_aspect:
            self.keywords = AspectTopics(self.spoken, talk, self.code)
            self.keywords.edited.connect(self.edited)
            flow.addWidget(self.keywords.more)
            self.add(self.keywords)
        self.body.addStretch(1)

    def _make_input(self, talk: Talk, way: Way) -> QWidget:
        if talk.by_aspect:
            self.aspects = AspectMarks(self.spoken, talk, self.code)
            self.aspects.edited.connect(self.edited)
            return self.aspects
        self.marks = MarkPart(self.spoken, self._label, way)
        self.marks.given.connect(self._give)
        self.marks.scale_wanted.connect(self._want_scale)
        return self.marks

    @property
    def asks(self) -> str:
        """The subject and its open question."""
        return f"{self._label}. {self._ask.text}"

    def start(self) -> bool:
        """On the marks: whoever uses keys sets one and goes on."""
        if self._on_web and self._scale is Scale.MARKS:
            self.web.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        part = self.marks or self.aspects
        return part is not None and part.start()

    def show_talk(self, talk: Talk) -> None:
        """Show the answer, the tick and the web."""
        conversation = talk.draft.conversation
        entry = conversation.entry(self.code)
        self._scale = conversation.scale
        if self.marks is not None:
            self.marks.show_mark(entry.answer.mark, conversation.scale)
            self.marks.show_scales(talk.instrument.scales, fixed=conversation.has_marks())
        if self.aspects is not None:
            self.aspects.show_talk(talk)
        if self.keywords is not None:
            self.keywords.show_talk(talk)
        self.none.show_value(entry.answer.no_mark)
        self.topic.setChecked(entry.topic)
        self.web.set_scale(conversation.scale)
        self.web.set_read_only(talk.by_aspect or conversation.scale is Scale.FACES)
        self.web.set_values(talk.web.values)
        self.web.set_topics(talk.spoken_of)

    def _give(self, mark: int | None) -> None:
        announce_mark(self, self._label, mark, self._scale)
        self._answer(EMPTY if mark is None else marked(mark, SetBy.RESIDENT))

    def _say_none(self, reason: NoMark | None) -> None:
        self._answer(EMPTY if reason is None else without_mark(reason, SetBy.RESIDENT))

    def _answer(self, answer: Answer) -> None:
        self.change(partial(edits.with_answer, code=self.code, answer=answer))

    def _tick(self, on: bool) -> None:
        self.change(partial(edits.with_topic, code=self.code, on=on))

    def _want_scale(self, scale: Scale) -> None:
        instrument = self.setting.catalogue.instruments
        self.change(lambda draft: edits.with_scale(draft, scale, instrument[draft.conversation.instrument]))

    def _set_on_web(self, given: AxisMark) -> None:
        answer = EMPTY if given.mark is None else marked(given.mark, SetBy.RESIDENT)
        self.change(partial(edits.with_answer, code=given.code, answer=answer))
        if given.code != self.code:
            # whoever points at another axis points at another subject
            self.pointed.emit(given.code)
