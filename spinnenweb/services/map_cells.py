"""Fields of the social map as cells of a sheet: what stands in one, and what is meant by what is typed there.

Lists are parted by commas or semicolons. A word from a list may be typed as it is shown or as its code, in
capitals or not, with or without accents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.map_history import MapKind
from spinnenweb.domain.map_schedule import said_slots, slot_words, slots_in
from spinnenweb.domain.social_map import Access, Capacity, Costs, Offer, OfferKind, OfferStatus, WayIn
from spinnenweb.services.map_writing import with_fields
from spinnenweb.storage.map_forms import SHAPES
from spinnenweb.storage.text_keys import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from enum import StrEnum

    from spinnenweb.domain.map_schedule import SlotWords
    from spinnenweb.domain.residents import Village
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.services.map_cards import MapRecord
    from spinnenweb.storage.forms import Json


class CellKind(Enum):
    """What may stand in a cell."""

    TEXT = "text"
    CODE = "code"
    CODES = "codes"
    NUMBER = "number"
    DAY = "day"
    FLAG = "flag"
    SLOTS = "slots"


KIND, WAY_IN, COSTS, STATUS, CAPACITY, ACCESS = "kind", "way_in", "costs", "status", "capacity", "accessible"
SCHEDULE = "schedule"
VILLAGES, LANGUAGES, THEMES, DIMENSIONS = "village_ids", "languages", "themes", "dimensions"
_TEXT, _CODE, _CODES, _DAY = CellKind.TEXT, CellKind.CODE, CellKind.CODES, CellKind.DAY

FIELDS: Mapping[MapKind, Mapping[str, CellKind]] = {
    MapKind.ORGANISATION: {
        "name": _TEXT,
        KIND: _CODE,
        "description": _TEXT,
        VILLAGES: _CODES,
        "lead": _TEXT,
        "phone": _TEXT,
        "email": _TEXT,
        "website": _TEXT,
        THEMES: _CODES,
        "working_on": _TEXT,
        "chances": _TEXT,
        "kvk": _TEXT,
        "active": CellKind.FLAG,
        "checked_on": _DAY,
        "checked_by": _TEXT,
        "check_before": _DAY,
    },
    MapKind.OFFER: {
        "name": _TEXT,
        KIND: _CODE,
        "description": _TEXT,
        "for_whom": _TEXT,
        "age_from": CellKind.NUMBER,
        "age_to": CellKind.NUMBER,
        WAY_IN: _CODE,
        "way_in_words": _TEXT,
        COSTS: _CODE,
        "costs_words": _TEXT,
        "when_said": _TEXT,
        SCHEDULE: CellKind.SLOTS,
        "place_name": _TEXT,
        "place_street": _TEXT,
        "place_postcode": _TEXT,
        "place_town": _TEXT,
        VILLAGES: _CODES,
        ACCESS: _CODES,
        "accessible_words": _TEXT,
        LANGUAGES: _CODES,
        THEMES: _CODES,
        DIMENSIONS: _CODES,
        STATUS: _CODE,
        CAPACITY: _CODE,
        "checked_on": _DAY,
        "checked_by": _TEXT,
        "check_before": _DAY,
    },
    MapKind.CONTACT: {
        "name": _TEXT,
        "role": _TEXT,
        "phone": _TEXT,
        "email": _TEXT,
        "starts": _DAY,
        "ends": _DAY,
        "may_share": CellKind.FLAG,
        "agreed_on": _DAY,
        "direct": CellKind.FLAG,
    },
    MapKind.TALK: {
        "held_on": _DAY,
        "spoken_with": _TEXT,
        "does": _TEXT,
        "offers": _TEXT,
        "chances": _TEXT,
        THEMES: _CODES,
        DIMENSIONS: _CODES,
    },
}
"""The fields that can be typed in a cell, in the order of a sheet; `external` is not."""
_ENUMS: Mapping[str, type[StrEnum]] = {
    KIND: OfferKind,
    WAY_IN: WayIn,
    COSTS: Costs,
    STATUS: OfferStatus,
    CAPACITY: Capacity,
    ACCESS: Access,
}
_WHEN_EMPTY = {WAY_IN: WayIn.UNKNOWN, COSTS: Costs.UNKNOWN, CAPACITY: Capacity.UNKNOWN, STATUS: OfferStatus.ACTIVE}
_APART = re.compile(r"[,;|\n]+")
_DUTCH_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_YES, _NO = frozenset(("ja", "j", "x", "1", "waar", "yes")), frozenset(("nee", "n", "", "0", "onwaar", "no"))
_DIMENSIONS = ("LF", "MW", "ZG", "KL", "MD", "DF")


@dataclass(frozen=True, slots=True)
class MapNames:
    """What every code is called, by field; villages by id. `heads` are the names of the fields themselves."""

    of: Mapping[str, Mapping[str, str]]
    heads: Mapping[str, str]
    slots: SlotWords
    yes: str = "ja"

    def named(self, field: str, code: str) -> str:
        """What a code is called; itself when nothing is known of it."""
        return self.of.get(field, {}).get(code, code)

    def code(self, field: str, typed: str) -> str | None:
        """The code that is meant, by its name or itself; `None` when there is none."""
        wanted, known = folded(typed), self.of.get(field, {})
        found = next((code for code, name in known.items() if folded(name) == wanted), None)
        return found or next((code for code in known if folded(code) == wanted), None)


def map_names(words: Wording, catalogue: Catalogue, villages: Iterable[Village]) -> MapNames:
    """The names in the words of the worker; own themes by their own name."""
    coded = {
        field: {one.value: words.say(f"map.{field}.{_key(one.value)}") for one in kinds}
        for field, kinds in _ENUMS.items()
    }
    every = words.keys()
    languages = [key.removeprefix("language.") for key in every if key.startswith("language.")]
    spoken = {code: words.say(f"language.{code}") for code in languages}
    more = {key.removeprefix("map.language."): words.say(key) for key in every if key.startswith("map.language.")}
    themes = {theme.code: words.say(f"theme.{theme.code}") for theme in catalogue.all_themes}
    heads = {field: words.say(f"map.field.{field}") for fields in FIELDS.values() for field in fields}
    return MapNames(
        {
            **coded,
            LANGUAGES: {**spoken, **more},
            THEMES: themes,
            DIMENSIONS: {code: words.say(f"label.{code}") for code in _DIMENSIONS},
            VILLAGES: {village.id: village.name for village in villages},
        },
        heads,
        slot_words(words),
        words.say("insight.yes"),
    )


def _key(code: str) -> str:
    return code.replace(" ", "-")


def cell_of(kind: MapKind, record: MapRecord, field: str, names: MapNames) -> str:
    """What stands in a cell; `KeyError` for a field that has none."""
    if field == SCHEDULE and isinstance(record, Offer):
        return said_slots(record.schedule, names.slots)
    value = SHAPES[kind].fields(record)[field]
    form = FIELDS[kind][field]
    if form is CellKind.CODES:
        return ", ".join(names.named(field, code) for code in value)
    if form is CellKind.FLAG:
        return names.yes if value else ""
    if value is None:
        return ""
    if form is CellKind.DAY:
        day = date.fromisoformat(value)
        return f"{day.day}-{day.month}-{day.year}"
    return names.named(field, value) if form is CellKind.CODE else str(value)


def with_cell(kind: MapKind, record: MapRecord, field: str, typed: str, names: MapNames) -> MapRecord:
    """The record with what was typed in one cell.

    Raises:
        SpinnenwebError: `map.value` with the field (no such word, number or date), `map.village`, and for moments
            as `map_schedule.slots_in`.
        KeyError: a field that has no cell.
    """
    if field == SCHEDULE and isinstance(record, Offer):
        return _with_slots(record, typed.strip(), names.slots)
    return with_fields(kind, record, {field: value_of(FIELDS[kind][field], field, typed, names)})


def _with_slots(offer: Offer, typed: str, words: SlotWords) -> Offer:
    """The words about when follow the moments, until somebody writes words of their own."""
    was = said_slots(offer.schedule, words)
    if typed == was:
        return offer
    slots = slots_in(typed, words)
    when = said_slots(slots, words) if offer.when in ("", was) else offer.when
    return replace(offer, schedule=slots, when=when)


def day_in(typed: str) -> date | None:
    """The day that was typed; `SpinnenwebError` `map.value` for what is none."""
    said = _day("", typed.strip())
    return None if said is None else date.fromisoformat(said)


def value_of(form: CellKind, field: str, typed: str, names: MapNames) -> Json:
    """What is meant by what was typed, as it lies in the file; raises as `with_cell`."""
    said = typed.strip()
    if form is CellKind.TEXT:
        return said
    if form is CellKind.CODE:
        return _code(field, said, names)
    if form is CellKind.CODES:
        parts = (part.strip() for part in _APART.split(said))
        return list(dict.fromkeys(_one_of(field, part, names) for part in parts if part))
    if form is CellKind.FLAG:
        return _flag(field, said, names)
    return _number(field, said) if form is CellKind.NUMBER else _day(field, said)


def _code(field: str, said: str, names: MapNames) -> str:
    if not said and field in _WHEN_EMPTY:
        return _WHEN_EMPTY[field].value
    return _one_of(field, said, names)


def _one_of(field: str, said: str, names: MapNames) -> str:
    found = names.code(field, said)
    if found is not None:
        return found
    if field == LANGUAGES and _LANGUAGE.fullmatch(said.casefold()):
        return said.casefold()
    raise SpinnenwebError("map.village" if field == VILLAGES else "map.value", field=field)


def _flag(field: str, said: str, names: MapNames) -> bool:
    plain = folded(said)
    if plain in _YES or plain == folded(names.yes):
        return True
    if plain in _NO:
        return False
    raise SpinnenwebError("map.value", field=field)


def _number(field: str, said: str) -> int | None:
    if not said:
        return None
    if not (said.isascii() and said.isdigit() and len(said) <= len("120")):
        raise SpinnenwebError("map.value", field=field)
    return int(said)


def _day(field: str, said: str) -> str | None:
    if not said:
        return None
    parted = _DUTCH_DAY.fullmatch(said)
    try:
        day = date(int(parted[3]), int(parted[2]), int(parted[1])) if parted else date.fromisoformat(said)
    except ValueError:
        raise SpinnenwebError("map.value", field=field) from None
    return day.isoformat()
