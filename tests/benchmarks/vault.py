"""What encryption costs: an import, the home page and a resident, in an encrypted and in a plain dossier."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from spinnenweb.exchange.conversations_csv import HEADER
from spinnenweb.services.catalogue import read_catalogue
from spinnenweb.services.imports import ImportService
from spinnenweb.ui.pages.resident.person import read_person
from spinnenweb.ui.pages.today.content import read_today
from tests.benchmarks import twins
from tests.benchmarks.figures import Row, Times, interleaved, timed
from tests.benchmarks.start import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.storage.database import Database

    Look = Callable[[Workspace], object]

TARGET = 1.5
TALKS, TALKS_EACH = 10_000, 4
CODE = "R-00042"


def measure(*, quick: bool) -> Iterator[Row]:
    """One import each time into a new dossier; then the last dossiers, opened anew each time."""
    catalogue = read_catalogue(ROOT / "resources")
    with TemporaryDirectory() as name:
        folder = Path(name)
        few, all_talks = write_talks(folder / "weinig.csv", 100), write_talks(folder / "veel.csv", TALKS)
        bring_in = partial(imported, folder, catalogue)
        both(1, partial(bring_in, few))
        yield both(1 if quick else 7, partial(bring_in, all_talks)).row("10.000 gesprekken inlezen", TARGET)
        runs = 9 if quick else 40
        views: tuple[tuple[str, Look], ...] = (("Vandaag", home), ("een inwoner", resident))
        for what, look in views:
            yield both(runs, partial(first_look, folder, look)).row(f"{what}, net geopend", TARGET)
            yield both(runs, partial(second_look, folder, look)).row(f"{what}, nog eens", TARGET)
        yield both(runs, partial(opening, folder)).row("dossier openen, elke bladzijde nagekeken")


def both(runs: int, measured: Callable[[bool], float]) -> Times:
    """The encrypted and the plain twin in turn."""

    def once(encrypted: bool) -> float:
        with twins.twin(encrypted=encrypted):
            return measured(encrypted)

    return interleaved(runs, partial(once, True), partial(once, False))


def write_talks(path: Path, talks: int) -> Path:
    """A file with made-up talks, four to a resident, the same every time."""
    lines = [HEADER, *(made_up(number) for number in range(talks))]
    path.write_text("\r\n".join(lines), "utf-8")
    return path


def made_up(number: int) -> str:
    """One line: now and then a mark is missing, one in three has a note."""
    person, visit = divmod(number, TALKS_EACH)
    held_on = date(2022, 1, 3) + timedelta(days=person % 300 + 250 * visit)
    marks = [str((7 * number + 3 * axis) % 11) if (number + axis) % 20 else "" for axis in range(6)]
    note = "We spraken over de tuin, de buren en de bus die niet meer rijdt." if number % 3 == 0 else ""
    village, year = f"Kern {person % 5}", 1930 + person % 60
    cells = (f"R-{person:05d}", village, str(year), held_on.isoformat(), "direct", *marks)
    return ";".join((*cells, "rouw|mantelzorg" if number % 2 else "", "ja", note))


def imported(folder: Path, catalogue: Catalogue, source: Path, encrypted: bool) -> float:
    """Import a file into a new dossier, which stays for the next figures."""
    path = place(folder, encrypted)
    path.unlink(missing_ok=True)
    with closing(twins.make(path, encrypted=encrypted)) as database:
        service = ImportService(database, catalogue, twins.CLOCK, twins.IDS)
        return timed(lambda: service.import_csv(source))


def place(folder: Path, encrypted: bool) -> Path:
    """Where the dossier of a twin lies."""
    return folder / f"{'versleuteld' if encrypted else 'leesbaar'}.db"


def home(workspace: Workspace) -> None:
    """What Vandaag reads."""
    read_today(workspace)


def resident(workspace: Workspace) -> None:
    """What the page of one resident reads."""
    read_person(workspace, workspace.residents.by_code(CODE).id)


def first_look(folder: Path, look: Look, encrypted: bool) -> float:
    """The first time after opening: every page that is needed comes from the disk."""
    with closing(twins.just_opened(place(folder, encrypted))) as database:
        workspace = twins.workspace(database)
        return timed(lambda: look(workspace))


def second_look(folder: Path, look: Look, encrypted: bool) -> float:
    """Once more: the pages are in memory, deciphered."""
    with closing(twins.just_opened(place(folder, encrypted))) as database:
        workspace = twins.workspace(database)
        look(workspace)
        return timed(lambda: look(workspace))


def opening(folder: Path, encrypted: bool) -> float:
    """The file as the program opens it, without the passphrase."""
    opened: list[Database] = []
    try:
        return timed(lambda: opened.append(twins.open_whole(place(folder, encrypted))))
    finally:
        for database in opened:
            database.close()
