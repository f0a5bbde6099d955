"""Villages, residents and consents: what can be asked of each."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, func, literal, select
from sqlalchemy.exc import IntegrityError

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.merges import Outline
from spinnenweb.domain.residents import Consent, Purpose, Resident, Village, normal_code
from spinnenweb.storage import tables
from spinnenweb.storage.aliases import belongs_to, kept, not_merged
from spinnenweb.storage.forms import maybe_day
from spinnenweb.storage.map_search import holds
from spinnenweb.storage.record_forms import CONSENT, RESIDENT, VILLAGE, village_key
from spinnenweb.storage.record_store import RecordStore
from spinnenweb.storage.text_keys import folded, like

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Select

    from spinnenweb.storage.journal import Journal

_IDS_AT_ONCE = 500


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

    def made_by_import(self, batch_id: str) -> tuple[str, ...]:
        """The ids of villages that came with an import of the map and are as it left them.

        All of one unit of work has one stamp of time, to the microsecond, so nothing else needs to remember it.
        """
        columns, batch = self._table.c, tables.import_batch.c
        written = select(batch.created_at).where(batch.id == batch_id).scalar_subquery()
        untouched = columns.updated_at == columns.created_at
        query = select(columns.id).where(self._alive, untouched, columns.created_at == written)
        return tuple(self._connection.scalars(query.order_by(columns.id)))

    def in_use(self, village_id: str) -> bool:
        """Whether anybody or anything has to do with it: people also of the bin, the map, a release, a setting.

        Of what lies in the bin of the map it comes back with (`back`).
        """
        people = (tables.resident, tables.short_contact, tables.meeting, tables.release_village)
        found = [exists().where(table.c.village_id == village_id) for table in people]
        for table in (tables.organisation, tables.offer):
            found.append(exists().where(table.c.deleted_at.is_(None), holds(table.c.village_ids, village_id)))
        # the village one works in, and those that are neighbours
        setting = tables.setting.c
        found.append(exists().where(setting.deleted_at.is_(None), holds(setting.value, village_id)))
        return any(self._connection.scalar(select(one)) for one in found)

    def back(self, village_id: str) -> str:
        """Let a village that was taken away stand again; its id, or that of the one that has its name by now."""
        columns = self._table.c
        query = select(columns.name).where(columns.id == village_id, ~self._alive)
        name = self._connection.scalar(query)
        if name is None:
            return village_id
        other = self.by_name(name)
        if other is not None:
            return other.id
        self.put_back(village_id)
        return village_id


class ResidentStore(RecordStore[Resident]):
    """Residents; no two have the same code. Lists leave out the cards that were merged into another one."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, RESIDENT)

    def put_back(self, record_id: str) -> None:
        """As all stores; `SpinnenwebError` `bin.code_taken` when another card has the code meanwhile."""
        try:
            super().put_back(record_id)
        except IntegrityError:
            raise SpinnenwebError("bin.code_taken") from None
        held = tables.conversation.c
        last = select(func.max(held.held_on)).where(held.resident_id == record_id, held.deleted_at.is_(None))
        self._lines.bring_forward(record_id, maybe_day(self._connection.scalar(last)))

    def all(self) -> tuple[Resident, ...]:
        """All residents in the order of their codes."""
        return self._many(self._standing().order_by(self._table.c.code_key))

    def get(self, record_id: str) -> Resident | None:
        """The resident with this id, of a merged card the one it is shown under, or `None`."""
        return self.own_card(self._connection.scalar(select(kept(literal(record_id)))) or record_id)

    def own_card(self, record_id: str) -> Resident | None:
        """The card with this id as it was written, merged or not, or `None`."""
        return super().get(record_id)

    def under_codes(self) -> dict[str, Resident]:
        """All residents by `normal_code`, also by the codes of the cards that were merged into theirs."""
        cards = {card.id: card for card in self._many(self._query())}
        own = select(self._table.c.code_key, kept(self._table.c.id)).where(self._alive)
        return {code: cards[resident_id] for code, resident_id in self._connection.execute(own)}

    def by_code(self, code: str) -> Resident | None:
        """The card with this code, merged or not, compared as `normal_code`, or `None`."""
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
        query = self._standing().where(*(searched.like(like(word), escape="\\") for word in words))
        starts = func.substr(searched, 1, len(words[0])) == words[0]
        return self._many(query.order_by(starts.desc(), searched, self._table.c.id).limit(limit))

    def by_ids(self, resident_ids: Iterable[str]) -> dict[str, Resident]:
        """Some residents by id; who is not there is absent."""
        ids = sorted(set(resident_ids))
        parts = (ids[start : start + _IDS_AT_ONCE] for start in range(0, len(ids), _IDS_AT_ONCE))
        found = chain.from_iterable(
            self._stream(self._query().where(self._table.c.id.in_(part))) for part in parts
        )
        return {resident.id: resident for resident in found}

    def household(self, household_id: str) -> tuple[Resident, ...]:
        """The residents of one household in the order of their codes; a merged card as the one it is shown as."""
        columns = self._table.c
        inside = select(kept(columns.id)).where(columns.household_id == household_id, self._alive)
        return self._many(self._standing().where(columns.id.in_(inside)).order_by(columns.code_key))

    def cards_of(self, resident_id: str) -> tuple[Resident, ...]:
        """All cards of the person on this card as they were written, in the order of their codes."""
        columns = self._table.c
        return self._many(self._query().where(belongs_to(columns.id, resident_id)).order_by(columns.code_key))

    def ready(self) -> tuple[Resident, ...]:
        """The residents made ready for a visit."""
        return self._many(self._standing().where(self._table.c.ready_for_visit).order_by(self._table.c.code_key))

    def names(self) -> tuple[tuple[str, str, str], ...]:
        """Of every card the id it is shown under, the calling name and the code; merged cards too."""
        columns = self._table.c
        found = self._connection.execute(
            select(kept(columns.id), columns.calling_name, columns.code).where(self._alive)
        )
        return tuple((row[0], row[1], row[2]) for row in found)

    def outlines(self) -> tuple[Outline, ...]:
        """What every card is recognised by, without the rest."""
        columns = self._table.c
        query = select(columns.id, columns.calling_name, columns.code, columns.birth_year, columns.village_id)
        found = self._connection.execute(query.where(self._alive, not_merged(columns.id)))
        return tuple(Outline(*row) for row in found)

    def _standing(self) -> Select[Any]:
        return self._query().where(not_merged(self._table.c.id))


class ConsentStore(RecordStore[Consent]):
    """Consents; a later answer stands beside an earlier one, and only a mistake in writing it down is mended."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, CONSENT)

    def of(self, resident_id: str) -> tuple[Consent, ...]:
        """All answers of one resident, oldest first."""
        return self._many(
            self._query()
            .where(belongs_to(self._table.c.resident_id, resident_id))
            .order_by(self._table.c.given_on, self._table.c.recorded_at, self._table.c.id)
        )

    def by_purpose(self, purpose: Purpose) -> dict[str, tuple[Consent, ...]]:
        """All answers to one question, by resident."""
        found: dict[str, list[Consent]] = defaultdict(list)
        for consent in self._stream(self._query().where(self._table.c.purpose == purpose.value)):
            found[consent.resident_id].append(consent)
        return {resident_id: tuple(consents) for resident_id, consents in found.items()}
