from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import create_engine, text

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.storage import tables
from spinnenweb.storage.migrations import STEPS
from spinnenweb.storage.migrations.step import Format, Info, Step, format_of
from tests.unit.storage.files import create, opened, reopen, resident, rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Connection

    from spinnenweb.storage.database import Database


def add_nickname(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE resident ADD COLUMN nickname TEXT"))


def break_half_way(connection: Connection) -> None:
    connection.execute(text("CREATE TABLE half (id TEXT)"))
    connection.execute(text("UPDATE resident SET code = 'lost'"))
    raise SpinnenwebError("disk.full")


def step(to: Format, migrate: Callable[[Connection], None]) -> Step:
    return Step(Info(to, "9.9.0", "made up for a test"), migrate)


NEWEST = STEPS[-1].info.to
NEXT = (*STEPS, step(Format(1, 998), add_nickname))
BROKEN = (*NEXT, step(Format(1, 999), break_half_way))


def shape(connection: Connection, table: str) -> dict[str, Any]:
    def ask(pragma: str, name: str) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in connection.exec_driver_sql(f"PRAGMA {pragma}('{name}')")]

    indexes = {row[1]: (row[2], row[4]) for row in ask("index_list", table)}
    return {
        "columns": [row[1:] for row in ask("table_xinfo", table)],
        "foreign": sorted(row[2:] for row in ask("foreign_key_list", table)),
        "indexes": indexes,
        "indexed": {name: [row[2] for row in ask("index_info", name)] for name in indexes},
        "strict": [row[5] for row in ask("table_list", table)],
    }


def schema(connection: Connection) -> dict[str, dict[str, Any]]:
    # the full-text table is FTS5's own, with five tables under it that SQLAlchemy has no words for
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'search_text*'"
    names = connection.scalars(text(query)).all()
    return {name: shape(connection, name) for name in names}


def test_that_the_steps_make_the_tables_the_program_sees(tmp_path: Path) -> None:
    with opened(tmp_path) as database, database._reader.connect() as connection:
        made = schema(connection)
    described = create_engine(f"sqlite:///{tmp_path / 'described.db'}")
    tables.metadata.create_all(described)
    with described.connect() as connection:
        assert made == schema(connection)
    described.dispose()


def test_that_statements_that_make_tables_are_undone_with_the_rest(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        with suppress(KeyError), database._writer.begin() as connection:
            connection.execute(text("CREATE TABLE half (id TEXT)"))
            raise KeyError
        assert rows(database, "SELECT 1 FROM sqlite_schema WHERE name = 'half'") == []


def test_that_a_file_says_what_it_is(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        assert rows(database, "PRAGMA user_version")[0]["user_version"] == NEWEST.number
        assert rows(database, "PRAGMA application_id")[0]["application_id"] == 0x53706E57
        (program,) = rows(database, "SELECT value FROM app_meta WHERE name = 'program'")
        assert program["value"] == STEPS[-1].info.program


def filled(path: Path) -> Path:
    database = create(path)
    with database.writing() as work:
        work.residents.add(resident(1))
    database.close()
    return path


def codes(database: Database) -> list[str]:
    with database.reading() as work:
        return [person.code for person in work.residents.all()]


def test_that_an_older_file_is_brought_up_to_date_after_a_copy(tmp_path: Path) -> None:
    path = filled(tmp_path / "dossier-1.db")
    database = reopen(path, steps=NEXT)
    assert rows(database, "SELECT nickname FROM resident") == [{"nickname": None}]
    assert rows(database, "PRAGMA user_version")[0]["user_version"] == 1998
    database.close()
    copy = tmp_path / "dossier-1.voor-1.998.db"
    assert copy.stat().st_mode & 0o777 == 0o600
    shutil.copy(copy, tmp_path / "old.db")
    old = reopen(tmp_path / "old.db")
    assert codes(old) == ["R-001"]
    old.close()


def test_that_the_copy_goes_when_the_file_opened_well_once_more(tmp_path: Path) -> None:
    path = filled(tmp_path / "dossier-1.db")
    reopen(path, steps=NEXT).close()
    reopen(path, steps=NEXT).close()
    assert [one.name for one in tmp_path.iterdir()] == ["dossier-1.db"]


def test_that_a_step_that_fails_leaves_the_file_as_the_step_before(tmp_path: Path) -> None:
    path = filled(tmp_path / "dossier-1.db")
    with pytest.raises(SpinnenwebError, match=r"disk\.full"):
        reopen(path, steps=BROKEN)
    database = reopen(path, steps=NEXT)
    assert codes(database) == ["R-001"]
    assert rows(database, "SELECT 1 FROM sqlite_schema WHERE name = 'half'") == []
    assert rows(database, "PRAGMA user_version")[0]["user_version"] == 1998
    database.close()


def test_that_a_file_opens_that_was_left_in_the_middle_of_a_migration(tmp_path: Path) -> None:
    """With the copy of that try still there, or a half of it; the copy that stays is one of the file as it was."""
    path = filled(tmp_path / "dossier-1.db")
    copy = tmp_path / "dossier-1.voor-1.999.db"
    with pytest.raises(SpinnenwebError, match=r"disk\.full"):
        reopen(path, steps=BROKEN)
    copy.write_bytes(copy.read_bytes()[:5000])
    reopen(path, steps=(*NEXT, step(Format(1, 999), lambda _connection: None))).close()
    shutil.copy(copy, tmp_path / "old.db")
    old = reopen(tmp_path / "old.db")
    assert codes(old) == ["R-001"]
    assert rows(old, "PRAGMA user_version")[0]["user_version"] == 1998
    old.close()


def test_that_a_newer_minor_format_is_used_and_left_as_it_is(tmp_path: Path) -> None:
    path = filled(tmp_path / "dossier-1.db")
    reopen(path, steps=NEXT).close()
    database = reopen(path)
    with database.writing() as work:
        work.residents.add(resident(2))
    assert codes(database) == ["R-001", "R-002"]
    assert rows(database, "PRAGMA user_version")[0]["user_version"] == 1998
    database.close()


def test_that_a_newer_major_format_names_the_program_that_is_needed(tmp_path: Path) -> None:
    path = filled(tmp_path / "dossier-1.db")
    reopen(path, steps=(*STEPS, step(Format(2), add_nickname))).close()
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
    with pytest.raises(SpinnenwebError) as caught:
        reopen(path)
    assert (caught.value.code, dict(caught.value.values)) == ("fault.newer", {"version": "9.9.0"})
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == before


def test_that_steps_only_go_up() -> None:
    formats = [one.info.to for one in STEPS]
    assert formats == sorted(set(formats))
    assert [format_of(one.number) for one in formats] == formats
