"""Every table of the file is either about a resident and known to all that must know of it, or says why it is not.

Whoever adds a table is stopped here until it is written about in `rich_person`, and then by each thing that would
forget it: erasure, inzage, saving a damaged file, another lock, restriction, merging and the scan of the bytes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Text, insert, select

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.releases import ReleaseChoice
from spinnenweb.services.insight import FREE_TEXTS
from spinnenweb.services.restoring import by_passphrase
from spinnenweb.services.salvage import free_folder, salvage
from spinnenweb.storage import tables
from spinnenweb.storage.bundles import owned
from spinnenweb.storage.record_store import RecordStore
from spinnenweb.storage.restriction import ALWAYS_ALLOWED
from tests.unit.services.rich_person import PLANTED, write_everything
from tests.unit.services.rooms import PASSPHRASE, same_room

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from sqlalchemy import Table

    from spinnenweb.services.workspace import Workspace
    from spinnenweb.storage.unit_of_work import UnitOfWork
    from tests.unit.services.rich_person import Rich
    from tests.unit.services.rooms import Room

NEW_LOCK = "wimpel lantaarn gordijn perzik anker"
TABLES: Mapping[str, Table] = tables.metadata.tables

ABOUT = frozenset(
    {
        *("resident", "consent", "conversation", "goal", "goal_step", "look_back", "follow_up", "short_contact"),
        *("keeping", "handover", "proposal_choice", "signal_follow_up", "merge", "alias", "draft", "count_number"),
    }
)
"""A row of these is about one resident, or about the two cards of one."""
TRACES = {
    "op": "what was written, field by field; an erasure empties the lines and their ids",
    "audit": "who did what; an erasure takes the names out of the lines",
    "search_line": "which words of the index are of which record",
    "app_meta": "where somebody was at last; an erasure forgets the place",
}
"""These name a resident in passing."""
NOBODY = {
    "village": "a place",
    "meeting": "how many came, not who",
    "own_instrument": "questions of the organisation",
    "erasure": "a mark that only the key can make",
    "release_series": "the secret of a series",
    "release_ledger": "random numbers and counts",
    "release_village": "a place",
    "release_record": "figures that were given out",
    "release_pending": "figures that are being given out",
    "count_household": "the random number of a home; without its residents it says nothing",
    "setting": "how the program is set",
    "organisation": "the social map",
    "offer": "the social map",
    "contact_person": "somebody who works at an organisation",
    "organisation_talk": "what was said with an organisation",
    "map_merge": "the social map",
    "import_batch": "the social map",
    "column_mapping": "the social map",
    "theme_word": "words of the organisation",
    "team_self": "this laptop",
    "team_laptop": "another laptop",
    "contribution": "random numbers and counts",
    "team_link": "random numbers",
}
"""These name no resident, and why."""
POINTING = frozenset({"resident_id", "kept_id", "other_id", "card_id", "subject"})
"""How a column is called that says whose a row is."""
TOLD_OTHERWISE = {
    "alias": "the merge says the same",
    "count_number": "the number is secret; how many there are is told",
}
"""Tables about a resident of which inzage shows no rows."""
CODED = frozenset(
    {
        *("id", "created_at", "updated_at", "deleted_at", "hlc", "owner_id", "team_id", "saved_at", "recorded_at"),
        *("resident_id", "kept_id", "other_id", "card_id", "household_id", "village_id", "about_id", "consent_id"),
        *("conversation_id", "goal_id", "step_id", "offer_id", "organisation_id", "contact_id", "instrument_id"),
        *(
            "held_on",
            "given_on",
            "made_on",
            "closed_on",
            "told_on",
            "done_on",
            "kept_on",
            "merged_on",
            "chosen_on",
        ),
        *("followed_on", "restricted_on", "return_on", "follow_up_on", "until", "due", "at_time"),
        *("started_at", "finished_at", "about", "about_kind", "kind", "state", "answer", "answered_by", "purpose"),
        *("age_band", "language", "level", "address", "scale", "mode", "way", "via", "signal", "helped", "source"),
        *("step_sure", "sure", "wants_change", "text_version", "code", "code_key", "search_name", "worker"),
    }
)
"""Columns with ids, days, choices, and what the program writes: no room for a sentence about somebody."""


@dataclass(frozen=True)
class Written:
    """A room in which everything was written about one person, under both their cards."""

    room: Room
    rich: Rich

    @property
    def workspace(self) -> Workspace:
        return self.room.workspace

    @property
    def cards(self) -> tuple[str, str]:
        return self.rich.resident.id, self.rich.alias.id

    def naming(self, names: tuple[str, ...]) -> set[str]:
        """The tables with a row in which one of these stands."""
        return {name for name, rows in dump(self.workspace).items() if any(one in rows for one in names)}


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Written]:
    with same_room(tmp_path) as room:
        rich = write_everything(room)
        room.workspace.releases.preview(ReleaseChoice(date(2026, 11, 21)))
        also_about_the_other_card(room.workspace, rich)
        yield Written(room, rich)


def also_about_the_other_card(workspace: Workspace, rich: Rich) -> None:
    """Of every table a row under each card: where there is none yet, a copy of that of the other."""
    with workspace.database._writer.begin() as connection:
        for table in owned():
            rows = [dict(row) for row in connection.execute(select(table)).mappings()]
            for card in {rich.resident.id, rich.alias.id} - {row["resident_id"] for row in rows}:
                copy = {**rows[0], "id": f"kopie-{table.name}", "resident_id": card}
                connection.execute(insert(table).values(copy))


def dump(workspace: Workspace) -> dict[str, str]:
    """All that stands in each table, as text."""
    with workspace.database._reader.connect() as connection:
        return {
            name: json.dumps([dict(row) for row in connection.execute(select(table)).mappings()], default=plain)
            for name, table in TABLES.items()
        }


def plain(value: object) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)


def rows_of(card: str, table: Table, workspace: Workspace) -> list[str]:
    """The ids of the rows of a table that are of this card; those that can still be seen."""
    alive = select(table.c.id).where(table.c.resident_id == card, table.c.deleted_at.is_(None))
    with workspace.database._reader.connect() as connection:
        return [*connection.scalars(alive)]


def records_of(work: UnitOfWork) -> dict[str, RecordStore[Any]]:
    """The stores of records by table."""
    return {store._table.name: store for store in vars(work).values() if isinstance(store, RecordStore)}


# every table is known


def test_that_every_table_is_about_a_resident_or_says_why_not() -> None:
    assert sorted([*ABOUT, *TRACES, *NOBODY]) == sorted(TABLES)


def test_that_no_table_that_points_at_a_resident_is_called_nobodys() -> None:
    for name in NOBODY:
        table = TABLES[name]
        links = {key.column.table.name for key in table.foreign_keys}
        assert not links & ABOUT, name
        if name != "map_merge":
            assert not POINTING & {*table.c.keys()}, name
    assert {table.name for table in owned()} <= ABOUT


def test_that_everything_is_written_about_somebody_in_these_tests(written: Written) -> None:
    assert written.naming(written.cards) == ABOUT | {*TRACES}


# the scan of the bytes, and what is looked through for names of others


def test_that_every_column_in_which_people_type_is_planted_and_looked_through(written: Written) -> None:
    typed = set()
    with written.workspace.database._reader.connect() as connection:
        for name in ABOUT:
            for row in connection.execute(select(TABLES[name])).mappings():
                texts = {name: text for name, text in row.items() if isinstance(text, str)}
                typed |= {name for name, text in texts.items() if any(word in text for word in PLANTED)}
    columns = {column.name for name in ABOUT for column in TABLES[name].c if isinstance(column.type, Text)}
    # the form of a name in which it is searched follows from the name
    assert typed - {"search_name"} <= FREE_TEXTS
    assert columns - (typed - {"search_name"}) == CODED


# each mechanism


def test_that_an_erasure_leaves_no_row_and_no_id_in_any_table(written: Written) -> None:
    gone = {*written.cards, *PLANTED}
    for table in owned():
        ids = [one for card in written.cards for one in rows_of(card, table, written.workspace)]
        # the short ids that these tests give are words of the program too
        gone |= {one for one in ids if "-" in one}
    written.workspace.rights.erase(written.rich.resident.id)
    left = {name: [one for one in gone if one in rows] for name, rows in dump(written.workspace).items()}
    assert {name: ids for name, ids in left.items() if ids} == {}


def test_that_inzage_tells_of_every_table_under_both_cards(written: Written) -> None:
    with written.workspace.database.reading() as work:
        found = work.whole_file.of(written.cards[0])
        assert work.whole_file.count_numbers(written.cards[0]) > 0
    assert {name for name, rows in found.items() if rows} == ABOUT - {*TOLD_OTHERWISE}
    for table in owned():
        assert {row["resident_id"] for row in found[table.name]} == {*written.cards}, table.name
    told = json.dumps(written.workspace.insight.data(written.cards[0]), ensure_ascii=False, default=str)
    assert [word for word in PLANTED if word not in told] == []


def test_that_saving_a_damaged_file_takes_every_table_along(written: Written) -> None:
    rows = {name: len(json.loads(told)) for name, told in dump(written.workspace).items()}
    written.workspace.close()
    folder, here = written.room.folder, written.room.environment
    report = salvage(folder, by_passphrase(PASSPHRASE), free_folder(folder), here)
    assert report.lost == 0
    kept = {one.table: one.kept for one in report.tables}
    # the index is made anew, and closing the vault is a line too
    assert {*kept} == {*TABLES} - {"search_line"}
    assert [name for name in TABLES.keys() - {"search_line", "audit"} if kept[name] != rows[name]] == []


def test_that_another_lock_leaves_every_row_as_it_was(written: Written) -> None:
    before = dump(written.workspace)
    written.workspace.keys.rekey(NEW_LOCK)
    after = dump(written.workspace)
    assert {name for name in TABLES if before[name] != after[name]} <= {"app_meta", "audit", "op", "setting"}


def test_that_of_a_restricted_file_no_table_is_written(written: Written) -> None:
    written.workspace.rights.restrict(written.cards[0])
    refused = set()
    for table in owned():
        (one, *_) = rows_of(written.cards[0], table, written.workspace)
        try:
            with written.workspace.database.writing() as work:
                records_of(work)[table.name].remove(one)
        except SpinnenwebError as error:
            refused.add((table.name, error.code))
    closed = {table.name for table in owned()} - {*ALWAYS_ALLOWED}
    assert refused == {(name, "resident.restricted") for name in closed}


def test_that_what_is_of_the_merged_card_is_told_of_the_one_that_is_shown(written: Written) -> None:
    for table in owned():
        (one, *_) = rows_of(written.cards[1], table, written.workspace)
        with written.workspace.database.reading() as work:
            assert records_of(work)[table.name].known(one).resident_id == written.cards[0], table.name
