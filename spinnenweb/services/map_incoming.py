"""What comes in with an import of the social map: one organisation at a time, beside what may be the same."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Any

from spinnenweb.domain.likeness import sound_of
from spinnenweb.domain.map_likeness import LikeWhy, Title, likely_same, plain_phone, plain_site, plain_title
from spinnenweb.domain.social_map import ContactPerson, Offer, Organisation, Place
from spinnenweb.exchange.hsds_terms import VILLAGE, derived

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from spinnenweb.domain.ids import IdSource
    from spinnenweb.exchange.map_columns import Said
    from spinnenweb.exchange.map_content import MapContent

MOST_TWINS = 3
MOST_COMPARED = 150
"""With so many one organisation is compared at most, or thousands that are all called alike take hours."""
COLUMNS = "kolommen"
"""Where in `external` the cells without a field lie, by heading."""
_SURE = (None, LikeWhy.KVK, LikeWhy.NAME)
_SHOWN = (
    *("name", "kind", "description", "website", "email", "phone", "lead", "kvk", "working_on", "chances"),
    *("themes", "checked_on", "checked_by", "check_before", "active"),
)


class Decision(StrEnum):
    """What happens with an organisation that comes in."""

    NEW = "nieuw"
    FILL = "aanvullen"
    OVERWRITE = "overschrijven"
    SKIP = "overslaan"


@dataclass(frozen=True, slots=True)
class Twin:
    """What may be the same: in the vault, or earlier in the file; `number` then says which.

    `why` is `None` when both have one identifier. `differs` holds the fields in which they differ: name, here,
    in the file.
    """

    id: str
    name: str
    why: LikeWhy | None
    number: int | None = None
    differs: tuple[tuple[str, str, str], ...] = ()

    @property
    def sure(self) -> bool:
        """Whether nobody has to look: the same identifier, number of the chamber of commerce, or name."""
        return self.why in _SURE


@dataclass(frozen=True, slots=True)
class Incoming:
    """One organisation of a file with its offers and contact persons. `line` is where it stands first."""

    number: int
    line: int
    organisation: Organisation
    offers: tuple[Offer, ...] = ()
    contacts: tuple[ContactPerson, ...] = ()
    twins: tuple[Twin, ...] = ()
    known: bool = False
    """Whether all of it stands in the vault already, the same."""

    @property
    def suggested(self) -> Decision:
        """What happens unless somebody chooses: what is surely the same is filled up, the rest added."""
        if self.known:
            return Decision.SKIP
        return Decision.FILL if self.twins and self.twins[0].sure else Decision.NEW

    @property
    def asks(self) -> bool:
        """Whether somebody should look at it beside what it may be."""
        return bool(self.twins) and not self.known


@dataclass(frozen=True, slots=True)
class Agreed:
    """What an import says about contact persons it brings: none agreed, unless who imports says since when."""

    on: date | None = None


def from_content(content: MapContent, agreed: Agreed) -> tuple[Incoming, ...]:
    """The organisations of a package; the ids are those of the package."""
    offers, contacts = defaultdict(list), defaultdict(list)
    for offer in content.offers:
        offers[offer.organisation_id].append(offer)
    for person in content.contacts:
        contacts[person.organisation_id].append(_as_agreed(person, agreed))
    return tuple(
        Incoming(number, 0, record, tuple(offers[record.id]), tuple(contacts[record.id]))
        for number, record in enumerate(content.organisations)
    )


def _as_agreed(person: ContactPerson, agreed: Agreed) -> ContactPerson:
    if agreed.on is None or person.may_share:
        return person
    return replace(person, may_share=True, agreed_on=agreed.on)


def from_rows(rows: Iterable[Said], ids: IdSource, agreed: Agreed) -> tuple[Incoming, ...]:
    """The organisations of a table: rows with the same name, in capitals or not, are one."""
    groups: dict[str, list[Said]] = {}
    for row in rows:
        groups.setdefault(str(row.organisation["name"]).casefold(), []).append(row)
    return tuple(_of_rows(number, group, ids, agreed) for number, group in enumerate(groups.values()))


def village_id(name: str) -> str:
    """The id a village of a file has until it is known which one it is here."""
    return derived(VILLAGE, name.casefold())


def _of_rows(number: int, rows: Sequence[Said], ids: IdSource, agreed: Agreed) -> Incoming:
    said: dict[str, Any] = {}
    for row in rows:
        said = {**row.organisation, **said}
    villages = tuple(dict.fromkeys(village_id(name) for row in rows for name in row.villages))
    own = ids.new()
    others = next((dict(row.others) for row in rows if row.others and not row.offer), {})
    record = Organisation(**{**said, "id": own, "village_ids": villages, "external": _kept(others)})
    offers = tuple(_offer_of_row(row, record, ids) for row in rows if row.offer)
    contacts: dict[str, ContactPerson] = {}
    for row in rows:
        if row.contact:
            person = ContactPerson(ids.new(), own, **row.contact)
            contacts.setdefault(
                f"{person.name} {person.email} {person.phone}".casefold(), _as_agreed(person, agreed)
            )
    return Incoming(number, rows[0].line, record, offers, tuple(contacts.values()))


def _offer_of_row(row: Said, record: Organisation, ids: IdSource) -> Offer:
    said = {"kind": record.kind, **row.offer}
    where = Place(**said.pop("where", {}))
    villages = tuple(dict.fromkeys(village_id(name) for name in row.villages))
    return Offer(
        **{
            **said,
            "id": ids.new(),
            "organisation_id": record.id,
            "where": where,
            "village_ids": villages,
            "external": _kept(dict(row.others)),
        }
    )


def _kept(others: dict[str, str]) -> dict[str, Any]:
    return {COLUMNS: others} if others else {}


class Twins:
    """Finds what may be the same, without comparing everything with everything."""

    def __init__(self, there: Mapping[str, Organisation]) -> None:
        self._there = dict(there)
        self._numbers: dict[str, int] = {}
        self._by_mark: defaultdict[str, list[Title]] = defaultdict(list)
        for record in there.values():
            self._index(record)

    def of(self, incoming: Incoming) -> tuple[Twin, ...]:
        """The records that may be the same, most likely first; then know this one too."""
        record = incoming.organisation
        found: list[Twin] = []
        if record.id in self._there and record.id not in self._numbers:
            found.append(self._twin(record.id, None, record))
        typed = _title(record, "")
        likely = likely_same(self.to_compare(record), typed, MOST_TWINS)
        found += [self._twin(one.id, one.why, record) for one in likely if one.id != record.id]
        self._numbers[record.id] = incoming.number
        if record.id not in self._there:
            self._there[record.id] = record
            self._index(record)
        return tuple(found[:MOST_TWINS])

    def to_compare(self, record: Organisation) -> Iterable[Title]:
        """Those that have a mark in common, the rarest marks first: what everybody has says little."""
        found: dict[str, Title] = {}
        for mark in sorted(_marks(record), key=lambda mark: (len(self._by_mark.get(mark, ())), mark)):
            left = MOST_COMPARED - len(found)
            found |= {one.id: one for one in islice(self._by_mark.get(mark, ()), left)}
        return found.values()

    def _index(self, record: Organisation) -> None:
        for mark in _marks(record):
            self._by_mark[mark].append(_title(record, record.id))

    def _twin(self, record_id: str, why: LikeWhy | None, record: Organisation) -> Twin:
        here = self._there[record_id]
        return Twin(record_id, here.name, why, self._numbers.get(record_id), tuple(_differences(here, record)))


def _title(record: Organisation, own: str) -> Title:
    return Title(own, record.name, record.kvk, record.website, record.phone, record.email)


def _marks(record: Organisation) -> set[str]:
    """What two records that are alike have in common at least one of: a mark, or the beginning of a word."""
    plain = plain_title(record.name)
    words = plain.split()
    marks = {f"n:{plain}", f"s:{sound_of(plain)}"}
    marks |= {f"w:{word[:3]}" for word in words} | {f"e:{word[-4:]}" for word in words if len(word) > 4}
    exact = (
        record.kvk.strip(),
        plain_site(record.website),
        plain_phone(record.phone),
        record.email.casefold().strip(),
    )
    return marks | {f"x:{mark}" for mark in exact if mark}


def _differences(here: Organisation, there: Organisation) -> Iterator[tuple[str, str, str]]:
    for name in _SHOWN:
        ours, theirs = shown(getattr(here, name)), shown(getattr(there, name))
        if theirs and ours != theirs:
            yield name, ours, theirs


def shown(value: object) -> str:
    """A value of a field as text to compare."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value)


