"""A package of the standard as a social map; what has no place in our records goes along as their rest."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING, TypeVar

from spinnenweb.domain.conversations import LONGEST_NOTE
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.residents import LONGEST_NAME
from spinnenweb.domain.social_map import (
    LONGEST_ADDRESS,
    LONGEST_CODE,
    LONGEST_WORDS,
    OLDEST_AGE,
    Access,
    Capacity,
    ContactPerson,
    Costs,
    Every,
    Offer,
    OfferKind,
    OfferStatus,
    Organisation,
    Place,
    Slot,
    WayIn,
)
from spinnenweb.domain.text_rules import clean as clean_text
from spinnenweb.domain.text_rules import clean_line
from spinnenweb.exchange.hsds_rest import Owners, rest_of
from spinnenweb.exchange.hsds_rows import (
    DAYS,
    KVK,
    OTHER_FIELDS,
    REST,
    VILLAGE_URN,
    contact_rows,
    filler,
    offer_rows,
    organisation_rows,
    schedule_key,
)
from spinnenweb.exchange.hsds_terms import ACCESS, DIMENSION, FIELD, KIND, THEME, VILLAGE, Terms, derived, is_code
from spinnenweb.exchange.map_content import MapContent, MapWords
from spinnenweb.exchange.map_flaws import MapFlaw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from enum import StrEnum

    from spinnenweb.exchange.hsds_package import HsdsRow, Package
    from spinnenweb.exchange.hsds_rest import Used
    from spinnenweb.exchange.hsds_rows import Made
    from spinnenweb.exchange.map_flaws import Flaws

LONGEST_VILLAGE = 40
"""A longer name of an area is a sentence about it."""
_WIJK = re.compile(r"^(?:wijk|buurt)\s+[0-9]{1,2}\s+", re.IGNORECASE)
_LANGUAGES = {
    "nederlands": "nl", "dutch": "nl", "engels": "en", "english": "en", "duits": "de", "german": "de",
    "arabisch": "ar", "arabic": "ar", "turks": "tr", "turkish": "tr", "pools": "pl", "polish": "pl",
    "oekraïens": "uk", "ukrainian": "uk", "frans": "fr", "french": "fr", "urdu": "ur",
}  # fmt: skip
_SHORTER = {
    "nld": "nl", "dut": "nl", "eng": "en", "deu": "de", "ger": "de", "ara": "ar", "tur": "tr", "pol": "pl",
    "ukr": "uk", "fra": "fr", "fre": "fr", "spa": "es", "urd": "ur", "som": "so", "tir": "ti", "fas": "fa",
    "per": "fa", "fry": "fy", "rus": "ru", "por": "pt", "ita": "it", "zho": "zh", "chi": "zh", "kur": "ku",
    "pus": "ps",
}  # fmt: skip
_EVERY = {("WEEKLY", 1): Every.WEEK, ("WEEKLY", 2): Every.TWO_WEEKS, ("MONTHLY", 1): Every.MONTH}
_MOST_DAYS = 35
"""Every day of the week in every week of a month."""
_BYDAY = re.compile(r"(-1|[1-4])?(MO|TU|WE|TH|FR|SA|SU)")

E = TypeVar("E", bound="StrEnum")


def from_package(package: Package, words: MapWords, flaws: Flaws, today: date = date.max) -> MapContent:
    """The map in a package that was checked; what our records cannot hold goes to `flaws`."""
    return _Reader(package, words, flaws, today).read()


class _Reader:
    """Makes records of rows, and remembers under which key each row came in."""

    def __init__(self, package: Package, words: MapWords, flaws: Flaws, today: date) -> None:
        self._today = today
        self._package = package
        self._flaws = flaws
        self._terms = Terms(package, words)
        self._owners = Owners(package)
        self._rows = self._owners.by_owner()
        self._used: Used = {}
        self._villages: dict[str, str] = {}
        self._ours: set[str] = set()
        self._contacts = self._people()

    def read(self) -> MapContent:
        organisations = {row.id: self._organisation(row) for row in self._package.of("organization")}
        offers = [self._offer(row, organisations) for row in self._package.of("service")]
        contacts = tuple(person for persons in self._contacts.values() for person in persons)
        whole = [self._with_villages(record, offers) for record in organisations.values()]
        return MapContent(
            organisations=tuple(self._with_rest(record) for record in whole),
            offers=tuple(self._offer_with_rest(offer) for offer in offers),
            contacts=contacts,
            villages=self._villages,
        )

    def _with_villages(self, record: Organisation, offers: Iterable[Offer]) -> Organisation:
        """An organisation of others is there where its offers are; one of ours without a village is everywhere."""
        if record.village_ids or record.id in self._ours:
            return record
        found = [one for offer in offers if offer.organisation_id == record.id for one in offer.village_ids]
        return replace(record, village_ids=tuple(dict.fromkeys(found)))

    def _with_rest(self, record: Organisation) -> Organisation:
        made = organisation_rows(record, self._villages, people=True)
        return replace(record, external=self._external(("organization", record.id), record.external, made))

    def _offer_with_rest(self, offer: Offer) -> Offer:
        made = offer_rows(offer, self._villages, people=True)
        return replace(offer, external=self._external(("service", offer.id), offer.external, made))

    def _external(
        self, owner: tuple[str, str], others: Mapping[str, object], made: list[Made]
    ) -> dict[str, object]:
        rows = self._rows.get(owner, [])
        for person in self._contacts.get(owner, ()):
            made += contact_rows(person)
        rest = rest_of(rows, made, self._used, self._owners, self._package)
        return {**others, REST: rest} if rest else dict(others)

    # rows of one owner

    def _of(self, owner: tuple[str, str], table: str) -> list[HsdsRow]:
        return [row for name, row in self._rows.get(owner, ()) if name == table]

    def _use(self, table: str, row: HsdsRow, key: str) -> HsdsRow:
        self._used[table, row.id] = key
        return row

    def _line(self, row: HsdsRow, column: str, longest: int = LONGEST_NAME) -> str:
        return self._text(row, column, longest, clean_line)

    def _text(
        self,
        row: HsdsRow,
        column: str,
        longest: int = LONGEST_NOTE,
        clean: Callable[[str, int, str], str] = clean_text,
    ) -> str:
        try:
            return clean(row.text(column), longest, column)
        except SpinnenwebError as error:
            kind = "too_long" if error.code == "text.too_long" else "letters"
            values = {"longest": longest} if kind == "too_long" else {}
            self._flaws.add(MapFlaw(row.line, kind, column, row.file, values))
            return ""

    def _tell(self, row: HsdsRow, kind: str, column: str) -> None:
        self._flaws.add(MapFlaw(row.line, kind, column, row.file))

    def _attributes(self, owner: tuple[str, str], entity: tuple[str, str]) -> dict[str, dict[str, str]]:
        """The values of the attributes of one row that mean something here, by taxonomy and code."""
        found: dict[str, dict[str, str]] = {}
        for row in self._of(owner, "attribute"):
            term = self._terms.meaning(row.text("taxonomy_term_id"))
            if term and (row.text("link_entity"), row.text("link_id")) == entity:
                self._use("attribute", row, f"{entity[1]} {term.taxonomy} {term.code}")
                found.setdefault(term.taxonomy, {})[term.code] = self._text(row, "value")
                if term.taxonomy == VILLAGE:
                    self._villages[term.code] = self._village_name(row)
        return found

    def _village_name(self, row: HsdsRow) -> str:
        """What the village of an attribute is called."""
        term = self._terms.row(row.text("taxonomy_term_id"))
        if not term.text("name").strip():
            self._tell(term, "empty", "name")
        return self._line(term, "name")

    # organisations

    def _organisation(self, row: HsdsRow) -> Organisation:
        owner = ("organization", row.id)
        terms = self._attributes(owner, owner)
        fields = terms.get(FIELD, {})
        self._use("organization", row, "")
        if KIND in terms:
            self._ours.add(row.id)
        kvk = self._kvk(owner)
        default = OfferKind.FORMAL if kvk or row.text("legal_status") else OfferKind.INFORMAL
        record = Organisation(
            id=row.id,
            name=self._line(row, "name"),
            kind=_one_of(OfferKind, terms.get(KIND, {}), default),
            description=self._text(row, "description"),
            website=fields.get("website") or self._line(row, "website", LONGEST_ADDRESS),
            email=fields.get("email") or self._line(row, "email", LONGEST_ADDRESS),
            phone=self._phone(owner),
            village_ids=tuple(terms.get(VILLAGE, {})),
            lead=fields.get("trekker", ""),
            checked_on=_day(fields.get("nagekeken", "")),
            checked_by=fields.get("nagekeken-door", ""),
            check_before=_day(fields.get("nakijken-voor", "")),
            working_on=fields.get("doet", ""),
            chances=fields.get("kansen", ""),
            themes=tuple(terms.get(THEME, {})),
            external=_others(row),
            kvk=kvk,
            active=fields.get("actief") != "nee",
        )
        return replace(record, description="") if record.description == filler(record) else record

    def _kvk(self, owner: tuple[str, str]) -> str:
        for row in self._of(owner, "organization_identifier"):
            if row.text("identifier_scheme") == KVK:
                return self._line(self._use("organization_identifier", row, KVK), "identifier", LONGEST_CODE)
        return ""

    def _phone(self, owner: tuple[str, str]) -> str:
        for row in self._of(owner, "phone"):
            if row.text("organization_id") == owner[1] and not any(map(row.text, _ELSEWHERE)):
                return self._line(self._use("phone", row, "organization"), "number", LONGEST_CODE)
        return ""

    # offers

    def _offer(self, row: HsdsRow, organisations: Mapping[str, Organisation]) -> Offer:
        owner = ("service", row.id)
        terms = self._attributes(owner, owner)
        fields = terms.get(FIELD, {})
        self._use("service", row, "")
        of = organisations.get(row.text("organization_id"))
        low, high = _age(row.values.get("minimum_age")), _age(row.values.get("maximum_age"))
        if low is not None and high is not None and low > high:
            self._tell(row, "ages", "maximum_age")
        if (day := _day(row.text("assured_date"))) is not None and day > self._today:
            self._tell(row, "future", "assured_date")
        when, schedule = self._schedule(owner)
        where, accessible_words = self._place(owner, fields)
        return Offer(
            id=row.id,
            organisation_id=row.text("organization_id"),
            name=self._line(row, "name"),
            kind=_one_of(OfferKind, terms.get(KIND, {}), OfferKind.INFORMAL if of is None else of.kind),
            description=self._text(row, "description"),
            for_whom=self._line(row, "eligibility_description", LONGEST_WORDS),
            age_from=low,
            age_to=high,
            way_in=_one_of(WayIn, fields.get("toegang", ""), WayIn.UNKNOWN),
            way_in_words=self._line(row, "application_process", LONGEST_WORDS),
            costs=self._costs(owner, row, fields.get("kosten", "")),
            costs_words=self._line(row, "fees_description", LONGEST_WORDS),
            when=when,
            schedule=schedule,
            where=where,
            village_ids=self._areas(owner),
            accessible=tuple(code for code in terms.get(ACCESS, {}) if code in set(Access)),
            accessible_words=accessible_words,
            languages=self._languages(owner),
            themes=tuple(terms.get(THEME, {})),
            dimensions=tuple(terms.get(DIMENSION, {})),
            status=OfferStatus(row.text("status")),
            capacity=_one_of(Capacity, fields.get("plek", ""), Capacity.UNKNOWN),
            checked_on=_day(row.text("assured_date")),
            checked_by=fields.get("nagekeken-door", ""),
            check_before=_day(fields.get("nakijken-voor", "")),
            external=_others(row),
        )

    def _costs(self, owner: tuple[str, str], row: HsdsRow, code: str) -> Costs:
        options = self._of(owner, "cost_option")
        free = [option for option in options if option.values.get("amount") == 0]
        if free:
            self._use("cost_option", free[0], "0")
        if code:
            return _one_of(Costs, code, Costs.UNKNOWN)
        if options and len(free) == len(options):
            return Costs.FREE
        return Costs.PAID if options or row.text("fees_description") else Costs.UNKNOWN

    def _schedule(self, owner: tuple[str, str]) -> tuple[str, tuple[Slot, ...]]:
        said: dict[str, None] = {}
        found: list[Slot] = []
        for row in self._of(owner, "schedule"):
            slots = _slots(row)
            if slots is None:
                continue
            self._use("schedule", row, schedule_key(row.values))
            said |= dict.fromkeys(filter(None, self._line(row, "description", LONGEST_WORDS).split("; ")))
            found += slots
        return "; ".join(said), tuple(found)

    def _place(self, owner: tuple[str, str], fields: Mapping[str, str]) -> tuple[Place, str]:
        """The first place of an offer, with what is said about getting in; more places stay as they were."""
        found = next(iter(self._of(owner, "service_at_location")), None)
        own = "" if found is None else found.text("location_id")
        places = [row for row in self._of(owner, "location") if row.id == own]
        if found is None or not places:
            return Place(
                street=fields.get("straat", ""), postcode=fields.get("postcode", ""), town=fields.get("plaats", "")
            ), ""
        self._use("service_at_location", found, "")
        name = self._line(self._use("location", places[0], ""), "name")
        words = ""
        for row in self._of(owner, "accessibility"):
            if row.text("location_id") == own and row.text("description") and not words:
                words = self._line(self._use("accessibility", row, ""), "description", LONGEST_WORDS)
        return self._address(owner, own, Place(name=name), fields), words

    def _address(self, owner: tuple[str, str], own: str, place: Place, fields: Mapping[str, str]) -> Place:
        for row in self._of(owner, "address"):
            if row.text("location_id") == own:
                self._use("address", row, "")
                street, town = self._line(row, "address_1"), self._line(row, "city")
                return Place(place.name, street, self._line(row, "postal_code", LONGEST_CODE), town)
        return replace(
            place,
            street=fields.get("straat", ""),
            postcode=fields.get("postcode", ""),
            town=fields.get("plaats", ""),
        )

    def _areas(self, owner: tuple[str, str]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for row in self._of(owner, "service_area"):
            name = _WIJK.sub("", self._line(row, "name"))
            if not name or len(name) > LONGEST_VILLAGE:
                continue
            own = row.text("uri").removeprefix(VILLAGE_URN)
            ours = row.text("uri").startswith(VILLAGE_URN) and is_code(own)
            village = own if ours else derived(VILLAGE, name.casefold())
            self._villages.setdefault(village, name)
            self._use("service_area", row, self._villages[village].casefold())
            found[village] = None
        return tuple(found)

    def _languages(self, owner: tuple[str, str]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for row in self._of(owner, "language"):
            said = row.text("code") or _LANGUAGES.get(row.text("name").casefold(), "")
            code = _language(said.casefold().replace("_", "-").partition("-")[0])
            if row.text("service_id") != owner[1] or not code or code in found:
                continue
            self._use("language", row, code)
            found[code] = None
        return tuple(found)

    # contact persons

    def _people(self) -> dict[tuple[str, str], list[ContactPerson]]:
        found: dict[tuple[str, str], list[ContactPerson]] = {}
        for row in self._package.of("contact"):
            owners = self._owners.of("contact", row)
            if owners:
                found.setdefault(owners[0], []).append(self._person(owners[0], row))
        return found

    def _person(self, owner: tuple[str, str], row: HsdsRow) -> ContactPerson:
        fields = self._attributes(owner, ("contact", row.id)).get(FIELD, {})
        self._use("contact", row, row.id)
        phones = [one for one in self._of(owner, "phone") if one.text("contact_id") == row.id]
        agreed = fields.get("akkoord", "")
        return ContactPerson(
            id=row.id,
            organisation_id=self._organisation_of(owner),
            offer_id=owner[1] if owner[0] == "service" else None,
            name=self._line(row, "name") or next(filter(None, (self._line(row, one) for one in _CALLED)), "?"),
            role=self._line(row, "title"),
            phone=self._line(self._use("phone", phones[0], row.id), "number", LONGEST_CODE) if phones else "",
            email=fields.get("email") or self._line(row, "email", LONGEST_ADDRESS),
            starts=_day(fields.get("vanaf", "")),
            ends=_day(fields.get("tot", "")),
            may_share=bool(agreed),
            agreed_on=_day(agreed),
            direct=bool(fields.get("rechtstreeks")),
        )

    def _organisation_of(self, owner: tuple[str, str]) -> str:
        if owner[0] == "organization":
            return owner[1]
        return next(row.text("organization_id") for row in self._package.of("service") if row.id == owner[1])


_CALLED = ("title", "department", "email")
"""What a contact person without a name is called."""
_ELSEWHERE = ("contact_id", "service_id", "location_id", "service_at_location_id")


def _language(code: str) -> str:
    """A code of two letters (ISO 639-1), or of three for a language that has no shorter one (ISO 639-3)."""
    if not re.fullmatch("[a-z]{2,3}", code):
        return ""
    return _SHORTER.get(code, code)


def _one_of(kind: type[E], codes: Iterable[str] | str, default: E) -> E:
    wanted = (codes,) if isinstance(codes, str) else codes
    return next((kind(code) for code in wanted if code in set(kind)), default)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _age(value: object) -> int | None:
    age = int(value) if isinstance(value, int | float) else None
    return age if age is not None and 0 <= age <= OLDEST_AGE else None


def _others(row: HsdsRow) -> Mapping[str, object]:
    found = row.values.get(OTHER_FIELDS)
    # a rest is made here, of rows that were checked; one that a file brings along is not believed
    return {name: value for name, value in found.items() if name != REST} if isinstance(found, dict) else {}


def _slots(row: HsdsRow) -> list[Slot] | None:
    """The slots of a row; none when it holds words only, `None` when it says more than a slot can."""
    freq = row.text("freq")
    if not freq:
        return [] if row.text("description") and not row.text("byday") else None
    every = _EVERY.get((freq, int(row.values.get("interval") or 1)))
    days = [_BYDAY.fullmatch(day.strip()) for day in row.text("byday").split(",")] if row.text("byday") else []
    if every is None or not all(days) or len(days) > _MOST_DAYS:
        return None
    begins, ends = _time(row.text("opens_at")), _time(row.text("closes_at"))
    since, until = _day(row.text("valid_from")), _day(row.text("valid_to"))
    slot = Slot(None, begins, ends, every, None, since, until)
    found = [(DAYS.index(day[2]), int(day[1]) if day[1] else None) for day in days if day]
    return [replace(slot, weekday=weekday, nth=nth) for weekday, nth in found] or [slot]


def _time(text: str) -> time | None:
    try:
        return time.fromisoformat(text).replace(tzinfo=None) if text else None
    except ValueError:
        return None
