"""Giving out anonymised tables: who counts, what the tables show, and their files."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from spinnenweb.disclosure.first_tables import counted, release_tables
from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.instruments import DIMENSION_CODES
from spinnenweb.domain.releases import CountedPerson, ReleaseTables
from spinnenweb.domain.residents import Consent, ConsentAnswer, Purpose, allows, current_answers
from spinnenweb.exchange.release_csv import EXAMPLE, release_files
from spinnenweb.security.private_files import write_private_folder
from spinnenweb.services.audit import nobody_notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.audit import Noted
    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.unit_of_work import UnitOfWork

KIND = "cijfers"
README = "LEESMIJ.txt"
README_TEMPLATE = "cijfers-leesmij.txt"


class ReleaseService:
    """Makes the tables of one vault."""

    def __init__(
        self, database: Database, catalogue: Catalogue, clock: Clock, noted: Noted = nobody_notes
    ) -> None:
        self._database = database
        self._catalogue = catalogue
        self._clock = clock
        self._noted = noted

    def counted(self, until: date) -> int:
        """How many residents count in the tables up to a date: an exact number, for the worker's eyes only."""
        with self._database.reading() as work:
            return len(counted(self._people(work, until)))

    def preview(self, until: date) -> ReleaseTables:
        """The tables of the conversations held up to and including a date, with the permissions of now."""
        with self._database.reading() as work:
            people = tuple(self._people(work, until))
            villages = tuple(village.name for village in work.villages.all())
        themes = tuple(theme.code for theme in self._catalogue.themes)
        return release_tables(people, themes, DIMENSION_CODES, until, villages=villages)

    def write(self, until: date, folder: Path) -> tuple[Path, ...]:
        """Write the tables as CSV into a new folder, whole or not at all, with a note on how to read them.

        Raises `SpinnenwebError` `release.folder_exists`, `target.missing`, `target.no_rights` or `disk.full`.
        """
        if os.path.lexists(folder):
            raise SpinnenwebError("release.folder_exists", path=str(folder))
        tables = self.preview(until)
        with self._database.reading() as work:
            example = work.settings.get().demo
        files = release_files(tables, example=example) | {README: self._readme(tables, example=example)}
        self._noted(AuditKind.EXPORTED, None, KIND)
        with write_private_folder(folder) as part:
            for name, content in files.items():
                (part / name).write_bytes(content)
        return tuple(folder / name for name in files)

    def _readme(self, tables: ReleaseTables, *, example: bool) -> bytes:
        text = (self._catalogue.folder / "templates" / README_TEMPLATE).read_text("utf-8")
        if example:
            text = f"{EXAMPLE.upper()}\n\n{text}"
        return text.replace("{month}", tables.snapshot).replace("\n", "\r\n").encode("utf-8-sig")

    def _people(self, work: UnitOfWork, until: date) -> Iterator[CountedPerson]:
        """Residents with a village, a finished conversation, a yes to counting and no refusal to being kept.

        Whose file is only kept does not count along.
        """
        count = work.consents.by_purpose(Purpose.COUNT)
        record = work.consents.by_purpose(Purpose.RECORD)
        residents = {resident.id: resident for resident in work.residents.all()}
        villages = {village.id: village.name for village in work.villages.all()}
        dimension_of = self._dimension_of()
        for talk in work.conversations.last_finished(until):
            resident = residents.get(talk.resident_id)
            if resident is None or resident.restricted or not _counts_along(resident.id, count, record):
                continue
            village = villages.get(resident.village_id or "")
            if village is not None:
                yield _person(resident, village, talk, until.year, dimension_of)

    def _dimension_of(self) -> dict[str, str]:
        """The dimension of every dimension and aspect code."""
        found = {code: code for code in DIMENSION_CODES}
        for instrument in self._catalogue.instruments.values():
            for dimension in instrument.dimensions:
                found.update((aspect.code, dimension.code) for aspect in dimension.aspects)
        return found


def _counts_along(
    resident_id: str,
    count: Mapping[str, tuple[Consent, ...]],
    record: Mapping[str, tuple[Consent, ...]],
) -> bool:
    kept = current_answers(record.get(resident_id, ())).get(Purpose.RECORD)
    refused = kept is not None and kept.answer in (ConsentAnswer.NO, ConsentAnswer.WITHDRAWN)
    return not refused and allows(count.get(resident_id, ()), Purpose.COUNT)


def _person(
    resident: Resident, village: str, talk: Conversation, year: int, dimension_of: Mapping[str, str]
) -> CountedPerson:
    topics = frozenset(dimension_of[code] for code in talk.topics if code in dimension_of)
    return CountedPerson(village, resident.age_in(year), frozenset(talk.themes), topics)
