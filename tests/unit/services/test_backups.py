from __future__ import annotations

import zipfile
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from spinnenweb.services.backups import _refuse_unreadable
from spinnenweb.services.vaults import open_vault
from tests.unit.security.vaults import code_of, names
from tests.unit.services.rooms import PASSPHRASE, Room, environment, room
from tests.unit.storage.files import NOON
from tests.unit.storage.test_faults import flip

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLANTED = "Wilhelmina van Zonnebloem"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path) as made:
        made.new_resident(calling_name=PLANTED)
        yield made


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


def local_name(opened: Room) -> str:
    return f"dorp_{opened.time.moment.astimezone():%Y-%m-%d_%H%M}.reserve"


def test_that_a_backup_is_one_private_file_named_after_vault_and_minute(opened: Room, place: Path) -> None:
    made = opened.workspace.backups.make(place)
    assert names(place) == [made.name] == [local_name(opened)]
    assert made.stat().st_mode & 0o777 == 0o600
    assert names(opened.folder) == [
        "dossier-1.db",
        "dossier-1.db-shm",
        "dossier-1.db-wal",
        "sleutel.json",
        "slot",
    ]


def test_that_a_backup_is_a_whole_vault_that_opens_with_the_passphrase(
    opened: Room, place: Path, tmp_path: Path
) -> None:
    made = opened.workspace.backups.make(place)
    with zipfile.ZipFile(made) as archive:
        assert [(entry.filename, entry.compress_type) for entry in archive.infolist()] == [
            ("sleutel.json", zipfile.ZIP_STORED),
            ("dossier-1.db", zipfile.ZIP_STORED),
        ]
        archive.extractall(tmp_path / "terug.vault")
    back = open_vault(tmp_path / "terug.vault", PASSPHRASE, environment())
    assert [line.resident.calling_name for line in back.residents.all()] == [PLANTED]
    assert back.checks.check().sound
    back.close()


def test_that_nothing_of_a_person_is_readable_in_a_backup(opened: Room, place: Path) -> None:
    data = opened.workspace.backups.make(place).read_bytes()
    assert PLANTED.encode() not in data
    assert b"SQLite format" not in data


def test_that_the_newest_backup_of_this_vault_is_found(opened: Room, place: Path) -> None:
    backups = opened.workspace.backups
    assert backups.newest(place) is None
    assert backups.newest(place / "gone") is None
    for hours in (0, 30, 2):
        opened.time.moment = NOON + timedelta(hours=hours)
        backups.make(place)
    for stray in ("ander_2027-01-01_1200.reserve", "dorp_2027-99-99_9999.reserve", "dorp.reserve.part"):
        (place / stray).write_bytes(b"")
    assert backups.newest(place) == NOON + timedelta(hours=30)


def test_that_a_place_that_is_not_there_is_named_and_nothing_is_left(opened: Room, place: Path) -> None:
    assert code_of(lambda: opened.workspace.backups.make(place / "gone")) == "target.missing"
    assert "dossier-1.db.part" not in names(opened.folder)


def test_that_leftovers_of_a_killed_backup_are_no_obstacle(opened: Room, place: Path) -> None:
    (opened.folder / "dossier-1.db.part").write_bytes(b"")
    (place / f"{local_name(opened)}.part").write_bytes(b"half")
    opened.workspace.backups.make(place)
    assert names(place) == [local_name(opened)]
    assert "dossier-1.db.part" not in names(opened.folder)


@pytest.mark.parametrize("place_from_end", [5000, 4])
def test_that_a_backup_the_disk_did_not_keep_is_refused_and_removed(
    opened: Room, place: Path, place_from_end: int
) -> None:
    made = opened.workspace.backups.make(place)
    data = bytearray(made.read_bytes())
    data[-place_from_end] ^= 0xFF
    made.write_bytes(data)
    assert code_of(lambda: _refuse_unreadable(made)) == "disk.failed"
    assert names(place) == []


def test_that_a_damaged_vault_makes_no_backup(opened: Room, place: Path) -> None:
    opened.workspace.database.checkpoint()
    for page in range(1, 12):
        flip(opened.folder / "dossier-1.db", page)
    assert code_of(lambda: opened.workspace.backups.make(place)) == "fault.damaged"
    assert names(place) == []
