"""Taking over a social map from elsewhere, step by step: look, say what is what, check, choose, and take.

Nothing is written before the last step, which is one unit of work. `MapMergeService.undo_import` takes it back.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.changes import NOTHING, Changes
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.map_history import ColumnMapping, ImportBatch
from spinnenweb.exchange.csv_text import csv_bytes
from spinnenweb.exchange.hsds_check import check as check_package
from spinnenweb.exchange.hsds_csv import is_package, read_csv
from spinnenweb.exchange.hsds_in import from_package
from spinnenweb.exchange.hsds_json import read_json
from spinnenweb.exchange.map_columns import MapField, recognised, said_in
from spinnenweb.exchange.map_content import MapContent
from spinnenweb.exchange.map_flaws import Flaws, MapFlaw
from spinnenweb.exchange.map_sheet import ENCODINGS, SEPARATORS, SheetRow, read_sheet
from spinnenweb.exchange.package_files import DESCRIPTOR, is_zip, read_bytes, read_folder, read_zip
from spinnenweb.security.private_files import write_private
from spinnenweb.services.dutch_words import dutch_words
from spinnenweb.services.full_disk import again_when_full
from spinnenweb.services.map_cards import cleaned_contact, cleaned_offer, cleaned_organisation
from spinnenweb.services.map_import_writing import Choice, MapWriter
from spinnenweb.services.map_incoming import (
    Agreed,
    Decision,
    Incoming,
    Twin,
    Twins,
    from_content,
    from_rows,
    village_id,
)
from spinnenweb.services.map_words import map_words
from spinnenweb.storage.audit_trail import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.domain.wording import Wording
    from spinnenweb.exchange.hsds_package import Package
    from spinnenweb.exchange.map_content import MapWords
    from spinnenweb.exchange.map_sheet import Sheet
    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.unit_of_work import UnitOfWork

__all__ = [
    "ENCODINGS",
    "SEPARATORS",
    "Agreed",
    "Choice",
    "Decision",
    "Form",
    "Incoming",
    "MapCheck",
    "MapField",
    "MapFlaw",
    "MapImportReport",
    "MapImportService",
    "SheetRow",
    "Sighting",
    "Twin",
]

SHOWN_ROWS = 20


class Form(StrEnum):
    """The forms that are recognised; also the keys of `map_form.` in werker.toml."""

    HSDS_JSON = "hsds-json"
    HSDS_CSV = "hsds-csv"
    CSV = "csv"
    WORKBOOK = "xlsx"

    @property
    def has_columns(self) -> bool:
        """Whether somebody has to say which column is what."""
        return self in (Form.CSV, Form.WORKBOOK)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A file as it was recognised, before anything is done with it.

    `columns` is the field of every heading that is known; `remembered` the name of the supplier whose columns
    these are. `rows` are the first twenty and `lines` says how many there are. Of a package only the form is told.
    """

    path: Path
    form: Form
    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    rows: tuple[SheetRow, ...] = ()
    lines: int = 0
    columns: Mapping[str, MapField] = field(default_factory=dict)
    remembered: str = ""


@dataclass(frozen=True, slots=True)
class MapCheck:
    """What would come in, and what is wrong. `villages` holds the names by the ids the records have until then."""

    form: Form
    incoming: tuple[Incoming, ...]
    flaws: tuple[MapFlaw, ...]
    villages: Mapping[str, str]
    sighting: Sighting

    @property
    def stops(self) -> bool:
        """Whether nothing can be taken over: a package with a flaw, or a table without one good row."""
        return not self.incoming or (bool(self.flaws) and not self.form.has_columns)


@dataclass(frozen=True, slots=True)
class MapImportReport:
    """What an import did; `batch_id` is for taking it back, empty when nothing changed."""

    batch_id: str = ""
    organisations: int = 0
    offers: int = 0
    contacts: int = 0
    filled: int = 0
    skipped: int = 0
    new_villages: int = 0
    changes: Changes = NOTHING


