"""Filtering a social map of 5,000 offers while typing, in a dossier that holds many conversations too.

The bare twin is the same question in SQL alone, on the same tables of the same encrypted file, by the driver: no
service and no records. Both give the ids of everything that fits, in the order of the list; ours then reads the
forty lines that stand on the screen.
"""

from __future__ import annotations

import random
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from spinnenweb.domain.map_filter import MapFilter
from spinnenweb.domain.map_likeness import Title
from spinnenweb.domain.social_map import ContactPerson, Offer, OfferKind, Organisation, Place
from spinnenweb.storage.search_store import match_of
from spinnenweb.storage.text_keys import words
from tests.benchmarks import twins
from tests.benchmarks.figures import Row, Times, interleaved, slowest, timed
from tests.benchmarks.search import connection_of, fill, made_up_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import sqlcipher3.dbapi2 as driver

    from spinnenweb.services.workspace import Workspace
    from spinnenweb.storage.database import Database

TARGET = 3.0
OFFERS, EACH, ON_SCREEN = 5_000, 4, 40
THEMES = ("eenzaamheid", "mobiliteit", "leefomgeving", "rouw", "taal", "schulden", "leefstijl", "bijdragen")
DIMENSIONS, LANGUAGES = ("LF", "MW", "ZG", "KL", "MD", "DF"), ("nl", "ar", "tr", "pl", "uk")
TYPED = ("wandelen", "koffie met de buren", "dorpshuis eten", "fietsles", "eettafel 12")
_HEAD = """
SELECT offer.id FROM offer JOIN organisation ON offer.organisation_id = organisation.id
WHERE offer.deleted_at IS NULL
"""
_ORDER = " ORDER BY organisation.name_key, organisation.id, offer.name_key, offer.id"
_WORD = """
AND (offer.id IN (SELECT record_id FROM search_text WHERE search_text MATCH ? AND rowid < 4294967296)
OR offer.organisation_id IN (SELECT record_id FROM search_text WHERE search_text MATCH ? AND rowid < 4294967296))
"""


def measure(*, quick: bool) -> Iterator[Row]:
    """One dossier, filled once; every key stroke of what people type, and every choice in the filters."""
    with TemporaryDirectory() as name, closing(twins.make(Path(name) / "dossier.db", encrypted=True)) as database:
        fill(database)
        organisation = fill_map(database)
        workspace = twins.workspace(database)
        keys = [text[:end] for text in TYPED for end in range(1, len(text) + 1)]
        with connection_of(database) as bare:
            typing = in_turn([(MapFilter(text=key), typed_in_sql(key)) for key in keys], workspace, bare, quick)
            choosing = in_turn(choices(workspace), workspace, bare, quick)
            noticing = likeness(workspace, bare, organisation, 10 if quick else 60)
        yield typing.row("kaart filteren tijdens typen, 5.000 aanbod", TARGET)
        yield Row("kaart filteren, traagste 1 op 100", slowest(typing.ours), slowest(typing.bare))
        yield choosing.row("kaart filteren op thema, kern, taal", TARGET)
        yield noticing.row("dubbele organisatie tijdens typen, naast alle namen lezen")


def in_turn(
    asked: Sequence[tuple[MapFilter, tuple[str, tuple[str, ...]]]],
    workspace: Workspace,
    bare: driver.Connection,
    quick: bool,
) -> Times:
    """Every question some times over, the service and the bare query in turn."""
    everything = list(asked) * (3 if quick else 20)
    ours, theirs = iter(everything), iter(everything)
    return interleaved(
        len(everything),
        lambda: timed(partial(shown, workspace, next(ours)[0])),
        lambda: timed(partial(answered, bare, *next(theirs)[1])),
    )


def shown(workspace: Workspace, wanted: MapFilter) -> object:
    """What a page does: everything that fits, and the lines on the screen."""
    return workspace.social_map.offer_lines(workspace.social_map.find_offers(wanted)[:ON_SCREEN])


