"""Taking over earlier conversations from a CSV file: the whole file or nothing of it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.changes import NOTHING, Changes, Kind, changed
from spinnenweb.exchange.conversations_csv import ImportedRow, read_conversations
from spinnenweb.services.imported_people import ImportedPeople
from spinnenweb.services.imported_talks import ImportedTalks
from spinnenweb.storage.audit_trail import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.unit_of_work import UnitOfWork

BATCH = 1_000
"""Rows that are in memory, and written, at a time."""
TEMPLATE = "gesprekken-sjabloon.csv"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did. `skipped` rows were there already; `future` rows, added or not, lie after today."""

    rows: int = 0
    added: int = 0
    skipped: int = 0
    new_residents: int = 0
    new_villages: int = 0
    future: int = 0
    changes: Changes = NOTHING


class ImportService:
    """Imports conversations into one vault."""

    def __init__(self, database: Database, catalogue: Catalogue, clock: Clock, ids: IdSource) -> None:
        self._database = database
        self._catalogue = catalogue
        self._clock = clock
        self._ids = ids

    def template(self) -> str:
        """An example file: the header and two invented talks."""
        text = (self._catalogue.folder / "templates" / TEMPLATE).read_text("ascii")
        return text.replace("\n", "\r\n")

    def import_csv(self, path: Path, progress: Callable[[int], None] | None = None) -> ImportReport:
        """Take over all talks of a file in one unit of work; `progress` hears the rows read so far.

        A row that is there already, equal in code, date, way, marks and themes, is skipped. Raises
        `SpinnenwebError` with a code `import.…` at the first thing that is wrong; then nothing was written.
        """
        themes = tuple(theme.code for theme in self._catalogue.themes)
        with (
            closing(read_conversations(path, themes, self._clock.today())) as rows,
            self._database.writing() as work,
        ):
            return self._take_over(work, rows, progress or _silent)

    def _take_over(
        self, work: UnitOfWork, rows: Iterator[ImportedRow], progress: Callable[[int], None]
    ) -> ImportReport:
        people = ImportedPeople(work, self._ids, self._clock)
        talks = ImportedTalks(work, self._catalogue.instruments, self._ids, self._clock.now())
        read = future = 0
        for batch in _batches(rows):
            self._take_batch(batch, people, talks)
            read += len(batch)
            future += sum(row.held_on > self._clock.today() for row in batch)
            progress(read)
        people.finish()
        work.audit.note(Entry(AuditKind.IMPORTED, detail=str(len(talks.added))))
        return ImportReport(
            rows=read,
            added=len(talks.added),
            skipped=read - len(talks.added),
            new_residents=people.new_residents,
            new_villages=people.new_villages,
            future=future,
            changes=people.changes() | changed(Kind.CONVERSATION, *talks.added),
        )

    def _take_batch(self, batch: tuple[ImportedRow, ...], people: ImportedPeople, talks: ImportedTalks) -> None:
        whose = [(row, people.resident_of(row)) for row in batch]
        talks.remember({resident_id for _, resident_id in whose if people.was_known(resident_id)})
        for row, resident_id in whose:
            is_new = talks.take(row, resident_id)
            people.hear(row, resident_id, is_new=is_new)
        people.write()
        talks.write()


def _silent(rows: int) -> None:
    """Report to nobody."""


def _batches(rows: Iterable[ImportedRow]) -> Iterator[tuple[ImportedRow, ...]]:
    source = iter(rows)
    while batch := tuple(islice(source, BATCH)):
        yield batch
