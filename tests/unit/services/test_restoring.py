from __future__ import annotations

import shutil
import zipfile
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.erasure import ErasureReason
from spinnenweb.services.backup_memory import recall
from spinnenweb.services.restoring import by_emergency_key, by_passphrase, look, restore
from spinnenweb.services.vaults import open_vault
from tests.unit.security.vaults import code_of, names
from tests.unit.services.rooms import PASSPHRASE, Room, environment, room, same_room
from tests.unit.storage.files import DAY
from tests.unit.storage.test_faults import flip

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.services.workspace import Workspace

LATER = "wimpel lantaarn gordijn perzik anker"
OPENING = by_passphrase(PASSPHRASE)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        made.talk(made.new_resident(calling_name="Bo"))
        yield made


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


@pytest.fixture
def backup(opened: Room, place: Path) -> Path:
    """A backup with one resident; today there are two."""
    made = opened.workspace.backups.make(place)
    opened.time.moment += timedelta(hours=3)
    opened.new_resident(calling_name="Kim")
    return made


def who(workspace: Workspace) -> list[str]:
    return sorted(line.resident.calling_name for line in workspace.residents.all())


def reopened(folder: Path, passphrase: str = PASSPHRASE) -> list[str]:
    """Who is in a vault that is opened, checked and closed."""
    workspace = open_vault(folder, passphrase, environment())
    try:
        assert workspace.checks.check().problems == ()
        assert workspace.audit.lines(kinds=[AuditKind.RESTORED])
        return who(workspace)
    finally:
        workspace.close()


def test_that_a_backup_is_laid_beside_the_vault_of_today(opened: Room, backup: Path) -> None:
    seen = opened.workspace.own_backups.look(backup)
    today = opened.workspace.own_backups.today()
    assert (seen.inside.residents, seen.inside.conversations, seen.inside.newest) == (1, 1, DAY)
    assert (today.residents, today.conversations, today.newest) == (2, 1, DAY)
    assert seen.size == backup.stat().st_size
    assert look(backup, OPENING).inside == seen.inside
    assert look(backup, by_emergency_key(opened.emergency_key)).inside == seen.inside


def test_that_looking_changes_nothing(opened: Room, backup: Path) -> None:
    before = backup.read_bytes()
    look(backup, OPENING)
    assert backup.read_bytes() == before
    assert names(backup.parent) == [backup.name]


def test_that_putting_back_keeps_what_was_there_as_a_backup(opened: Room, backup: Path, place: Path) -> None:
    safe = opened.workspace.own_backups.put_back(backup)
    opened.workspace.close()
    assert sorted(names(place)) == sorted([backup.name, safe.name])
    assert look(safe, OPENING).inside.residents == 2
    assert reopened(opened.folder) == ["Bo"]
    assert [name for name in names(opened.folder) if name.startswith("dossier-")] == ["dossier-2.db"]


def test_that_a_backup_of_the_same_minute_is_not_replaced_by_the_one_made_first(opened: Room, place: Path) -> None:
    backup = opened.workspace.backups.make(place)
    whole = backup.read_bytes()
    opened.new_resident(calling_name="Kim")
    safe = opened.workspace.own_backups.put_back(backup)
    assert safe != backup
    assert backup.read_bytes() == whole
    assert who(opened.workspace) == ["Bo"]


def test_that_what_was_put_back_and_what_it_replaced_never_rotate_away(
    opened: Room, backup: Path, place: Path
) -> None:
    safe = opened.workspace.own_backups.put_back(backup)
    opened.workspace.close()
    for _ in range(20):
        opened.time.moment += timedelta(days=1)
        again = open_vault(opened.folder, PASSPHRASE, opened.environment)
        again.backups.make(place)
        again.close()
    assert {backup.name, safe.name} <= set(names(place))


def test_that_a_backup_of_before_another_passphrase_opens_with_the_one_of_today(
    opened: Room, backup: Path
) -> None:
    opened.workspace.set_passphrase(LATER)
    opened.workspace.own_backups.put_back(backup)
    opened.workspace.close()
    assert reopened(opened.folder, LATER) == ["Bo"]


def test_that_a_backup_of_before_another_key_asks_the_old_passphrase_and_gets_todays_key(
    opened: Room, backup: Path
) -> None:
    opened.workspace.keys.rekey(LATER)
    own = opened.workspace.own_backups
    assert code_of(lambda: own.look(backup)) == "backup.locked"
    assert own.look(backup, OPENING).inside.residents == 1
    own.put_back(backup, OPENING)
    opened.workspace.close()
    assert reopened(opened.folder, LATER) == ["Bo"]
    assert code_of(lambda: open_vault(opened.folder, PASSPHRASE, environment())) == "fault.passphrase"


def test_that_a_backup_of_another_vault_is_refused(opened: Room, tmp_path: Path, place: Path) -> None:
    (tmp_path / "ander").mkdir()
    with room(tmp_path / "ander") as neighbour:
        theirs = neighbour.workspace.backups.make(place)
    assert code_of(lambda: opened.workspace.own_backups.look(theirs)) == "backup.other_vault"
    assert code_of(lambda: opened.workspace.own_backups.put_back(theirs)) == "backup.other_vault"
    opened.workspace.close()
    assert code_of(lambda: restore(theirs, opened.folder, OPENING, environment())) == "backup.other_vault"


