from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.services import backups as backup_module
from spinnenweb.services.backup_memory import recall
from spinnenweb.services.vaults import open_vault
from tests.unit.security.vaults import code_of, names
from tests.unit.services.rooms import PASSPHRASE, Room, environment, room, same_room
from tests.unit.storage.files import NOON
from tests.unit.storage.test_faults import flip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import BinaryIO

PLANTED = "Wilhelmina van Zonnebloem"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        made.new_resident(calling_name=PLANTED)
        yield made


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


def local_name(opened: Room) -> str:
    return f"dorp_{opened.time.moment.astimezone():%Y-%m-%d_%H%M}.reserve"


def set_place(opened: Room, place: Path) -> None:
    settings = opened.workspace.settings
    settings.save(replace(settings.get(), backup_place=str(place)))


def test_that_a_backup_is_one_private_file_named_after_vault_and_minute(opened: Room, place: Path) -> None:
    made = opened.workspace.backups.make(place)
    assert names(place) == [made.name] == [local_name(opened)]
    assert made.stat().st_mode & 0o777 == 0o600
    assert not [name for name in names(opened.folder) if name.endswith((".part", "-journal"))]


def test_that_a_backup_is_a_whole_vault_that_opens_with_the_passphrase(
    opened: Room, place: Path, tmp_path: Path
) -> None:
    (opened.folder / "gewist.json").write_bytes(b"{}")
    made = opened.workspace.backups.make(place)
    with zipfile.ZipFile(made) as archive:
        assert [(entry.filename, entry.compress_type) for entry in archive.infolist()] == [
            ("sleutel.json", zipfile.ZIP_STORED),
            ("anker.json", zipfile.ZIP_STORED),
            ("gewist.json", zipfile.ZIP_STORED),
            ("dossier-1.db", zipfile.ZIP_STORED),
        ]
        archive.extractall(tmp_path / "terug.vault")
    back = open_vault(tmp_path / "terug.vault", PASSPHRASE, environment())
    assert [line.resident.calling_name for line in back.residents.all()] == [PLANTED]
    assert back.checks.check().sound
    assert back.audit.verify().sound
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


def worse(place_from_end: int) -> Callable[[BinaryIO], None]:
    def bring_out(handle: BinaryIO) -> None:
        end = handle.seek(0, 2)
        handle.seek(end - place_from_end)
        handle.write(b"\xa5")
        handle.flush()

    return bring_out


@pytest.mark.parametrize("place_from_end", [9000, 4])
def test_that_a_backup_the_disk_did_not_keep_is_refused_and_removed(
    opened: Room, place: Path, place_from_end: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_module, "_bring_out", worse(place_from_end))
    assert code_of(lambda: opened.workspace.backups.make(place)) == "disk.failed"
    assert names(place) == []
    assert recall(opened.folder).name == ""


def test_that_a_damaged_vault_makes_no_backup(opened: Room, place: Path) -> None:
    opened.workspace.database.checkpoint()
    for page in range(1, 12):
        flip(opened.folder / "dossier-1.db", page)
    assert code_of(lambda: opened.workspace.backups.make(place)) == "fault.damaged"
    assert names(place) == []


def test_that_closing_makes_a_backup_only_when_something_changed(opened: Room, place: Path) -> None:
    backups = opened.workspace.backups
    assert backups.make_if_changed() is None
    set_place(opened, place)
    assert backups.is_due()
    first = backups.make_if_changed()
    assert first is not None
    opened.time.moment += timedelta(hours=1)
    assert not backups.is_due()
    assert backups.make_if_changed() is None
    opened.new_resident()
    assert backups.make_if_changed() is not None
    assert names(place) == [local_name(opened)]
    assert local_name(opened) != first.name


def test_that_a_word_more_in_a_draft_is_a_change(opened: Room, place: Path) -> None:
    set_place(opened, place)
    resident = opened.new_resident()
    draft = opened.workspace.conversations.begin(resident)
    opened.workspace.conversations.save_draft(draft)
    opened.workspace.backups.make_if_changed()
    assert not opened.workspace.backups.is_due()
    opened.time.moment += timedelta(seconds=1)
    opened.workspace.conversations.save_draft(draft)
    assert opened.workspace.backups.is_due()


def test_that_opening_and_closing_is_no_change(opened: Room, place: Path) -> None:
    set_place(opened, place)
    assert opened.workspace.backups.make_if_changed() is not None
    opened.workspace.close()
    again = open_vault(opened.folder, PASSPHRASE, opened.environment)
    assert not again.backups.is_due()
    again.close()


def test_that_a_backup_somebody_threw_away_is_made_again(opened: Room, place: Path) -> None:
    set_place(opened, place)
    made = opened.workspace.backups.make_if_changed()
    assert made is not None
    made.unlink()
    assert opened.workspace.backups.make_if_changed() == made


def test_that_a_stick_that_is_out_keeps_nobody_from_closing_and_is_told_once(opened: Room, place: Path) -> None:
    set_place(opened, place)
    opened.workspace.backups.make(place)
    good = opened.workspace.backups.last_good()
    place.rename(place.with_name("elders"))
    opened.new_resident()
    assert opened.workspace.backups.make_if_changed() is None
    assert opened.workspace.backups.take_missed() == "target.missing"
    assert opened.workspace.backups.take_missed() == ""
    assert opened.workspace.backups.last_good() == good == NOON


def test_that_older_backups_rotate_and_files_of_others_stay(opened: Room, place: Path, tmp_path: Path) -> None:
    other = place / f"dorp_{NOON - timedelta(days=400):%Y-%m-%d}_1200.reserve"
    (tmp_path / "ander").mkdir()
    with room(tmp_path / "ander") as neighbour:
        theirs = neighbour.workspace.backups.make(place)
        theirs.rename(other)
    strange = place / "dorp_2020-01-01_1200.reserve"
    strange.write_bytes(b"no backup at all")
    for day in range(12):
        opened.time.moment = NOON + timedelta(days=day)
        opened.workspace.backups.make(place)
    mine = [path.name for path in place.iterdir() if path not in (other, strange)]
    assert other.exists()
    assert strange.exists()
    assert len(mine) == 8  # seven days, and the Sunday before them


def test_that_two_vaults_of_one_name_do_not_replace_each_others_backup(
    opened: Room, place: Path, tmp_path: Path
) -> None:
    mine = opened.workspace.backups.make(place)
    kept = mine.read_bytes()
    (tmp_path / "ander").mkdir()
    with room(tmp_path / "ander") as neighbour:
        theirs = neighbour.workspace.backups.make(place)
        assert neighbour.workspace.backups.newest(place) == NOON
    assert theirs != mine
    assert mine.read_bytes() == kept
    assert [one.path for one in opened.workspace.backups.all(place)] == [mine]


def test_that_an_unreadable_memory_is_no_memory(opened: Room) -> None:
    for content in (b"", b"[]", b"{", b'{"made": 5}'):
        (opened.folder / "reservekopie.json").write_bytes(content)
        assert opened.workspace.backups.last_good() is None


def test_that_a_full_stick_leaves_no_half_file(opened: Room, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: BinaryIO) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup_module, "_bring_out", full)
    with pytest.raises(SpinnenwebError) as caught:
        opened.workspace.backups.make(place)
    assert caught.value.code == "disk.full"
    assert names(place) == []
