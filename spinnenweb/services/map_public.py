"""The social map in words for everybody: what runs, in one village or all, by theme, informal before formal."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.dates import said_date
from spinnenweb.domain.likeness import plain_name
from spinnenweb.domain.map_filter import works_in
from spinnenweb.domain.map_schedule import said_when, slot_words
from spinnenweb.domain.public_map import PublicMap, PublicOffer, PublicPerson, PublicSection
from spinnenweb.domain.social_map import (
    Capacity,
    Costs,
    Freshness,
    OfferKind,
    OfferStatus,
    WayIn,
    freshness,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from spinnenweb.domain.social_map import ContactPerson, Offer, Organisation
    from spinnenweb.domain.wording import Wording
    from spinnenweb.exchange.map_content import MapContent, MapWords

SEEKS, GROUPS, OTHER = "zoekt-mensen", "organisaties", "overig"
"""Sections after those of the themes: where one can do something, who else is there, and what has no theme."""
NO_BREAK = "\u00a0"
_KINDS = (OfferKind.RESIDENTS, OfferKind.INFORMAL, OfferKind.BUSINESS, OfferKind.FORMAL, OfferKind.SEEKS)
_SHOWN = (OfferStatus.ACTIVE, OfferStatus.CLOSED)


@dataclass(frozen=True, slots=True)
class Publishing:
    """Who publishes, when, and of which village; an empty `village_id` is all of them."""

    made_on: date
    village_id: str = ""
    by: str = ""
    example: bool = False


def public_map(content: MapContent, names: MapWords, words: Wording, how: Publishing) -> PublicMap:
    """The map for everybody. The contact persons in `content` all stand on it: hand over those that may leave."""
    return _Maker(content, names, words, how).make()


class _Maker:
    """Makes the words of one map."""

    def __init__(self, content: MapContent, names: MapWords, words: Wording, how: Publishing) -> None:
        self._content = content
        self._names = names
        self._words = words
        self._how = how
        self._by_id = {record.id: record for record in content.organisations if record.active}
        self._persons: defaultdict[tuple[str, str | None], list[ContactPerson]] = defaultdict(list)
        for person in content.contacts:
            self._persons[person.organisation_id, person.offer_id].append(person)

    def make(self) -> PublicMap:
        """The sections in the order of the themes, then the others; empty ones are left out."""
        found: dict[str, list[tuple[int, str, PublicOffer]]] = defaultdict(list)
        for offer in self._content.offers:
            organisation = self._by_id.get(offer.organisation_id)
            if organisation and offer.status in _SHOWN and self._here(works_in(offer, organisation)):
                found[self._section(offer)].append(self._ranked(offer.kind, self._offer(offer, organisation)))
        with_offers = {offer.organisation_id for offer in self._content.offers if offer.status in _SHOWN}
        for organisation in self._by_id.values():
            if organisation.id not in with_offers and self._here(organisation.village_ids):
                found[GROUPS].append(self._ranked(organisation.kind, self._group(organisation)))
        order = [*self._names.themes, OTHER, GROUPS, SEEKS]
        sections = tuple(self._made_section(code, found[code]) for code in order if code in found)
        used = {name for section in sections for offer in section.offers for name in offer.villages}
        villages = tuple(sorted(used, key=plain_name))
        village = self._content.villages.get(self._how.village_id, "")
        return PublicMap(village, self._how.made_on, sections, villages, self._how.by, self._how.example)

    def _here(self, village_ids: tuple[str, ...]) -> bool:
        return not self._how.village_id or not village_ids or self._how.village_id in village_ids

    def _section(self, offer: Offer) -> str:
        if offer.kind is OfferKind.SEEKS:
            return SEEKS
        return next((code for code in offer.themes if code in self._names.themes), OTHER)

    def _made_section(self, code: str, ranked: Iterable[tuple[int, str, PublicOffer]]) -> PublicSection:
        title = self._names.themes.get(code) or self._words.say(f"map_page.section.{code}")
        return PublicSection(code, title, tuple(offer for *_, offer in sorted(ranked, key=lambda one: one[:2])))

    def _ranked(self, kind: OfferKind, offer: PublicOffer) -> tuple[int, str, PublicOffer]:
        return _KINDS.index(kind), plain_name(offer.name), offer

    def _offer(self, offer: Offer, organisation: Organisation) -> PublicOffer:
        persons = self._persons[organisation.id, offer.id] or self._persons[organisation.id, None]
        same = offer.name.casefold() == organisation.name.casefold()
        state = freshness(offer.checked_on, offer.check_before, self._how.made_on)
        return PublicOffer(
            id=offer.id,
            name=offer.name,
            by="" if same else organisation.name,
            kind=self._words.say(f"map.kind.{offer.kind.value}"),
            about=offer.description,
            facts=self._facts(offer),
            phone=organisation.phone,
            email=organisation.email,
            website=organisation.website,
            persons=tuple(map(_person, persons)),
            themes=self._theme_names(offer.themes),
            villages=self._village_names(works_in(offer, organisation)),
            mark=self._mark(offer),
            checked=self._checked(offer.checked_on, state),
            freshness=state,
        )

    def _group(self, record: Organisation) -> PublicOffer:
        state = freshness(record.checked_on, record.check_before, self._how.made_on)
        return PublicOffer(
            id=record.id,
            name=record.name,
            kind=self._words.say(f"map.kind.{record.kind.value}"),
            about=record.description,
            phone=record.phone,
            email=record.email,
            website=record.website,
            persons=tuple(map(_person, self._persons[record.id, None])),
            villages=self._village_names(record.village_ids),
            checked=self._checked(record.checked_on, state),
            freshness=state,
        )

    def _theme_names(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self._names.themes[code] for code in codes if code in self._names.themes)

    def _village_names(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self._content.villages[one] for one in ids if one in self._content.villages)

    def _mark(self, offer: Offer) -> str:
        if offer.status is OfferStatus.CLOSED:
            return self._words.say("map_page.closed")
        told = offer.capacity in (Capacity.FULL, Capacity.WAITING)
        return self._words.say(f"map.capacity.{offer.capacity.value}") if told else ""

    def _checked(self, day: date | None, state: Freshness) -> str:
        if day is None:
            return self._words.say("map_page.checked_never")
        key = "map_page.checked_old" if state is Freshness.OLD else "map_page.checked"
        return self._words.say(key, date=said_date(day))

    def _facts(self, offer: Offer) -> tuple[tuple[str, str], ...]:
        facts = (
            ("for_whom", " – ".join(part for part in (offer.for_whom, self._ages(offer)) if part)),
            ("when", said_when(offer, slot_words(self._words), "\n")),
            ("where", _place(offer)),
            ("villages", "" if self._how.village_id else ", ".join(self._village_names(offer.village_ids))),
            ("way_in", self._way_in(offer)),
            ("costs", self._costs(offer)),
            ("access", self._access(offer)),
            ("languages", self._languages(offer)),
        )
        return tuple((self._words.say(f"map_page.label.{key}"), text) for key, text in facts if text)

    def _ages(self, offer: Offer) -> str:
        low, high = offer.age_from, offer.age_to
        if low is None and high is None:
            return ""
        if high is None:
            return self._words.say("map_page.age_from", low=low)
        if low is None:
            return self._words.say("map_page.age_to", high=high)
        return self._words.say("map_page.age_between", low=low, high=high)

    def _way_in(self, offer: Offer) -> str:
        code = "" if offer.way_in is WayIn.UNKNOWN else self._words.say(f"map.way_in.{offer.way_in.value}")
        return _together(code, offer.way_in_words)

    def _costs(self, offer: Offer) -> str:
        if offer.costs is Costs.FREE:
            return _together(self._words.say("map.costs.gratis"), offer.costs_words)
        if offer.costs is Costs.PAID:
            return offer.costs_words or self._words.say("map.costs.kosten")
        return offer.costs_words

    def _access(self, offer: Offer) -> str:
        known = [self._words.say(f"map.accessible.{code}") for code in offer.accessible]
        listed = [known[0], *(word[0].lower() + word[1:] for word in known[1:])] if known else []
        return _together(", ".join(listed), offer.accessible_words)

    def _languages(self, offer: Offer) -> str:
        if not set(offer.languages) - {"nl"}:
            return ""
        return ", ".join(map(self._language, offer.languages))

    def _language(self, code: str) -> str:
        keys = (key for key in (f"language.{code}", f"map.language.{code}") if self._words.has(key))
        key = next(keys, "")
        return self._words.say(key) if key else code


def _person(person: ContactPerson) -> PublicPerson:
    return PublicPerson(person.name, person.role, person.phone, person.email)


def _place(offer: Offer) -> str:
    where = offer.where
    # a postcode and its town never part at the end of a line
    town = NO_BREAK.join(part for part in (where.postcode.replace(" ", NO_BREAK), where.town) if part)
    return ", ".join(part for part in (where.name, where.street, town) if part)


def _together(first: str, second: str) -> str:
    """Two ways of saying a thing as one; words that say the choice already stand alone."""
    if first and second and first.casefold() in second.casefold():
        return second
    return ". ".join(part.rstrip(".") for part in (first, second) if part)
