from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import IntegrityError

from spinnenweb.domain.drafts import Draft
from spinnenweb.domain.residents import Village
from spinnenweb.domain.settings import WorkSettings
from spinnenweb.storage import tables
from tests.unit.storage.files import (
    NOON,
    WHO,
    SetTime,
    execute,
    opened,
    reopen,
    resident,
    rows,
    talk,
    village,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.storage.database import Database

LOG = "SELECT * FROM op ORDER BY seq"


@pytest.fixture
def time() -> SetTime:
    return SetTime()


@pytest.fixture
def database(tmp_path: Path, time: SetTime) -> Iterator[Database]:
    with opened(tmp_path, time) as made:
        yield made


def test_that_a_creation_is_one_line_with_all_fields(database: Database) -> None:
    with database.writing() as work:
        work.residents.add(resident(1, calling_name="Bo", birth_year=1950))
    (line,) = rows(database, LOG)
    value = json.loads(line["value"])
    assert (line["kind"], line["table_name"], line["record_id"]) == ("create", "resident", "resident-1")
    assert (value["calling_name"], value["birth_year"], value["age_band"]) == ("Bo", 1950, None)
    assert (line["device"], line["owner_id"], line["team_id"]) == (WHO.device, WHO.owner, WHO.team)
    assert "search_name" not in value
    assert line["field"] is None


def test_that_a_change_is_one_line_for_every_field_that_differs(database: Database) -> None:
    with database.writing() as work:
        work.residents.add(resident(1))
        work.residents.update(resident(1, calling_name="Bo", birth_year=1950))
    created, *changes = rows(database, LOG)
    assert {(line["field"], line["value"]) for line in changes} == {
        ("calling_name", '"Bo"'),
        ("birth_year", "1950"),
    }
    assert {line["kind"] for line in changes} == {"update"}
    assert {line["parents"] for line in changes} == {json.dumps([created["hlc"]])}


def test_that_a_change_of_nothing_writes_nothing(database: Database) -> None:
    with database.writing() as work:
        work.residents.add(resident(1))
        work.conversations.add(talk(1))
    before = rows(database, "SELECT * FROM resident"), len(rows(database, LOG))
    with database.writing() as work:
        work.residents.update(resident(1))
        work.conversations.update(talk(1))
    assert (rows(database, "SELECT * FROM resident"), len(rows(database, LOG))) == before


def test_that_a_changed_code_and_name_are_found_at_once(database: Database) -> None:
    with database.writing() as work:
        work.residents.add(resident(1, calling_name="Bo"))
        work.residents.update(resident(1, calling_name="Céline", code="X-9"))
        assert work.residents.by_code("x-9") is not None
        assert [one.id for one in work.residents.search("celine", 5)] == ["resident-1"]
        assert work.residents.search("bo", 5) == ()


def test_that_a_removed_record_leaves_a_tombstone_and_is_seen_nowhere(database: Database, time: SetTime) -> None:
    with database.writing() as work:
        work.residents.add(resident(1))
    time.moment = NOON + timedelta(hours=1)
    with database.writing() as work:
        work.residents.remove("resident-1")
        assert work.residents.get("resident-1") is None
        assert work.residents.all() == work.residents.search("R-001", 5) == ()
        assert work.residents.by_code("R-001") is None
        assert work.residents.codes() == set()
    (row,) = rows(database, "SELECT deleted_at, updated_at, created_at FROM resident")
    assert row["deleted_at"] == row["updated_at"] == "2026-11-21T13:00:00.000000Z"
    assert row["created_at"] == "2026-11-21T12:00:00.000000Z"
    assert [(line["kind"], line["value"]) for line in rows(database, LOG)[1:]] == [("tombstone", None)]


def test_that_many_that_are_removed_at_once_are_told_as_when_one_by_one(database: Database) -> None:
    villages = [Village(f"v-{number}", f"Dorp {number}") for number in range(4)]
    with database.writing() as work:
        work.villages.add_many(villages)
    with database.writing() as work:
        work.villages.remove("v-0")
        work.villages.remove_many(["v-1", "v-2", "nergens"])
    with database.reading() as work:
        assert work.villages.all() == (villages[3],)
    told = [line for line in rows(database, LOG) if line["kind"] == "tombstone"]
    assert [line["record_id"] for line in told] == ["v-0", "v-1", "v-2"]
    made = {line["record_id"]: line["hlc"] for line in rows(database, LOG) if line["kind"] == "create"}
    assert all(made[line["record_id"]] in line["parents"] for line in told)


def test_that_the_code_of_a_removed_resident_is_free_again(database: Database) -> None:
    with database.writing() as work:
        work.residents.add(resident(1))
        work.residents.remove("resident-1")
        work.residents.add(resident(2, code="r-001"))
        assert work.residents.by_code("R-001") == resident(2, code="r-001")


def test_that_two_residents_never_have_the_same_code(database: Database) -> None:
    with pytest.raises(IntegrityError), database.writing() as work:
        work.residents.add_many([resident(1, code="R-1"), resident(2, code=" r-1")])
    with database.reading() as work:
        assert work.residents.all() == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE op SET value = NULL",
        "DELETE FROM op",
        "REPLACE INTO op SELECT seq, device, devseq, hlc, kind, table_name, record_id, field, NULL, parents, "
        "owner_id, team_id FROM op",
    ],
)
def test_that_nothing_in_the_log_changes_or_goes(database: Database, statement: str) -> None:
    with database.writing() as work:
        work.villages.add(village())
    before = rows(database, LOG)
    with pytest.raises(IntegrityError, match="append-only"):
        execute(database, statement)
    assert rows(database, LOG) == before