_EMPTY_CODES = ("onbekend", "")


def _empty(value: object) -> bool:
    if isinstance(value, Place):
        return not value.known
    return value is None or value == () or (isinstance(value, str) and value in _EMPTY_CODES)


R = Any
_NEVER = ("id", "organisation_id", "offer_id")
_CHOSEN = ("kind", "status", "active", "may_share", "direct")
"""Fields that are never empty: what stands here stays unless it is overwritten."""


def joined(here: R, there: R, *, overwrite: bool) -> R:
    """One record of two: what is empty here comes from the file; with `overwrite` all that the file says."""
    changed: dict[str, Any] = {}
    for one in fields(here):
        ours, theirs = getattr(here, one.name), getattr(there, one.name)
        if one.name in _NEVER or _empty(theirs):
            continue
        if one.name == "external":
            changed[one.name] = {**ours, **theirs} if overwrite else {**theirs, **ours}
        elif one.name == "village_ids":
            changed[one.name] = tuple(dict.fromkeys((*ours, *theirs)))
        elif overwrite or (_empty(ours) and one.name not in _CHOSEN):
            changed[one.name] = theirs
    if changed.get("may_share") is False and here.may_share:
        # a yes is taken back by the person, never by a file
        del changed["may_share"]
    return replace(here, **changed)
