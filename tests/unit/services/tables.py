"""A real encrypted vault database for the tests of what comes in and goes out as tables."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from spinnenweb.domain.clock import Clock
from spinnenweb.domain.ids import IdSource
from spinnenweb.domain.residents import Consent, ConsentAnswer, Purpose
from spinnenweb.exchange.conversations_csv import COLUMNS, HEADER
from spinnenweb.services.catalogue import Catalogue, read_catalogue
from spinnenweb.services.imports import ImportReport, ImportService
from spinnenweb.services.releases import ReleaseService
from spinnenweb.storage.database import Database
from spinnenweb.storage.identity import Identity

if TYPE_CHECKING:
    from collections.abc import Iterator

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
GOOD = {
    "code": "R-001",
    "kern": "Ruinen",
    "geboortejaar": "1948",
    "datum": "2026-03-31",
    "wijze": "direct",
    **{"LF": "6", "MW": "7", "ZG": "8", "KL": "", "MD": "5", "DF": "6"},
    "themas": "eenzaamheid|rouw",
    "meetellen": "ja",
    "notitie": "",
}


def row(**cells: str) -> str:
    """One line of a file; what is not given is as in `GOOD`."""
    return ";".join({**GOOD, **cells}[name] for name in COLUMNS)


class SetClock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.time = NOON

    def now(self) -> datetime:
        return self.time


@dataclass(frozen=True)
class Bench:
    """A vault database with the services that import into it and give out of it."""

    folder: Path
    database: Database
    catalogue: Catalogue
    ids: IdSource
    time: SetClock
    imports: ImportService
    releases: ReleaseService

    def write(self, *lines: str, encoding: str = "utf-8", header: str = HEADER) -> Path:
        """A CSV file with these rows."""
        file = self.folder / "gesprekken.csv"
        file.write_bytes("\r\n".join((header, *lines)).encode(encoding))
        return file

    def take(self, *lines: str) -> ImportReport:
        """Import these rows."""
        return self.imports.import_csv(self.write(*lines))

    def later(self, days: int) -> None:
        """Let time pass."""
        self.time.time += timedelta(days=days)

    def say(self, code: str, purpose: Purpose, answer: ConsentAnswer, given_on: date) -> None:
        """Record an answer given in a talk."""
        with self.database.writing() as work:
            resident = work.residents.by_code(code)
            assert resident is not None
            work.consents.add(Consent(self.ids.new(), resident.id, purpose, answer, given_on, self.time.now()))

    def consents(self, code: str) -> tuple[Consent, ...]:
        """All answers of a resident."""
        with self.database.reading() as work:
            resident = work.residents.by_code(code)
            assert resident is not None
            return work.consents.of(resident.id)

    def counts(self) -> tuple[int, ...]:
        """How many rows every table has, the operation log too."""
        from sqlalchemy import func, select

        from spinnenweb.storage import tables

        with self.database._reader.connect() as connection:
            names = (tables.village, tables.resident, tables.consent, tables.conversation, tables.op)
            return tuple(connection.scalar(select(func.count()).select_from(name)) or 0 for name in names)


@contextmanager
def open_bench(folder: Path) -> Iterator[Bench]:
    """A new, empty vault database in a folder."""
    time = SetClock()
    clock = Clock(time.now)
    ids = IdSource(clock)
    identity = Identity("laptop", ids.new(), ids.new())
    path = folder / "dossier-1.db"
    database = Database.create(
        path, bytearray(range(32)), vault_id=ids.new(), identity=identity, clock=clock, ids=ids
    )
    catalogue = read_catalogue(RESOURCES)
    imports = ImportService(database, catalogue, clock, ids)
    releases = ReleaseService(folder, database, catalogue, clock, bytearray(32))
    try:
        yield Bench(folder, database, catalogue, ids, time, imports, releases)
    finally:
        database.close()