class MapImportService:
    """Imports into the social map of one vault."""

    def __init__(self, database: Database, catalogue: Catalogue, clock: Clock, ids: IdSource) -> None:
        self._database = database
        self._catalogue = catalogue
        self._clock = clock
        self._ids = ids

    @cached_property
    def _words(self) -> Wording:
        return dutch_words(self._catalogue.folder)

    def look(self, path: Path, encoding: str = "", separator: str = "", sheet: str = "") -> Sighting:
        """Recognise a file or folder; for a table also its first rows and what its columns seem to be.

        Raises:
            SpinnenwebError: `map_import.…` as `read_sheet` and `read_zip`, or `import.…` with a line.
        """
        form = _form_of(path)
        if not form.has_columns:
            return Sighting(path, form)
        table = read_sheet(path, encoding, separator, sheet)
        known = self._remembered(table.headings)
        if known and not encoding and not separator and form is Form.CSV:
            table = _read_again(path, table, known)
        return _sighting(path, form, table, known)

    def check(
        self, sighting: Sighting, columns: Mapping[str, MapField] | None = None, agreed: Agreed | None = None
    ) -> MapCheck:
        """What would come in with these columns, with what may be the same beside it. Writes nothing.

        Raises:
            SpinnenwebError: as `look`, and `map_import.no_name_column` or `map_import.empty`.
        """
        flaws = Flaws()
        with self._database.reading() as work:
            words = map_words(self._catalogue, self._words)
            chosen = sighting.columns if columns is None else columns
            incoming, villages = self._read(sighting, chosen, words, (flaws, agreed or Agreed()))
            incoming = tuple(self._cleaned(incoming, flaws))
            there = {record.id: record for record in work.organisations.all()}
            twins = Twins(there)
            found = tuple(self._beside(work, replace(one, twins=twins.of(one)), villages) for one in incoming)
        if not found and not flaws:
            raise SpinnenwebError("map_import.empty")
        return MapCheck(sighting.form, found, flaws.told(), villages, replace(sighting, columns=chosen))

    @again_when_full
    def take(
        self, checked: MapCheck, choices: Mapping[int, Choice] | None = None, remember_as: str = ""
    ) -> MapImportReport:
        """Write what was checked, in one unit of work; who is not in `choices` goes as suggested.

        `remember_as` keeps the columns under the name of a supplier.

        Raises:
            SpinnenwebError: `map_import.flaws` when the check says it stops.
        """
        if checked.stops:
            raise SpinnenwebError("map_import.flaws", n=len(checked.flaws))
        made = {one.number: (choices or {}).get(one.number, Choice(one.suggested)) for one in checked.incoming}
        with self._database.writing() as work:
            writer = MapWriter(work, self._ids, checked.villages, checked.incoming)
            for one in checked.incoming:
                writer.take(one, made[one.number])
            added, overwritten = writer.finish()
            brought = writer.brought({*added, *((one.kind, one.id) for one in overwritten)})
            if remember_as:
                self._remember(work, checked.sighting, remember_as)
            if not added and not overwritten:
                return MapImportReport(skipped=len(checked.incoming))
            batch = ImportBatch(
                self._ids.new(), self._clock.now(), checked.form.value, remember_as, added, overwritten
            )
            work.import_batches.add(batch)
            work.audit.note(Entry(AuditKind.IMPORTED, detail=str(len(added))))
        return MapImportReport(
            batch_id=batch.id,
            organisations=_count(added, "organisation"),
            offers=_count(added, "offer"),
            contacts=_count(added, "contact_person"),
            filled=len(overwritten),
            skipped=len(checked.incoming) - brought,
            new_villages=len(writer.new_villages),
            changes=writer.changes(),
        )

    def mappings(self) -> tuple[ColumnMapping, ...]:
        """The columns that are remembered, the last used first."""
        with self._database.reading() as work:
            return work.column_mappings.all()

    def flaw_line(self, flaw: MapFlaw) -> str:
        """A flaw as one sentence, with its file and line in front."""
        words = self._words
        said = _said(words, flaw)
        place = [flaw.file] if flaw.file else []
        place += [words.say("map_flaw_place.line", line=flaw.line)] if flaw.line else []
        place += [words.say("map_flaw_place.column", column=flaw.column)] if flaw.column else []
        return f"{', '.join(place)}: {said}" if place else said

    def flaws_csv(self, flaws: tuple[MapFlaw, ...]) -> bytes:
        """The flaws as a file for Excel: file, line, column and what is wrong. No cell holds what stood there."""
        words = self._words
        header = [words.say(f"map_flaw_place.{name}_head") for name in ("file", "line", "column", "what")]
        rows = ((flaw.file, flaw.line, flaw.column, _said(words, flaw)) for flaw in flaws)
        return csv_bytes(header, rows)

    def write_flaws(self, target: Path, flaws: tuple[MapFlaw, ...]) -> None:
        """Write the flaws as a file; raises `SpinnenwebError` `disk.full` and `target.…` as `write_private`."""
        write_private(target, self.flaws_csv(flaws))

    def _read(
        self,
        sighting: Sighting,
        columns: Mapping[str, MapField],
        words: MapWords,
        told: tuple[Flaws, Agreed],
    ) -> tuple[tuple[Incoming, ...], Mapping[str, str]]:
        flaws, agreed = told
        if not sighting.form.has_columns:
            content = _content(sighting, words, flaws, self._clock.today())
            return from_content(content, agreed), content.villages
        if MapField.ORGANISATION not in columns.values():
            raise SpinnenwebError("map_import.no_name_column")
        table = read_sheet(sighting.path, sighting.encoding, sighting.separator, sighting.sheet)
        rows = said_in(table, columns, words, flaws)
        names = {village_id(name): name for row in rows for name in row.villages}
        return from_rows(rows, self._ids, agreed), names

    def _cleaned(self, incoming: Iterable[Incoming], flaws: Flaws) -> Iterator[Incoming]:
        """Those that a card of this program can hold; the others are told."""
        today = self._clock.today()
        for one in incoming:
            try:
                yield replace(
                    one,
                    organisation=cleaned_organisation(one.organisation, today),
                    offers=tuple(cleaned_offer(offer, today) for offer in one.offers),
                    contacts=tuple(map(cleaned_contact, one.contacts)),
                )
            except SpinnenwebError as error:
                flaws.add(MapFlaw(one.line, _KINDS.get(error.code, "letters")))

    def _beside(self, work: UnitOfWork, incoming: Incoming, villages: Mapping[str, str]) -> Incoming:
        """The same, saying whether all of it stands here already as it is in the file."""
        here = work.organisations.get(incoming.organisation.id)
        if here is None or not incoming.twins:
            return incoming
        places = {place: found.id for place, name in villages.items() if (found := work.villages.by_name(name))}
        record = incoming.organisation
        same = here == replace(record, village_ids=tuple(places.get(one, one) for one in record.village_ids))
        offers = tuple(
            replace(offer, village_ids=tuple(places.get(one, one) for one in offer.village_ids))
            for offer in incoming.offers
        )
        stored = work.offers.by_ids(offer.id for offer in offers)
        persons = work.contact_persons.by_ids(person.id for person in incoming.contacts)
        same = same and all(stored.get(offer.id) == offer for offer in offers)
        return replace(incoming, known=same and all(persons.get(one.id) == one for one in incoming.contacts))

    def _remembered(self, headings: tuple[str, ...]) -> ColumnMapping | None:
        with self._database.reading() as work:
            return next((one for one in work.column_mappings.all() if set(one.headings) == set(headings)), None)

    def _remember(self, work: UnitOfWork, sighting: Sighting, name: str) -> None:
        columns = {heading: code.value for heading, code in sighting.columns.items()}
        known = next(
            (one for one in work.column_mappings.all() if set(one.headings) == set(sighting.headings)), None
        )
        mapping = ColumnMapping(
            known.id if known else self._ids.new(),
            name,
            sighting.headings,
            columns,
            sighting.encoding,
            sighting.separator,
        )
        if known:
            work.column_mappings.update(mapping)
        elif sighting.form.has_columns:
            work.column_mappings.add(mapping)


