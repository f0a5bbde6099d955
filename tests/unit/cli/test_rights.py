"""What a user without rights is told. Root may do anything, so the commands run as nobody."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.unit.cli.driver import TALKS, Said, make_vault, write_csv
from tests.unit.security.vaults import contents, passable_folder
from tests.unit.services.rooms import PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Iterator

AM_ROOT = sys.platform != "win32" and os.geteuid() == 0
ROOT = Path(__file__).resolve().parents[3]
PASSABLE = all(folder.stat().st_mode & 0o001 for folder in (ROOT, *ROOT.parents))
pytestmark = [
    pytest.mark.skipif(not AM_ROOT, reason="only root can become a user without rights"),
    pytest.mark.skipif(not PASSABLE, reason="the checkout lies where no other user can read it"),
]

NOBODY = 65534
# all commands are done once as root, so that nothing is left to import: nobody may not be able to read the program
RUN = """
import json, os, sys, tempfile
from dataclasses import astuple
from pathlib import Path
from tests.unit.cli.driver import make_vault, run
with tempfile.TemporaryDirectory() as name:
    vault = make_vault(Path(name))
    for command in ("residents", "check"):
        run(command, vault)
    run("summary", vault, "--resident", "R-001", "--pdf", Path(name) / "uit.pdf")
    run("release", vault, "--until", "2026-10-31", "--out", Path(name) / "uit")
    run("demo", vault)
os.chdir(sys.argv[1])
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
print(json.dumps([astuple(run(*command)) for command in json.loads(sys.argv[2])]))
"""


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that others may pass: `dorp.vault` and `eerder.csv` for root only, `open` for everybody."""
    with passable_folder() as folder:
        make_vault(folder)
        write_csv(folder, *TALKS).chmod(0o600)
        (folder / "open").mkdir()
        (folder / "open").chmod(0o777)
        (folder / "open" / "van-root.pdf").write_bytes(b"%PDF-")
        (folder / "open" / "van-root.pdf").chmod(0o600)
        yield folder


def give_away(folder: Path) -> None:
    for path in (folder, *folder.iterdir()):
        os.chown(path, NOBODY, NOBODY)


def as_nobody(folder: Path, *commands: tuple[str, ...]) -> list[Said]:
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3]), "SPINNENWEB_PASSPHRASE": PASSPHRASE}
    command = [sys.executable, "-c", RUN, str(folder), json.dumps(commands)]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return [Said(*said) for said in json.loads(done.stdout)]


def assert_refused(folder: Path, expected: dict[tuple[str, ...], str]) -> None:
    said = as_nobody(folder, *expected)
    for one, (command, words) in zip(said, expected.items(), strict=True):
        assert one.refused(words), command


def test_that_who_has_no_rights_is_told_so(place: Path) -> None:
    before = contents(place)
    expected = {
        ("residents", "dorp.vault"): "Je mag niet bij deze kluis.",
        ("check", "dorp.vault/dieper"): "Je mag niet bij deze kluis.",
        ("new", "nieuw.vault"): "Hier mag je niets bewaren",
        ("demo", "voorbeeld"): "Hier mag je niets bewaren",
        ("demo", "dorp.vault"): "Hier mag je niets bewaren",
        ("check", "dorp.vault", "--passphrase-file", "eerder.csv"): "we geen wachtwoord: eerder.csv",
    }
    assert_refused(place, expected)
    assert contents(place) == before


def beside(place: Path, vault: str) -> dict[str, bytes]:
    """All but the vault itself: what was tried stands in its log."""
    return {name: data for name, data in contents(place).items() if not name.startswith(vault)}


def test_that_a_file_that_may_not_be_read_or_written_is_named(place: Path) -> None:
    """The vault is nobody's own; what stands beside it is root's."""
    vault = "open/van-niemand.vault"
    give_away(shutil.copytree(place / "dorp.vault", place / vault))
    before = beside(place, vault)
    summary = ("summary", vault, "--resident", "R-001", "--pdf")
    expected = {
        ("import", vault, "eerder.csv"): "Dit bestand mag je niet openen",
        ("release", vault, "--until", "2026-10-31", "--out", "uit"): "Hier mag je niets bewaren",
        (*summary, "uit.pdf"): "Hier mag je niets bewaren",
        (*summary, "open/van-root.pdf"): "Hier mag je niets bewaren",
        (*summary, "dorp.vault/uit.pdf"): "Hier mag je niets bewaren",
    }
    assert_refused(place, expected)
    assert beside(place, vault) == before
