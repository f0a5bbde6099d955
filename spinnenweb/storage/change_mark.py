"""How far a file is: the same mark twice means that nothing worth a backup was written in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from spinnenweb.domain.audit import AuditKind
from spinnenweb.storage import tables

if TYPE_CHECKING:
    from sqlalchemy import Connection

_OF_EVERY_DAY = (AuditKind.UNLOCKED, AuditKind.LOCKED, AuditKind.BACKED_UP)
"""Opening, closing and the backup itself are no reason for a backup."""


class ChangeMark:
    """Compares the operation log, the audit log and the drafts, which are in neither word for word."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def now(self) -> str:
        """The mark as it is now: numbers and times only."""
        wrote = self._connection.scalar(select(func.max(tables.op.c.seq)))
        logged = self._connection.scalar(
            select(tables.audit.c.seq)
            .where(tables.audit.c.kind.not_in([kind.value for kind in _OF_EVERY_DAY]))
            .order_by(tables.audit.c.seq.desc())
            .limit(1)
        )
        drafts = select(func.count(), func.max(tables.draft.c.saved_at)).select_from(tables.draft)
        count, saved = self._connection.execute(drafts).one()
        return f"{wrote or 0}:{logged or 0}:{count}:{saved or ''}"
