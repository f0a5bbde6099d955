"""The board of themes over 100,000 conversations and 5,000 offers.

The bare twin is one GROUP BY alone, on the same tables of the same encrypted file, by the driver: how many
residents chose each theme in each village. The board counts that too, with merged and restricted cards, topics,
early signs, goals and hand-overs, and sets it against what there is to do.
"""

from __future__ import annotations

import random
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from spinnenweb.domain.answers import marked
from spinnenweb.domain.conversations import Conversation, DimensionEntry
from spinnenweb.domain.instruments import ADULT, Mode, Scale
from spinnenweb.domain.residents import Resident, Village
from tests.benchmarks import twins
from tests.benchmarks.figures import Row, interleaved, timed
from tests.benchmarks.map import THEMES, fill_map
from tests.benchmarks.search import connection_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sqlcipher3.dbapi2 as driver

    from spinnenweb.storage.database import Database

TARGET = 5.0
RESIDENTS, EACH = 20_000, 5
AT_ONCE = 2_000
SIGNALS = ("eenzaamheid", "overbelasting-mantelzorg", "schulden")
_CODES = ("LF", "MW", "ZG", "KL", "MD", "DF")
_BARE = """
SELECT resident.village_id, one.value, count(DISTINCT conversation.resident_id)
FROM conversation JOIN resident ON resident.id = conversation.resident_id, json_each(conversation.themes) AS one
WHERE conversation.deleted_at IS NULL AND conversation.finished_at IS NOT NULL GROUP BY 1, 2
"""


def measure(*, quick: bool) -> Iterator[Row]:
    """One dossier, filled once; the whole board in turn with the bare query."""
    with TemporaryDirectory() as name, closing(twins.make(Path(name) / "dossier.db", encrypted=True)) as database:
        fill(database)
        workspace = twins.workspace(database)
        with connection_of(database) as bare:
            times = interleaved(
                3 if quick else 15,
                lambda: timed(partial(workspace.themes_board.board, everything=True)),
                lambda: timed(partial(counted, bare)),
            )
        yield times.row("themabord, 100.000 gesprekken", TARGET)


def counted(bare: driver.Connection) -> object:
    """The query alone."""
    return bare.execute(_BARE).fetchall()


def fill(database: Database) -> None:
    """Invented residents in eight villages with five talks each, and a social map."""
    chance = random.Random(11)  # invented people, no secret
    with database.writing() as work:
        villages = [Village(twins.IDS.new(), f"Dorp {number}") for number in range(8)]
        work.villages.add_many(villages)
    for start in range(0, RESIDENTS, AT_ONCE):
        people = [person(number, chance.choice(villages).id) for number in range(start, start + AT_ONCE)]
        with database.writing() as work:
            work.residents.add_many(people)
            work.conversations.add_many(talk(one, chance) for one in people for _ in range(EACH))
    fill_map(database)
    database.checkpoint()


def person(number: int, village_id: str) -> Resident:
    """One invented card."""
    return Resident(id=twins.IDS.new(), code=f"R-{number:05}", calling_name="Verzonnen", village_id=village_id)


def talk(of: Resident, chance: random.Random) -> Conversation:
    """One finished talk: mostly with themes, now and then with topics only or an early sign."""
    chosen = tuple(chance.sample(THEMES, chance.randint(1, 3))) if chance.random() > 0.1 else ()
    return Conversation(
        id=twins.IDS.new(),
        resident_id=of.id,
        held_on=twins.CLOCK.today() - timedelta(days=chance.randint(0, 700)),
        instrument=ADULT,
        mode=Mode.DIRECT,
        scale=Scale.MARKS,
        switched_on=(),
        dimensions=tuple(
            DimensionEntry(code, marked(chance.randint(2, 10)), topic=chance.random() > 0.8) for code in _CODES
        ),
        themes=chosen,
        signals=(chance.choice(SIGNALS),) if chance.random() > 0.95 else (),
        finished_at=twins.CLOCK.now(),
    )