def answered(bare: driver.Connection, query: str, given: tuple[str, ...]) -> object:
    """The query alone."""
    return bare.execute(query, given).fetchall()


def typed_in_sql(text: str) -> tuple[str, tuple[str, ...]]:
    """Every word in the offer or its organisation."""
    matches = [match_of(word) for word in words(text)]
    return _HEAD + _WORD * len(matches) + _ORDER, tuple(match for match in matches for _ in range(2))


def choices(workspace: Workspace) -> list[tuple[MapFilter, tuple[str, tuple[str, ...]]]]:
    """Filters without words, each with the same in SQL."""
    village = workspace.residents.villages()[0].id
    has = " AND instr(offer.{}, ?) > 0".format
    asked = [(MapFilter(theme=code), has("themes"), f'"{code}"') for code in THEMES]
    asked += [(MapFilter(dimension=code), has("dimensions"), f'"{code}"') for code in DIMENSIONS]
    asked += [(MapFilter(language=code), has("languages"), f'"{code}"') for code in LANGUAGES]
    asked.append((MapFilter(village_id=village), has("village_ids"), f'"{village}"'))
    return [(wanted, (_HEAD + condition + _ORDER, (given,))) for wanted, condition, given in asked]


def likeness(workspace: Workspace, bare: driver.Connection, typed: Organisation, runs: int) -> Times:
    """Looking for the same organisation, beside only reading the names."""

    def titles() -> object:
        query = "SELECT id, name, kvk, website, phone, email FROM organisation WHERE deleted_at IS NULL"
        return [Title(*row) for row in bare.execute(query)]

    return interleaved(
        runs, lambda: timed(partial(workspace.map_merging.like_organisation, typed)), lambda: timed(titles)
    )


def fill_map(database: Database) -> Organisation:
    """Invented organisations with four offers and a contact person each; one that looks like one of them."""
    chance = random.Random(5)  # invented names, no secret
    vocabulary = ["wandelen", "koffie", "buren", "dorpshuis", "eten", "fietsles", "eettafel", "samen", "met", "de"]
    vocabulary += made_up_words(chance, 2_000)
    weights = [1 / (place + 2) for place in range(len(vocabulary))]

    def said(count: int) -> str:
        return " ".join(chance.choices(vocabulary, weights, k=count))

    with database.writing() as work:
        villages = [village.id for village in work.villages.all()]
        kinds = list(OfferKind)
        organisations = [
            Organisation(
                twins.IDS.new(),
                f"Stichting {said(2)} {number}",
                chance.choice(kinds),
                said(12),
                village_ids=(chance.choice(villages),),
            )
            for number in range(OFFERS // EACH)
        ]
        work.organisations.add_many(organisations)
        work.offers.add_many(
            offer(organisation, number, chance, villages, said)
            for organisation in organisations
            for number in range(EACH)
        )
        work.contact_persons.add_many(
            ContactPerson(twins.IDS.new(), organisation.id, name=said(1), role=said(1))
            for organisation in organisations
        )
    database.checkpoint()
    return Organisation("", organisations[7].name.removeprefix("Stichting ") + "x")


def offer(
    of: Organisation, number: int, chance: random.Random, villages: Sequence[str], say: Callable[[int], str]
) -> Offer:
    """One thing that is offered."""
    return Offer(
        twins.IDS.new(),
        of.id,
        f"{say(2)} {number}",
        of.kind,
        say(15),
        for_whom=say(4),
        when=say(3),
        where=Place(name=say(1), town=say(1)),
        village_ids=(chance.choice(villages),),
        languages=tuple(chance.sample(LANGUAGES, 2)),
        themes=tuple(chance.sample(THEMES, 2)),
        dimensions=tuple(chance.sample(DIMENSIONS, 2)),
        checked_on=twins.CLOCK.today() - timedelta(days=chance.randint(0, 400)),
    )
