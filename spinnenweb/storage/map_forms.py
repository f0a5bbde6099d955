"""Organisations, offers, contact persons and talks with organisations as rows and back."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from spinnenweb.domain.map_history import MapKind
from spinnenweb.domain.map_likeness import plain_title
from spinnenweb.domain.social_map import (
    Capacity,
    ContactPerson,
    Costs,
    Every,
    Offer,
    OfferKind,
    OfferStatus,
    Organisation,
    OrganisationTalk,
    Place,
    Slot,
    WayIn,
    valid_until,
)
from spinnenweb.storage import tables
from spinnenweb.storage.forms import Fields, Row, maybe_day, maybe_day_text
from spinnenweb.storage.map_lines import (
    lines_of_contact_person,
    lines_of_offer,
    lines_of_organisation,
    lines_of_organisation_talk,
)
from spinnenweb.storage.shape import Shape


def organisation_fields(organisation: Organisation) -> Fields:
    """An organisation as JSON values."""
    return {
        "id": organisation.id,
        "name": organisation.name,
        "kind": organisation.kind.value,
        "description": organisation.description,
        "website": organisation.website,
        "email": organisation.email,
        "phone": organisation.phone,
        "village_ids": list(organisation.village_ids),
        "lead": organisation.lead,
        "checked_on": maybe_day_text(organisation.checked_on),
        "checked_by": organisation.checked_by,
        "check_before": maybe_day_text(organisation.check_before),
        "working_on": organisation.working_on,
        "chances": organisation.chances,
        "themes": list(organisation.themes),
        "external": dict(organisation.external),
        "kvk": organisation.kvk,
        "active": organisation.active,
    }


def organisation_from(row: Row) -> Organisation:
    """The organisation that `organisation_fields` described."""
    return Organisation(
        id=row["id"],
        name=row["name"],
        kind=OfferKind(row["kind"]),
        description=row["description"],
        website=row["website"],
        email=row["email"],
        phone=row["phone"],
        village_ids=tuple(row["village_ids"]),
        lead=row["lead"],
        checked_on=maybe_day(row["checked_on"]),
        checked_by=row["checked_by"],
        check_before=maybe_day(row["check_before"]),
        working_on=row["working_on"],
        chances=row["chances"],
        themes=tuple(row["themes"]),
        external=row["external"],
        kvk=row["kvk"],
        active=row["active"],
    )


def offer_fields(offer: Offer) -> Fields:
    """An offer as JSON values."""
    return {
        "id": offer.id,
        "organisation_id": offer.organisation_id,
        "name": offer.name,
        "kind": offer.kind.value,
        "description": offer.description,
        "for_whom": offer.for_whom,
        "age_from": offer.age_from,
        "age_to": offer.age_to,
        "way_in": offer.way_in.value,
        "way_in_words": offer.way_in_words,
        "costs": offer.costs.value,
        "costs_words": offer.costs_words,
        "when_said": offer.when,
        "schedule": [_slot_fields(slot) for slot in offer.schedule],
        "place_name": offer.where.name,
        "place_street": offer.where.street,
        "place_postcode": offer.where.postcode,
        "place_town": offer.where.town,
        "village_ids": list(offer.village_ids),
        "accessible": list(offer.accessible),
        "accessible_words": offer.accessible_words,
        "languages": list(offer.languages),
        "themes": list(offer.themes),
        "dimensions": list(offer.dimensions),
        "status": offer.status.value,
        "capacity": offer.capacity.value,
        "checked_on": maybe_day_text(offer.checked_on),
        "checked_by": offer.checked_by,
        "check_before": maybe_day_text(offer.check_before),
        "external": dict(offer.external),
    }


def offer_from(row: Row) -> Offer:
    """The offer that `offer_fields` described."""
    return Offer(
        id=row["id"],
        organisation_id=row["organisation_id"],
        name=row["name"],
        kind=OfferKind(row["kind"]),
        description=row["description"],
        for_whom=row["for_whom"],
        age_from=row["age_from"],
        age_to=row["age_to"],
        way_in=WayIn(row["way_in"]),
        way_in_words=row["way_in_words"],
        costs=Costs(row["costs"]),
        costs_words=row["costs_words"],
        when=row["when_said"],
        schedule=tuple(map(_slot_from, row["schedule"])),
        where=Place(row["place_name"], row["place_street"], row["place_postcode"], row["place_town"]),
        village_ids=tuple(row["village_ids"]),
        accessible=tuple(row["accessible"]),
        accessible_words=row["accessible_words"],
        languages=tuple(row["languages"]),
        themes=tuple(row["themes"]),
        dimensions=tuple(row["dimensions"]),
        status=OfferStatus(row["status"]),
        capacity=Capacity(row["capacity"]),
        checked_on=maybe_day(row["checked_on"]),
        checked_by=row["checked_by"],
        check_before=maybe_day(row["check_before"]),
        external=row["external"],
    )


def _slot_fields(slot: Slot) -> Fields:
    # a slot without days lies in the file as it always did
    days = {"since": slot.since, "until": slot.until}
    return {
        "weekday": slot.weekday,
        "begins": slot.begins and slot.begins.isoformat(),
        "ends": slot.ends and slot.ends.isoformat(),
        "every": slot.every.value,
        "nth": slot.nth,
        **{name: day.isoformat() for name, day in days.items() if day is not None},
    }


def _slot_from(row: Row) -> Slot:
    begins, ends = (None if row[name] is None else time.fromisoformat(row[name]) for name in ("begins", "ends"))
    since, until = (maybe_day(row.get(name)) for name in ("since", "until"))
    return Slot(row["weekday"], begins, ends, Every(row["every"]), row["nth"], since, until)


def contact_person_fields(person: ContactPerson) -> Fields:
    """A contact person as JSON values."""
    return {
        "id": person.id,
        "organisation_id": person.organisation_id,
        "offer_id": person.offer_id,
        "name": person.name,
        "role": person.role,
        "phone": person.phone,
        "email": person.email,
        "starts": maybe_day_text(person.starts),
        "ends": maybe_day_text(person.ends),
        "may_share": person.may_share,
        "agreed_on": maybe_day_text(person.agreed_on),
        "direct": person.direct,
    }


def contact_person_from(row: Row) -> ContactPerson:
    """The contact person that `contact_person_fields` described."""
    return ContactPerson(
        id=row["id"],
        organisation_id=row["organisation_id"],
        offer_id=row["offer_id"],
        name=row["name"],
        role=row["role"],
        phone=row["phone"],
        email=row["email"],
        starts=maybe_day(row["starts"]),
        ends=maybe_day(row["ends"]),
        may_share=row["may_share"],
        agreed_on=maybe_day(row["agreed_on"]),
        direct=row["direct"],
    )


def organisation_talk_fields(talk: OrganisationTalk) -> Fields:
    """A talk with an organisation as JSON values."""
    return {
        "id": talk.id,
        "organisation_id": talk.organisation_id,
        "held_on": talk.held_on.isoformat(),
        "spoken_with": talk.spoken_with,
        "does": talk.does,
        "offers": talk.offers,
        "chances": talk.chances,
        "themes": list(talk.themes),
        "dimensions": list(talk.dimensions),
    }


def organisation_talk_from(row: Row) -> OrganisationTalk:
    """The talk that `organisation_talk_fields` described."""
    return OrganisationTalk(
        id=row["id"],
        organisation_id=row["organisation_id"],
        held_on=date.fromisoformat(row["held_on"]),
        spoken_with=row["spoken_with"],
        does=row["does"],
        offers=row["offers"],
        chances=row["chances"],
        themes=tuple(row["themes"]),
        dimensions=tuple(row["dimensions"]),
    )


def _keys(fields: Fields) -> Fields:
    checked = maybe_day(fields["checked_on"])
    until = None if checked is None else valid_until(checked, maybe_day(fields["check_before"]))
    return {"name_key": plain_title(fields["name"]), "valid_until": maybe_day_text(until)}


ORGANISATION = Shape(
    tables.organisation, organisation_fields, organisation_from, keys=_keys, lines=lines_of_organisation
)
OFFER = Shape(tables.offer, offer_fields, offer_from, keys=_keys, lines=lines_of_offer)
CONTACT_PERSON = Shape(
    tables.contact_person, contact_person_fields, contact_person_from, lines=lines_of_contact_person
)
ORGANISATION_TALK = Shape(
    tables.organisation_talk, organisation_talk_fields, organisation_talk_from, lines=lines_of_organisation_talk
)
SHAPES: dict[MapKind, Shape[Any]] = {
    MapKind.ORGANISATION: ORGANISATION,
    MapKind.OFFER: OFFER,
    MapKind.CONTACT: CONTACT_PERSON,
    MapKind.TALK: ORGANISATION_TALK,
}
