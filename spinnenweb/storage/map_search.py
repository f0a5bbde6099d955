"""Filtering the social map: ids in the order of a list, so that a page reads only the rows it shows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, or_, select, text

from spinnenweb.domain.social_map import WARN_DAYS, Freshness, OfferStatus
from spinnenweb.storage import tables
from spinnenweb.storage.map_stores import standing
from spinnenweb.storage.search_store import match_of
from spinnenweb.storage.text_keys import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Connection, Select, Table

    from spinnenweb.domain.map_filter import MapFilter

MAP_LINES = 1 << 32
"""The lines of the map have no day, and so lie under this number (`search_store`)."""
_MOST_WORDS = 12
_OFFERS_SAYING = "SELECT record_id FROM search_text WHERE search_text MATCH :{name} AND rowid < :below"
_ORGANISATIONS_SAYING = """
SELECT coalesce(person.organisation_id, talk.organisation_id, hit.record_id) FROM search_text AS hit
LEFT JOIN contact_person AS person ON person.id = hit.record_id
LEFT JOIN organisation_talk AS talk ON talk.id = hit.record_id
WHERE hit.search_text MATCH :{name} AND hit.rowid < :below
"""
_ITSELF_SAYING = _OFFERS_SAYING
"""Without contact persons and talks: for when a resident looks along."""
_NO_END = date.max.isoformat()
_offer, _organisation = tables.offer.c, tables.organisation.c


class MapSearch:
    """Reads; writes nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def offers(self, wanted: MapFilter, today: date) -> tuple[str, ...]:
        """The ids of the offers that fit, by organisation and name."""
        joined = tables.offer.join(tables.organisation, _offer.organisation_id == _organisation.id)
        query = select(_offer.id).select_from(joined).where(_offer.deleted_at.is_(None), standing(_offer.id))
        query = query.where(*_offer_conditions(wanted, today))
        order = (_organisation.name_key, _organisation.id, _offer.name_key, _offer.id)
        return self._ids(_saying(query.order_by(*order), wanted, offers=True))

    def organisations(self, wanted: MapFilter, today: date) -> tuple[str, ...]:
        """The ids of the organisations that fit themselves or by one of their offers, by name."""
        query = select(_organisation.id).where(_organisation.deleted_at.is_(None), standing(_organisation.id))
        query = query.where(*_organisation_conditions(wanted, today))
        return self._ids(_saying(query.order_by(_organisation.name_key, _organisation.id), wanted, offers=False))

    def freshness_counts(self, today: date) -> dict[Freshness, int]:
        """How many offers there are of every freshness."""
        found = {}
        for freshness in Freshness:
            query = select(func.count()).select_from(tables.offer)
            fits = (_fresh(_offer.valid_until, freshness, today), _offer.deleted_at.is_(None), standing(_offer.id))
            found[freshness] = self._connection.scalar(query.where(*fits)) or 0
        return found

    def _ids(self, query: Select[Any]) -> tuple[str, ...]:
        return tuple(self._connection.scalars(query).all())


def holds(column: ColumnElement[Any], code: str) -> ColumnElement[bool]:
    """Whether a JSON list of codes or ids holds one; as text, which is ten times as fast as `json_each`."""
    return func.instr(column, f'"{code}"', type_=None) > 0


def _offer_conditions(wanted: MapFilter, today: date) -> Iterator[ColumnElement[bool]]:
    yield from _common_conditions(tables.offer, wanted, today)
    if wanted.organisation_id:
        yield _offer.organisation_id == wanted.organisation_id
    yield from (holds(column, code) for column, code in _listed(wanted))
    if wanted.village_id:
        yield _in_village(wanted.village_id)
    if wanted.costs is not None:
        yield _offer.costs == wanted.costs.value
    if wanted.running:
        yield and_(_offer.status == OfferStatus.ACTIVE.value, _organisation.active)


