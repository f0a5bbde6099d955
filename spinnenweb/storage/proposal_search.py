"""The offers among which proposals are chosen, by the rules of `domain.proposals` in SQL, before a record is read.

What SQL gives is in the same order as that of `propose`, names aside, so that only some tens of
offers have to be read; which ones are proposed, and why, is decided there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, func, literal, or_, select, text

from spinnenweb.domain.proposals import (
    DIMENSION_WEIGHT,
    FORMAL,
    FORMALITY,
    MOST_DIMENSIONS,
    MOST_THEMES,
    OWN_LANGUAGE,
    SAID_WEIGHT,
    THEME_WEIGHT,
)
from spinnenweb.domain.social_map import WARN_DAYS, Capacity, Costs, OfferKind, OfferStatus
from spinnenweb.storage import tables
from spinnenweb.storage.map_search import MAP_LINES, holds
from spinnenweb.storage.map_stores import standing
from spinnenweb.storage.text_keys import term

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from sqlalchemy import ColumnElement, Connection

    from spinnenweb.domain.proposals import Need

AMONG = 25
"""So many are read; more only stand equal in everything but their name."""
_TELLS_NOTHING = 200
"""A word that stands in more of the map than this does not tell one offer from another."""
_SAYING = "SELECT record_id FROM search_text WHERE search_text MATCH :word AND rowid < :below LIMIT :most"
_offer, _organisation = tables.offer.c, tables.organisation.c
_NO_CODES = len("[]")


class ProposalSearch:
    """Reads; writes nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def best(self, need: Need, today: date, among: int = AMONG) -> tuple[str, ...]:
        """The ids of offers that fit, the best first."""
        joined = tables.offer.join(tables.organisation, _offer.organisation_id == _organisation.id)
        query = select(_offer.id).select_from(joined).where(*_conditions(need))
        return tuple(self._connection.scalars(query.order_by(*_order(need, today)).limit(among)).all())

    def saying(self, words: Collection[str]) -> dict[str, str]:
        """By the id of what speaks of one of these folded words the first of them it speaks of."""
        found: dict[str, str] = {}
        for word in words:
            given = {"word": term(word), "below": MAP_LINES, "most": _TELLS_NOTHING + 1}
            ids = self._connection.scalars(text(_SAYING), given).all()
            if len(ids) <= _TELLS_NOTHING:
                found = {**dict.fromkeys(ids, word), **found}
        return found


def _conditions(need: Need) -> Iterator[ColumnElement[bool]]:
    yield from (_offer.deleted_at.is_(None), _organisation.deleted_at.is_(None), _organisation.active)
    yield _offer.status == OfferStatus.ACTIVE.value
    yield _offer.capacity != Capacity.FULL.value
    seeks = OfferKind.SEEKS.value
    yield _offer.kind == seeks if need.gift else _offer.kind != seeks
    if need.free_only:
        yield _offer.costs != Costs.PAID.value
    if need.age is not None:
        yield or_(_offer.age_from.is_(None), _offer.age_from <= need.age)
        yield or_(_offer.age_to.is_(None), _offer.age_to >= need.age)
    if need.declined:
        yield _offer.id.not_in(sorted(need.declined))
    yield _near(need)
    if need.themes or need.dimensions or not need.gift:
        yield _does_any(need)
    yield standing(_offer.id)


def _does_any(need: Need) -> ColumnElement[bool]:
    ways = [holds(_offer.themes, code) for code in sorted(need.themes)]
    ways += [holds(_offer.dimensions, code) for code in sorted(need.dimensions)]
    if need.said:
        ways.append(_offer.id.in_(sorted(need.said)))
    return or_(literal(False), *ways)


def _villages() -> ColumnElement[Any]:
    """The villages an offer is for: its own, else those of its organisation (`map_filter.works_in`)."""
    return case(
        (func.length(_offer.village_ids) == _NO_CODES, _organisation.village_ids), else_=_offer.village_ids
    )


def _near(need: Need) -> ColumnElement[bool]:
    near = [holds(_villages(), one) for one in _reach(need)]
    everywhere = and_(
        func.length(_offer.village_ids) == _NO_CODES, func.length(_organisation.village_ids) == _NO_CODES
    )
    return or_(everywhere, *near)


def _reach(need: Need) -> list[str]:
    own = [] if need.village_id is None else [need.village_id]
    return own + sorted(need.neighbours)


def _order(need: Need, today: date) -> Iterator[ColumnElement[Any]]:
    yield _does(need).desc()
    yield case(*((_offer.kind == kind.value, place) for kind, place in FORMALITY.items()), else_=FORMAL)
    yield _distance(need)
    if need.language != OWN_LANGUAGE:
        yield ~holds(_offer.languages, need.language)
    yield _offer.capacity == Capacity.WAITING.value
    yield _trust(today)
    yield _offer.costs != Costs.FREE.value
    yield from (_offer.name_key, _offer.id)


def _does(need: Need) -> ColumnElement[Any]:
    themes = _many(_offer.themes, need.themes, MOST_THEMES) * THEME_WEIGHT
    dimensions = _many(_offer.dimensions, need.dimensions, MOST_DIMENSIONS) * DIMENSION_WEIGHT
    said = case((_offer.id.in_(sorted(need.said)), SAID_WEIGHT), else_=0) if need.said else literal(0)
    return themes + dimensions + said


def _many(column: ColumnElement[Any], codes: Collection[str], most: int) -> ColumnElement[Any]:
    found: ColumnElement[Any] = literal(0)
    for code in sorted(codes):
        found = found + case((holds(column, code), 1), else_=0)
    return func.min(found, most)


def _distance(need: Need) -> ColumnElement[Any]:
    own = [(holds(_villages(), need.village_id), 0)] if need.village_id is not None else []
    return case(*own, (func.length(_villages()) == _NO_CODES, 1), else_=2)


def _trust(today: date) -> ColumnElement[Any]:
    now, soon = today.isoformat(), today.fromordinal(today.toordinal() + WARN_DAYS).isoformat()
    return case((_offer.valid_until >= soon, 0), (_offer.valid_until >= now, 1), else_=2)
