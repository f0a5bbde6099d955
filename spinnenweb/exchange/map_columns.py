"""Which column of a table from elsewhere is which field of the map, and a row as what it says about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from spinnenweb.domain.conversations import LONGEST_NOTE
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.likeness import plain_name
from spinnenweb.domain.residents import LONGEST_NAME
from spinnenweb.domain.social_map import (
    LONGEST_ADDRESS,
    LONGEST_CODE,
    LONGEST_WORDS,
    OLDEST_AGE,
    Access,
    Capacity,
    Costs,
    OfferKind,
    OfferStatus,
    WayIn,
)
from spinnenweb.domain.text_rules import clean, clean_line
from spinnenweb.exchange.map_flaws import Flaws, MapFlaw

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spinnenweb.exchange.map_content import MapWords
    from spinnenweb.exchange.map_sheet import Sheet, SheetRow


class MapField(StrEnum):
    """A field a column can be; also the keys of `map_field.` in werker.toml."""

    ORGANISATION = "organisatie"
    KIND = "soort"
    ABOUT = "omschrijving"
    WEBSITE = "website"
    EMAIL = "mail"
    PHONE = "telefoon"
    VILLAGE = "kern"
    LEAD = "trekker"
    KVK = "kvk"
    WORKING_ON = "doet"
    CHECKED_ON = "nagekeken_op"
    CHECKED_BY = "nagekeken_door"
    CHECK_BEFORE = "nakijken_voor"
    OFFER = "aanbod"
    OFFER_ABOUT = "aanbod_omschrijving"
    FOR_WHOM = "voor_wie"
    AGE_FROM = "leeftijd_van"
    AGE_TO = "leeftijd_tot"
    WAY_IN = "hoe_erbij"
    COSTS = "kosten"
    WHEN = "wanneer"
    PLACE = "plek"
    STREET = "straat"
    POSTCODE = "postcode"
    TOWN = "plaats"
    ACCESS = "toegankelijk"
    LANGUAGES = "talen"
    THEMES = "themas"
    DIMENSIONS = "dimensies"
    STATUS = "status"
    CAPACITY = "ruimte"
    CONTACT = "contactpersoon"
    CONTACT_ROLE = "contact_rol"
    CONTACT_PHONE = "contact_telefoon"
    CONTACT_EMAIL = "contact_mail"


_F = MapField
_LONGEST = {
    **dict.fromkeys((_F.ABOUT, _F.WORKING_ON, _F.OFFER_ABOUT), LONGEST_NOTE),
    **dict.fromkeys((_F.FOR_WHOM, _F.WAY_IN, _F.COSTS, _F.WHEN, _F.ACCESS, _F.THEMES), LONGEST_WORDS),
    **dict.fromkeys((_F.WEBSITE, _F.EMAIL, _F.CONTACT_EMAIL), LONGEST_ADDRESS),
    **dict.fromkeys((_F.PHONE, _F.CONTACT_PHONE, _F.KVK, _F.POSTCODE), LONGEST_CODE),
}
_SYNONYMS: Mapping[MapField, str] = {
    _F.ORGANISATION: "organisatie naam organisatienaam aanbieder leverancier instelling groep vereniging "
    "naam-organisatie bedrijf organisation organization name",
    _F.KIND: "soort type soort-aanbod formeel-informeel categorie-aanbieder",
    _F.ABOUT: "omschrijving beschrijving toelichting over description omschrijving-organisatie algemeen",
    _F.WEBSITE: "website site url internet webadres internetadres www",
    _F.EMAIL: "mail email e-mail e-mailadres emailadres mailadres",
    _F.PHONE: "telefoon telefoonnummer tel phone nummer telnr",
    _F.VILLAGE: "kern dorp wijk buurt werkgebied gebied kernen dorpen",
    _F.LEAD: "trekker wie-trekt eigenaar",
    _F.KVK: "kvk kvk-nummer kamer-van-koophandel",
    _F.WORKING_ON: "doet positieve-gezondheid wat-doet-de-organisatie",
    _F.CHECKED_ON: "nagekeken-op nagekeken laatst-nagekeken datum-nagekeken gecontroleerd laatst-gecontroleerd "
    "gecontroleerd-op laatst-gewijzigd bijgewerkt laatst-bijgewerkt datum-controle actueel-op",
    _F.CHECKED_BY: "nagekeken-door gecontroleerd-door bijgewerkt-door",
    _F.CHECK_BEFORE: "nakijken-voor controleren-voor geldig-tot",
    _F.OFFER: "aanbod activiteit dienst product aanbodnaam naam-aanbod naam-activiteit voorziening titel service "
    "wat-bieden-jullie wat-bieden-ze wat-is-er-te-doen te-doen activiteiten",
    _F.OFFER_ABOUT: "aanbod-omschrijving omschrijving-aanbod omschrijving-activiteit beschrijving-activiteit "
    "beschrijving-aanbod",
    _F.FOR_WHOM: "voor-wie doelgroep doelgroepen bestemd-voor",
    _F.AGE_FROM: "leeftijd-van leeftijd-vanaf vanaf-leeftijd minimumleeftijd min-leeftijd",
    _F.AGE_TO: "leeftijd-tot tot-leeftijd maximumleeftijd max-leeftijd leeftijd-tot-en-met",
    _F.WAY_IN: "hoe-kom-je-erbij aanmelden aanmelding toegang verwijzing hoe-erbij",
    _F.COSTS: "kosten prijs tarief bijdrage eigen-bijdrage",
    _F.WHEN: "wanneer openingstijden tijden dag tijd dagen-en-tijden tijdstip",
    _F.PLACE: "locatie plek gebouw waar locatienaam",
    _F.STREET: "straat adres straat-en-huisnummer bezoekadres straatnaam",
    _F.POSTCODE: "postcode pc",
    _F.TOWN: "plaats woonplaats stad vestigingsplaats",
    _F.ACCESS: "toegankelijk toegankelijkheid rolstoeltoegankelijk",
    _F.LANGUAGES: "taal talen",
    _F.THEMES: "thema themas thema's onderwerp onderwerpen rubriek leefgebied trefwoorden categorie",
    _F.DIMENSIONS: "dimensie dimensies pijler",
    _F.STATUS: "status actief",
    _F.CAPACITY: "ruimte wachtlijst plaatsen capaciteit",
    _F.CONTACT: "contactpersoon contact naam-contactpersoon contactpersonen",
    _F.CONTACT_ROLE: "rol functie contact-rol",
    _F.CONTACT_PHONE: "contact-telefoon telefoon-contactpersoon mobiel 06",
    _F.CONTACT_EMAIL: "contact-mail mail-contactpersoon email-contactpersoon e-mail-contactpersoon",
}
_NOT_A_LETTER = re.compile(r"[\W_]+")


def _plain(text: str) -> str:
    return _NOT_A_LETTER.sub(" ", plain_name(text)).strip()


_KNOWN = {_plain(word): code for code, words in _SYNONYMS.items() for word in words.split()} | {
    _plain(code.value): code for code in MapField
}


def recognised(headings: Sequence[str]) -> dict[str, MapField]:
    """The field of every heading that is known by one of its names; no field twice, the first heading has it."""
    found: dict[str, MapField] = {}
    for heading in headings:
        code = _KNOWN.get(_plain(heading))
        if code is not None and code not in found.values():
            found[heading] = code
    if MapField.ORGANISATION not in found.values():
        return _by_offer(found)
    return found


def _by_offer(found: dict[str, MapField]) -> dict[str, MapField]:
    """In a list of activities the only name is that of whoever offers it."""
    return {h: MapField.ORGANISATION if code is MapField.OFFER else code for h, code in found.items()}


@dataclass(frozen=True, slots=True)
class Said:
    """What one row says, by field of a record: of an organisation, an offer and a contact person.

    Only what stands in the row is there. `villages` are names; `others` are the cells without a field, by heading.
    """

    line: int
    organisation: Mapping[str, Any]
    offer: Mapping[str, Any] = field(default_factory=dict)
    contact: Mapping[str, Any] = field(default_factory=dict)
    villages: tuple[str, ...] = ()
    others: Mapping[str, str] = field(default_factory=dict)


def said_in(sheet: Sheet, columns: Mapping[str, MapField], words: MapWords, flaws: Flaws) -> tuple[Said, ...]:
    """What the rows of a table say; a row with something wrong is left out and told."""
    reader = _Reader(sheet.headings, columns, words, flaws)
    found = (reader.row(row) for row in sheet.rows)
    return tuple(said for said in found if said is not None)


E = TypeVar("E", bound=StrEnum)
_APART = re.compile(r"[;,|/\n]+")
_DUTCH_DATE = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_ISO_DATE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ].*)?")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_AGE = re.compile(r"([0-9]{1,3})(?:\s*(?:jaar|jr\.?|\+))?")
_KINDS = (
    ("zoekt", OfferKind.SEEKS),
    ("bewoner", OfferKind.RESIDENTS),
    ("ondernem", OfferKind.BUSINESS),
    ("bedrijf", OfferKind.BUSINESS),
    ("winkel", OfferKind.BUSINESS),
    ("informeel", OfferKind.INFORMAL),
    ("vrijwillig", OfferKind.INFORMAL),
    ("formeel", OfferKind.FORMAL),
    ("professional", OfferKind.FORMAL),
    ("professioneel", OfferKind.FORMAL),
)
_WAYS_IN = (
    ("verwijz", WayIn.REFERRAL),
    ("loop binnen", WayIn.WALK_IN),
    ("vrije inloop", WayIn.WALK_IN),
    ("inloop", WayIn.WALK_IN),
    ("zonder afspraak", WayIn.WALK_IN),
    ("aanmeld", WayIn.SIGN_UP),
    ("opgeven", WayIn.SIGN_UP),
    ("inschrijv", WayIn.SIGN_UP),
    ("bel", WayIn.CALL),
)
_FREE = ("gratis", "geen kosten", "kosteloos", "geen", "nee", "0", "0,00", "€ 0")
_STATUSES = {
    "inactief": OfferStatus.INACTIVE,
    "nee": OfferStatus.INACTIVE,
    "gestopt": OfferStatus.DEFUNCT,
    "tijdelijk gesloten": OfferStatus.CLOSED,
    **{status.value: status for status in OfferStatus},
}
_CAPACITIES = (
    ("wacht", Capacity.WAITING),
    ("vol", Capacity.FULL),
    ("ruim", Capacity.ROOM),
    ("plek", Capacity.ROOM),
)
_ACCESS = (
    ("rolstoel", Access.WHEELCHAIR),
    ("toilet", Access.TOILET),
    ("ringleiding", Access.HEARING),
    ("parkeer", Access.PARKING),
    ("parkeren", Access.PARKING),
    ("bus", Access.BUS),
    ("prikkelarm", Access.QUIET),
    ("aan huis", Access.AT_HOME),
)
LANGUAGES = {
    "nederlands": "nl", "engels": "en", "duits": "de", "arabisch": "ar", "turks": "tr", "pools": "pl",
    "oekraiens": "uk", "frans": "fr", "spaans": "es", "tigrinya": "ti", "farsi": "fa", "somalisch": "so",
}  # fmt: skip
"""Languages by their Dutch name without accents (ISO 639-1)."""


class _Reader:
    """Reads row after row with the same columns."""

    def __init__(
        self, headings: Sequence[str], columns: Mapping[str, MapField], words: MapWords, flaws: Flaws
    ) -> None:
        self._headings = headings
        self._columns = columns
        self._heading_of = {code: heading for heading, code in columns.items()}
        self._themes = _by_word(words.themes)
        self._dimensions = _by_word(words.dimensions)
        self._flaws = flaws

    def row(self, row: SheetRow) -> Said | None:
        """What a row says, or `None` when something in it is wrong."""
        wrong: list[MapFlaw] = []
        cells = self._cells(row, wrong)
        if not cells.get(_F.ORGANISATION):
            wrong.append(MapFlaw(row.line, "no_name", self._heading_of.get(_F.ORGANISATION, "")))
        organisation, offer = self._organisation(cells), self._offer(cells)
        for code, part in ((_F.CHECKED_ON, organisation), (_F.CHECK_BEFORE, organisation)):
            self._day(cells, code, part, row.line, wrong)
        for code, name in ((_F.AGE_FROM, "age_from"), (_F.AGE_TO, "age_to")):
            self._age(cells, code, (offer, name), row.line, wrong)
        others = self._others(row, cells, wrong)
        for flaw in wrong:
            self._flaws.add(flaw)
        if wrong:
            return None
        return Said(
            line=row.line,
            organisation=organisation,
            offer=_offer_of(organisation, offer),
            contact=_contact(cells),
            villages=tuple(dict.fromkeys(_parts(cells.get(_F.VILLAGE, "")))),
            others=others,
        )

    def _cells(self, row: SheetRow, wrong: list[MapFlaw]) -> dict[MapField, str]:
        found: dict[MapField, str] = {}
        for heading, cell in zip(self._headings, row.cells, strict=True):
            code = self._columns.get(heading)
            if code is None or not cell.strip():
                continue
            longest = _LONGEST.get(code, LONGEST_NAME)
            try:
                found[code] = (clean if longest == LONGEST_NOTE else clean_line)(cell, longest, heading).strip()
            except SpinnenwebError as error:
                kind = "too_long" if error.code == "text.too_long" else "letters"
                wrong.append(MapFlaw(row.line, kind, heading, values={"longest": longest}))
        return found

    def _organisation(self, cells: Mapping[MapField, str]) -> dict[str, Any]:
        found = _texts(cells, _ORGANISATION)
        if kind := _first(_KINDS, cells.get(_F.KIND, "")):
            found["kind"] = kind
        return found

    def _offer(self, cells: Mapping[MapField, str]) -> dict[str, Any]:
        found = _texts(cells, _OFFER)
        for code, named, name in (
            (_F.THEMES, self._themes, "themes"),
            (_F.DIMENSIONS, self._dimensions, "dimensions"),
            (_F.LANGUAGES, LANGUAGES | {code: code for code in LANGUAGES.values()}, "languages"),
        ):
            if codes := _codes(cells.get(code, ""), named):
                found[name] = codes
        found |= _chosen(cells)
        place = {name: cells[code] for code, name in _PLACE.items() if code in cells}
        if place:
            found["where"] = place
        return found

    def _day(
        self, cells: Mapping[MapField, str], code: MapField, part: dict[str, Any], line: int, wrong: list[MapFlaw]
    ) -> None:
        if text := cells.get(code):
            day = read_day(text)
            if day is None:
                wrong.append(MapFlaw(line, "date", self._heading_of[code]))
            part["checked_on" if code is _F.CHECKED_ON else "check_before"] = day

    def _age(
        self,
        cells: Mapping[MapField, str],
        code: MapField,
        into: tuple[dict[str, Any], str],
        line: int,
        wrong: list[MapFlaw],
    ) -> None:
        if text := cells.get(code):
            found = _AGE.fullmatch(text.casefold())
            if found is None or int(found[1]) > OLDEST_AGE:
                wrong.append(MapFlaw(line, "age", self._heading_of[code], values={"most": OLDEST_AGE}))
                return
            into[0][into[1]] = int(found[1])

    def _others(self, row: SheetRow, cells: Mapping[MapField, str], wrong: list[MapFlaw]) -> dict[str, str]:
        """Cells without a field, and those whose words are not all ours; signs that nobody sees are left out.

        Together they have an end, so that they can go out again as one cell.
        """
        partly = {
            self._heading_of[code]
            for code in (_F.THEMES, _F.DIMENSIONS)
            if code in cells and not self._all(code, cells)
        }
        found = zip(self._headings, row.cells, strict=True)
        others = {
            heading: seen
            for heading, cell in found
            if (heading not in self._columns or heading in partly) and (seen := _UNSEEN.sub("", cell).strip())
        }
        if sum(map(len, others.values())) > LONGEST_NOTE:
            longest = max(others, key=lambda heading: len(others[heading]))
            wrong.append(MapFlaw(row.line, "too_long", longest, values={"longest": LONGEST_NOTE}))
        return others

    def _all(self, code: MapField, cells: Mapping[MapField, str]) -> bool:
        named = self._themes if code is _F.THEMES else self._dimensions
        return all(_plain(part) in named for part in _parts(cells[code]))


_ORGANISATION = {
    _F.ORGANISATION: "name",
    _F.ABOUT: "description",
    _F.WEBSITE: "website",
    _F.EMAIL: "email",
    _F.PHONE: "phone",
    _F.LEAD: "lead",
    _F.KVK: "kvk",
    _F.WORKING_ON: "working_on",
    _F.CHECKED_BY: "checked_by",
}
_OFFER = {
    _F.OFFER: "name",
    _F.OFFER_ABOUT: "description",
    _F.FOR_WHOM: "for_whom",
    _F.WAY_IN: "way_in_words",
    _F.COSTS: "costs_words",
    _F.WHEN: "when",
    _F.ACCESS: "accessible_words",
}
_PLACE = {_F.PLACE: "name", _F.STREET: "street", _F.POSTCODE: "postcode", _F.TOWN: "town"}
_CONTACT = {
    _F.CONTACT: "name",
    _F.CONTACT_ROLE: "role",
    _F.CONTACT_PHONE: "phone",
    _F.CONTACT_EMAIL: "email",
}


def _texts(cells: Mapping[MapField, str], names: Mapping[MapField, str]) -> dict[str, Any]:
    return {name: cells[code] for code, name in names.items() if code in cells}


def _chosen(cells: Mapping[MapField, str]) -> dict[str, Any]:
    """Choices that follow from words; where the words are nothing but the choice, they are not kept twice."""
    found: dict[str, Any] = {}
    if way := _first(_WAYS_IN, cells.get(_F.WAY_IN, "")):
        found["way_in"] = way
    if costs := cells.get(_F.COSTS, "").casefold():
        free = costs in _FREE or costs.startswith("gratis")
        found["costs"] = Costs.FREE if free else Costs.PAID
        if costs in _FREE:
            found["costs_words"] = ""
    if status := _STATUSES.get(cells.get(_F.STATUS, "").casefold()):
        found["status"] = status
    if capacity := _first(_CAPACITIES, cells.get(_F.CAPACITY, "")):
        found["capacity"] = capacity
    said = cells.get(_F.ACCESS, "").casefold()
    if access := tuple(dict.fromkeys(code.value for word, code in _ACCESS if word in said)):
        found["accessible"] = access
    return found


def _offer_of(organisation: Mapping[str, Any], offer: dict[str, Any]) -> dict[str, Any]:
    """The offer of a row, called after who offers it when it has no name; without anything there is none."""
    if not offer:
        return {}
    whole = {"name": organisation.get("name", ""), **offer}
    for name in ("kind", "checked_on", "checked_by", "check_before"):
        if name in organisation:
            whole.setdefault(name, organisation[name])
    return whole


def _contact(cells: Mapping[MapField, str]) -> dict[str, Any]:
    return _texts(cells, _CONTACT)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _APART.split(text) if part.strip()]


def _codes(text: str, named: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(named[_plain(part)] for part in _parts(text) if _plain(part) in named))


def _by_word(named: Mapping[str, str]) -> dict[str, str]:
    found = {_plain(code): code for code in named}
    return found | {_plain(word): code for code, word in named.items()}


def _first(words: Iterable[tuple[str, E]], text: str) -> E | None:
    plain = f" {_plain(text)}"
    return next((code for word, code in words if f" {word}" in plain), None)


def read_day(text: str) -> date | None:
    """A date as 2026-03-31 or 31-3-2026; `None` for anything else."""
    try:
        if found := _ISO_DATE.fullmatch(text):
            return date.fromisoformat(found[1])
        if found := _DUTCH_DATE.fullmatch(text):
            return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None
    return None
