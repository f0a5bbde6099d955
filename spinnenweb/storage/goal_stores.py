"""Goals, steps and look-backs: what can be asked of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.goals import Goal, GoalStep, LookBack
from spinnenweb.storage.aliases import belongs_to
from spinnenweb.storage.goal_forms import GOAL, GOAL_STEP, LOOK_BACK
from spinnenweb.storage.record_store import RecordStore

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from spinnenweb.storage.journal import Journal


class GoalStore(RecordStore[Goal]):
    """Goals of residents."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, GOAL)

    def of(self, resident_id: str) -> tuple[Goal, ...]:
        """The goals of one resident, newest first."""
        columns = self._table.c
        query = self._query().where(belongs_to(columns.resident_id, resident_id))
        return self._many(query.order_by(columns.made_on.desc(), columns.id.desc()))


class GoalStepStore(RecordStore[GoalStep]):
    """Steps of residents."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, GOAL_STEP)

    def of(self, resident_id: str) -> tuple[GoalStep, ...]:
        """The steps of one resident, newest first."""
        columns = self._table.c
        query = self._query().where(belongs_to(columns.resident_id, resident_id))
        return self._many(query.order_by(columns.made_on.desc(), columns.id.desc()))

    def from_talk(self, conversation_id: str) -> tuple[GoalStep, ...]:
        """The steps that came out of one conversation, the first written down first."""
        columns = self._table.c
        return self._many(self._query().where(columns.conversation_id == conversation_id).order_by(columns.id))


class LookBackStore(RecordStore[LookBack]):
    """What was told about goals and steps; a telling is never changed, a later one stands beside it."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, LOOK_BACK)

    def of(self, resident_id: str) -> tuple[LookBack, ...]:
        """All that one resident told, newest first."""
        columns = self._table.c
        query = self._query().where(belongs_to(columns.resident_id, resident_id))
        return self._many(query.order_by(columns.told_on.desc(), columns.id.desc()))
