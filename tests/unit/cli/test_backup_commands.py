"""`backup` and `restore`."""

from __future__ import annotations

from pathlib import Path

from spinnenweb.services.vaults import open_vault
from tests.unit.cli.driver import run
from tests.unit.security.vaults import code_of
from tests.unit.services.rooms import PASSPHRASE, environment


def opens(vault: Path) -> int:
    workspace = open_vault(vault, PASSPHRASE, environment())
    try:
        return len(workspace.residents.all())
    finally:
        workspace.close()


def test_that_a_backup_in_a_folder_is_named_on_the_output(vault: Path, tmp_path: Path) -> None:
    said = run("backup", vault, tmp_path)
    assert said.status == 0
    made = Path(said.out.strip())
    assert made.parent == tmp_path
    assert made.suffix == ".reserve"


def test_that_a_backup_comes_back_as_a_new_vault(vault: Path, tmp_path: Path) -> None:
    made, new = tmp_path / "kopie.reserve", tmp_path / "nieuw.vault"
    assert run("backup", vault, made).status == 0
    assert run("restore", made, new).status == 0
    assert opens(new) == opens(vault)


def test_that_nothing_is_overwritten(vault: Path, tmp_path: Path) -> None:
    made = tmp_path / "kopie.reserve"
    run("backup", vault, made)
    before = made.read_bytes()
    assert run("backup", vault, made).refused("bestaat al")
    assert made.read_bytes() == before
    assert run("restore", made, vault).refused("Er is niets")
    assert run("backup", vault, vault / "kopie.reserve").refused("ligt in je kluis")
    opens(vault)


def test_that_what_is_no_backup_is_refused(vault: Path, tmp_path: Path) -> None:
    strange = tmp_path / "vreemd.reserve"
    assert run("restore", strange, tmp_path / "n.vault").refused("er niet meer")
    strange.write_bytes(b"geen zip")
    assert run("restore", strange, tmp_path / "n.vault").refused("niet heel")
    assert code_of(lambda: open_vault(tmp_path / "n.vault", PASSPHRASE, environment())) == "vault.missing"
