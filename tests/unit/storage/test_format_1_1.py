"""From format 1.0 to 1.1: what an older program wrote, and what it still writes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.agenda import FollowUp, FollowUpKind
from spinnenweb.domain.conversations import Step as Agreed
from spinnenweb.domain.conversations import Sureness
from spinnenweb.domain.goals import GoalState
from spinnenweb.storage.migrations import STEPS
from spinnenweb.storage.migrations.step import Format
from tests.unit.storage.files import DAY, SetTime, create, execute, reopen, rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.storage.database import Database

OLD = tuple(step for step in STEPS if step.info.to <= Format(1, 0))
NEW = tuple(step for step in STEPS if step.info.to <= Format(1, 1))

OLD_RESIDENT = """
INSERT INTO resident (id, code, code_key, calling_name, search_name, language, level, address, ready_for_visit,
    created_at, updated_at, hlc, deleted_at, owner_id, team_id)
VALUES ('{id}', '{id}', '{id}', '', '', 'nl', 'gewoon', 'u', 0,
    't', 't', '000000000001-0000-oud', {gone}, 'o', 't')
"""
OLD_TALK = """
INSERT INTO conversation (id, resident_id, held_on, instrument_id, instrument_version, mode, scale, switched_on,
    dimensions, aspects, themes, no_themes, matters, step_what, step_when, step_with, step_sure, return_on, note,
    source, finished_at, worker, created_at, updated_at, hlc, owner_id, team_id)
VALUES ('{id}', '{resident}', '{held_on}', 'volwassenen', 2, 'direct', 'cijfers', '[]', '[]', '[]', '[]', 0, '[]',
    '{what}', 'dinsdag', 'met Bo', 'maybe', {return_on}, '', 'gesprek', {finished}, 'AB', 't', 't',
    '000000000002-0000-oud', 'o', 't')
"""


def write_resident(database: Database, name: str, gone: str = "NULL") -> None:
    execute(database, OLD_RESIDENT.format(id=name, gone=gone))


def write_talk(database: Database, name: str, resident: str = "bo", **other: str) -> None:
    """A talk as format 1.0 has it; values are SQL or go between quotes."""
    usual = {
        "held_on": "2026-10-01",
        "what": "een ommetje",
        "return_on": "'2026-12-01'",
        "finished": "'2026-10-01T12:00:00.000000Z'",
    }
    execute(database, OLD_TALK.format(id=name, resident=resident, **{**usual, **other}))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "dossier-1.db"


@pytest.fixture
def old(path: Path) -> Iterator[Database]:
    """A file of format 1.0 with one resident."""
    made = create(path, steps=OLD)
    write_resident(made, "bo")
    yield made
    made.close()


def brought_up(path: Path, old: Database) -> Database:
    old.close()
    return reopen(path)


def follow_ups(database: Database) -> tuple[FollowUp, ...]:
    with database.reading() as work:
        return work.follow_ups.open()


def test_that_what_was_last_agreed_stands_among_the_steps_and_on_the_agenda(path: Path, old: Database) -> None:
    write_talk(old, "talk-1")
    database = brought_up(path, old)
    with database.reading() as work:
        (step,) = work.steps.of("bo")
        (promised,) = work.follow_ups.of("bo")
    assert (step.what, step.when, step.with_whom, step.sure) == (
        "een ommetje",
        "dinsdag",
        "met Bo",
        Sureness.MAYBE,
    )
    assert (step.state, step.made_on, step.conversation_id) == (GoalState.OPEN, date(2026, 10, 1), "talk-1")
    assert promised == FollowUp(
        promised.id, FollowUpKind.CONVERSATION, "talk-1", "bo", "een ommetje", date(2026, 12, 1)
    )
    assert database.check().sound
    database.close()


def test_that_only_the_last_finished_talk_of_a_resident_counts(path: Path, old: Database) -> None:
    write_talk(old, "talk-1", what="vroeger")
    write_talk(old, "talk-2", held_on="2026-10-02", return_on="'2026-12-02'")
    write_talk(old, "talk-3", held_on="2026-10-03", finished="NULL")
    database = brought_up(path, old)
    assert [one.about_id for one in follow_ups(database)] == ["talk-2"]
    with database.reading() as work:
        assert [step.what for step in work.steps.of("bo")] == ["een ommetje"]
    database.close()


def test_that_where_nothing_was_agreed_nothing_is_made_up(path: Path, old: Database) -> None:
    write_talk(old, "talk-1", what="", return_on="NULL")
    write_resident(old, "weg", gone="'t'")
    write_talk(old, "talk-2", resident="weg")
    database = brought_up(path, old)
    assert follow_ups(database) == ()
    assert rows(database, "SELECT 1 FROM goal_step") == []
    database.close()


def test_that_what_is_brought_over_is_in_the_operation_log_under_ids_that_do_not_differ(
    path: Path, old: Database
) -> None:
    write_talk(old, "talk-1")
    database = brought_up(path, old)
    for table in ("goal_step", "follow_up"):
        (row,) = rows(database, f"SELECT * FROM {table}")  # noqa: S608
        (line,) = rows(database, f"SELECT * FROM op WHERE table_name = '{table}'")  # noqa: S608
        fields = json.loads(line["value"])
        assert fields == {name: row[name] for name in fields}
        assert (line["record_id"], line["kind"], line["hlc"]) == (row["id"], "create", row["hlc"])
        assert (row["owner_id"], row["team_id"]) == ("o", "t")
    assert [one.id for one in follow_ups(database)] == ["1d51faa0-fc31-598a-a18e-8a0f5817c642"]
    database.close()


def test_that_old_rows_have_the_defaults_of_the_domain(path: Path, old: Database) -> None:
    write_talk(old, "talk-1")
    database = brought_up(path, old)
    with database.reading() as work:
        resident, talk = work.residents.known("bo"), work.conversations.known("talk-1")
    assert (resident.household_id, resident.instrument_id, resident.instrument_version) == (None, "volwassenen", 2)
    assert resident.scale == "cijfers"
    assert talk.step == Agreed("een ommetje", "dinsdag", "met Bo", Sureness.MAYBE, None)
    assert (talk.noticed, talk.gift, talk.signals, talk.via) == ("", "", (), "")
    assert (talk.tell_back, talk.order, talk.disagreements) == (False, (), ())
    database.close()


def test_that_an_older_program_still_writes_in_a_newer_file(path: Path) -> None:
    database = create(path)
    write_resident(database, "bo")
    write_talk(database, "talk-1")
    with database.reading() as work:
        assert work.residents.known("bo").instrument_id == "volwassenen"
        assert work.conversations.known("talk-1").held_on == date(2026, 10, 1)
    database.close()


def test_that_a_newer_program_goes_on_where_the_step_left_the_log(path: Path, old: Database) -> None:
    write_talk(old, "talk-1")
    old.close()
    time = SetTime()
    database = reopen(path, time)
    with database.writing() as work:
        (promised,) = work.follow_ups.open()
        work.follow_ups.update(replace(promised, due=DAY, sequence=1))
    assert [one.due for one in follow_ups(database)] == [DAY]
    newest = rows(database, "SELECT device, parents FROM op ORDER BY seq DESC LIMIT 1")[0]
    assert (newest["device"], newest["parents"]) == ("laptop-1", '["000000000002-0000-oud"]')
    database.close()
