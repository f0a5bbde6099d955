"""How the steps of last time went: asked first at each next visit, and skipped as easily."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from spinnenweb.domain.conversations import LONGEST_LINE
from spinnenweb.domain.goals import GoalState, GoalStep, LookBack
from spinnenweb.ui.dates import full_day
from spinnenweb.ui.talk.around_edits import with_look_back
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.answer_buttons import AnswerButtons
from spinnenweb.ui.widgets.bsn_line import BsnLine
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.flow_layout import Columns
from spinnenweb.ui.widgets.labels import SectionTitle, text_label

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.talk.edits import Edit
    from spinnenweb.ui.talk.talk import Talk

_OFFERED = (GoalState.DONE, GoalState.OTHERWISE, GoalState.OPEN, GoalState.LET_GO)


class StepBack(QWidget):
    """One step of earlier. Sends `edited(Edit)`."""

    edited = Signal(object)

    def __init__(self, step: GoalStep, words: Wording) -> None:
        super().__init__()
        self.step = step
        question = self.tr("Hoe ging het met “{what}”?").format(what=step.what or step.when)
        names = [(state, words.say(f"goal_state.{state.value}")) for state in _OFFERED]
        self.states = AnswerButtons(question, names)
        self.said = QLineEdit()
        self.said.setMaxLength(LONGEST_LINE)
        self.said.setPlaceholderText(self.tr("in de woorden van de inwoner (mag leeg)"))
        self.said.setAccessibleName(self.tr("{question} In de woorden van de inwoner").format(question=question))
        self.states.chosen.connect(self._tell)
        self.said.textEdited.connect(self._tell)
        self._lay_out(question)

    def _lay_out(self, question: str) -> None:
        line = Columns((1, 1), gap=20, narrow=620)
        agreed = (self.step.when, self.step.with_whom, self._since())
        left, right = line.column(0), line.column(1)
        left.setSpacing(px(2))
        left.addWidget(text_label(question, "strong"))
        left.addWidget(text_label(" · ".join(part for part in agreed if part), "small"))
        left.addStretch(1)
        right.addWidget(self.states)
        right.addWidget(self.said)
        right.addWidget(BsnLine(self.said))
        right.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(line)

    def _since(self) -> str:
        made = self.step.made_on
        return "" if made is None else self.tr("afgesproken op {day}").format(day=full_day(made))

    def show_told(self, told: LookBack | None) -> None:
        """Show what was answered, or nothing yet."""
        self.states.show_value(None if told is None else told.state)
        self.said.setVisible(told is not None)
        words = "" if told is None else told.words
        if self.said.text() != words:
            self.said.setText(words)

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in reading order."""
        return [*self.states.buttons.values(), self.said]

    def _tell(self) -> None:
        state = self.states.value
        words = self.said.text() if state is not None else ""
        known = state if isinstance(state, GoalState) else None
        self._emit(partial(with_look_back, step=self.step, state=known, words=words))

    def _emit(self, edit: Edit) -> None:
        self.edited.emit(edit)


class LookBackCard(Card):
    """All open steps of this resident; not there when nothing is open. Sends `edited(Edit)`."""

    edited = Signal(object)

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(self.tr("Terugkijken"))
        self.add(SectionTitle(self.tr("Terugkijken")))
        self.rows: list[StepBack] = []
        self._steps: tuple[GoalStep, ...] = ()
        self.hide()

    def show_talk(self, talk: Talk) -> None:
        """Show the steps and what was answered in this conversation."""
        if talk.open_steps != self._steps:
            self._show_steps(talk.open_steps)
        told = {back.step_id: back for back in talk.draft.look_backs}
        for row in self.rows:
            row.show_told(told.get(row.step.id))
        self.setVisible(bool(self.rows))

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in reading order."""
        return [stop for row in self.rows for stop in row.stops()]

    def _show_steps(self, steps: tuple[GoalStep, ...]) -> None:
        self._steps = steps
        for old in self.rows:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [StepBack(step, self._words) for step in steps]
        for row in self.rows:
            row.edited.connect(self.edited)
            self.add(row)
