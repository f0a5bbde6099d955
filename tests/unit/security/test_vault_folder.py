"""What is wrong with a vault is seen before a key is asked, and looking changes nothing."""

from __future__ import annotations

import sqlite3
import sys
from typing import TYPE_CHECKING

import pytest

from spinnenweb.security.envelope import (
    ENVELOPE_NAME,
    FORMER_NAME,
    envelope_bytes,
    with_database,
    write_envelope,
)
from spinnenweb.security.vault_folder import MIN_DATABASE_BYTES, examine, remove_unnamed_databases
from tests.unit.security.vaults import (
    Vault,
    code_of,
    contents,
    make_database,
    make_vault,
    names,
    passable_folder,
    run_as_nobody,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="rights are lists there, not modes")


def cut(path: Path, size: int) -> None:
    with path.open("r+b") as handle:
        handle.truncate(size)


def plain_database(path: Path) -> None:
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE one (text TEXT)")
    connection.close()


def test_that_a_good_vault_gives_its_envelope_and_the_database_it_names(tmp_path: Path) -> None:
    vault = make_vault(tmp_path)
    found = examine(vault.folder)
    assert found.envelope == vault.envelope
    assert found.database == vault.folder / "dossier-1.db"


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda vault: cut(vault.database, 0), "fault.empty"),
        (lambda vault: cut(vault.database, MIN_DATABASE_BYTES - 1), "fault.empty"),
        (lambda vault: cut(vault.folder / ENVELOPE_NAME, 0), "fault.empty"),
        (lambda vault: cut(vault.folder / ENVELOPE_NAME, 100), "fault.damaged"),
        (lambda vault: (vault.folder / ENVELOPE_NAME).unlink(), "fault.damaged"),
        (lambda vault: vault.database.unlink(), "fault.damaged"),
        (lambda vault: plain_database(vault.database), "fault.plaintext"),
        (
            lambda vault: (vault.folder / ENVELOPE_NAME).write_bytes(
                envelope_bytes(vault.envelope).replace(b"spinnenweb/1", b"spinnenweb/2")
            ),
            "fault.newer",
        ),
    ],
)
def test_that_each_fault_has_its_own_code_and_nothing_on_disk_changes(
    tmp_path: Path, damage: Callable[[Vault], object], code: str
) -> None:
    vault = make_vault(tmp_path)
    damage(vault)
    before = contents(tmp_path)
    assert code_of(lambda: examine(vault.folder)) == code
    assert contents(tmp_path) == before


def test_that_a_database_of_one_page_is_not_called_empty(tmp_path: Path) -> None:
    vault = make_vault(tmp_path)
    cut(vault.database, MIN_DATABASE_BYTES)
    assert examine(vault.folder).database == vault.database


def test_that_a_folder_that_is_no_vault_is_told_apart_from_a_broken_one(tmp_path: Path) -> None:
    (tmp_path / "vakantie.txt").write_bytes(b"x")
    assert code_of(lambda: examine(tmp_path)) == "vault.missing"
    assert code_of(lambda: examine(tmp_path / "weg")) == "vault.missing"
    assert code_of(lambda: examine(tmp_path / "vakantie.txt" / "dorp.vault")) == "vault.missing"
    (tmp_path / FORMER_NAME).write_bytes(b"{}")
    assert code_of(lambda: examine(tmp_path)) == "fault.damaged"


def test_that_a_chosen_file_is_told_by_what_it_is(tmp_path: Path) -> None:
    plain_database(tmp_path / "oud.db")
    (tmp_path / "leeg").write_bytes(b"")
    (tmp_path / "foto.jpg").write_bytes(bytes(10_000))
    assert code_of(lambda: examine(tmp_path / "oud.db")) == "fault.plaintext"
    assert code_of(lambda: examine(tmp_path / "leeg")) == "fault.empty"
    assert code_of(lambda: examine(tmp_path / "foto.jpg")) == "vault.missing"


@posix_only
@pytest.mark.parametrize("closed", ["", ENVELOPE_NAME, "dossier-1.db", "dossier-1.db-wal"])
@pytest.mark.parametrize("mode", [0o700, 0o744])
def test_that_any_part_without_rights_is_said(closed: str, mode: int) -> None:
    code = "vault_folder.examine(Path('dorp.vault'))\nprint('good')"
    with passable_folder() as place:
        vault = make_vault(place)
        (vault.folder / "dossier-1.db-wal").write_bytes(b"")
        for path in (vault.folder, *vault.folder.iterdir()):
            path.chmod(0o777)
        assert run_as_nobody(place, code) == "good"
        (vault.folder / closed).chmod(mode)
        before = contents(place)
        assert run_as_nobody(place, code) == "fault.rights"
        assert contents(place) == before


def test_that_only_databases_the_envelope_does_not_name_are_removed(tmp_path: Path) -> None:
    vault = make_vault(tmp_path)
    envelope = with_database(vault.envelope, vault.data_key, "dossier-2.db")
    write_envelope(vault.folder, envelope)
    make_database(vault.folder / "dossier-2.db", vault.data_key)
    kept = (
        "dossier-2.db-wal",
        "dossier-2.db-shm",
        "slot",
        "ballast",
        "dossier-1.txt",
        "mijn-dossier-1.db",
        "dossier-x.db",
    )
    gone = ("dossier-1.db-wal", "dossier-1.db-shm", "dossier-12.db", "dossier-2.db.part", "sleutel.json.part")
    for name in (*kept, *gone):
        (vault.folder / name).write_bytes(b"x")
    assert remove_unnamed_databases(vault.folder, envelope) == tuple(sorted(("dossier-1.db", *gone)))
    assert names(vault.folder) == sorted((*kept, "dossier-2.db", ENVELOPE_NAME, FORMER_NAME))


def test_that_nothing_is_removed_while_the_named_database_is_not_there(tmp_path: Path) -> None:
    vault = make_vault(tmp_path)
    envelope = with_database(vault.envelope, vault.data_key, "dossier-2.db")
    before = contents(vault.folder)
    assert code_of(lambda: remove_unnamed_databases(vault.folder, envelope)) == "fault.damaged"
    assert contents(vault.folder) == before


def test_that_a_good_vault_has_nothing_to_remove(tmp_path: Path) -> None:
    vault = make_vault(tmp_path)
    assert remove_unnamed_databases(vault.folder, vault.envelope) == ()
