"""Writing in the audit log, in the transaction of what is written down."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select

from spinnenweb.storage import tables
from spinnenweb.storage.audit_chain import Head, mac_of, mark_of
from spinnenweb.storage.forms import Fields, utc_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import Connection

    from spinnenweb.domain.audit import AuditKind


@dataclass(frozen=True, slots=True)
class Entry:
    """What a line will say; the rest of it follows from where and when it is written."""

    kind: AuditKind
    subject: str | None = None
    about_table: str | None = None
    about_id: str | None = None
    fields: tuple[str, ...] = ()
    detail: str = ""


@dataclass
class AuditTrail:
    """The log as one unit of work adds to it."""

    connection: Connection
    key: bytearray
    device: str
    now: datetime
    _head: Head | None = field(default=None, init=False)

    def write(self, entries: Iterable[Entry]) -> None:
        """Add lines, in order."""
        head = self._head or head_of(self.connection)
        at, rows = utc_text(self.now), []
        for entry in entries:
            row = self._row(head.seq + 1, at, entry)
            row["mac"] = mac_of(self.key, head.mac, row)
            head = Head(row["seq"], row["mac"])
            rows.append(row)
        if rows:
            self.connection.execute(insert(tables.audit), rows)
            self._head = head

    def _row(self, seq: int, at: str, entry: Entry) -> Fields:
        return {
            "seq": seq,
            "at": at,
            "device": self.device,
            "kind": entry.kind.value,
            "subject": entry.subject,
            "subject_mark": mark_of(self.key, entry.subject),
            "about_table": entry.about_table,
            "about_id": entry.about_id,
            "about_mark": mark_of(self.key, entry.about_id),
            "fields": [*entry.fields],
            "detail": entry.detail,
        }


def head_of(connection: Connection) -> Head:
    """The last line of the log."""
    columns = tables.audit.c
    last: Any = connection.execute(select(columns.seq, columns.mac).order_by(columns.seq.desc()).limit(1)).first()
    return Head() if last is None else Head(*last)
