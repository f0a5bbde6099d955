"""Searching while typing in a large dossier, and opening a resident with many conversations.

The bare twin of a search is the FTS query alone, on the same table of the same encrypted file, by the driver: no
service, no cards, no snippets. The bare twin of a resident with fifty conversations is one with two.
"""

from __future__ import annotations

import os
import random
from contextlib import closing, contextmanager
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from spinnenweb.domain.answers import marked
from spinnenweb.domain.conversations import Conversation, DimensionEntry
from spinnenweb.domain.instruments import ADULT, Mode, Scale
from spinnenweb.domain.residents import Resident, Village
from spinnenweb.storage.search_store import match_of
from tests.benchmarks import twins
from tests.benchmarks.figures import Row, Times, interleaved, slowest, timed

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sqlcipher3.dbapi2 as driver

    from spinnenweb.services.workspace import Workspace
    from spinnenweb.storage.database import Database
    from spinnenweb.ui.pages.resident.page import ResidentPage

SEARCH_TARGET, OPEN_TARGET = 3.0, 2.0
RESIDENTS, NOTES_EACH = 20_000, 3
NAMES = ("Jannie", "Aaltje", "Geert", "Roelof", "Hendrik", "Fatima", "Yusuf", "Piotr", "Oksana", "Grietje", "Harm")
COMMON = "de het een van en in met op is dat niet voor aan hij zij we naar ook nog om"
TYPED = ("jannie", "r-0123", "wandelen met de hond", "tuin buren", "de bus naar", "mantelzorg", "fatima koffie")
_BARE = "SELECT rowid, said FROM search_text WHERE search_text MATCH ? ORDER BY rowid DESC LIMIT 20"
_CODES = ("LF", "MW", "ZG", "KL", "MD", "DF")


def measure(*, quick: bool) -> Iterator[Row]:
    """One dossier, filled once; then every key stroke of what people type, in turn with the bare query."""
    with TemporaryDirectory() as name, closing(twins.make(Path(name) / "dossier.db", encrypted=True)) as database:
        few, many = fill(database)
        workspace = twins.workspace(database)
        keys = [text[:end] for text in TYPED for end in range(1, len(text) + 1)]
        with connection_of(database) as bare:
            times = search(workspace, bare, keys, 3 if quick else 20)
        yield times.row("zoeken tijdens typen")
        yield Row(
            "zoeken tijdens typen, traagste 1 op 100", slowest(times.ours), slowest(times.bare), SEARCH_TARGET
        )
        with page_of(workspace) as page:
            for resident_id in (few, many, few, many):
                opened(page, resident_id)
            pages = interleaved(10 if quick else 60, partial(opened, page, many), partial(opened, page, few))
        yield pages.row("inwoner met 50 gesprekken, naast een met 2", OPEN_TARGET)


def search(workspace: Workspace, bare: driver.Connection, keys: list[str], rounds: int) -> Times:
    """All key strokes some times over, the service and the bare query in turn."""
    all_keys = keys * rounds
    typed, matched = iter(all_keys), map(match_of, all_keys)
    return interleaved(
        len(all_keys),
        lambda: timed(partial(workspace.search.find, next(typed))),
        lambda: timed(partial(bare_search, bare, next(matched))),
    )


def bare_search(bare: driver.Connection, match: str) -> object:
    """The query that FTS5 answers, and nothing else."""
    return bare.execute(_BARE, (match,)).fetchall()


@contextmanager
def page_of(workspace: Workspace) -> Iterator[ResidentPage]:
    """The page of a resident in a window."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from spinnenweb.ui.jobs import Jobs
    from spinnenweb.ui.pages.resident.page import ResidentPage
    from spinnenweb.ui.preferences import Preferences
    from spinnenweb.ui.qt_asker import QtAsker
    from spinnenweb.ui.session import make_context
    from spinnenweb.ui.theme.look import apply_theme, load_theme

    app = QApplication.instance() or QApplication([])
    if isinstance(app, QApplication):
        apply_theme(app, load_theme(twins.RESOURCES, "licht"))
    jobs = Jobs()
    page = ResidentPage(make_context(workspace, twins.RESOURCES, Preferences(calm=True), jobs, QtAsker()))
    page.resize(1366, 768)
    page.show()
    yield page
    page.close()
    jobs.close()


def opened(page: ResidentPage, resident_id: str) -> float:
    """Read, shown, laid out and painted; what was shown before is thrown away outside the measurement."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from spinnenweb.ui.places import RESIDENT, Place

    def go() -> None:
        page.open(Place(RESIDENT, record=resident_id))
        # every level of the layout asks the one above it once more
        for _ in range(4):
            QCoreApplication.sendPostedEvents()
        page.repaint()

    seconds = timed(go)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return seconds


@contextmanager
def connection_of(database: Database) -> Iterator[driver.Connection]:
    """A connection of the dossier itself, so that both twins have the same pages in memory."""
    pooled = database._reader.raw_connection()
    try:
        yield pooled.driver_connection
    finally:
        pooled.close()


def fill(database: Database) -> tuple[str, str]:
    """Invented people with three noted talks each; the ids of one with two talks and of one with fifty."""
    chance = random.Random(3)
    vocabulary = COMMON.split() + [word for text in TYPED for word in text.split()] + made_up_words(chance, 6_000)
    # a few words make up half of all text, as in any language
    weights = [1 / (place + 2) for place in range(len(vocabulary))]
    with database.writing() as work:
        villages = [Village(twins.IDS.new(), f"Kern {number}") for number in range(12)]
        work.villages.add_many(villages)
        people = [person(number, chance, villages) for number in range(RESIDENTS + 2)]
        work.residents.add_many(people)
        few, many = people[-2:]
        work.conversations.add_many(
            talk(one, visit, " ".join(chance.choices(vocabulary, weights, k=14)))
            for one in people[:-2]
            for visit in range(NOTES_EACH)
        )
        work.conversations.add_many(talk(few, visit, "Koffie gedronken.") for visit in range(2))
        work.conversations.add_many(talk(many, visit, "Koffie gedronken.") for visit in range(50))
    database.checkpoint()
    return few.id, many.id


def made_up_words(chance: random.Random, count: int) -> list[str]:
    """Words of three to nine letters."""
    return ["".join(chance.choices("aeioubdghklmnprstvw", k=chance.randint(3, 9))) for _ in range(count)]


def person(number: int, chance: random.Random, villages: list[Village]) -> Resident:
    """Someone with one of a few names."""
    name, village = chance.choice(NAMES), chance.choice(villages)
    return Resident(twins.IDS.new(), f"R-{number:05d}", name, village.id, 1930 + number % 60)


def talk(resident: Resident, visit: int, note: str) -> Conversation:
    """A finished talk with marks and a note."""
    day = date(2024, 1, 1) + timedelta(days=int(resident.code[2:]) * 7 % 300 + 14 * visit)
    entries = tuple(DimensionEntry(code, marked((axis + visit) % 11)) for axis, code in enumerate(_CODES))
    return Conversation(
        id=twins.IDS.new(),
        resident_id=resident.id,
        held_on=day,
        instrument=ADULT,
        mode=Mode.DIRECT,
        scale=Scale.MARKS,
        switched_on=(),
        dimensions=entries,
        note=note,
        finished_at=twins.CLOCK.now(),
    )
