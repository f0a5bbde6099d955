"""The audit log as it is read, checked and, after an erasure, redacted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, or_, select, update

from spinnenweb.domain.audit import AuditKind, AuditLine
from spinnenweb.storage import tables
from spinnenweb.storage.aliases import belongs_to
from spinnenweb.storage.audit_anchor import Hold, anchor_bytes, hold
from spinnenweb.storage.audit_chain import Head, broken_at, stand_in
from spinnenweb.storage.audit_trail import AuditTrail, Entry, head_of
from spinnenweb.storage.forms import utc_text, utc_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from sqlalchemy import Connection, RowMapping, Select

_COLUMNS = tables.audit.c
_IDS_AT_ONCE = 500


class AuditStore:
    """Who did what to whom, newest first."""

    def __init__(self, connection: Connection, trail: AuditTrail | None, key: bytearray) -> None:
        self._connection = connection
        self._trail = trail
        self._key = key

    def note(self, *entries: Entry) -> None:
        """Write lines down."""
        if self._trail is None:
            raise RuntimeError("this unit of work only reads")
        self._trail.write(entries)

    def lines(
        self,
        resident_id: str | None = None,
        *,
        kinds: Iterable[AuditKind] = (),
        since: datetime | None = None,
        until: datetime | None = None,
        before: int | None = None,
        limit: int | None = 200,
    ) -> tuple[AuditLine, ...]:
        """Lines, newest first: of one resident (merged cards too) or of all, older than the line `before`.

        `since` counts along and `until` does not; without `kinds` all kinds.
        """
        query = select(tables.audit).order_by(_COLUMNS.seq.desc()).limit(limit)
        if resident_id is not None:
            query = query.where(belongs_to(_COLUMNS.subject, resident_id))
        query = _within(query, since, until)
        wanted = [kind.value for kind in kinds]
        if wanted:
            query = query.where(_COLUMNS.kind.in_(wanted))
        if before is not None:
            query = query.where(_COLUMNS.seq < before)
        return tuple(map(_line, self._connection.execute(query).mappings()))

    def head(self) -> Head:
        """The end of the log."""
        return head_of(self._connection)

    def anchor(self, at: datetime) -> bytes:
        """What has to be kept outside the file to see later that this log was cut off or replaced."""
        return anchor_bytes(self._key, self.head(), utc_text(at))

    def hold(self, anchor: bytes | None) -> Hold:
        """How this log stands to an anchor of earlier, or to none."""
        return hold(self._key, anchor, self.head().seq, self._mac_at)

    def _mac_at(self, seq: int) -> bytes | None:
        mac: bytes | None = self._connection.scalar(select(_COLUMNS.mac).where(_COLUMNS.seq == seq))
        return mac

    def broken(self) -> tuple[int, ...]:
        """The numbers of the lines at which something does not fit, oldest first; see `audit_chain.broken_at`."""
        return tuple(broken_at(self._key, self._oldest_first()))

    def redact(self, erasure_id: str, resident_id: str, record_ids: Iterable[str] = ()) -> int:
        """Put stand-ins in the place of a resident's id and of the ids of their records; how many lines.

        The erasure must stand in the table `erasure` already, else the file refuses (`IntegrityError`). The chain
        verifies as before; who it was about cannot be told from it any more.
        """
        rows = self._about({resident_id, *record_ids}, resident_id)
        changed = [
            {"line": row["seq"], **self._redacted(erasure_id, row, {resident_id, *record_ids})} for row in rows
        ]
        if changed:
            self._connection.execute(
                update(tables.audit)
                .where(_COLUMNS.seq == bindparam("line"))
                .values(subject=bindparam("whose"), about_id=bindparam("what")),
                changed,
            )
        return len(changed)

    def _redacted(self, erasure_id: str, row: RowMapping, gone: set[str]) -> dict[str, str | None]:
        mine = row["subject"] in gone
        subject = stand_in(self._key, erasure_id, row["subject_mark"]) if mine else row["subject"]
        about = row["about_id"]
        if about is not None and (mine or about in gone):
            about = stand_in(self._key, erasure_id, row["about_mark"])
        return {"whose": subject, "what": about}

    def _about(self, ids: set[str], resident_id: str) -> list[RowMapping]:
        names = sorted(ids)
        parts = (names[start : start + _IDS_AT_ONCE] for start in range(0, len(names), _IDS_AT_ONCE))
        found: dict[int, RowMapping] = {}
        for part in parts:
            mine = or_(_COLUMNS.subject == resident_id, _COLUMNS.about_id.in_(part))
            found |= {
                row["seq"]: row for row in self._connection.execute(select(tables.audit).where(mine)).mappings()
            }
        return [*found.values()]

    def _oldest_first(self) -> Iterator[RowMapping]:
        return iter(self._connection.execute(select(tables.audit).order_by(_COLUMNS.seq)).mappings())


def _within(query: Select[Any], since: datetime | None, until: datetime | None) -> Select[Any]:
    if since is not None:
        query = query.where(_COLUMNS.at >= utc_text(since))
    if until is not None:
        query = query.where(_COLUMNS.at < utc_text(until))
    return query


def _line(row: RowMapping) -> AuditLine:
    return AuditLine(
        seq=row["seq"],
        at=utc_time(row["at"]),
        device=row["device"],
        kind=AuditKind(row["kind"]),
        subject=row["subject"],
        about_table=row["about_table"],
        about_id=row["about_id"],
        fields=tuple(row["fields"]),
        detail=row["detail"],
    )
