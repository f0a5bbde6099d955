"""A vault in a sync folder or on a share is not opened but brought to this laptop; nothing is lost on the way."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.whereabouts import Whereabouts
from spinnenweb.services.moving import move_to_laptop
from spinnenweb.services.vault_places import refuse_place
from spinnenweb.services.vaults import create_vault, open_vault, open_with_key
from tests.unit.security.vaults import code_of, contents, names
from tests.unit.services.rooms import FIRST, PASSPHRASE, environment, room

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

ROOT = Path(__file__).parents[3]
HERE = environment()


@pytest.fixture
def synced(tmp_path: Path) -> Path:
    """A vault that somebody put into OneDrive."""
    with room(tmp_path) as made:
        made.new_resident(calling_name="Bo")
    target = tmp_path / "OneDrive - Welzijn" / "dorp.vault"
    target.parent.mkdir()
    return made.folder.rename(target)


def test_that_no_vault_is_made_in_a_sync_folder(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive" / "dorp.vault"
    folder.parent.mkdir()
    assert code_of(lambda: create_vault(folder, PASSPHRASE, FIRST, HERE)) == "vault.place_synced"
    assert names(folder.parent) == []


def test_that_each_place_that_is_not_of_this_laptop_has_its_own_reason(tmp_path: Path) -> None:
    assert code_of(lambda: refuse_place(tmp_path, lambda _: Whereabouts.NETWORK)) == "vault.place_network"
    assert code_of(lambda: refuse_place(tmp_path, lambda _: Whereabouts.SYNCED)) == "vault.place_synced"
    refuse_place(tmp_path, lambda _: Whereabouts.LOCAL)


def test_that_a_vault_in_a_sync_folder_is_refused_before_anything_is_opened(synced: Path) -> None:
    before = contents(synced)
    assert code_of(lambda: open_vault(synced, PASSPHRASE, HERE)) == "vault.place_synced"
    assert code_of(lambda: open_vault(synced, "fout", HERE)) == "vault.place_synced"
    assert code_of(lambda: open_with_key(synced, "ABCD", HERE)) == "vault.place_synced"
    assert contents(synced) == before


def test_that_moving_brings_everything_and_removes_the_old_one(synced: Path, tmp_path: Path) -> None:
    before = {name: data for name, data in contents(synced).items() if name != "slot"}
    told: list[tuple[Path, bool]] = []
    moved = move_to_laptop(synced, tmp_path / "kluizen", lambda new: told.append((new, synced.exists())))
    assert told == [(moved.folder, True)]
    assert moved.old_is_gone
    assert not synced.exists()
    assert contents(moved.folder) == before
    workspace = open_vault(moved.folder, PASSPHRASE, HERE)
    assert [line.resident.calling_name for line in workspace.residents.all()] == ["Bo"]
    workspace.close()


def test_that_a_name_that_is_taken_is_left_alone(synced: Path, tmp_path: Path) -> None:
    (tmp_path / "kluizen" / "dorp.vault").mkdir(parents=True)
    moved = move_to_laptop(synced, tmp_path / "kluizen")
    assert moved.folder.name == "dorp2.vault"
    assert names(tmp_path / "kluizen" / "dorp.vault") == []


def test_that_a_copy_of_a_killed_move_is_taken_up_again(synced: Path, tmp_path: Path) -> None:
    vaults = tmp_path / "kluizen"
    shutil.copytree(synced, vaults / "dorp.vault")
    moved = move_to_laptop(synced, vaults)
    assert moved.folder == vaults / "dorp.vault"
    assert names(vaults) == ["dorp.vault"]
    assert not synced.exists()


def test_that_what_was_synchronised_anew_meanwhile_is_not_thrown_away(synced: Path, tmp_path: Path) -> None:
    [database] = synced.glob("dossier-*.db")

    def touch(_: Path) -> None:
        database.write_bytes(database.read_bytes() + b"nieuwer")

    moved = move_to_laptop(synced, tmp_path / "kluizen", touch)
    assert not moved.old_is_gone
    assert database.read_bytes().endswith(b"nieuwer")
    open_vault(moved.folder, PASSPHRASE, HERE).close()


def _open_elsewhere(synced: Path) -> str:
    from spinnenweb.security.vault_lock import VaultLock

    with VaultLock(synced):
        return code_of(lambda: move_to_laptop(synced, synced.parent.parent / "kluizen"))


def _to_another_sync_folder(synced: Path) -> str:
    return code_of(lambda: move_to_laptop(synced, synced.parent.parent / "Dropbox" / "kluizen"))


def _without_its_database(synced: Path) -> str:
    [database] = synced.glob("dossier-*.db")
    database.rename(synced.parent / "weg.db")
    return code_of(lambda: move_to_laptop(synced, synced.parent.parent / "kluizen"))


@pytest.mark.parametrize(
    ("attempt", "code"),
    [
        (_open_elsewhere, "lock.already_open"),
        (_to_another_sync_folder, "vault.place_synced"),
        (_without_its_database, "fault.damaged"),
    ],
)
def test_that_a_refused_move_changes_nothing(synced: Path, attempt: Callable[[Path], str], code: str) -> None:
    assert attempt(synced) == code
    assert "sleutel.json" in names(synced)
    assert not (synced.parent.parent / "kluizen").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no fork there")
@pytest.mark.timeout(300)
def test_that_a_kill_at_any_instant_leaves_a_whole_vault_that_can_be_moved(tmp_path: Path) -> None:
    with room(tmp_path) as made:
        made.new_resident(calling_name="Bo")
    vault = made.folder.rename(tmp_path / "kluis.vault")
    done = subprocess.run(
        [sys.executable, "-m", "tests.unit.services.moving_killed", str(vault)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    tries: list[dict[str, Any]] = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(tries) > 20
    assert [one for one in tries if not one["whole"] or not one["one"]] == []


def test_that_nothing_is_moved_when_the_laptop_refuses(synced: Path, tmp_path: Path) -> None:
    (tmp_path / "kluizen").write_text("een bestand", "utf-8")
    before = contents(synced)
    with pytest.raises(SpinnenwebError):
        move_to_laptop(synced, tmp_path / "kluizen")
    assert contents(synced) == before
