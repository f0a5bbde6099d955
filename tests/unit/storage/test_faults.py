from __future__ import annotations

import shutil
import sqlite3
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.storage.database import Database, _raw
from spinnenweb.storage.engine import make_engine
from tests.unit.security.vaults import code_of, contents, passable_folder, run_child
from tests.unit.storage.files import KEY, create, opened, reopen, resident, talk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = 4096
NOBODY = 65534
PEOPLE = 300


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed file with some hundreds of pages."""
    return filled(tmp_path / "dossier-1.db")


def filled(path: Path) -> Path:
    database = create(path)
    with database.writing() as work:
        work.residents.add_many(resident(number) for number in range(1, PEOPLE))
        work.conversations.add_many(talk(n, f"resident-{n}", note="nootje" * 100) for n in range(1, PEOPLE))
    database.close()
    return path


def flip(path: Path, page: int) -> None:
    """Change three bytes in a page; -1 is the last."""
    data = bytearray(path.read_bytes())
    start = (page % (len(data) // PAGE)) * PAGE + 100
    for place in range(start, start + 3):
        data[place] ^= 0xFF
    path.write_bytes(data)


def swap(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[2 * PAGE : 3 * PAGE], data[4 * PAGE : 5 * PAGE] = (
        data[4 * PAGE : 5 * PAGE],
        data[2 * PAGE : 3 * PAGE],
    )
    path.write_bytes(data)


def wipe_start(path: Path) -> None:
    path.write_bytes(bytes(16) + path.read_bytes()[16:])


def noise(path: Path) -> None:
    path.write_bytes(bytes(range(1, 256)) * 100)


def cut(path: Path, size: int) -> None:
    path.write_bytes(path.read_bytes()[:size])


def plain(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE one (text TEXT)")
    connection.commit()
    connection.close()


DAMAGE: dict[str, tuple[str, Callable[[Path], None]]] = {
    "zero bytes": ("fault.empty", lambda path: cut(path, 0)),
    "less than a page": ("fault.empty", lambda path: cut(path, PAGE - 1)),
    "plain": ("fault.plaintext", plain),
    "gone": ("fault.damaged", lambda path: path.unlink()),
    "first page": ("fault.damaged", lambda path: flip(path, 0)),
    "middle page": ("fault.damaged", lambda path: flip(path, 37)),
    "last page": ("fault.damaged", lambda path: flip(path, -1)),
    "swapped pages": ("fault.damaged", swap),
    "cut between pages": ("fault.damaged", lambda path: cut(path, 20 * PAGE)),
    "cut inside a page": ("fault.damaged", lambda path: cut(path, 20 * PAGE + 11)),
    "no salt": ("fault.damaged", wipe_start),
    "noise": ("fault.damaged", noise),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_that_a_file_that_is_no_sound_vault_is_refused_and_left_as_it_is(path: Path, kind: str) -> None:
    code, damage = DAMAGE[kind]
    damage(path)
    before = contents(path.parent)
    assert code_of(lambda: reopen(path)) == code
    assert contents(path.parent) == before


@pytest.mark.parametrize("kind", ["zero bytes", "less than a page", "plain"])
def test_that_no_connection_is_made_to_a_file_that_is_not_encrypted(path: Path, kind: str) -> None:
    code, damage = DAMAGE[kind]
    damage(path)
    before = contents(path.parent)
    for writing in (True, False):
        engine = make_engine(path, KEY, writing=writing)
        assert code_of(engine.connect) == code
        engine.dispose()
    assert contents(path.parent) == before


def test_that_another_key_is_damage_because_the_passphrase_fitted(path: Path) -> None:
    before = contents(path.parent)
    assert code_of(lambda: reopen(path, key=bytearray(32))) == "fault.damaged"
    assert contents(path.parent) == before


def test_that_the_database_of_another_vault_is_refused(path: Path) -> None:
    before = contents(path.parent)
    assert code_of(lambda: reopen(path, vault_id="f" * 32)) == "fault.damaged"
    assert contents(path.parent) == before


def test_that_a_database_that_is_not_ours_is_refused(path: Path) -> None:
    database = reopen(path)
    with database._writer.begin() as connection:
        connection.exec_driver_sql("PRAGMA application_id = 1")
    database.close()
    assert code_of(lambda: reopen(path)) == "fault.damaged"


def left_by_a_crash(folder: Path) -> Path:
    """A file whose last writes still wait in its log, as after a crash; the index of the log is lost."""
    with opened(folder) as database:
        with database.writing() as work:
            work.residents.add(resident(1))
        crashed = folder / "crashed"
        crashed.mkdir()
        for name in ("dossier-1.db", "dossier-1.db-wal"):
            shutil.copy(folder / name, crashed / name)
    return crashed / "dossier-1.db"


def test_that_waiting_writes_stay_waiting_when_the_file_is_refused(tmp_path: Path) -> None:
    path = left_by_a_crash(tmp_path)
    before = contents(path.parent)
    assert len(before["dossier-1.db-wal"]) > 0
    assert code_of(lambda: reopen(path, vault_id="f" * 32)) == "fault.damaged"
    assert contents(path.parent) == before


def test_that_waiting_writes_are_there_when_the_file_opens(tmp_path: Path) -> None:
    database = reopen(left_by_a_crash(tmp_path))
    with database.reading() as work:
        assert work.residents.all() == (resident(1),)
    database.close()


def test_that_damage_met_while_open_is_named(path: Path) -> None:
    database = reopen(path)
    for page in range(3, 60):
        flip(path, page)
    assert code_of(lambda: read_all(database)) == "fault.damaged"
    assert {"pages", "structure"} <= set(database.check().problems)
    database.close()


def read_all(database: Database) -> None:
    with database.reading() as work:
        work.conversations.existing(person.id for person in work.residents.all())


def limit_pages(database: Database, pages: int) -> None:
    with _raw(database._writer) as connection:
        connection.execute(f"PRAGMA max_page_count = {pages}").fetchall()


def test_that_a_full_disk_is_named_and_costs_nothing_that_was_written(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        with database.writing() as work:
            work.residents.add(resident(1))
        limit_pages(database, 1)
        assert code_of(lambda: write_much(database)) == "disk.full"
        limit_pages(database, 10**6)
        write_much(database)
        with database.reading() as work:
            assert len(work.conversations.of("resident-1")) == PEOPLE
        assert database.check().sound


def write_much(database: Database) -> None:
    with database.writing() as work:
        work.conversations.add_many(talk(n, note="nootje" * 100) for n in range(PEOPLE))


WRITE_BEYOND_LIMIT = """
import resource, signal, sys
from pathlib import Path
from spinnenweb.domain.errors import SpinnenwebError
from tests.unit.storage.files import reopen, resident
from tests.unit.storage.test_faults import write_much
database = reopen(Path({path!r}))
with database.writing() as work:
    work.residents.add(resident(1))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    write_much(database)
