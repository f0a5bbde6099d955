"""Conversations: what can be asked of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, func, select

from spinnenweb.domain.conversations import Conversation, Step
from spinnenweb.storage import tables
from spinnenweb.storage.aliases import belongs, belongs_to, kept
from spinnenweb.storage.conversation_form import CONVERSATION, step_from
from spinnenweb.storage.forms import maybe_day
from spinnenweb.storage.record_store import RecordStore, seen_together

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from sqlalchemy import ColumnElement, Connection, RowMapping, Select

    from spinnenweb.domain.instruments import InstrumentKey
    from spinnenweb.storage.journal import Journal

_IDS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Latest:
    """What lists show of a resident's last finished conversation, and how many there are."""

    resident_id: str
    held_on: date
    conversations: int
    step: Step
    return_on: date | None


class ConversationStore(RecordStore[Conversation]):
    """Conversations of residents that are there."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, CONVERSATION)

    def of(self, resident_id: str) -> tuple[Conversation, ...]:
        """The conversations of one resident, newest first."""
        query = self._query().where(belongs_to(self._table.c.resident_id, resident_id))
        return self._many(query.order_by(*_newest_first()))

    def existing(self, resident_ids: Iterable[str]) -> tuple[Conversation, ...]:
        """The conversations of some residents, in no order."""
        ids = sorted(set(resident_ids))
        parts = (ids[start : start + _IDS_AT_ONCE] for start in range(0, len(ids), _IDS_AT_ONCE))
        queries = (self._query().where(belongs(self._table.c.resident_id, part)) for part in parts)
        return tuple(chain.from_iterable(map(self._stream, queries)))

    def newest_day(self) -> date | None:
        """The day of the newest conversation, or `None` when there is none."""
        newest = self._connection.scalar(select(func.max(self._table.c.held_on)).where(self._alive))
        return maybe_day(newest)

    def last_finished(self, until: date) -> Iterator[Conversation]:
        """Each resident's last finished conversation up to and with `until`: newest date, then newest finish."""
        ranked = _ranked(until).subquery()
        return self._stream(select(ranked).where(ranked.c.place == 1).order_by(ranked.c.resident_id))

    def held_with(self, key: InstrumentKey) -> bool:
        """Whether any conversation was held with an instrument, also one that was taken away again."""
        columns = self._table.c
        query = select(columns.id).where(
            columns.instrument_id == key.id, columns.instrument_version == key.version
        )
        return self._connection.scalar(query.limit(1)) is not None

    def counts(self) -> dict[str, int]:
        """How many finished conversations each resident has; who has none is absent."""
        columns = self._table.c
        whose = kept(columns.resident_id).label("resident_id")
        query = select(whose, func.count().label("talks"))
        query = query.where(self._alive, columns.finished_at.is_not(None)).group_by(whose)
        return {row["resident_id"]: row["talks"] for row in self._connection.execute(query).mappings()}

    def latest(self, resident_ids: Iterable[str] | None = None) -> dict[str, Latest]:
        """What lists show, of all residents or of some; who has no finished conversation is absent."""
        some = None if resident_ids is None else sorted(set(resident_ids))
        return {row["resident_id"]: _latest(row) for row in self._connection.execute(_lines(some)).mappings()}

    def recent(self, limit: int) -> tuple[str, ...]:
        """The ids of the residents who were spoken with last, newest first."""
        columns = self._table.c
        query = select(kept(columns.resident_id)).where(
            self._alive, columns.finished_at.is_not(None), _resident_alive()
        )
        found: dict[str, None] = {}
        # walked along its index and left early: home opens as fast with ten thousand conversations as with ten
        with self._connection.execute(query.order_by(*_newest_first())) as newest_first:
            for resident_id in newest_first.scalars():
                if len(found) == limit:
                    break
                found[resident_id] = None
        return tuple(found)


def _newest_first() -> tuple[ColumnElement[Any], ...]:
    columns = tables.conversation.c
    return columns.held_on.desc(), columns.finished_at.desc(), columns.id.desc()


def _resident_alive() -> ColumnElement[bool]:
    resident, held = tables.resident.c, tables.conversation.c
    return exists().where(resident.id == held.resident_id, resident.deleted_at.is_(None))


def _ranked(until: date | None, *columns: ColumnElement[Any]) -> Select[Any]:
    held = tables.conversation.c
    place = func.row_number().over(partition_by=kept(held.resident_id), order_by=_newest_first())
    query = select(*map(seen_together, columns or held), place.label("place"))
    query = query.where(held.deleted_at.is_(None), held.finished_at.is_not(None), _resident_alive())
    return query if until is None else query.where(held.held_on <= until.isoformat())


def _lines(some: list[str] | None) -> Select[Any]:
    held = tables.conversation.c
    step = (held.step_what, held.step_when, held.step_with, held.step_sure, held.step_confidence)
    total = func.count().over(partition_by=kept(held.resident_id)).label("total")
    query = _ranked(None, held.resident_id, held.held_on, held.return_on, *step, total)
    if some is not None:
        query = query.where(belongs(held.resident_id, some))
    ranked = query.subquery()
    return select(ranked).where(ranked.c.place == 1)


def _latest(row: RowMapping) -> Latest:
    held_on, return_on = maybe_day(row["held_on"]), maybe_day(row["return_on"])
    if held_on is None:
        raise ValueError("a conversation without a date")
    return Latest(row["resident_id"], held_on, row["total"], step_from(row), return_on)
