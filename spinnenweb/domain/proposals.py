"""Which offers fit what somebody needs, or what somebody wants to do for others, and why.

At most five, each with its reasons in codes that the screen says in words. What an offer does for the question
comes first; where two do the same, the informal one stands before the formal one; then nearness, then how much
may be trusted of what stands there. Offers that cannot take anybody, are for another age or too far away, or
that this resident declined for this question, are not proposed at all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from heapq import nsmallest
from typing import TYPE_CHECKING

from spinnenweb.domain.social_map import Capacity, Costs, Freshness, Offer, OfferKind, WayIn, freshness

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

MOST = 5
"""More than five is a list to search in, not a proposal."""
OWN_LANGUAGE = "nl"
"""What is spoken where an offer names no language."""

THEME_WEIGHT, DIMENSION_WEIGHT = 2, 1
"""A theme says more about the question than the dimension it belongs to."""
SAID_WEIGHT = 3
"""What the resident named says more than any heading under which we put it."""
MOST_THEMES, MOST_DIMENSIONS = 2, 2
"""An offer that ticks every theme does not fit better for it."""


class Why(StrEnum):
    """A reason for an offer, or (from `OLD` on) something to know before going."""

    SAID = "said"
    THEME = "theme"
    DIMENSION = "dimension"
    VILLAGE = "village"
    EVERYWHERE = "everywhere"
    NEIGHBOUR = "neighbour"
    AGE = "age"
    LANGUAGE = "language"
    FREE = "free"
    INFORMAL = "informal"
    ROOM = "room"
    CHECKED = "checked"
    OLD = "old"
    NEVER_CHECKED = "never_checked"
    WAITING = "waiting"
    REFERRAL = "referral"
    PAID = "paid"
    OTHER_LANGUAGE = "other_language"


CAUTIONS = frozenset({Why.OLD, Why.NEVER_CHECKED, Why.WAITING, Why.REFERRAL, Why.PAID, Why.OTHER_LANGUAGE})
"""What speaks against an offer; it is told as openly as what speaks for it."""


@dataclass(frozen=True, slots=True)
class Need:
    """What is asked for.

    `themes` and `dimensions` are codes; `village_id` where the resident lives and `neighbours` the villages one
    goes to as well; `age` in years or `None`; `language` ISO 639-1. With `gift` the resident wants to do
    something for others, and only places that look for people fit; without it those never do. `declined` holds
    the offers that were declined for this question before; `said` gives for offers that speak of what the resident
    named the word in which they do.
    """

    themes: frozenset[str] = frozenset()
    dimensions: frozenset[str] = frozenset()
    village_id: str | None = None
    neighbours: frozenset[str] = frozenset()
    age: int | None = None
    language: str = OWN_LANGUAGE
    free_only: bool = False
    gift: bool = False
    declined: frozenset[str] = field(default_factory=frozenset)
    said: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason; `value` is the code of a theme, dimension or language, or the word that was said, else empty."""

    why: Why
    value: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An offer with what speaks for it, and what to know before going."""

    offer: Offer
    reasons: tuple[Reason, ...]
    cautions: tuple[Reason, ...]


def propose(need: Need, offers: Iterable[Offer], today: date) -> tuple[Proposal, ...]:
    """At most five offers that fit, the best first; equal ones in the order of their names."""
    fitting = (offer for offer in offers if fits(need, offer))
    best = nsmallest(MOST, fitting, key=lambda offer: _rank(need, offer, today))
    return tuple(_proposal(need, offer, today) for offer in best)


def fits(need: Need, offer: Offer) -> bool:
    """Whether an offer may be proposed at all."""
    return (
        offer.takes_people
        and (offer.kind is OfferKind.SEEKS) == need.gift
        and offer.id not in need.declined
        and not (need.free_only and offer.costs is Costs.PAID)
        and _for_age(offer, need.age)
        and _nearness(need, offer) is not None
        and (_does(need, offer) > 0 or _asks_nothing(need))
    )


def _asks_nothing(need: Need) -> bool:
    """A gift without a theme fits every place that looks for people; a question without one fits nothing."""
    return need.gift and not need.themes and not need.dimensions


def _for_age(offer: Offer, age: int | None) -> bool:
    if age is None:
        return True
    return (offer.age_from is None or offer.age_from <= age) and (offer.age_to is None or age <= offer.age_to)


def _nearness(need: Need, offer: Offer) -> Why | None:
    if not offer.village_ids:
        return Why.EVERYWHERE
    if need.village_id in offer.village_ids:
        return Why.VILLAGE
    return Why.NEIGHBOUR if not need.neighbours.isdisjoint(offer.village_ids) else None


def _does(need: Need, offer: Offer) -> int:
    """How much of the question an offer answers."""
    themes = sum(code in need.themes for code in offer.themes)
    dimensions = sum(code in need.dimensions for code in offer.dimensions)
    headings = THEME_WEIGHT * min(themes, MOST_THEMES) + DIMENSION_WEIGHT * min(dimensions, MOST_DIMENSIONS)
    return headings + SAID_WEIGHT * (offer.id in need.said)


FORMALITY = {OfferKind.RESIDENTS: 0, OfferKind.INFORMAL: 0, OfferKind.SEEKS: 0, OfferKind.BUSINESS: 1}
FORMAL = 2
"""Every other kind."""
_DISTANCE = {Why.VILLAGE: 0, Why.EVERYWHERE: 1, Why.NEIGHBOUR: 2}
_TRUST = {Freshness.FRESH: 0, Freshness.AGING: 1, Freshness.OLD: 2, Freshness.NEVER: 2}


def _rank(need: Need, offer: Offer, today: date) -> tuple[object, ...]:
    near = _nearness(need, offer)
    return (
        -_does(need, offer),
        FORMALITY.get(offer.kind, FORMAL),
        _DISTANCE[near] if near is not None else len(_DISTANCE),
        _spoken(need, offer) is Why.OTHER_LANGUAGE,
        offer.capacity is Capacity.WAITING,
        _TRUST[freshness(offer.checked_on, offer.check_before, today)],
        offer.costs is not Costs.FREE,
        offer.name.casefold(),
        offer.id,
    )


def _spoken(need: Need, offer: Offer) -> Why | None:
    """Whether the resident's language is spoken; says nothing when that is simply Dutch."""
    if need.language == OWN_LANGUAGE:
        return None
    return Why.LANGUAGE if need.language in offer.languages else Why.OTHER_LANGUAGE


