"""Organisations, offers, contact persons and talks with organisations: what can be asked of each.

What was merged into another is still there and stands in no list: `standing` leaves it out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import exists, func, select

from spinnenweb.domain.map_likeness import Title
from spinnenweb.domain.social_map import ContactPerson, Offer, Organisation, OrganisationTalk
from spinnenweb.storage import tables
from spinnenweb.storage.bundles import parts
from spinnenweb.storage.forms import maybe_day
from spinnenweb.storage.map_forms import CONTACT_PERSON, OFFER, ORGANISATION, ORGANISATION_TALK
from spinnenweb.storage.record_store import RecordStore

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from sqlalchemy import ColumnElement, Connection, Select

    from spinnenweb.storage.journal import Journal

R = TypeVar("R")


def standing(record_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether a record of the map was not merged into another."""
    merge = tables.map_merge.c
    # as a list that SQLite makes once: looked up row by row it takes a third of a whole filter
    return record_id.not_in(select(merge.other_id).where(merge.deleted_at.is_(None)))


class MapStore(RecordStore[R]):
    """What all stores of the map share."""

    def by_ids(self, ids: Iterable[str]) -> dict[str, R]:
        """The records with these ids, by id; those that are not there any more are left out."""
        found: dict[str, R] = {}
        for part in parts(set(ids)):
            rows = self._connection.execute(self._query().where(self._table.c.id.in_(part))).mappings()
            found |= {row["id"]: self._shape.record(row) for row in rows}
        return found

    def names_of(self, ids: Iterable[str]) -> dict[str, str]:
        """The names of the records with these ids, also of those that were put away or merged."""
        columns = self._table.c
        found: dict[str, str] = {}
        for part in parts(set(ids)):
            rows = self._connection.execute(select(columns.id, columns.name).where(columns.id.in_(part)))
            found |= {row.id: row.name for row in rows}
        return found

    def of(self, organisation_id: str) -> tuple[R, ...]:
        """Those of one organisation, the first written down first."""
        columns = self._table.c
        return self._many(self._standing().where(columns.organisation_id == organisation_id).order_by(columns.id))

    def pointing(self, column: str, record_id: str) -> tuple[R, ...]:
        """Those that point at a record with one of their columns, also those that were merged into another."""
        return self._many(self._query().where(self._table.c[column] == record_id).order_by(self._table.c.id))

    def of_many(self, organisation_ids: Iterable[str]) -> tuple[R, ...]:
        """Those of several organisations."""
        columns = self._table.c
        return tuple(
            record
            for part in parts(set(organisation_ids))
            for record in self._stream(
                self._standing().where(columns.organisation_id.in_(part)).order_by(columns.id)
            )
        )

    def search_drop(self, record_id: str) -> None:
        """Let a record no longer be found by its words; `search_put` is the way back."""
        self._lines.drop(record_id)

    def search_put(self, record: R, record_id: str) -> None:
        """Let a record be found by its words again."""
        self._lines.replace(record_id, self._shape.lines(record))

    def search_anew(self) -> None:
        """Make every record that stands searchable in an index that was emptied."""
        self._lines.put(line for record in self._stream(self._standing()) for line in self._shape.lines(record))

    def _standing(self) -> Select[Any]:
        return self._query().where(standing(self._table.c.id))


class OrganisationStore(MapStore[Organisation]):
    """Organisations and groups."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, ORGANISATION)

    def all(self) -> tuple[Organisation, ...]:
        """All organisations by name."""
        return self._many(self._standing().order_by(self._table.c.name_key, self._table.c.id))

    def any_in_use(self, organisation_ids: Iterable[str]) -> bool:
        """Whether an offer, contact person or talk of one of these is there."""
        found = (
            exists().where(table.c.organisation_id.in_(part), table.c.deleted_at.is_(None))
            for part in parts(set(organisation_ids))
            for table in (tables.offer, tables.contact_person, tables.organisation_talk)
        )
        return any(self._connection.scalar(select(one)) for one in found)

    def offer_counts(self) -> dict[str, int]:
        """How many offers each organisation has."""
        offer = tables.offer.c
        query = select(offer.organisation_id, func.count()).where(offer.deleted_at.is_(None), standing(offer.id))
        return {row[0]: row[1] for row in self._connection.execute(query.group_by(offer.organisation_id))}

    def titles(self) -> Iterator[Title]:
        """What every organisation is recognised by."""
        columns = self._table.c
        query = select(columns.id, columns.name, columns.kvk, columns.website, columns.phone, columns.email)
        for row in self._connection.execute(query.where(self._alive, standing(columns.id))):
            yield Title(*row)


class OfferStore(MapStore[Offer]):
    """Offers."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, OFFER)

    def all(self) -> tuple[Offer, ...]:
        """All offers by name."""
        return self._many(self._standing().order_by(self._table.c.name_key, self._table.c.id))

    def checks_of(self, organisation_ids: Iterable[str]) -> dict[str, list[tuple[date | None, date | None]]]:
        """Of these organisations when each offer was checked, and before which day it has to be done again."""
        offer = self._table.c
        found: dict[str, list[tuple[date | None, date | None]]] = {}
        query = select(offer.organisation_id, offer.checked_on, offer.check_before)
        query = query.where(self._alive, standing(offer.id))
        for part in parts(set(organisation_ids)):
            for whose, checked, before in self._connection.execute(query.where(offer.organisation_id.in_(part))):
                found.setdefault(whose, []).append((maybe_day(checked), maybe_day(before)))
        return found

    def titles(self) -> Iterator[Title]:
        """What every offer is recognised by."""
        columns = self._table.c
        query = select(columns.id, columns.name, columns.organisation_id)
        for row in self._connection.execute(query.where(self._alive, standing(columns.id))):
            yield Title(row[0], row[1], within=row[2])


class ContactPersonStore(MapStore[ContactPerson]):
    """Contact persons, also those who left."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, CONTACT_PERSON)

    def all(self) -> tuple[ContactPerson, ...]:
        """All contact persons."""
        return self._many(self._query().order_by(self._table.c.id))


class OrganisationTalkStore(MapStore[OrganisationTalk]):
    """Talks with organisations."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, ORGANISATION_TALK)

    def all(self) -> tuple[OrganisationTalk, ...]:
        """All talks, newest first."""
        return self._many(self._query().order_by(self._table.c.held_on.desc(), self._table.c.id.desc()))
