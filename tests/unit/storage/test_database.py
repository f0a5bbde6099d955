from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
import sqlcipher3.dbapi2 as driver
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from spinnenweb.domain.drafts import Draft
from spinnenweb.storage import engine
from spinnenweb.storage.health import CheckResult
from spinnenweb.storage.migrations import STEPS
from tests.unit.security.vaults import code_of, contents
from tests.unit.storage.files import KEY, create, opened, reopen, resident, rows, talk, village

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from spinnenweb.storage.database import Database

PAGE, RESERVED = 4096, 80
NEWEST = str(STEPS[-1].info.to)
PLANTED = "Wilhelmina van Zonnebloem"

WRITE_UNTIL_KILLED = """
import sys
from pathlib import Path
from tests.unit.storage.files import reopen, resident, talk
database = reopen(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), 10**9):
    with database.writing() as work:
        work.residents.add(resident(number))
        work.conversations.add_many(talk(n, f"resident-{number}") for n in (2 * number, 2 * number + 1))
    print(number, flush=True)
"""


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with opened(tmp_path) as made:
        yield made


def codes(database: Database) -> list[str]:
    with database.reading() as work:
        return [person.code for person in work.residents.all()]


def test_that_what_was_written_is_there_after_reopening(database: Database) -> None:
    with database.writing() as work:
        work.residents.add(resident(1))
    database.close()
    again = reopen(database.path)
    assert codes(again) == ["R-001"]
    assert again.identity == database.identity
    again.close()


def test_that_a_unit_of_work_is_kept_whole_or_not_at_all(database: Database) -> None:
    with suppress(KeyError), database.writing() as work:
        work.villages.add(village())
        work.residents.add(resident(1))
        raise KeyError
    with database.reading() as work:
        assert work.villages.all() == ()
        assert work.residents.all() == ()


def test_that_reading_never_waits_for_writing(database: Database) -> None:
    with database.writing() as work:
        work.residents.add(resident(1))
        assert codes(database) == []
    assert codes(database) == ["R-001"]


def test_that_a_second_reader_does_not_wait_for_the_first(database: Database) -> None:
    with database.reading() as first, database.reading() as second:
        assert first.residents.all() == second.residents.all() == ()


def test_that_reading_sees_one_moment(database: Database) -> None:
    with database.reading() as reading:
        assert reading.residents.all() == ()
        with database.writing() as work:
            work.residents.add(resident(1))
        assert reading.residents.all() == ()


def test_that_a_reading_connection_cannot_write(database: Database) -> None:
    with database._reader.connect() as connection:
        assert code_of(lambda: connection.exec_driver_sql("DELETE FROM app_meta").close()) == "fault.rights"


def test_that_a_second_writer_is_told_that_the_file_is_open(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_BUSY_SECONDS", 0.05)
    other = reopen(database.path)
    with database.writing():
        assert code_of(lambda: other.writing().__enter__()) == "lock.already_open"
    other.close()


def test_that_an_error_in_a_statement_never_shows_what_a_person_said(database: Database) -> None:
    with pytest.raises(Exception, match="UNIQUE") as caught, database.writing() as work:
        work.residents.add_many([resident(1, calling_name=PLANTED), resident(1, calling_name=PLANTED)])
    assert PLANTED not in str(caught.value)
    assert "Zonnebloem" not in repr(caught.value)


def test_that_connections_keep_what_is_written_and_trust_nothing_they_read(database: Database) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "cache_size": -65536,
    }
    assert {name: rows(database, f"PRAGMA {name}")[0][name] for name in wanted} == wanted


