"""What records of the social map may hold; whatever way they come in, they pass here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.conversations import LONGEST_NOTE
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.map_history import MapKind
from spinnenweb.domain.residents import LONGEST_NAME
from spinnenweb.domain.social_map import (
    LONGEST_ADDRESS,
    LONGEST_CODE,
    LONGEST_WORDS,
    OLDEST_AGE,
    ContactPerson,
    Offer,
    Organisation,
    OrganisationTalk,
    Place,
)
from spinnenweb.domain.text_rules import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

MapRecord = Organisation | Offer | ContactPerson | OrganisationTalk

_KINDS: dict[type, MapKind] = {
    Organisation: MapKind.ORGANISATION,
    Offer: MapKind.OFFER,
    ContactPerson: MapKind.CONTACT,
    OrganisationTalk: MapKind.TALK,
}


def kind_of(record: MapRecord) -> MapKind:
    """What kind of record this is."""
    return _KINDS[type(record)]


def cleaned(record: MapRecord, today: date) -> MapRecord:
    """The record with its texts cleaned and its lists without blanks and doubles.

    Raises:
        SpinnenwebError: `map.name_missing`, `map.age` (outside 0–120, or from above to), `map.future` (checked
            on a day that has yet to come), `map.period` (somebody who ends before the beginning), `text.*`.
    """
    if isinstance(record, Organisation):
        return cleaned_organisation(record, today)
    if isinstance(record, Offer):
        return cleaned_offer(record, today)
    return cleaned_contact(record) if isinstance(record, ContactPerson) else cleaned_talk(record, today)


def cleaned_organisation(organisation: Organisation, today: date) -> Organisation:
    """The organisation, cleaned; see `cleaned`."""
    one = organisation
    _refuse_future(one.checked_on, today)
    return replace(
        one,
        name=_name(one.name),
        description=clean(one.description, LONGEST_NOTE, "description"),
        website=clean_line(one.website, LONGEST_ADDRESS, "website"),
        email=clean_line(one.email, LONGEST_ADDRESS, "email"),
        phone=clean_line(one.phone, LONGEST_CODE, "phone"),
        village_ids=_once(one.village_ids),
        lead=clean_line(one.lead, LONGEST_NAME, "lead"),
        checked_by=clean_line(one.checked_by, LONGEST_NAME, "checked_by"),
        working_on=clean(one.working_on, LONGEST_NOTE, "working_on"),
        chances=clean(one.chances, LONGEST_NOTE, "chances"),
        themes=_once(one.themes),
        kvk=clean_line(one.kvk, LONGEST_CODE, "kvk"),
    )


def cleaned_offer(offer: Offer, today: date) -> Offer:
    """The offer, cleaned; see `cleaned`."""
    one = offer
    _refuse_future(one.checked_on, today)
    _refuse_ages(one.age_from, one.age_to)
    return replace(
        one,
        name=_name(one.name),
        description=clean(one.description, LONGEST_NOTE, "description"),
        for_whom=clean_line(one.for_whom, LONGEST_WORDS, "for_whom"),
        way_in_words=clean_line(one.way_in_words, LONGEST_WORDS, "way_in_words"),
        costs_words=clean_line(one.costs_words, LONGEST_WORDS, "costs_words"),
        when=clean_line(one.when, LONGEST_WORDS, "when"),
        where=_place(one.where),
        village_ids=_once(one.village_ids),
        accessible=_once(one.accessible),
        accessible_words=clean_line(one.accessible_words, LONGEST_WORDS, "accessible_words"),
        languages=_once(one.languages),
        themes=_once(one.themes),
        dimensions=_once(one.dimensions),
        checked_by=clean_line(one.checked_by, LONGEST_NAME, "checked_by"),
    )


def cleaned_contact(person: ContactPerson) -> ContactPerson:
    """The contact person, cleaned; see `cleaned`. Who did not agree has no date of agreeing."""
    if person.starts is not None and person.ends is not None and person.ends < person.starts:
        raise SpinnenwebError("map.period")
    return replace(
        person,
        name=_name(person.name),
        role=clean_line(person.role, LONGEST_NAME, "role"),
        phone=clean_line(person.phone, LONGEST_CODE, "phone"),
        email=clean_line(person.email, LONGEST_ADDRESS, "email"),
        agreed_on=person.agreed_on if person.may_share else None,
    )


def cleaned_talk(talk: OrganisationTalk, today: date) -> OrganisationTalk:
    """The talk with an organisation, cleaned; see `cleaned`."""
    _refuse_future(talk.held_on, today)
    return replace(
        talk,
        spoken_with=clean_line(talk.spoken_with, LONGEST_NAME, "spoken_with"),
        does=clean(talk.does, LONGEST_NOTE, "does"),
        offers=clean(talk.offers, LONGEST_NOTE, "offers"),
        chances=clean(talk.chances, LONGEST_NOTE, "chances"),
        themes=_once(talk.themes),
        dimensions=_once(talk.dimensions),
    )


def _name(name: str) -> str:
    found = clean_line(name, LONGEST_NAME, "name")
    # signs without a shape, such as those that turn the direction of a line, are no name alone
    if not any(sign.isprintable() and not sign.isspace() for sign in found):
        raise SpinnenwebError("map.name_missing")
    return found


def _place(place: Place) -> Place:
    return Place(
        clean_line(place.name, LONGEST_NAME, "place_name"),
        clean_line(place.street, LONGEST_NAME, "place_street"),
        clean_line(place.postcode, LONGEST_CODE, "place_postcode"),
        clean_line(place.town, LONGEST_NAME, "place_town"),
    )


def _once(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for code in codes if code))


def _refuse_future(day: date | None, today: date) -> None:
    if day is not None and day > today:
        raise SpinnenwebError("map.future")


def _refuse_ages(age_from: int | None, age_to: int | None) -> None:
    ages = [age for age in (age_from, age_to) if age is not None]
    if any(not 0 <= age <= OLDEST_AGE for age in ages) or ages != sorted(ages):
        raise SpinnenwebError("map.age", oldest=OLDEST_AGE)