@pytest.mark.parametrize("secret", ["passphrase", "emergency key"])
def test_that_a_vault_that_is_gone_comes_back(opened: Room, backup: Path, secret: str) -> None:
    opened.workspace.close()
    shutil.rmtree(opened.folder)
    unwrap = OPENING if secret == "passphrase" else by_emergency_key(opened.emergency_key)
    assert restore(backup, opened.folder, unwrap, environment()) is None
    assert reopened(opened.folder) == ["Bo"]
    assert recall(opened.folder).restored_from == backup.name


def test_that_of_a_damaged_vault_a_copy_stays_beside_the_one_put_back(opened: Room, backup: Path) -> None:
    opened.workspace.close()
    flip(opened.folder / "dossier-1.db", 7)
    harmed = (opened.folder / "dossier-1.db").read_bytes()
    aside = restore(backup, opened.folder, OPENING, environment())
    assert aside is not None
    assert aside.name == "dorp-beschadigd.vault"
    assert (aside / "dossier-1.db").read_bytes() == harmed
    assert reopened(opened.folder) == ["Bo"]


@pytest.mark.parametrize("harm", [b"", b"{}", b"\xff" * 900])
def test_that_a_vault_without_its_envelope_comes_back(opened: Room, backup: Path, harm: bytes) -> None:
    opened.workspace.close()
    (opened.folder / "sleutel.json").write_bytes(harm)
    restore(backup, opened.folder, OPENING, environment())
    assert reopened(opened.folder) == ["Bo"]


def test_that_a_vault_that_is_open_is_not_put_back_by_another(opened: Room, backup: Path) -> None:
    assert code_of(lambda: restore(backup, opened.folder, OPENING, environment())) == "lock.already_open"
    assert who(opened.workspace) == ["Bo", "Kim"]


@pytest.mark.parametrize("place_from_end", [9000, 30_000])
def test_that_a_damaged_backup_is_refused_and_the_vault_stays(
    opened: Room, backup: Path, place_from_end: int
) -> None:
    data = bytearray(backup.read_bytes())
    data[-place_from_end] ^= 0xFF
    backup.write_bytes(data)
    before = names(opened.folder)
    assert code_of(lambda: look(backup, OPENING)) == "backup.unreadable"
    assert code_of(lambda: opened.workspace.own_backups.look(backup)) == "backup.unreadable"
    assert code_of(lambda: opened.workspace.own_backups.put_back(backup)) == "backup.unreadable"
    assert who(opened.workspace) == ["Bo", "Kim"]
    assert {name for name in names(opened.folder) if name.startswith("dossier")} <= set(before)


def test_that_what_is_no_backup_is_named_as_such(tmp_path: Path, opened: Room) -> None:
    path = tmp_path / "vreemd.reserve"
    assert code_of(lambda: look(path, OPENING)) == "backup.missing"
    for content in (b"", b"PK", bytes(5000)):
        path.write_bytes(content)
        assert code_of(lambda: look(path, OPENING)) == "backup.unreadable"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("sleutel.json", (opened.folder / "sleutel.json").read_bytes())
        archive.writestr("dossier-1.db", bytes(50_000_000))
    assert code_of(lambda: look(path, OPENING)) == "backup.unreadable"


def test_that_a_wrong_passphrase_is_said_and_nothing_is_made(opened: Room, backup: Path, tmp_path: Path) -> None:
    wrong = by_passphrase("niet deze")
    assert code_of(lambda: look(backup, wrong)) == "fault.passphrase"
    assert code_of(lambda: restore(backup, tmp_path / "nieuw.vault", wrong, environment())) == "fault.passphrase"
    assert not (tmp_path / "nieuw.vault").exists()


def test_that_the_log_of_what_was_put_back_goes_on_and_is_anchored(opened: Room, backup: Path) -> None:
    opened.workspace.own_backups.put_back(backup)
    assert opened.workspace.audit.verify().sound
    assert opened.workspace.audit.lines(limit=1)[0].kind is AuditKind.RESTORED
    assert who(opened.workspace) == ["Bo"]


def test_that_who_was_erased_since_stays_erased(opened: Room, place: Path) -> None:
    kim = opened.new_resident(calling_name="Kim")
    backup = opened.workspace.backups.make(place)
    opened.time.moment += timedelta(hours=1)
    opened.workspace.rights.erase(kim.id, ErasureReason.ASKED)
    opened.workspace.own_backups.put_back(backup)
    opened.workspace.close()
    assert reopened(opened.folder) == ["Bo"]


def test_that_who_was_erased_stays_erased_in_a_vault_that_came_back(
    opened: Room, place: Path, tmp_path: Path
) -> None:
    kim = opened.new_resident(calling_name="Kim")
    backup = opened.workspace.backups.make(place)
    opened.workspace.rights.erase(kim.id, ErasureReason.ASKED)
    opened.workspace.close()
    restore(backup, opened.folder, OPENING, environment())
    assert reopened(opened.folder) == ["Bo"]
    new = tmp_path / "elders.vault"
    restore(backup, new, OPENING, environment())
    assert reopened(new) == ["Bo", "Kim"]
