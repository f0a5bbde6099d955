"""From format 1.1 to 1.2: what was written before is searched too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.storage.migrations import STEPS
from spinnenweb.storage.migrations.step import Format
from spinnenweb.storage.search_lines import (
    lines_of_conversation,
    lines_of_goal,
    lines_of_resident,
    lines_of_step,
)
from tests.unit.storage.files import DAY, create, execute, reopen, rows

if TYPE_CHECKING:
    from pathlib import Path

OLD = tuple(step for step in STEPS if step.info.to <= Format(1, 1))

STAMPS = "'t', 't', '000000000001-0000-oud', {gone}, 'o', 't'"
ALIVE, GONE = STAMPS.format(gone="NULL"), STAMPS.format(gone="'t'")
RESIDENT = """
INSERT INTO resident (id, code, code_key, calling_name, search_name, language, level, address, ready_for_visit,
    created_at, updated_at, hlc, deleted_at, owner_id, team_id)
VALUES ('{id}', '{id}', '{id}', '{name}', '', 'nl', 'gewoon', 'u', 0, {stamps})
"""
TALK = """
INSERT INTO conversation (id, resident_id, held_on, instrument_id, instrument_version, mode, scale, switched_on,
    dimensions, aspects, themes, no_themes, matters, step_what, step_when, step_with, note, noticed, gift, source,
    worker, created_at, updated_at, hlc, deleted_at, owner_id, team_id)
VALUES ('{id}', 'bo', '{held_on}', 'volwassenen', 2, 'direct', 'cijfers', '[]',
    '[{{"code": "LF", "note": "pijnlijke knie"}}, {{"code": "MW"}}]', '[]', '[]', 0,
    '[{{"words": "kleinkinderen"}}, {{"code": "MD"}}]', 'wandelen', 'dinsdag', '', 'de bus', 'links veel',
    'fietsen maken', 'gesprek', 'AB', {stamps})
"""
GOAL = "INSERT INTO goal VALUES ('goal', 'bo', NULL, 'zwemmen', 'open', '2026-11-21', NULL, {stamps})"
STEP = """
INSERT INTO goal_step VALUES
('step', 'bo', 'goal', 'talk', 'bellen', 'morgen', 'Jet', NULL, NULL, 'open', '2026-11-21', NULL, {stamps})
"""


def old_file(path: Path) -> None:
    database = create(path, steps=OLD)
    for name in ("Bo", "Jannie"):
        execute(database, RESIDENT.format(id=name.lower(), name=name, stamps=ALIVE))
    execute(database, RESIDENT.format(id="weg", name="Verdwenen", stamps=GONE))
    for name, stamps in (("talk", ALIVE), ("oud", GONE)):
        statement = TALK.format(id=name, held_on=DAY.isoformat(), stamps=stamps)
        with database._writer.begin() as connection:
            connection.exec_driver_sql(statement)
    execute(database, GOAL.format(stamps=ALIVE))
    execute(database, STEP.format(stamps=ALIVE))
    database.close()


def test_that_what_was_written_before_is_found_and_what_was_removed_is_not(tmp_path: Path) -> None:
    path = tmp_path / "dossier-1.db"
    old_file(path)
    database = reopen(path)
    with database.reading() as work:
        words = ("bo", "jannie", "knie", "kleinkinderen", "wandelen", "bus", "links", "fietsen", "zwemmen", "jet")
        hits = {word: work.search.find(word, 8, 20) for word in words}
        assert {word: len(found) for word, found in hits.items()} == dict.fromkeys(words, 1)
        assert work.search.find("verdwenen", 8, 20) == ()
        assert [hits[word][0].day for word in ("bo", "jannie", "bus")] == [DAY, None, DAY]
        assert (hits["jet"][0].kind, hits["jet"][0].talk_id) == ("step", "talk")
    database.close()


def test_that_the_step_indexes_exactly_as_the_stores_do(tmp_path: Path) -> None:
    path = tmp_path / "dossier-1.db"
    old_file(path)
    database = reopen(path)
    lines = (
        "SELECT rowid >> 32 AS day, words, said, kind, record_id, resident_id, talk_id"
        " FROM search_text ORDER BY day, said"
    )
    by_the_step = rows(database, lines)
    with database.reading() as work:
        people, talk = work.residents.all(), work.conversations.known("talk")
        goal, step = work.goals.known("goal"), work.steps.known("step")
    execute(database, "DELETE FROM search_text")
    execute(database, "DELETE FROM search_line")
    with database.writing() as work:
        for person in people:
            work.search.put(lines_of_resident(person))
        for lines_of_one in (lines_of_conversation(talk), lines_of_goal(goal), lines_of_step(step)):
            work.search.put(lines_of_one)
    assert rows(database, lines) == by_the_step
    database.close()
