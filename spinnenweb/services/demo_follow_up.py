"""What came of the invented conversations: steps that were looked back on, goals, an agenda and short talks."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from spinnenweb.domain.agenda import FollowUp, FollowUpKind
from spinnenweb.domain.contacts import Meeting, ShortContact
from spinnenweb.domain.conversations import VIAS
from spinnenweb.domain.goals import Goal, GoalState, GoalStep, LookBack, step_of

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator
    from datetime import date

    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.services.demo_people import DemoVillage
    from spinnenweb.storage.unit_of_work import UnitOfWork

LATE_DAYS = 6
"""What should have happened longer ago than this was done: a worker of an example is only a little late."""
WITH_A_GOAL = 0.3
_STATES = (GoalState.DONE, GoalState.OTHERWISE, GoalState.LET_GO)
_OFTEN = (5, 3, 1)


@dataclass(frozen=True, slots=True)
class CameOfIt:
    """All records that came of the talks."""

    goals: list[Goal] = field(default_factory=list)
    steps: list[GoalStep] = field(default_factory=list)
    told: list[LookBack] = field(default_factory=list)
    promised: list[FollowUp] = field(default_factory=list)

    def add_to(self, work: UnitOfWork) -> None:
        """Write them down."""
        work.goals.add_many(self.goals)
        work.steps.add_many(self.steps)
        work.look_backs.add_many(self.told)
        work.follow_ups.add_many(self.promised)


@dataclass(frozen=True, slots=True)
class Aftermath:
    """Invents what came of the talks, with dice of its own so that the people stay who they are."""

    chance: random.Random
    ids: IdSource
    words: DemoVillage
    today: date

    def of(self, talks: list[Conversation]) -> CameOfIt:
        """What came of these talks."""
        came = CameOfIt()
        by_resident: dict[str, list[Conversation]] = defaultdict(list)
        for talk in sorted(talks, key=lambda talk: talk.held_on):
            by_resident[talk.resident_id].append(talk)
        for held in by_resident.values():
            self._follow(held, came)
        return came

    def contacts(self, village_ids: list[str]) -> Iterator[ShortContact]:
        """A few short talks of the last weeks."""
        for line in self.words.lines:
            day = self.today - timedelta(days=self.chance.randint(1, 40))
            via = self.chance.choice(VIAS)
            yield ShortContact(self.ids.new(), self.chance.choice(village_ids), day, line=line, via=via)

    def meeting(self, village_id: str) -> Meeting:
        """One meeting."""
        people, day = self.chance.randint(9, 24), self.today - timedelta(days=self.chance.randint(5, 30))
        return Meeting(self.ids.new(), village_id, day, people, ("sociale-contacten",), self.words.meeting)

    def _follow(self, held: list[Conversation], came: CameOfIt) -> None:
        last = held[-1]
        goal = self._goal(held[0]) if len(held) > 1 and self.chance.random() < WITH_A_GOAL else None
        came.goals.extend(() if goal is None else (goal,))
        for talk in held:
            if not talk.step.empty:
                step = replace(step_of(talk, self.ids.new()), goal_id=None if goal is None else goal.id)
                self._keep(step, None if talk is last else last, came)
        if last.return_on is not None:
            came.promised.append(self._promised(last, last.return_on))

    def _goal(self, talk: Conversation) -> Goal:
        words = self.chance.choice(self.words.goals)
        return Goal(self.ids.new(), talk.resident_id, words, GoalState.OPEN, talk.held_on, talk.id)

    def _keep(self, step: GoalStep, later: Conversation | None, came: CameOfIt) -> None:
        if later is not None:
            state = self.chance.choices(_STATES, _OFTEN)[0]
            step = replace(step, state=state)
            told = LookBack(self.ids.new(), step.resident_id, step.id, None, later.id, later.held_on, state)
            came.told.append(told)
        came.steps.append(step)

    def _promised(self, talk: Conversation, due: date) -> FollowUp:
        done_on = due if due < self.today - timedelta(days=LATE_DAYS) else None
        kind, what = FollowUpKind.CONVERSATION, talk.step.what
        return FollowUp(self.ids.new(), kind, talk.id, talk.resident_id, what, due, done_on=done_on)