_KINDS = {
    "map.future": "future",
    "map.age": "ages",
    "map.period": "period",
    "map.name_missing": "no_name",
    "text.too_long": "long",
}
"""What is wrong with a record as a whole, by the code of the error."""


def _said(words: Wording, flaw: MapFlaw) -> str:
    values: dict[str, object] = dict(flaw.values)
    return words.say(f"map_flaw.{flaw.kind}", "u", **values)


def _form_of(path: Path) -> Form:
    if _is_folder(path):
        if not is_package(read_folder(path)):
            raise SpinnenwebError("map_import.unknown")
        return Form.HSDS_CSV
    data = read_bytes(path)
    if is_zip(data):
        return Form.WORKBOOK if _is_workbook(path) else Form.HSDS_CSV
    if path.name.casefold() == DESCRIPTOR:
        return Form.HSDS_CSV
    start = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip()
    return Form.HSDS_JSON if start.startswith((b"{", b"[")) else Form.CSV


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        # in a folder that may not be entered, or with a name no disk takes: reading says it better
        return False


def _is_workbook(path: Path) -> bool:
    return path.suffix.casefold() in (".xlsx", ".xlsm")


def _content(sighting: Sighting, words: MapWords, flaws: Flaws, today: date) -> MapContent:
    package = _package(sighting, flaws)
    if not flaws:
        check_package(package, flaws)
    content = MapContent() if flaws else from_package(package, words, flaws, today)
    return MapContent() if flaws else content


def _package(sighting: Sighting, flaws: Flaws) -> Package:
    path = sighting.path
    if sighting.form is Form.HSDS_JSON:
        return read_json(read_bytes(path), flaws)
    if _is_folder(path):
        return read_csv(read_folder(path), flaws)
    if path.name.casefold() == DESCRIPTOR:
        return read_csv(read_folder(path.parent), flaws)
    files = read_zip(path)
    if not is_package(files):
        raise SpinnenwebError("map_import.unknown")
    return read_csv(files, flaws)


def _read_again(path: Path, table: Sheet, known: ColumnMapping) -> Sheet:
    """The table as it was read the last time; its headings were recognised, so it is from the same place."""
    if (known.encoding, known.delimiter) == (table.encoding, table.separator):
        return table
    again = read_sheet(path, "", known.delimiter)
    return again if set(again.headings) == set(known.headings) else table


def _sighting(path: Path, form: Form, table: Sheet, known: ColumnMapping | None) -> Sighting:
    codes = {code.value: code for code in MapField}
    remembered = {h: codes[code] for h, code in known.columns.items() if code in codes} if known else {}
    return Sighting(
        path=path,
        form=form,
        encoding=table.encoding,
        separator=table.separator,
        sheet=table.sheet,
        sheets=table.sheets,
        headings=table.headings,
        rows=table.rows[:SHOWN_ROWS],
        lines=len(table.rows),
        columns=remembered or recognised(table.headings),
        remembered=known.name if known else "",
    )


def _count(added: tuple[tuple[str, str], ...], kind: str) -> int:
    return sum(key[0] == kind for key in added)