@pytest.mark.parametrize("use", [create, reopen])
def test_that_an_sqlite_that_may_damage_files_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, use: Callable[[Path], Database]
) -> None:
    monkeypatch.setattr(driver, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(RuntimeError, match="too old"):
        use(tmp_path / "dossier-1.db")
    assert contents(tmp_path) == {}


def test_that_no_file_is_made_over_another(database: Database) -> None:
    with pytest.raises(FileExistsError):
        create(database.path)


def test_that_only_the_owner_may_read_the_files(database: Database) -> None:
    with database.writing() as work:
        work.villages.add(village())
    modes = {path.name: oct(path.stat().st_mode & 0o777) for path in database.path.parent.iterdir()}
    assert set(modes) == {"dossier-1.db", "dossier-1.db-wal", "dossier-1.db-shm"}
    assert set(modes.values()) == {"0o600"}


def test_that_nothing_of_a_person_is_readable_on_disk(database: Database) -> None:
    person = resident(1, calling_name=PLANTED)
    with database.writing() as work:
        work.residents.add(person)
        work.conversations.add(talk(1, note=f"Over {PLANTED}"))
        work.drafts.put(Draft("draft-1", person, False, talk(2, note=PLANTED)))
        while_open = contents(database.path.parent)
    while_pending = contents(database.path.parent)
    database.close()
    closed = contents(database.path.parent)
    for files in (while_open, while_pending, closed):
        for data in files.values():
            assert PLANTED.encode() not in data
            assert b"SQLite format" not in data
            assert b"resident" not in data


def test_that_closing_leaves_one_file_and_wipes_the_key(database: Database) -> None:
    with database.writing() as work:
        work.villages.add(village())
    key = database._key
    database.close()
    assert [path.name for path in database.path.parent.iterdir()] == ["dossier-1.db"]
    assert set(key) == {0}
    assert bytes(KEY) == bytes(range(32))


def test_that_a_removed_draft_is_on_no_page_of_the_file(database: Database) -> None:
    with database.writing() as work:
        work.drafts.put(Draft("draft-1", resident(1), True, talk(1, note=PLANTED * 50)))
    database.checkpoint()
    assert PLANTED.encode() in decrypted(database.path)
    with database.writing() as work:
        work.drafts.remove("draft-1")
    database.checkpoint()
    assert database.path.with_name("dossier-1.db-wal").stat().st_size == 0
    assert PLANTED.encode() not in decrypted(database.path)


def decrypted(path: Path) -> bytes:
    """All pages of the file, the free ones too: AES-256-CBC, the vector in the last 80 bytes of each page."""
    data = path.read_bytes()
    opened_pages = b""
    for start in range(0, len(data), PAGE):
        page = data[start : start + PAGE]
        # the first page starts with 16 bytes of salt
        body, vector = page[16 if start == 0 else 0 : PAGE - RESERVED], page[PAGE - RESERVED :][:16]
        aes = Cipher(algorithms.AES(bytes(KEY)), modes.CBC(vector)).decryptor()
        opened_pages += aes.update(body) + aes.finalize()
    return opened_pages


@pytest.mark.parametrize("round_number", range(3))
def test_that_a_killed_program_loses_nothing_it_said_was_written(tmp_path: Path, round_number: int) -> None:
    path = tmp_path / "dossier-1.db"
    create(path).close()
    child = subprocess.Popen(
        [sys.executable, "-c", WRITE_UNTIL_KILLED, str(path), "1"],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    with child:
        assert child.stdout is not None
        said = [int(child.stdout.readline()) for _ in range(5 + 7 * round_number)]
        child.send_signal(signal.SIGKILL)
        said += [int(line) for line in child.stdout if line.endswith(b"\n")]
    database = reopen(path)
    with database.reading() as work:
        numbers = sorted(int(person.id.split("-")[1]) for person in work.residents.all())
        talks = work.conversations.counts()
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= said[-1]
    assert set(talks.values()) == {2}
    assert len(rows(database, "SELECT 1 FROM op")) == 3 * len(numbers)
    assert database.check().sound
    database.close()


def test_that_a_check_counts_what_is_there(database: Database) -> None:
    with database.writing() as work:
        work.residents.add_many([resident(1), resident(2)])
        work.conversations.add(talk(1))
        work.residents.remove("resident-2")
    assert database.check() == CheckResult((), residents=1, conversations=1, schema=NEWEST)


def test_that_a_check_looks_at_the_writes_that_wait_in_the_log_too(database: Database) -> None:
    with database.writing() as work:
        work.residents.add(resident(1))
        work.conversations.add_many(talk(n, note=PLANTED * 100) for n in range(400))
    database.checkpoint()
    with database.reading() as reading:
        reading.residents.all()
        with database.writing() as work:
            work.conversations.add_many(talk(n, note=PLANTED * 100) for n in range(400, 900))
    log = database.path.with_name("dossier-1.db-wal")
    assert log.stat().st_size > 10**6
    assert database.check() == CheckResult((), residents=1, conversations=900, schema=NEWEST)
    assert log.stat().st_size == 0


def test_that_a_check_finds_a_link_that_leads_nowhere(database: Database) -> None:
    with database.writing() as work:
        work.residents.add(resident(1))
        work.conversations.add(talk(1))
    raw = engine.keyed(database.path, KEY, "mode=rw")
    raw.execute("DELETE FROM resident")
    raw.close()
    assert database.check().problems == ("links",)


def test_that_a_copy_is_one_whole_file_with_the_same_key(database: Database, tmp_path: Path) -> None:
    with database.writing() as work:
        work.residents.add(resident(1, calling_name=PLANTED))
    (tmp_path / "place").mkdir()
    target = tmp_path / "place" / "copy.db"
    database.copy_into(target)
    assert [path.name for path in target.parent.iterdir()] == ["copy.db"]
    assert target.stat().st_mode & 0o777 == 0o600
    assert PLANTED.encode() not in target.read_bytes()
    copy = reopen(target)
    assert codes(copy) == ["R-001"]
    copy.close()


def test_that_a_copy_never_replaces_a_file(database: Database, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        database.copy_into(target)
    assert target.read_bytes() == b"mine"
