"""From format 1.2 to 1.3: more is searched, also inside words, and there are own instruments."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import IntegrityError

from spinnenweb.domain.instruments import InstrumentKey, OwnInstrument
from spinnenweb.storage.migrations import STEPS
from spinnenweb.storage.migrations.step import Format
from spinnenweb.storage.search_lines import (
    lines_of_conversation,
    lines_of_follow_up,
    lines_of_look_back,
    lines_of_meeting,
    lines_of_resident,
    lines_of_short_contact,
)
from tests.unit.storage.files import DAY, create, execute, opened, reopen, rows
from tests.unit.storage.test_format_1_2 import ALIVE, GONE, RESIDENT, STEP, TALK

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.storage.database import Database

OLD = tuple(step for step in STEPS if step.info.to <= Format(1, 2))
TOLD = "INSERT INTO look_back VALUES ('{id}', 'bo', 'step', NULL, NULL, '{day}', 'open', 'het regende', {stamps})"
CONTACT = "INSERT INTO short_contact VALUES ('{id}', NULL, '{day}', '[]', 'bakkerij', '', NULL, {stamps})"
MEETING = "INSERT INTO meeting VALUES ('{id}', NULL, '{day}', 3, '[]', 'dorpsplein', {stamps})"
PROMISED = "INSERT INTO follow_up VALUES ('{id}', 'anders', '', NULL, 'folders', '{day}', '', {done}, 0, {stamps})"
OLD_LINE = """
INSERT INTO search_text (rowid, words, said, kind, record_id, resident_id, talk_id)
VALUES ({place}, 'buurthuis', 'buurthuis', 'note', 'talk', 'bo', 'talk')
"""
OLD_PLACE = "INSERT INTO search_line VALUES ({place}, 'talk')"
LINES = "SELECT rowid, words, said, kind, exact, record_id, resident_id, talk_id FROM search_text ORDER BY rowid"


def run(database: Database, statement: str) -> None:
    with database._writer.begin() as connection:
        connection.exec_driver_sql(statement)


def old_file(path: Path) -> None:
    database = create(path, steps=OLD)
    execute(database, RESIDENT.format(id="bo", name="Bo", stamps=ALIVE))
    run(database, TALK.format(id="talk", held_on=DAY, stamps=ALIVE))
    seen = (
        """UPDATE conversation SET disagreements = '[{"code": "LF", "words": "minder lopen"}, {"code": "MD"}]'"""
    )
    run(database, seen)
    execute(database, STEP.replace("'goal'", "NULL").format(stamps=ALIVE))
    for statement in (TOLD, CONTACT, MEETING, PROMISED):
        run(database, statement.format(id="nu", day=DAY, done="NULL", stamps=ALIVE))
        run(database, statement.format(id="weg", day=DAY, done="NULL", stamps=GONE))
    run(database, PROMISED.format(id="klaar", day=DAY, done="'2026-11-21'", stamps=ALIVE))
    for statement in (OLD_LINE, OLD_PLACE):
        run(database, statement.format(place=DAY.toordinal() << 32))
    database.close()


def test_that_what_was_not_searched_before_is_found_now_and_what_was_keeps_its_place(tmp_path: Path) -> None:
    path = tmp_path / "dossier-1.db"
    old_file(path)
    database = reopen(path)
    with database.reading() as work:
        found = {
            word: [(one.kind, one.record_id) for one in work.search.find(word, 8, 20)]
            for word in ("huis", "lopen", "regen", "bakker", "plein", "folder")
        }
    assert found == {
        "huis": [("note", "talk")],
        "lopen": [("disagreement", "talk")],
        "regen": [("look_back", "nu")],
        "bakker": [("contact", "nu")],
        "plein": [("meeting", "nu")],
        "folder": [("agenda", "nu")],
    }
    assert rows(database, LINES)[0]["rowid"] == DAY.toordinal() << 32
    assert rows(database, "SELECT count(*) AS n FROM search_line")[0]["n"] == len(rows(database, LINES))
    database.close()


def test_that_the_step_indexes_what_is_new_exactly_as_the_stores_do(tmp_path: Path) -> None:
    path = tmp_path / "dossier-1.db"
    old_file(path)
    database = reopen(path)
    newer = (
        "SELECT rowid >> 32 AS day, words, said, kind, exact, record_id, resident_id, talk_id FROM search_text"
        " WHERE exact NOT IN ('note', 'step', 'goal', 'resident') ORDER BY exact"
    )
    by_the_step = rows(database, newer)
    with database.reading() as work:
        lines = (
            *lines_of_resident(work.residents.known("bo")),
            *lines_of_conversation(work.conversations.known("talk")),
            *lines_of_look_back(work.look_backs.known("nu")),
            *lines_of_short_contact(work.contacts.known("nu")),
            *lines_of_meeting(work.meetings.known("nu")),
            *lines_of_follow_up(work.follow_ups.known("nu")),
        )
    execute(database, "DELETE FROM search_text")
    execute(database, "DELETE FROM search_line")
    with database.writing() as work:
        work.search.put(lines)
    assert rows(database, newer) == by_the_step
    assert len(by_the_step) == 5
    database.close()


def test_that_words_that_are_removed_leave_no_byte_in_the_new_index(tmp_path: Path) -> None:
    path = tmp_path / "dossier-1.db"
    old_file(path)
    database = reopen(path)
    planted = "SELECT count(*) AS n FROM search_text_data WHERE instr(block, CAST('akkerij' AS BLOB)) > 0"
    assert rows(database, planted)[0]["n"] == 1
    with database.writing() as work:
        work.contacts.remove("nu")
    assert rows(database, planted)[0]["n"] == 0
    database.close()


def test_that_older_rows_get_the_values_they_meant(tmp_path: Path) -> None:
    path = tmp_path / "dossier-1.db"
    old_file(path)
    database = reopen(path)
    with database.reading() as work:
        assert work.residents.known("bo").way == "knoppen"
        contact = work.contacts.known("nu")
    assert (contact.resident_id, contact.tell_back) == (None, False)
    database.close()


OWN = OwnInstrument("own-1", "jongeren", 1, "id = 'jongeren'\n")


def test_that_no_two_own_instruments_have_one_name_and_version(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        with database.writing() as work:
            work.instruments.add(OWN)
            work.instruments.add(replace(OWN, id="own-2", version=2, active=False))
        with pytest.raises(IntegrityError), database.writing() as work:
            work.instruments.add(replace(OWN, id="own-3"))
        with database.writing() as work:
            work.instruments.remove("own-1")
            work.instruments.add(replace(OWN, id="own-3"))
        with database.reading() as work:
            assert [one.id for one in work.instruments.all()] == ["own-3", "own-2"]
            assert work.instruments.by_key(InstrumentKey("jongeren", 1)) == replace(OWN, id="own-3")
            assert work.instruments.by_key(InstrumentKey("jongeren", 3)) is None
