"""Villages, residents and consents: what can be asked of each."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from spinnenweb.domain.residents import Consent, Purpose, Resident, Village, normal_code
from spinnenweb.storage.record_forms import CONSENT, RESIDENT, VILLAGE, village_key
from spinnenweb.storage.record_store import RecordStore
from spinnenweb.storage.text_keys import folded, like

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from spinnenweb.storage.journal import Journal


class VillageStore(RecordStore[Village]):
    """Villages; no two have the same name."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, VILLAGE)

    def all(self) -> tuple[Village, ...]:
        """All villages by name."""
        return tuple(sorted(self._many(self._query()), key=lambda village: folded(village.name)))

    def by_name(self, name: str) -> Village | None:
        """The village with this name, trimmed and case-insensitive, or `None`."""
        return self._one(self._query().where(self._table.c.name_key == village_key(name)))


class ResidentStore(RecordStore[Resident]):
    """Residents; no two have the same code."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, RESIDENT)

    def all(self) -> tuple[Resident, ...]:
        """All residents in the order of their codes."""
        return self._many(self._query().order_by(self._table.c.code_key))

    def by_code(self, code: str) -> Resident | None:
        """The resident with this code, compared as `normal_code`, or `None`."""
        return self._one(self._query().where(self._table.c.code_key == normal_code(code)))

    def codes(self) -> set[str]:
        """All codes in use, as `normal_code`."""
        return set(self._connection.scalars(select(self._table.c.code_key).where(self._alive)))

    def search(self, text: str, limit: int) -> tuple[Resident, ...]:
        """At most `limit` residents whose calling name or code holds every word; those that start with it first.

        Case and accents do not matter. Nothing is found for a text without words.
        """
        words = folded(text).split()
        if not words:
            return ()
        searched = self._table.c.search_name
        query = self._query().where(*(searched.like(like(word), escape="\\") for word in words))
        starts = func.substr(searched, 1, len(words[0])) == words[0]
        return self._many(query.order_by(starts.desc(), searched, self._table.c.id).limit(limit))

    def ready(self) -> tuple[Resident, ...]:
        """The residents made ready for a visit."""
        return self._many(self._query().where(self._table.c.ready_for_visit).order_by(self._table.c.code_key))


class ConsentStore(RecordStore[Consent]):
    """Consents; an answer is never changed, a later one stands beside it."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, CONSENT)

    def of(self, resident_id: str) -> tuple[Consent, ...]:
        """All answers of one resident, oldest first."""
        return self._many(
            self._query()
            .where(self._table.c.resident_id == resident_id)
            .order_by(self._table.c.given_on, self._table.c.recorded_at, self._table.c.id)
        )

    def by_purpose(self, purpose: Purpose) -> dict[str, tuple[Consent, ...]]:
        """All answers to one question, by resident."""
        found: dict[str, list[Consent]] = defaultdict(list)
        for consent in self._stream(self._query().where(self._table.c.purpose == purpose.value)):
            found[consent.resident_id].append(consent)
        return {resident_id: tuple(consents) for resident_id, consents in found.items()}
