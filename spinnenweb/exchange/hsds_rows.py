"""The rows of the standard that our records make, each with what it is recognised by in a file of others."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from spinnenweb.domain.social_map import Capacity, Costs, Every, WayIn
from spinnenweb.exchange.hsds_check import fits
from spinnenweb.exchange.hsds_shape import FieldKind
from spinnenweb.exchange.hsds_terms import ACCESS, DIMENSION, FIELD, KIND, THEME, VILLAGE, Term, derived
from spinnenweb.exchange.provinces import province_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spinnenweb.domain.social_map import ContactPerson, Offer, Organisation, Slot

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
KVK = "NL-KVK"
VILLAGE_URN = "urn:spinnenweb:kern:"
OTHER_FIELDS = "spinnenweb_external"
"""Fields of other imports, as one object in a column of our own."""
REST = "hsds"
"""Where in `external` the rest of a package of this standard lies."""


@dataclass(slots=True)
class Made:
    """A row made from a record.

    `key` is what it is recognised by among the rows of its table for the same owner. `fillers` are fields that
    stand there only because something has to: what a file had there stays. `term` is the term of an attribute.
    """

    table: str
    key: str
    values: dict[str, Any]
    fillers: dict[str, Any] = field(default_factory=dict)
    term: Term | None = None

    @property
    def id(self) -> str:
        """The identifier that follows from the record."""
        return str(self.fillers.get("id") or self.values["id"])


def organisation_rows(record: Organisation, names: Mapping[str, str], *, people: bool) -> list[Made]:
    """The rows of an organisation; who pulls it and who checked it only with `people`."""
    own = record.id
    values = _given(
        id=own,
        name=record.name,
        description=record.description,
        email=_email(record.email),
        website=_uri(record.website),
    )
    others = {key: value for key, value in record.external.items() if key != REST}
    if others:
        values[OTHER_FIELDS] = others
    made = [Made("organization", "", values, {} if record.description else {"description": filler(record)})]
    if record.phone:
        number = {"organization_id": own, "number": record.phone}
        made.append(Made("phone", "organization", number, {"id": derived(own, "phone"), "type": "voice"}))
    if record.kvk:
        scheme = {"organization_id": own, "identifier_scheme": KVK, "identifier": record.kvk}
        kind = {"id": derived(own, KVK), "identifier_type": "KVK-nummer"}
        made.append(Made("organization_identifier", KVK, scheme, kind))
    made.append(_attribute("organization", own, Term(KIND, record.kind.value)))
    made += [_attribute("organization", own, Term(THEME, code)) for code in record.themes]
    made += [_attribute("organization", own, Term(VILLAGE, code)) for code in record.village_ids if code in names]
    return [*made, *_fields("organization", own, _organisation_fields(record, people=people))]


def _organisation_fields(record: Organisation, *, people: bool) -> dict[str, str]:
    found = {
        "nagekeken": _day(record.checked_on),
        "nakijken-voor": _day(record.check_before),
        "doet": record.working_on,
        "kansen": record.chances,
        "actief": "" if record.active else "nee",
        "email": "" if _email(record.email) else record.email,
        "website": "" if _uri(record.website) else record.website,
    }
    return found | {"trekker": record.lead, "nagekeken-door": record.checked_by} if people else found


def filler(record: Organisation) -> str:
    """A description for who has none, because the standard wants one."""
    return f"{record.name} ({record.kind.value})"


def offer_rows(record: Offer, names: Mapping[str, str], *, people: bool) -> list[Made]:
    """The rows of an offer; who checked it only with `people`."""
    own = record.id
    values = _given(
        id=own,
        organization_id=record.organisation_id,
        name=record.name,
        description=record.description,
        status=record.status.value,
        application_process=record.way_in_words,
        fees_description=record.costs_words,
        eligibility_description=record.for_whom,
        minimum_age=record.age_from,
        maximum_age=record.age_to,
        assured_date=_day(record.checked_on),
    )
    others = {key: value for key, value in record.external.items() if key != REST}
    if others:
        values[OTHER_FIELDS] = others
    made = [Made("service", "", values), _attribute("service", own, Term(KIND, record.kind.value))]
    for taxonomy, codes in ((THEME, record.themes), (DIMENSION, record.dimensions), (ACCESS, record.accessible)):
        made += [_attribute("service", own, Term(taxonomy, code)) for code in codes]
    made += [_area(own, village, names[village]) for village in record.village_ids if village in names]
    made += [_language(own, code) for code in record.languages]
    if record.costs is Costs.FREE:
        free = {"service_id": own, "amount": 0}
        made.append(
            Made("cost_option", "0", free, {"id": derived(own, "gratis"), "option": "Gratis", "currency": "EUR"})
        )
    made += [*_schedules(record), *_place(record)]
    return [*made, *_fields("service", own, _offer_fields(record, people=people))]


def _offer_fields(record: Offer, *, people: bool) -> dict[str, str]:
    whole = _address_is_whole(record)
    return {
        "toegang": "" if record.way_in is WayIn.UNKNOWN else record.way_in.value,
        "kosten": record.costs.value if record.costs is not Costs.UNKNOWN or record.costs_words else "",
        "plek": "" if record.capacity is Capacity.UNKNOWN else record.capacity.value,
        "nakijken-voor": _day(record.check_before),
        "nagekeken-door": record.checked_by if people else "",
        "straat": "" if whole else record.where.street,
        "postcode": "" if whole else record.where.postcode,
        "plaats": "" if whole else record.where.town,
    }


def contact_rows(record: ContactPerson) -> list[Made]:
    """The rows of a contact person; ask first whether they may leave."""
    own = record.id
    values = _given(
        id=own,
        organization_id=record.organisation_id,
        service_id=record.offer_id or "",
        name=record.name,
        title=record.role,
        email=_email(record.email),
    )
    made = [Made("contact", own, values)]
    if record.phone:
        number = {"contact_id": own, "number": record.phone}
        made.append(Made("phone", own, number, {"id": derived(own, "phone"), "type": "voice"}))
    fields = {
        "akkoord": (_day(record.agreed_on) or "ja") if record.may_share else "",
        "rechtstreeks": "ja" if record.direct else "",
        "vanaf": _day(record.starts),
        "tot": _day(record.ends),
        "email": "" if _email(record.email) else record.email,
    }
    return [*made, *_fields("contact", own, fields)]


def _given(**values: str | int | None) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None and value != ""}


def _day(day: object) -> str:
    return "" if day is None else str(day)


def _email(text: str) -> str:
    return text if fits(FieldKind.EMAIL, text) else ""


def _uri(text: str) -> str:
    return text if fits(FieldKind.URI, text) else ""


def _fields(entity: str, owner: str, values: Mapping[str, str]) -> Iterator[Made]:
    for name, value in values.items():
        if value:
            yield _attribute(entity, owner, Term(FIELD, name), value)


def _attribute(entity: str, owner: str, term: Term, value: str = "") -> Made:
    values = _given(link_id=owner, link_entity=entity, value=value)
    fillers = {"id": derived(owner, term.taxonomy, term.code), "taxonomy_term_id": term.id}
    return Made("attribute", f"{owner} {term.taxonomy} {term.code}", values, fillers, term)


def _area(owner: str, village_id: str, name: str) -> Made:
    fillers = {"id": derived(owner, VILLAGE, village_id), "name": name, "uri": VILLAGE_URN + village_id}
    return Made("service_area", name.casefold(), {"service_id": owner}, fillers)


def _language(owner: str, code: str) -> Made:
    fillers = {"id": derived(owner, "taal", code), "name": code}
    return Made("language", code, {"service_id": owner, "code": code}, fillers)


def _schedules(record: Offer) -> Iterator[Made]:
    """One row for slots that follow each other and differ in the day only; the words with the first."""
    words = {"description": record.when} if record.when else {}
    groups = groupby(record.schedule, key=_row_of)
    for number, (_, slots) in enumerate(groups):
        rule = slot_values(tuple(slots))
        own = {"id": derived(record.id, "wanneer", str(number))}
        yield Made("schedule", schedule_key(rule), {"service_id": record.id, **rule, **words}, own)
        words = {}
    if words:
        own = {"id": derived(record.id, "wanneer")}
        yield Made("schedule", schedule_key({}), {"service_id": record.id, **words}, own)


def _row_of(slot: Slot) -> tuple[object, ...]:
    return (slot.begins, slot.ends, slot.every, slot.weekday is None, slot.since, slot.until)


def slot_values(slots: tuple[Slot, ...]) -> dict[str, Any]:
    """The rule of slots with the same times."""
    first = slots[0]
    monthly = first.every is Every.MONTH
    days = [f"{slot.nth or ''}{DAYS[slot.weekday]}" for slot in slots if slot.weekday is not None]
    return _given(
        freq="MONTHLY" if monthly else "WEEKLY",
        interval=2 if first.every is Every.TWO_WEEKS else None,
        byday=",".join(days),
        opens_at=first.begins.strftime("%H:%M:%S") if first.begins else "",
        closes_at=first.ends.strftime("%H:%M:%S") if first.ends else "",
        valid_from=_day(first.since),
        valid_to=_day(first.until),
    )


def schedule_key(values: Mapping[str, Any]) -> str:
    """What a row of a schedule is recognised by."""
    interval = str(values.get("interval") or 1)
    times = (str(values.get(name) or "")[:5] for name in ("opens_at", "closes_at"))
    # what was kept of a row before these days were fields of ours has a key without them
    days = (str(values[name]) for name in ("valid_from", "valid_to") if values.get(name))
    return " ".join((str(values.get("freq") or ""), interval, str(values.get("byday") or ""), *times, *days))


def _address_is_whole(record: Offer) -> bool:
    where = record.where
    return bool(where.street and where.postcode and where.town)


def _place(record: Offer) -> Iterator[Made]:
    if not record.where.known and not record.accessible_words:
        return
    own, where = derived(record.id, "plek"), record.where
    at = {"organization_id": record.organisation_id, "location_type": "physical"}
    yield Made("location", "", _given(name=where.name), {"id": own, **at})
    link = {"service_id": record.id}
    yield Made("service_at_location", "", link, {"id": derived(record.id, "op-plek"), "location_id": own})
    if _address_is_whole(record):
        parts = {"address_1": where.street, "postal_code": where.postcode, "city": where.town}
        # an address abroad came from a file, and its own province comes back with the rest
        province = province_of(where.postcode) or where.town
        land = {"country": "NL", "address_type": "physical", "state_province": province}
        yield Made("address", "", parts, {"id": derived(record.id, "adres"), "location_id": own, **land})
    if record.accessible_words:
        words = {"description": record.accessible_words}
        yield Made("accessibility", "", words, {"id": derived(record.id, "toegankelijk"), "location_id": own})
