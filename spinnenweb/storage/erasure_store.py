"""Real deletion: the rows, their words in the search index, drafts, and their traces in both logs.

What stays is a mark of what was erased, HMAC(key, id). So a backup of before can be cleaned again after it was put
back, and nobody learns from the mark who it was. The key follows from that of the audit log, which stays the same
when the vault gets another lock: marks of before a re-key still fit.
"""

from __future__ import annotations

import hmac
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.erasure import Erasure, ErasureReason
from spinnenweb.storage import tables
from spinnenweb.storage.audit_store import AuditStore
from spinnenweb.storage.audit_trail import Entry
from spinnenweb.storage.bundles import RESIDENT, WHOSE, Bundle, bundle_of, cards_of, parts
from spinnenweb.storage.map_history_stores import forget
from spinnenweb.storage.operation_log import OperationLog
from spinnenweb.storage.place_store import PLACE
from spinnenweb.storage.search_store import SearchStore
from spinnenweb.storage.series_store import SeriesStore

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

    from spinnenweb.domain.bin import BinKind
    from spinnenweb.storage.journal import Journal

_HASH = "sha256"
SCRUB = "scrub"
"""Name in `app_meta` while something was erased of which leftovers may still lie on unused pages."""


def erasure_key(audit_key: bytes | bytearray) -> bytes:
    """The key of the marks."""
    return hmac.digest(audit_key, b"erasure", _HASH)


class ErasureStore:
    """Erases, and remembers that it was done."""

    def __init__(self, connection: Connection, journal: Journal | None, audit_key: bytearray) -> None:
        self._connection = connection
        self._journal = journal
        self._audit_key = audit_key

    def all(self) -> tuple[Erasure, ...]:
        """All erasures, in the order of their marks."""
        rows = self._connection.execute(select(tables.erasure).order_by(tables.erasure.c.mark)).mappings()
        return tuple(
            Erasure(row["id"], row["mark"], date.fromisoformat(row["erased_on"]), ErasureReason(row["reason"]))
            for row in rows
        )

    def mark(self, record_id: str) -> bytes:
        """What stands for an id that was erased."""
        return hmac.digest(erasure_key(self._audit_key), record_id.encode(), _HASH)

    def add(self, erasures: Iterable[Erasure]) -> int:
        """Take over erasures that are not remembered here yet; how many."""
        known = {erasure.mark for erasure in self.all()}
        new = [erasure for erasure in erasures if erasure.mark not in known]
        for erasure in new:
            self._connection.execute(insert(tables.erasure).values(_row(erasure)))
        return len(new)

    def cards(self, resident_id: str) -> set[str]:
        """The ids of all cards of the person on this one."""
        return cards_of(self._connection, resident_id)

    def still_here(self, kinds: Iterable[BinKind]) -> Iterator[tuple[BinKind, str, Erasure]]:
        """What is in this file although it was erased; residents first."""
        erased = {erasure.mark: erasure for erasure in self.all()}
        if not erased:
            return
        for kind in kinds:
            ids = self._connection.scalars(select(tables.metadata.tables[kind.value].c.id)).all()
            for record_id in ids:
                erasure = erased.get(self.mark(record_id))
                if erasure is not None:
                    yield kind, record_id, erasure

    def erase(self, kind: BinKind, record_id: str, erasure: Erasure) -> Bundle:
        """Erase a record with all that goes along with it; of a resident everything, under all their cards.

        To be followed by `Database.scrub`. `erasure.mark` is that of this record.
        """
        bundle = bundle_of(self._connection, kind.value, record_id)
        cards = bundle.get(RESIDENT, set())
        drafts = self._drafts_of(cards)
        gone = {one for ids in bundle.values() for one in ids} | drafts
        self.add([erasure])
        for number, card in enumerate(sorted(cards - {record_id})):
            self.add([Erasure(f"{erasure.id}-{number}", self.mark(card), erasure.erased_on, erasure.reason)])
        whose = self._whose(kind, record_id)
        self._delete(bundle, drafts)
        self._redact(erasure.id, cards, gone)
        self._forget_place(gone)
        if self._journal is not None:
            subject = None if cards else whose
            about = None if cards else record_id
            entry = Entry(AuditKind.ERASED, subject, kind.value, about, detail=erasure.reason.value)
            self._journal.audit.write([entry])
        return bundle

    def _whose(self, kind: BinKind, record_id: str) -> str | None:
        table = tables.metadata.tables[kind.value]
        if WHOSE not in table.c:
            return None
        whose: str | None = self._connection.scalar(select(table.c[WHOSE]).where(table.c.id == record_id))
        return whose

    def _drafts_of(self, cards: set[str]) -> set[str]:
        if not cards:
            return set()
        rows = self._connection.execute(select(tables.draft.c.id, tables.draft.c.payload))
        return {draft_id for draft_id, payload in rows if payload["resident"]["id"] in cards}

    def _delete(self, bundle: Bundle, drafts: set[str]) -> None:
        lines = SearchStore(self._connection)
        self._loosen(bundle)
        for table in reversed(tables.metadata.sorted_tables):
            for record_id in bundle.get(table.name, ()):
                lines.drop(record_id)
            for part in parts(bundle.get(table.name, ())):
                self._connection.execute(delete(table).where(table.c.id.in_(part)))
        for part in parts(drafts):
            self._connection.execute(delete(tables.draft).where(tables.draft.c.id.in_(part)))
        for part in parts(bundle.get(RESIDENT, ())):
            alias = tables.alias.c
            self._connection.execute(
                delete(tables.alias).where(alias.other_id.in_(part) | alias.kept_id.in_(part))
            )
        if bundle.get(RESIDENT):
            SeriesStore(self._connection, self._audit_key).forget(bundle[RESIDENT])

        forget(self._connection, {one for ids in bundle.values() for one in ids})

    def _loosen(self, bundle: Bundle) -> None:
        # a step may be kept under a card that was taken apart from the one its goal stood on
        step = tables.goal_step
        for part in parts(bundle.get(tables.goal.name, ())):
            self._connection.execute(update(step).where(step.c.goal_id.in_(part)).values(goal_id=None))

    def _redact(self, erasure_id: str, cards: set[str], gone: set[str]) -> None:
        OperationLog(self._connection).redact(erasure_id, gone)
        audit = AuditStore(self._connection, None, self._audit_key)
        for card in cards:
            audit.redact(erasure_id, card, gone)

    def _forget_place(self, gone: set[str]) -> None:
        meta = tables.app_meta
        kept = self._connection.scalar(select(meta.c.value).where(meta.c.name == PLACE)) or ""
        if any(one in kept for one in gone):
            self._connection.execute(delete(meta).where(meta.c.name == PLACE))

    def leave_scrub(self) -> None:
        """Say that leftovers may lie on unused pages until `Database.scrub` has been."""
        self._connection.execute(delete(tables.app_meta).where(tables.app_meta.c.name == SCRUB))
        self._connection.execute(insert(tables.app_meta).values(name=SCRUB, value="1"))

    def needs_scrub(self) -> bool:
        """Whether a scrub was left."""
        query = select(tables.app_meta.c.value).where(tables.app_meta.c.name == SCRUB)
        return self._connection.scalar(query) is not None

    def scrubbed(self) -> None:
        """The scrub was done."""
        self._connection.execute(delete(tables.app_meta).where(tables.app_meta.c.name == SCRUB))


def _row(erasure: Erasure) -> dict[str, str | bytes]:
    return {
        "id": erasure.id,
        "mark": erasure.mark,
        "erased_on": erasure.erased_on.isoformat(),
        "reason": erasure.reason.value,
    }