def _proposal(need: Need, offer: Offer, today: date) -> Proposal:
    said = _reasons(need, offer, today)
    return Proposal(
        offer,
        tuple(reason for reason in said if reason.why not in CAUTIONS),
        tuple(reason for reason in said if reason.why in CAUTIONS),
    )


def _reasons(need: Need, offer: Offer, today: date) -> list[Reason]:
    """In the order in which one would say them aloud."""
    said = [Reason(Why.SAID, need.said[offer.id])] if offer.id in need.said else []
    said += [Reason(Why.THEME, code) for code in offer.themes if code in need.themes]
    said += [Reason(Why.DIMENSION, code) for code in offer.dimensions if code in need.dimensions]
    near = _nearness(need, offer)
    said += [Reason(near)] if near is not None else []
    said += [Reason(why) for why, holds in _facts(need, offer) if holds]
    spoken = _spoken(need, offer)
    said += [Reason(spoken, need.language)] if spoken is not None else []
    return [*said, Reason(_TRUSTED[freshness(offer.checked_on, offer.check_before, today)])]


_TRUSTED = {
    Freshness.FRESH: Why.CHECKED,
    Freshness.AGING: Why.CHECKED,
    Freshness.OLD: Why.OLD,
    Freshness.NEVER: Why.NEVER_CHECKED,
}


def _facts(need: Need, offer: Offer) -> tuple[tuple[Why, bool], ...]:
    ages = offer.age_from is not None or offer.age_to is not None
    return (
        (Why.INFORMAL, offer.kind in (OfferKind.INFORMAL, OfferKind.RESIDENTS)),
        (Why.AGE, ages and need.age is not None),
        (Why.FREE, offer.costs is Costs.FREE),
        (Why.PAID, offer.costs is Costs.PAID),
        (Why.ROOM, offer.capacity is Capacity.ROOM),
        (Why.WAITING, offer.capacity is Capacity.WAITING),
        (Why.REFERRAL, offer.way_in is WayIn.REFERRAL),
    )
