"""The social map as files for others: an open package, a page for the web, or paper for each village.

Nobody leaves who did not agree; what the map says about our own work leaves only in a package for colleagues.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.map_filter import works_in
from spinnenweb.exchange.hsds_csv import write_csv
from spinnenweb.exchange.hsds_json import write_json
from spinnenweb.exchange.hsds_out import to_package
from spinnenweb.exchange.map_content import MapContent
from spinnenweb.exchange.map_html import map_page
from spinnenweb.security.private_files import write_private_folder
from spinnenweb.services.audit import nobody_notes
from spinnenweb.services.dutch_words import dutch_words
from spinnenweb.services.guarding import Passage, PassageKind
from spinnenweb.services.map_public import Publishing, public_map
from spinnenweb.services.map_words import map_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.public_map import PublicMap
    from spinnenweb.domain.social_map import Offer, Organisation
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.audit import Noted
    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.services.guarding import GuardService
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.unit_of_work import UnitOfWork

PAGE_NAME = "index.html"
JSON_NAME = "sociale-kaart.json"
_NO_LETTER = re.compile(r"[^a-z0-9]+")


class MapFormat(StrEnum):
    """What the map is written as."""

    HSDS_JSON = "hsds-json"
    HSDS_CSV = "hsds-csv"
    HTML = "html"
    PDF = "pdf"

    @property
    def public(self) -> bool:
        """Whether it is for everybody: then it holds nothing about our own work."""
        return self in (MapFormat.HTML, MapFormat.PDF)


@dataclass(frozen=True, slots=True)
class MapExport:
    """What leaves. An empty `village_id` is the whole map.

    `persons` lets contact persons leave who agreed and are there now. `people` lets the names leave of who pulls
    and who checked, in a package only.
    """

    form: MapFormat
    village_id: str = ""
    persons: bool = False
    people: bool = False


class MapExportService:
    """Writes the social map of one vault for others."""

    def __init__(
        self,
        database: Database,
        catalogue: Catalogue,
        clock: Clock,
        guard: GuardService,
        noted: Noted = nobody_notes,
    ) -> None:
        self._database = database
        self._catalogue = catalogue
        self._clock = clock
        self._guard = guard
        self._noted = noted

    @cached_property
    def _words(self) -> Wording:
        return dutch_words(self._catalogue.folder)

    def village_named(self, name: str) -> str:
        """The id of the village with this name.

        Raises:
            SpinnenwebError: `map_export.village`: there is none.
        """
        with self._database.reading() as work:
            found = work.villages.by_name(name)
        if found is None:
            raise SpinnenwebError("map_export.village")
        return found.id

    def preview(self, what: MapExport) -> PublicMap:
        """The map as everybody will see it."""
        with self._database.reading() as work:
            return self._public(work, what)

    def guarded(self, what: MapExport) -> tuple[Passage, ...]:
        """What in its words may point at a resident; somebody should look before it leaves."""
        with self._database.reading() as work:
            content = self._content(work, what)
        return self._guard.check_all(_passages(content, public=what.form.public))

    def files(self, what: MapExport) -> dict[str, bytes]:
        """The files by name, in memory."""
        with self._database.reading() as work:
            if not what.form.public:
                names = map_words(self._catalogue, self._words)
                package = to_package(self._content(work, what), names, people=what.people)
                if what.form is MapFormat.HSDS_JSON:
                    return {JSON_NAME: write_json(package)}
                return write_csv(package)
            if what.form is MapFormat.HTML:
                return {PAGE_NAME: self._page(self._public(work, what))}
            return dict(self._papers(work, what))

    def write(self, folder: Path, what: MapExport) -> tuple[Path, ...]:
        """Write the files into a new folder, whole or not at all.

        Raises:
            SpinnenwebError: `map_export.empty`, `target.exists`, `target.missing`, `target.no_rights`,
                `disk.full`.
        """
        files = self.files(what)
        if not files:
            raise SpinnenwebError("map_export.empty")
        self._noted(AuditKind.EXPORTED, None, f"sociale kaart {what.form.value}")
        with write_private_folder(folder) as part:
            for name, data in files.items():
                (part / name).write_bytes(data)
        return tuple(folder / name for name in files)

    def _page(self, content: PublicMap) -> bytes:
        own = self._catalogue.folder / "map_page"
        style, script = ((own / name).read_text("utf-8") for name in ("page.css", "page.js"))
        return map_page(content, self._words, style, script)

    def _papers(self, work: UnitOfWork, what: MapExport) -> Iterator[tuple[str, bytes]]:
        """One paper for every village that has something, or for the one that was asked."""
        from spinnenweb.documents.map_paper import make_map_paper

        villages = [village for village in work.villages.all() if what.village_id in ("", village.id)]
        chosen = [village.id for village in villages] or [""]
        taken: set[str] = set()
        for village_id in chosen:
            content = self._public(work, MapExport(what.form, village_id, what.persons))
            if content.size:
                name = _file_name(content.village, taken)
                yield name, make_map_paper(content, self._words, self._catalogue.folder / "fonts")

    def _public(self, work: UnitOfWork, what: MapExport) -> PublicMap:
        settings = work.settings.get()
        how = Publishing(self._clock.today(), what.village_id, settings.organisation, settings.demo)
        names = map_words(self._catalogue, self._words)
        return public_map(self._content(work, what), names, self._words, how)

    def _content(self, work: UnitOfWork, what: MapExport) -> MapContent:
        organisations, offers = _in_village(work.organisations.all(), work.offers.all(), what.village_id)
        there, today = {record.id for record in organisations}, self._clock.today()
        offered = {offer.id for offer in offers}
        contacts = tuple(
            person
            for person in (work.contact_persons.all() if what.persons else ())
            if person.leaves(today) and person.organisation_id in there
            if person.offer_id is None or person.offer_id in offered
        )
        villages = {village.id: village.name for village in work.villages.all()}
        return MapContent(organisations, offers, contacts, villages)


def _in_village(
    organisations: tuple[Organisation, ...], offers: tuple[Offer, ...], village_id: str
) -> tuple[tuple[Organisation, ...], tuple[Offer, ...]]:
    """What is for a village: its own, and what is for everywhere. Organisations with an offer there come along."""
    if not village_id:
        return organisations, offers
    by_id = {record.id: record for record in organisations}
    there = tuple(
        offer
        for offer in offers
        if offer.organisation_id in by_id and _is_for(works_in(offer, by_id[offer.organisation_id]), village_id)
    )
    needed = {offer.organisation_id for offer in there}
    kept = (record for record in organisations if record.id in needed or _is_for(record.village_ids, village_id))
    return tuple(kept), there


def _is_for(village_ids: tuple[str, ...], village_id: str) -> bool:
    return not village_ids or village_id in village_ids


def _passages(content: MapContent, *, public: bool) -> Iterator[Passage]:
    for record in content.organisations:
        own = () if public else (record.working_on, record.chances)
        yield from _said(PassageKind.ORGANISATION, record.name, (record.name, record.description, *own))
    for offer in content.offers:
        texts = (offer.name, offer.description, offer.for_whom, offer.way_in_words, offer.costs_words, offer.when)
        yield from _said(PassageKind.OFFER, offer.name, (*texts, offer.accessible_words))


def _said(kind: PassageKind, name: str, texts: Iterable[str]) -> Iterator[Passage]:
    return (Passage(kind, text, whose=name) for text in texts if text)


def _file_name(village: str, taken: set[str]) -> str:
    apart = unicodedata.normalize("NFKD", village.casefold())
    stem = _NO_LETTER.sub("-", "".join(sign for sign in apart if not unicodedata.combining(sign))).strip("-")
    name = f"sociale-kaart-{stem}" if stem else "sociale-kaart"
    number = 2
    while f"{name}.pdf" in taken:
        name, number = f"{name}-{number}", number + 1
    taken.add(f"{name}.pdf")
    return f"{name}.pdf"
