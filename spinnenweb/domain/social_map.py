"""The social map: who does what in a village, whom to call there, and how old that knowledge is.

The fields and rules are those of `reference/ecosystem.md` 1.1. Every code is text that lies in the file and in
exports, so it never changes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import time

KEEPS_DAYS = 183
"""Half a year: how long knowledge about an organisation or an offer is taken to hold (ecosystem.md 1.1)."""
WARN_DAYS = 30
"""How long before its end knowledge is called almost old."""
OLDEST_AGE = 120
LONGEST_WORDS = 2_000
"""Signs of what is said about a choice: for whom, how to get in, costs, when, how accessible."""
LONGEST_ADDRESS = 300
"""Signs of a web or mail address."""
LONGEST_CODE = 40
"""Signs of a phone number, a postcode, a number of the chamber of commerce."""
WEEKDAYS = range(7)
"""Monday is 0."""


class OfferKind(StrEnum):
    """Who stands behind it; `SEEKS` is a place that looks for people who want to do something."""

    FORMAL = "formeel"
    INFORMAL = "informeel"
    RESIDENTS = "bewonersinitiatief"
    BUSINESS = "ondernemer"
    SEEKS = "zoekt-mensen"


class WayIn(StrEnum):
    """How somebody gets in."""

    UNKNOWN = "onbekend"
    WALK_IN = "loop-binnen"
    CALL = "bel"
    SIGN_UP = "aanmelden"
    REFERRAL = "verwijzing"


class Costs(StrEnum):
    """Whether it costs anything; the amount stands in words."""

    UNKNOWN = "onbekend"
    FREE = "gratis"
    PAID = "kosten"


class Capacity(StrEnum):
    """Whether there is room."""

    UNKNOWN = "onbekend"
    ROOM = "ruim"
    WAITING = "wachtlijst"
    FULL = "vol"


class OfferStatus(StrEnum):
    """The statuses of HSDS 3.1 (ecosystem.md 1.2)."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    CLOSED = "temporarily closed"
    DEFUNCT = "defunct"


class Access(StrEnum):
    """What somebody may need to get in and take part; more stands in words."""

    WHEELCHAIR = "rolstoel"
    TOILET = "aangepast-toilet"
    HEARING = "ringleiding"
    PARKING = "parkeren"
    BUS = "bus"
    QUIET = "prikkelarm"
    AT_HOME = "aan-huis"


class Every(StrEnum):
    """How often a slot returns."""

    WEEK = "week"
    TWO_WEEKS = "twee-weken"
    MONTH = "maand"


class Freshness(StrEnum):
    """How far what stands there can be trusted, freshest first; shown as word and shape, never colour alone."""

    FRESH = "vers"
    AGING = "bijna"
    OLD = "oud"
    NEVER = "nooit"