except SpinnenwebError as error:
    print(error.code)
"""


def test_that_a_disk_that_fails_is_named_and_costs_nothing_that_was_written(tmp_path: Path) -> None:
    path = tmp_path / "dossier-1.db"
    create(path).close()
    assert run_child(WRITE_BEYOND_LIMIT.format(path=str(path))) == "disk.failed"
    database = reopen(path)
    with database.reading() as work:
        assert work.residents.all() == (resident(1),)
    assert database.check().sound
    database.close()


OPEN_AS_NOBODY = """
import os
from pathlib import Path
from spinnenweb.domain.errors import SpinnenwebError
from tests.unit.storage.files import reopen
os.geteuid() or (os.setgroups([]), os.setgid({nobody}), os.setuid({nobody}))
try:
    reopen(Path({path!r}))
except SpinnenwebError as error:
    print(error.code)
"""


@pytest.mark.parametrize(
    ("folder_mode", "file_mode"), [(0o755, 0o600), (0o755, 0o644), (0o777, 0o644), (0o700, 0o666)]
)
def test_that_a_file_one_may_not_read_and_write_is_refused_at_once(folder_mode: int, file_mode: int) -> None:
    with passable_folder() as place:
        folder = place / "vault"
        folder.mkdir()
        path = filled(folder / "dossier-1.db")
        before = contents(folder)
        path.chmod(file_mode)
        folder.chmod(folder_mode)
        code = OPEN_AS_NOBODY.format(path=str(path), nobody=NOBODY)
        assert run_child(code) == "fault.rights"
        folder.chmod(0o755)
        assert contents(folder) == before


def test_that_an_error_that_is_no_fault_of_a_person_stays_a_bug(path: Path) -> None:
    database = reopen(path)
    with pytest.raises(Exception, match="no such table") as caught, database.reading() as work:
        work.residents._connection.exec_driver_sql("SELECT 1 FROM nowhere")
    database.close()
    assert not isinstance(caught.value, SpinnenwebError)


def test_that_a_bad_copy_is_not_left_behind(path: Path) -> None:
    database = reopen(path)
    for page in range(3, 60):
        flip(path, page)
    target = path.parent / "copy.db"
    assert code_of(lambda: database.copy_into(target)) == "fault.damaged"
    assert not target.exists()
    assert bytes(KEY) == bytes(range(32))
    database.close()
