"""Follow-ups, short talks and meetings: what can be asked of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, or_

from spinnenweb.domain.agenda import FollowUp
from spinnenweb.domain.contacts import Meeting, ShortContact
from spinnenweb.storage import tables
from spinnenweb.storage.agenda_forms import FOLLOW_UP, MEETING, SHORT_CONTACT
from spinnenweb.storage.aliases import belongs_to, kept
from spinnenweb.storage.record_store import RecordStore

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

    from spinnenweb.storage.journal import Journal


class FollowUpStore(RecordStore[FollowUp]):
    """Follow-ups, the earliest date first and on one date what has no time first."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, FOLLOW_UP)

    def open(self) -> tuple[FollowUp, ...]:
        """What still has to be done."""
        return self._in_order(self._table.c.done_on.is_(None))

    def of(self, resident_id: str) -> tuple[FollowUp, ...]:
        """All follow-ups of one resident."""
        return self._in_order(belongs_to(self._table.c.resident_id, resident_id))

    def about(self, record_id: str) -> tuple[FollowUp, ...]:
        """All follow-ups about one record."""
        return self._in_order(self._table.c.about_id == record_id)

    def _in_order(self, which: ColumnElement[bool]) -> tuple[FollowUp, ...]:
        columns = self._table.c
        return self._many(self._query().where(which).order_by(columns.due, columns.at_time, columns.id))


class ShortContactStore(RecordStore[ShortContact]):
    """Short talks; those with somebody who lies in the bin are out of sight along with them."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, SHORT_CONTACT)

    def recent(self, limit: int) -> tuple[ShortContact, ...]:
        """The last ones, newest first."""
        columns = self._table.c
        query = self._query().where(_in_sight(columns.resident_id))
        return self._many(query.order_by(columns.held_on.desc(), columns.id.desc()).limit(limit))

    def in_sight(self, record_id: str) -> ShortContact | None:
        """The short talk with this id, or `None`."""
        return self._one(self._query().where(self._table.c.id == record_id, _in_sight(self._table.c.resident_id)))

    def of(self, resident_id: str) -> tuple[ShortContact, ...]:
        """All short talks with one resident, newest first."""
        columns = self._table.c
        query = self._query().where(belongs_to(columns.resident_id, resident_id))
        return self._many(query.order_by(columns.held_on.desc(), columns.id.desc()))


class MeetingStore(RecordStore[Meeting]):
    """Meetings."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, MEETING)

    def recent(self, limit: int) -> tuple[Meeting, ...]:
        """The last ones, newest first."""
        columns = self._table.c
        return self._many(self._query().order_by(columns.held_on.desc(), columns.id.desc()).limit(limit))


def _in_sight(resident_id: ColumnElement[Any]) -> ColumnElement[bool]:
    card = tables.resident.c
    return or_(resident_id.is_(None), exists().where(card.id == kept(resident_id), card.deleted_at.is_(None)))
