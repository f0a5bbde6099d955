"""Goals and steps over time: what was wanted, what was agreed, and how it went."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.agenda import FollowUp, FollowUpKind
from spinnenweb.domain.changes import Changes, Kind, changed
from spinnenweb.domain.conversations import LONGEST_LINE
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.goals import Goal, GoalState, GoalStep, LookBack
from spinnenweb.domain.text_rules import clean, clean_line
from spinnenweb.services.full_disk import again_when_full
from spinnenweb.services.look_backs import write_look_back
from spinnenweb.services.residents import known

if TYPE_CHECKING:
    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.storage.database import Database


class GoalService:
    """What is done with goals and steps. A record with an empty id gets one here; `Changes` tells which."""

    def __init__(self, database: Database, clock: Clock, ids: IdSource) -> None:
        self._database = database
        self._clock = clock
        self._ids = ids

    def of(self, resident_id: str) -> tuple[Goal, ...]:
        """The goals of a resident, newest first."""
        with self._database.reading() as work:
            return work.goals.of(resident_id)

    def steps(self, resident_id: str) -> tuple[GoalStep, ...]:
        """The steps of a resident, newest first."""
        with self._database.reading() as work:
            return work.steps.of(resident_id)

    def open_steps(self, resident_id: str) -> tuple[GoalStep, ...]:
        """The steps of a resident that were not looked back on yet, newest first."""
        return tuple(step for step in self.steps(resident_id) if step.open)

    def looked_back(self, resident_id: str) -> tuple[LookBack, ...]:
        """How the steps and goals of a resident went, newest first."""
        with self._database.reading() as work:
            return work.look_backs.of(resident_id)

    @again_when_full
    def add_goal(self, resident_id: str, words: str, conversation_id: str | None = None) -> Changes:
        """Write down what a resident wants.

        Raises:
            SpinnenwebError: `goal.empty`, `resident.gone`, `text.*`.
        """
        said = clean(words, LONGEST_LINE, "goal").strip()
        if not said:
            raise SpinnenwebError("goal.empty")
        goal = Goal(self._ids.new(), resident_id, said, GoalState.OPEN, self._clock.today(), conversation_id)
        with self._database.writing() as work:
            known(work, resident_id)
            work.goals.add(goal)
        return changed(Kind.GOAL, goal.id) | changed(Kind.RESIDENT, resident_id)

    @again_when_full
    def add_step(self, step: GoalStep) -> Changes:
        """Write down a step; one with a `due` date also stands on the agenda.

        Raises:
            SpinnenwebError: `step.empty`, `resident.gone`, `text.*`.
        """
        agreed = replace(_cleaned(step), id=step.id or self._ids.new())
        if not agreed.what:
            raise SpinnenwebError("step.empty")
        promised = self._promised(agreed)
        with self._database.writing() as work:
            known(work, agreed.resident_id)
            work.steps.add(agreed)
            work.follow_ups.add_many(promised)
        changes = changed(Kind.GOAL, agreed.id) | changed(Kind.RESIDENT, agreed.resident_id)
        return changes | changed(Kind.FOLLOW_UP, *(one.id for one in promised))

    @again_when_full
    def look_back(self, told: LookBack) -> Changes:
        """Write down how a step or a goal went: it takes that state, and what stood on the agenda for it is done.

        Raises:
            SpinnenwebError: `text.*`.
            KeyError: there is no such step or goal.
        """
        with self._database.writing() as work:
            return write_look_back(work, told, self._ids)

    def _promised(self, step: GoalStep) -> tuple[FollowUp, ...]:
        if step.due is None:
            return ()
        kind, what = FollowUpKind.STEP, " ".join(step.what.split())
        return (FollowUp(self._ids.new(), kind, step.id, step.resident_id, what, step.due),)


def _cleaned(step: GoalStep) -> GoalStep:
    return replace(
        step,
        what=clean(step.what, LONGEST_LINE, "step").strip(),
        when=clean_line(step.when, LONGEST_LINE, "step"),
        with_whom=clean_line(step.with_whom, LONGEST_LINE, "step"),
    )
