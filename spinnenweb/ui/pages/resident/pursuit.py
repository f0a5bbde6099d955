"""What is done with the goals and steps of one resident."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.goals import GoalStep
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.pages.resident.goal_entry import Told
    from spinnenweb.ui.pages.resident.goals import GoalsCard
    from spinnenweb.ui.pages.resident.person import Person


class Pursuit(QObject):
    """Writes what the card sends. Sends `changed(Changes)`."""

    changed = Signal(object)

    def __init__(self, context: Context, card: GoalsCard) -> None:
        super().__init__(card)
        self._context = context
        self._card = card
        self._person: Person | None = None
        card.wanted.connect(self._want)
        card.agreed.connect(self._agree)
        card.told.connect(self._look_back)

    def show_person(self, person: Person) -> None:
        """Show and write for this resident from now on."""
        self._person = person
        self._card.show_person(person)

    def _want(self, words: str) -> None:
        if self._person is not None:
            work = partial(self._context.workspace.goals.add_goal, self._person.resident.id, words)
            self._run(work, self._take_goal)

    def _take_goal(self, changes: Changes) -> None:
        self._card.done()
        self._emit(changes)

    def _agree(self, step: GoalStep) -> None:
        if self._person is not None:
            agreed = replace(step, resident_id=self._person.resident.id)
            self._run(partial(self._context.workspace.goals.add_step, agreed), self._emit)

    def _look_back(self, told: Told) -> None:
        if self._person is not None:
            back = told.look_back(self._person.today)
            self._run(partial(self._context.workspace.goals.look_back, back), self._emit)

    def _run(self, work: Callable[[], Changes], done: Callable[[Changes], None]) -> None:
        self._context.jobs.run(self, work, done, self._context.hub.fail)

    def _emit(self, changes: Changes) -> None:
        self.changed.emit(changes)