@dataclass(frozen=True, slots=True)
class Slot:
    """A moment that returns. `weekday` 0–6 from Monday, or `None`; of a month its `nth` (1–4, -1 the last).

    It holds from `since` up to and including `until`, where those are known.
    """

    weekday: int | None = None
    begins: time | None = None
    ends: time | None = None
    every: Every = Every.WEEK
    nth: int | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is; all parts may be empty."""

    name: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""

    @property
    def known(self) -> bool:
        """Whether anything stands there."""
        return bool(self.name or self.street or self.postcode or self.town)


def _nothing() -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation or group.

    `lead` is who pulls it; `working_on` what it does by Positive Health, `chances` what it sees, `themes` what it
    means to take up: intentions, beside what it offers. `external` holds the fields of an import that have no
    place here, as JSON, so that an export gives them back.
    """

    id: str
    name: str
    kind: OfferKind = OfferKind.INFORMAL
    description: str = ""
    website: str = ""
    email: str = ""
    phone: str = ""
    village_ids: tuple[str, ...] = ()
    lead: str = ""
    checked_on: date | None = None
    checked_by: str = ""
    check_before: date | None = None
    working_on: str = ""
    chances: str = ""
    themes: tuple[str, ...] = ()
    external: Mapping[str, Any] = field(default_factory=_nothing)
    kvk: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing an organisation offers, or (kind `SEEKS`) one thing it looks for people for.

    Ages in years, 0–120. `when` is said in words, `schedule` the moments that return. `accessible` holds codes of
    `Access`, `languages` ISO 639-1 codes, `themes` and `dimensions` the codes of the catalogue.
    """

    id: str
    organisation_id: str
    name: str
    kind: OfferKind = OfferKind.INFORMAL
    description: str = ""
    for_whom: str = ""
    age_from: int | None = None
    age_to: int | None = None
    way_in: WayIn = WayIn.UNKNOWN
    way_in_words: str = ""
    costs: Costs = Costs.UNKNOWN
    costs_words: str = ""
    when: str = ""
    schedule: tuple[Slot, ...] = ()
    where: Place = Place()
    village_ids: tuple[str, ...] = ()
    accessible: tuple[str, ...] = ()
    accessible_words: str = ""
    languages: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    status: OfferStatus = OfferStatus.ACTIVE
    capacity: Capacity = Capacity.UNKNOWN
    checked_on: date | None = None
    checked_by: str = ""
    check_before: date | None = None
    external: Mapping[str, Any] = field(default_factory=_nothing)

    @property
    def takes_people(self) -> bool:
        """Whether somebody can be pointed to it now: it runs and is not full."""
        return self.status is OfferStatus.ACTIVE and self.capacity is not Capacity.FULL


@dataclass(frozen=True, slots=True)
class ContactPerson:
    """Whom to call. `direct` says that residents may call too.

    `may_share` says that this person agreed, on `agreed_on`, to stand on paper and in exports.
    """

    id: str
    organisation_id: str
    offer_id: str | None = None
    name: str = ""
    role: str = ""
    phone: str = ""
    email: str = ""
    starts: date | None = None
    ends: date | None = None
    may_share: bool = False
    agreed_on: date | None = None
    direct: bool = False

    def current(self, today: date) -> bool:
        """Whether it is this person now: begun and not ended; the last day still counts."""
        return (self.starts is None or self.starts <= today) and (self.ends is None or today <= self.ends)

    def leaves(self, today: date) -> bool:
        """Whether this person may stand in what leaves the vault: there now, and agreed."""
        return self.may_share and self.current(today)


@dataclass(frozen=True, slots=True)
class OrganisationTalk:
    """A conversation with an organisation: what it does by Positive Health, what it offers, what it sees.

    `dimensions` are those it works on; `themes` what it means to take up, which counts as intention. Nothing about
    a resident belongs in it.
    """

    id: str
    organisation_id: str
    held_on: date
    spoken_with: str = ""
    does: str = ""
    offers: str = ""
    chances: str = ""
    themes: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()


def valid_until(checked_on: date, check_before: date | None) -> date:
    """The last day on which what was checked is taken to hold."""
    return check_before or checked_on + timedelta(days=KEEPS_DAYS)


def freshness(checked_on: date | None, check_before: date | None, today: date) -> Freshness:
    """How far knowledge of that day can be trusted today; half a year unless `check_before` says otherwise."""
    if checked_on is None:
        return Freshness.NEVER
    left = (valid_until(checked_on, check_before) - today).days
    if left < 0:
        return Freshness.OLD
    return Freshness.AGING if left < WARN_DAYS else Freshness.FRESH


def freshness_of_whole(own: Freshness, offers: Iterable[Freshness]) -> Freshness:
    """How far an organisation with all it offers can be trusted: as far as its least fresh part.

    Every offer counts by its own check, and never by that of its organisation. The organisation itself counts once
    it was checked, or when it offers nothing: who checked every offer need not write it down again.
    """
    parts = tuple(offers)
    whole = parts if parts and own is Freshness.NEVER else (*parts, own)
    return max(whole, key=tuple(Freshness).index)


def current_contact(
    persons: Iterable[ContactPerson], organisation_id: str, offer_id: str | None, today: date
) -> ContactPerson | None:
    """Whom to call now for an offer: its own contact person, else that of the organisation, else nobody.

    Somebody who left is never given; of several the one who began last.
    """
    there = [one for one in persons if one.organisation_id == organisation_id and one.current(today)]
    fitting = [one for one in there if one.offer_id is None or one.offer_id == offer_id]
    ranked = sorted(fitting, key=lambda one: (one.offer_id is not None, one.starts or date.min, one.id))
    return ranked[-1] if ranked else None
