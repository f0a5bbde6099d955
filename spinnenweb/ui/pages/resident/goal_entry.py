"""One goal or one step: its state, how it went, and telling how it went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from spinnenweb.domain.choices import AboutKind
from spinnenweb.domain.goals import Goal, GoalState, GoalStep, LookBack
from spinnenweb.services.proposals import About
from spinnenweb.ui.dates import full_day, short_day
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.answer_buttons import AnswerButtons
from spinnenweb.ui.widgets.bsn_line import BsnLine
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.controls import link_button, quiet_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from datetime import date

    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.pages.resident.person import Person

_TONES = {GoalState.OPEN: "accent", GoalState.DONE: "ok"}


@dataclass(frozen=True, slots=True)
class Told:
    """How a goal or a step went, in the resident's words."""

    about: Goal | GoalStep
    state: GoalState
    words: str

    def look_back(self, on: date) -> LookBack:
        """The same as a record of that day, without an id."""
        goal_id = self.about.id if isinstance(self.about, Goal) else None
        step_id = None if goal_id else self.about.id
        return LookBack("", self.about.resident_id, step_id, goal_id, None, on, self.state, self.words)


def look_back_line(told: LookBack, words: Wording, today: date) -> str:
    """What was told, with the day."""
    state = words.say(f"goal_state.{told.state.value}")
    return ": ".join(part for part in (f"{short_day(told.on, today)}, {state}", told.words) if part)


class GoalEntry(QWidget):
    """A goal or a step with its state. Sends `told(Told)`; what is open can be looked back on.

    A goal sends `put_away(Goal)` when it goes to the bin, with its steps. `looked(About)` asks what fits one.
    """

    told = Signal(object)
    put_away = Signal(object)
    looked = Signal(object)

    def __init__(self, about: Goal | GoalStep, person: Person, words: Wording) -> None:
        super().__init__()
        self._about = about
        self._words = words
        self._title = about.words if isinstance(about, Goal) else about.what
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(2))
        self.chip = Chip(words.say(f"goal_state.{about.state.value}"), _TONES.get(about.state, ""))
        ask = self.tr("Hoe staat het ermee?") if isinstance(about, Goal) else self.tr("Hoe ging het?")
        self.ask = link_button(ask if about.open else self.tr("Weer openzetten"))
        self.ask.setAccessibleName(f"{self._title}: {self.ask.text()}")
        self.ask.clicked.connect(self._ask)
        self.answer: QWidget | None = None
        self.look = link_button(words.say("proposal.title"))
        self.look.setAccessibleName(f"{self._title}: {self.look.text()}")
        self.look.setVisible(about.open and not person.resident.restricted)
        self.look.clicked.connect(self._emit_looked)
        self._lay_out(person)

    def _lay_out(self, person: Person) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(10))
        role = "strong" if isinstance(self._about, Goal) else "body"
        head.addWidget(text_label(self._title, role), 1)
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        if isinstance(self._about, GoalStep) and (sub := self._step_line(self._about)):
            self._column.addWidget(text_label(sub, "small"))
        for told in person.looked_back_on(self._about.id):
            self._column.addWidget(text_label(look_back_line(told, self._words, person.today), "small"))
        self._column.addLayout(self._acts())

    def _acts(self) -> FlowLayout:
        line = FlowLayout(gap=20)
        line.addWidget(self.ask)
        line.addWidget(self.look)
        if isinstance(self._about, Goal):
            self.away = link_button(self.tr("Naar de prullenbak"), "soft")
            self.away.setAccessibleName(f"{self._title}: {self.away.text()}")
            self.away.clicked.connect(self._emit_put_away)
            line.addWidget(self.away)
        return line

    def _emit_looked(self) -> None:
        kind = AboutKind.GOAL if isinstance(self._about, Goal) else AboutKind.STEP
        self.looked.emit(About(kind, self._about.id))

    def _emit_put_away(self) -> None:
        self.put_away.emit(self._about)

    def _step_line(self, step: GoalStep) -> str:
        sure = "" if step.sure is None else self._words.say(f"sure.{step.sure.value}")
        number = "" if step.confidence is None else self.tr("vertrouwen {n} van 10").format(n=step.confidence)
        due = "" if step.due is None else self.tr("terugkijken op {day}").format(day=full_day(step.due))
        return " · ".join(part for part in (step.when, step.with_whom, sure, number, due) if part)

    def hand_over(self) -> None:
        """Send an answer that was chosen and not kept yet."""
        if self.answer is not None and self.states.value is not None:
            self._tell()

    def _ask(self) -> None:
        if not self._about.open:
            self._emit(GoalState.OPEN, "")
            return
        if self.answer is None:
            self.answer = self._make_answer()
            self._column.addWidget(self.answer)
            next(iter(self.states.buttons.values())).setFocus()
        else:
            self.answer.setVisible(not self.answer.isVisible())

    def _make_answer(self) -> QWidget:
        ended = [state for state in GoalState if state is not GoalState.OPEN]
        names = [(state, self._words.say(f"goal_state.{state.value}")) for state in ended]
        self.states = AnswerButtons(self.tr("{what}: hoe ging het?").format(what=self._title), names)
        self.said = QLineEdit()
        self.said.setPlaceholderText(self.tr("in de woorden van de inwoner (mag leeg)"))
        self.said.setAccessibleName(self.tr("Hoe het ging, in de woorden van de inwoner"))
        self.keep = quiet_button(self.tr("Bewaren"))
        self.keep.setEnabled(False)
        self.states.chosen.connect(self._choose)
        self.said.returnPressed.connect(self._tell)
        self.keep.clicked.connect(self._tell)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, px(4), 0, px(4))
        column.setSpacing(px(8))
        column.addWidget(self.states)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self.said, 1)
        line.addWidget(self.keep)
        column.addLayout(line)
        column.addWidget(BsnLine(self.said))
        return holder

    def _choose(self, state: object) -> None:
        self.keep.setEnabled(state is not None)

    def _tell(self) -> None:
        state = self.states.value
        if isinstance(state, GoalState):
            self._emit(state, self.said.text())

    def _emit(self, state: GoalState, words: str) -> None:
        self.told.emit(Told(self._about, state, words))
