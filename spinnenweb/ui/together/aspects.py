"""The keywords of a subject: each with its own mark where a talk is held by aspect, else to be ticked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.domain.answers import EMPTY, SetBy, marked
from spinnenweb.domain.scoring import ScoreState
from spinnenweb.ui.talk import edits
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.together.folding import FoldButton
from spinnenweb.ui.widgets.announce import announce_mark
from spinnenweb.ui.widgets.big_buttons import BigButton, Dress
from spinnenweb.ui.widgets.big_marks import BigMarks
from spinnenweb.ui.widgets.big_words import QUESTION, TEXT, SaidLabel
from spinnenweb.ui.widgets.flow_layout import Columns, FlowLayout

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QObject

    from spinnenweb.domain.wording import Spoken
    from spinnenweb.ui.talk.talk import Talk

_WIDEST = 872
_NARROW = 640


def asked_aspects(talk: Talk, code: str) -> tuple[str, ...]:
    """The keywords of a subject that are asked; sensitive ones only once they were switched on."""
    asked = talk.draft.conversation.switched_on
    return tuple(aspect.code for aspect in talk.instrument.dimension(code).aspects if aspect.code in asked)


class AspectMarks(QWidget):
    """The mark question once, then numbers and a tick for each keyword that is asked. Sends `edited(Edit)`.

    Some may be left open: under half of them there is no mean, and then it says so.
    """

    edited = Signal(object)

    def __init__(self, spoken: Spoken, talk: Talk, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = code
        self._words: dict[str, str] = {}
        self.rows: dict[str, BigMarks] = {}
        self.topics: dict[str, BigButton] = {}
        self.too_few = SaidLabel(spoken.say("summary.too_few"), TEXT, tone="soft")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self._column.addWidget(SaidLabel(spoken.say("mark.ask"), QUESTION))
        self._column.addWidget(self.too_few)
        for aspect in asked_aspects(talk, code):
            self._add(aspect, spoken)
        self.setMaximumWidth(px(_WIDEST))

    def _add(self, code: str, spoken: Spoken) -> None:
        said = spoken.say(f"label.{code}")
        row = BigMarks(said.text)
        row.chosen.connect(partial(self._give, code))
        topic = BigButton(spoken.say("answer.topic"), Dress("accent", drawing="topic", tick=True, side=32))
        topic.setAccessibleName(f"{said.text}, {topic.text()}")
        topic.clicked.connect(self._tick)
        self._words[code] = said.text
        self.rows[code] = row
        self.topics[code] = topic
        head = Columns((4, 5), gap=16, narrow=_NARROW)
        head.column(0).addWidget(SaidLabel(said, TEXT, bold=True))
        head.column(1).addWidget(topic)
        self._column.addSpacing(px(12))
        self._column.addWidget(head)
        self._column.addWidget(row)

    def start(self) -> bool:
        """Bring the keyboard to the first row."""
        for row in tuple(self.rows.values())[:1]:
            row.focus()
        return bool(self.rows)

    def show_talk(self, talk: Talk) -> None:
        """Show the marks and the ticks."""
        for code, row in self.rows.items():
            entry = talk.draft.conversation.aspect(code)
            row.show_mark(entry.answer.mark)
            self.topics[code].setChecked(entry.topic)
        score = talk.web.scores[talk.instrument.codes.index(self._code)]
        self.too_few.setVisible(score.state is ScoreState.TOO_FEW)

    def _give(self, code: str, mark: int | None) -> None:
        announce_mark(self, self._words[code], mark)
        answer = EMPTY if mark is None else marked(mark, SetBy.RESIDENT)
        self.edited.emit(partial(edits.with_answer, code=code, answer=answer))

    def _tick(self, on: bool) -> None:
        self.edited.emit(_ticked(self.topics, self.sender(), on))


class AspectTopics(QWidget):
    """Folded away until someone wants to say more: the keywords, to tick what to discuss. Sends `edited(Edit)`.

    `more` is the button that unfolds; whoever shows this widget gives it a place.
    """

    edited = Signal(object)

    def __init__(self, spoken: Spoken, talk: Talk, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.more = FoldButton(spoken.say("answer.more"))
        self.more.toggled.connect(self.setVisible)
        self.choices: dict[str, BigButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(SaidLabel(spoken.say("answer.which"), TEXT))
        holder = QWidget()
        flow = FlowLayout(holder, gap=12)
        for aspect in asked_aspects(talk, code):
            choice = BigButton(spoken.say(f"label.{aspect}"), Dress(tick=True))
            choice.clicked.connect(self._tick)
            self.choices[aspect] = choice
            flow.addWidget(choice)
        column.addWidget(holder)
        if not self.choices:
            self.more.hide()
        self.hide()

    def show_talk(self, talk: Talk) -> None:
        """Show the ticks; what was ticked before stands open."""
        ticked = set(talk.draft.conversation.topics)
        for code, choice in self.choices.items():
            choice.setChecked(code in ticked)
        if ticked & self.choices.keys():
            self.more.setChecked(True)

    def _tick(self, on: bool) -> None:
        self.edited.emit(_ticked(self.choices, self.sender(), on))


def _ticked(buttons: Mapping[str, BigButton], pressed: QObject, on: bool) -> edits.Edit:
    code = next(code for code, button in buttons.items() if button is pressed)
    return partial(edits.with_topic, code=code, on=on)
