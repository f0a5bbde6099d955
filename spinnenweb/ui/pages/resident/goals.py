"""What this resident wants: goals with their small steps, how they went, and how sure the resident is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from spinnenweb.domain.conversations import LONGEST_LINE
from spinnenweb.ui.pages.resident.goal_entry import GoalEntry
from spinnenweb.ui.pages.resident.step_form import StepForm
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.bsn_line import BsnLine
from spinnenweb.ui.widgets.cards import Card, Divider
from spinnenweb.ui.widgets.controls import link_button, quiet_button
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from spinnenweb.domain.goals import Goal, GoalStep
    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.pages.resident.person import Person


class GoalPart(QWidget):
    """A goal and its steps; without a goal the steps that stand on their own."""

    told = Signal(object)
    agreed = Signal(object)
    put_away = Signal(object)
    looked = Signal(object)

    def __init__(self, goal: Goal | None, steps: tuple[GoalStep, ...], person: Person, words: Wording) -> None:
        super().__init__()
        self._goal = goal
        self.entries = [GoalEntry(about, person, words) for about in ((goal,) if goal else ()) + steps]
        self.more = link_button(self.tr("+ stap") if goal is not None else self.tr("+ losse stap"))
        name = "" if goal is None else goal.words
        self.more.setAccessibleName(self.tr("Stap erbij: {goal}").format(goal=name) if name else self.more.text())
        self.more.setVisible(goal is None or goal.open)
        self.more.clicked.connect(self._open_form)
        self.form: StepForm | None = None
        self._today = person.today
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        for number, entry in enumerate(self.entries):
            entry.told.connect(self.told)
            entry.put_away.connect(self.put_away)
            entry.looked.connect(self.looked)
            inset = px(16) if goal is not None and number else 0
            entry.setContentsMargins(inset, 0, 0, 0)
            self._column.addWidget(entry)
        self._column.addWidget(self.more)

    def hand_over(self) -> None:
        """Send what was filled in and not kept yet."""
        for entry in self.entries:
            entry.hand_over()
        if self.form is not None and not self.form.isHidden():
            self.form.hand_over()

    def _open_form(self) -> None:
        if self.form is None:
            self.form = StepForm(self._today)
            self.form.agreed.connect(self._agree)
            self.form.left.connect(self._close_form)
            self._column.addWidget(self.form)
        self.form.setVisible(True)
        self.more.setVisible(False)
        self.form.what.setFocus()

    def _close_form(self) -> None:
        if self.form is not None:
            self.form.clear()
            self.form.setVisible(False)
        self.more.setVisible(True)
        self.more.setFocus()

    def _agree(self, step: GoalStep) -> None:
        self.agreed.emit(replace(step, goal_id=None if self._goal is None else self._goal.id))


class GoalsCard(Card):
    """Sends `told(Told)`, `agreed(GoalStep)` without ids, and `wanted(str)`: a goal in the resident's words.

    `put_away(Goal)`: this goal goes to the bin. `looked(About)`: what fits a goal or step is asked.
    """

    told = Signal(object)
    agreed = Signal(object)
    put_away = Signal(object)
    wanted = Signal(str)
    looked = Signal(object)

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Doelen en stappen"))
        self._add_head(self.tr("Doelen en stappen"), "")
        self._words = words
        self._shown: tuple[object, ...] = ()
        self.parts: list[GoalPart] = []
        self.nothing = text_label(
            self.tr("Nog geen doel. Wat wil deze inwoner graag? Schrijf het op in eigen woorden."), "soft"
        )
        self.goal = QLineEdit()
        self.goal.setMaxLength(LONGEST_LINE)
        self.goal.setPlaceholderText(self.tr("een doel, in de woorden van de inwoner"))
        self.goal.setAccessibleName(self.tr("Nieuw doel, in de woorden van de inwoner"))
        self.take = quiet_button(self.tr("Doel erbij"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(10))
        self.add(self.nothing)
        self.add(self._rows)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self.goal, 1)
        line.addWidget(self.take)
        self.add(line)
        self.add(BsnLine(self.goal))
        self.goal.returnPressed.connect(self._want)
        self.take.clicked.connect(self._want)

    def show_person(self, person: Person) -> None:
        """Show the goals, those that are open first, and the steps that stand on their own.

        What stands there already stays, with what is being typed.
        """
        shown = (person.resident.id, person.resident.restricted, person.goals, person.steps, person.look_backs)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        goals = sorted(person.goals, key=_closed)
        self.parts = [GoalPart(goal, person.steps_of(goal.id), person, self._words) for goal in goals]
        alone = person.steps_of(None)
        if alone or not goals:
            self.parts.append(GoalPart(None, alone, person, self._words))
        for number, part in enumerate(self.parts):
            if number:
                self._rows.addWidget(Divider())
            part.told.connect(self.told)
            part.put_away.connect(self.put_away)
            part.looked.connect(self.looked)
            part.agreed.connect(self.agreed)
            self._rows.addWidget(part)
        self.nothing.setVisible(not goals and not alone)

    def done(self) -> None:
        """Empty the field: the goal was written down."""
        self.goal.clear()

    def hand_over(self) -> None:
        """Send what was filled in and not kept yet: the person goes elsewhere."""
        for part in self.parts:
            part.hand_over()
        self._want()
        self._shown = ()
        self.goal.clear()

    def let_go(self) -> None:
        """Keep nothing of what was filled in: who it is about is gone."""
        self.parts = []
        self._shown = ()
        self.goal.clear()

    def _want(self) -> None:
        if self.goal.text().strip():
            self.wanted.emit(self.goal.text())


def _closed(goal: Goal) -> bool:
    return not goal.open