def test_that_what_was_undone_is_not_in_the_log(database: Database) -> None:
    with suppress(KeyError), database.writing() as work:
        work.residents.add(resident(1))
        raise KeyError
    assert rows(database, LOG) == rows(database, "SELECT * FROM resident") == []


def test_that_a_draft_is_not_in_the_log(database: Database) -> None:
    with database.writing() as work:
        work.drafts.put(Draft("draft-1", resident(1), True, talk(1)))
        work.drafts.remove("draft-1")
    assert rows(database, LOG) == []


def test_that_every_setting_has_its_own_line(database: Database) -> None:
    with database.writing() as work:
        work.settings.put(WorkSettings(worker="AB"))
    count = len(rows(database, LOG))
    with database.writing() as work:
        work.settings.put(replace(work.settings.get(), worker="CD", demo=True))
    assert [line["value"] for line in rows(database, LOG)[count:]] == ['"CD"', "true"]


def test_that_lines_are_numbered_without_gaps_also_after_reopening(
    tmp_path: Path, database: Database, time: SetTime
) -> None:
    with database.writing() as work:
        work.residents.add_many(resident(number) for number in range(1, 4))
    database.close()
    again = reopen(database.path, time)
    with again.writing() as work:
        work.villages.add(village("Ansen"))
        work.villages.add(village("Echten"))
    log = rows(again, LOG)
    again.close()
    assert [line["devseq"] for line in log] == [1, 2, 3, 4, 5]


def test_that_stamps_only_go_up_also_when_the_clock_goes_back(database: Database, time: SetTime) -> None:
    with database.writing() as work:
        work.residents.add_many([resident(1), resident(2)])
    database.close()
    time.moment = NOON - timedelta(days=400)
    again = reopen(database.path, time)
    with again.writing() as work:
        work.residents.add(resident(3))
    stamps = [line["hlc"] for line in rows(again, LOG)]
    again.close()
    assert stamps == sorted(set(stamps))


def test_that_every_record_row_carries_what_cannot_be_added_later(database: Database) -> None:
    with database.writing() as work:
        work.villages.add(village())
    (row,) = rows(database, "SELECT * FROM village")
    (line,) = rows(database, LOG)
    stamped = {name: row[name] for name in tables.STAMPS}
    assert stamped == {
        "created_at": "2026-11-21T12:00:00.000000Z",
        "updated_at": "2026-11-21T12:00:00.000000Z",
        "hlc": line["hlc"],
        "deleted_at": None,
        "owner_id": WHO.owner,
        "team_id": WHO.team,
    }