def _common_conditions(table: Table, wanted: MapFilter, today: date) -> Iterator[ColumnElement[bool]]:
    if wanted.kind is not None:
        yield table.c.kind == wanted.kind.value
    if wanted.freshness is not None:
        until = _offer.valid_until if table is tables.offer else _whole_until()
        yield _fresh(until, wanted.freshness, today)


def _listed(wanted: MapFilter) -> Iterator[tuple[ColumnElement[Any], str]]:
    columns = (_offer.themes, _offer.dimensions, _offer.languages)
    codes = (wanted.theme, wanted.dimension, wanted.language)
    return ((column, code) for column, code in zip(columns, codes, strict=True) if code)


def _in_village(village_id: str) -> ColumnElement[bool]:
    # an offer without villages is for those of its organisation
    of_organisation = and_(
        func.length(_offer.village_ids) == len("[]"), holds(_organisation.village_ids, village_id)
    )
    return or_(holds(_offer.village_ids, village_id), of_organisation)


def _organisation_conditions(wanted: MapFilter, today: date) -> Iterator[ColumnElement[bool]]:
    yield from _common_conditions(tables.organisation, wanted, today)
    if wanted.organisation_id:
        yield _organisation.id == wanted.organisation_id
    if wanted.village_id:
        yield holds(_organisation.village_ids, wanted.village_id)
    for column, code in _listed(wanted):
        by_offer = _by_offer(holds(column, code))
        # what an organisation means to take up counts beside what it offers
        yield or_(holds(_organisation.themes, code), by_offer) if column is _offer.themes else by_offer
    if wanted.costs is not None:
        yield _by_offer(_offer.costs == wanted.costs.value)
    if wanted.running:
        yield _organisation.active.is_(True)


def _by_offer(fits: ColumnElement[bool]) -> ColumnElement[bool]:
    offers = select(_offer.organisation_id).where(_offer.deleted_at.is_(None), standing(_offer.id), fits)
    return _organisation.id.in_(offers)


def _whole_until() -> ColumnElement[Any]:
    """Until when an organisation with all it offers holds; the rule is `social_map.freshness_of_whole`.

    Empty for an offer that was never checked. SQLite's `min` of two is NULL when one of them is.
    """
    offers = select(func.min(func.coalesce(_offer.valid_until, ""))).where(
        _offer.organisation_id == _organisation.id, _offer.deleted_at.is_(None), standing(_offer.id)
    )
    own = _organisation.valid_until
    least = func.min(offers.scalar_subquery(), func.coalesce(own, _NO_END), type_=own.type)
    return func.coalesce(least, own)


def _fresh(until: ColumnElement[Any], freshness: Freshness, today: date) -> ColumnElement[bool]:
    now, soon = today.isoformat(), (today + timedelta(days=WARN_DAYS)).isoformat()
    said = func.coalesce(until, "")
    # each asks for `until` once: it may be looked up for every row
    conditions = {
        Freshness.NEVER: said == "",
        Freshness.OLD: said.between(date.min.isoformat(), (today - timedelta(days=1)).isoformat()),
        Freshness.AGING: said.between(now, (today + timedelta(days=WARN_DAYS - 1)).isoformat()),
        Freshness.FRESH: said >= soon,
    }
    return conditions[freshness]


def _saying(query: Select[Any], wanted: MapFilter, *, offers: bool) -> Select[Any]:
    """Only what holds every word, itself or by its organisation."""
    saying = _ITSELF_SAYING if wanted.along else _ORGANISATIONS_SAYING
    for number, word in enumerate(words(wanted.text)[:_MOST_WORDS]):
        name = f"match_{number}"
        given = {name: match_of(word), "below": MAP_LINES}
        by_organisation = text(saying.format(name=name)).bindparams(**given)
        if offers:
            by_offer = text(_OFFERS_SAYING.format(name=name)).bindparams(**given)
            query = query.where(_offer.id.in_(by_offer) | _offer.organisation_id.in_(by_organisation))
        else:
            query = query.where(_organisation.id.in_(by_organisation))
    return query
