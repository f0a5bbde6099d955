"""Drafts: provisional, so not in the operation log, and no word of them is left when they are removed.

The audit log says when one was begun and when it went, and about whom if that resident was on file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from spinnenweb.domain.audit import AuditKind
from spinnenweb.storage import tables
from spinnenweb.storage.audit_trail import Entry
from spinnenweb.storage.draft_codec import draft_fields, draft_from
from spinnenweb.storage.forms import utc_text

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from spinnenweb.domain.drafts import Draft
    from spinnenweb.storage.journal import Journal


class DraftStore:
    """The unfinished conversations of this vault."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        self._connection = connection
        self._journal = journal

    def put(self, draft: Draft) -> None:
        """Write a draft, over an earlier state of it."""
        if self._journal is None:
            raise RuntimeError("this unit of work only reads")
        if not self._is_there(draft.id):
            whose = None if draft.resident_is_new else draft.resident.id
            self._journal.audit.write([Entry(AuditKind.MADE, whose, tables.draft.name, draft.id)])
        now = utc_text(self._journal.now)
        saved_at = utc_text(draft.saved_at or self._journal.now)
        row = {"id": draft.id, "saved_at": saved_at, "payload": draft_fields(draft)}
        statement = insert(tables.draft).values({**row, "created_at": now, **self._journal.whose()})
        newer = {"saved_at": statement.excluded.saved_at, "payload": statement.excluded.payload}
        self._connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=newer))

    def get(self, draft_id: str) -> Draft | None:
        """The draft with this id, or `None`."""
        payload = self._connection.scalar(select(tables.draft.c.payload).where(tables.draft.c.id == draft_id))
        return None if payload is None else draft_from(payload)

    def all(self) -> tuple[Draft, ...]:
        """All drafts, the last saved first."""
        query = select(tables.draft.c.payload).order_by(tables.draft.c.saved_at.desc(), tables.draft.c.id.desc())
        return tuple(map(draft_from, self._connection.scalars(query)))

    def remove(self, draft_id: str) -> None:
        """Take a draft away; nothing happens when it is not there."""
        if self._journal is None:
            raise RuntimeError("this unit of work only reads")
        removed = self.get(draft_id)
        if removed is None:
            return
        self._connection.execute(delete(tables.draft).where(tables.draft.c.id == draft_id))
        whose = None if removed.resident_is_new else removed.resident.id
        self._journal.audit.write([Entry(AuditKind.REMOVED, whose, tables.draft.name, draft_id)])

    def _is_there(self, draft_id: str) -> bool:
        query = select(tables.draft.c.id).where(tables.draft.c.id == draft_id)
        return self._connection.scalar(query) is not None
