"""What the review of old files needs: the last real contact of everybody, and who decided to keep what."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, literal, select, union_all

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.house_rules import FileKind
from spinnenweb.domain.residents import ConsentWay
from spinnenweb.domain.retention import FileOf, Keeping
from spinnenweb.storage import tables
from spinnenweb.storage.aliases import kept, not_merged
from spinnenweb.storage.forms import Fields, Row, utc_text, utc_time
from spinnenweb.storage.record_store import RecordStore
from spinnenweb.storage.shape import Shape

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

    from spinnenweb.storage.journal import Journal

_TALK, _CONTACT, _ANSWER = "talk", "contact", "answer"


def keeping_fields(keeping: Keeping) -> Fields:
    """A decision to keep as JSON values."""
    return {
        "id": keeping.id,
        "resident_id": keeping.resident_id,
        "kept_on": keeping.kept_on.isoformat(),
        "until": keeping.until.isoformat(),
        "reason": keeping.reason,
    }


def keeping_from(row: Row) -> Keeping:
    """The decision that `keeping_fields` described."""
    days = date.fromisoformat(row["kept_on"]), date.fromisoformat(row["until"])
    return Keeping(row["id"], row["resident_id"], *days, row["reason"])


KEEPING = Shape(tables.keeping, keeping_fields, keeping_from)


class KeepingStore(RecordStore[Keeping]):
    """Decisions to keep a file after its term; a later one stands beside it."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, KEEPING)

    def until(self) -> dict[str, date]:
        """Until when each file is kept, by the decision that was made last."""
        newest = self._query().order_by(self._table.c.kept_on, self._table.c.created_at)
        return {keeping.resident_id: keeping.until for keeping in self._many(newest)}

    def files(self) -> tuple[FileOf, ...]:
        """Everybody's file: its richest part, the last real contact, and when it was begun."""
        talks, contacts, answers = (self._last(name) for name in (_TALK, _CONTACT, _ANSWER))
        card = tables.resident.c
        query = select(card.id, card.created_at).where(card.deleted_at.is_(None), not_merged(card.id))
        return tuple(
            _file(row.id, row.created_at, talks.get(row.id), contacts.get(row.id), answers.get(row.id))
            for row in self._connection.execute(query)
        )

    def _last(self, name: str) -> dict[str, str]:
        lines = union_all(*_contacts(name)).subquery()
        whose = kept(lines.c.whose)
        query = select(whose.label("whose"), func.max(lines.c.day).label("day")).group_by(whose)
        return {row["whose"]: row["day"] for row in self._connection.execute(query).mappings()}

    def seen_before(self) -> datetime | None:
        """The latest time in the log from before the vault was opened this time; of a new vault nothing."""
        log = tables.audit.c
        opened = select(func.max(log.seq)).where(log.kind == AuditKind.UNLOCKED.value).scalar_subquery()
        # failed attempts are written down when the vault opens, with the time of that
        earlier = select(func.max(log.at)).where(log.seq < opened, log.kind != AuditKind.UNLOCK_FAILED.value)
        latest = self._connection.scalar(earlier)
        return None if latest is None else utc_time(latest)

    def seen_later_than(self, moment: datetime) -> datetime | None:
        """The latest time in the log, when that is after a moment."""
        log = tables.audit.c
        latest = self._connection.scalar(select(func.max(log.at)).where(log.at > utc_text(moment)))
        return None if latest is None else utc_time(latest)


def _contacts(name: str) -> list[Select[Any]]:
    talk, told, goal, step = tables.conversation.c, tables.look_back.c, tables.goal.c, tables.goal_step.c
    answer, short = tables.consent.c, tables.short_contact.c
    if name == _TALK:
        held = select(talk.resident_id.label("whose"), talk.held_on.label("day"))
        return [held.where(talk.deleted_at.is_(None), talk.finished_at.is_not(None))]
    if name == _CONTACT:
        days = ((told, told.told_on), (goal, goal.made_on), (step, step.made_on), (short, short.held_on))
        found = [
            select(columns.resident_id.label("whose"), day.label("day")).where(columns.deleted_at.is_(None))
            for columns, day in days
        ]
        # most short talks are about nobody
        return [query.where(query.selected_columns.whose.is_not(None)) for query in found]
    given = select(answer.resident_id.label("whose"), answer.given_on.label("day"))
    return [given.where(answer.deleted_at.is_(None), answer.way != literal(ConsentWay.IMPORT.value))]


def _file(resident_id: str, created_at: str, talk: str | None, contact: str | None, answer: str | None) -> FileOf:
    days = [date.fromisoformat(day) for day in (talk, contact, answer) if day is not None]
    kind = FileKind.CONVERSATIONS if talk else FileKind.CONTACTS if contact else FileKind.CARD
    begun = utc_time(created_at).astimezone().date()
    return FileOf(resident_id, kind, max(days, default=None), begun)
