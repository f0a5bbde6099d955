from __future__ import annotations

import json
import zipfile
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from spinnenweb.services.vaults import open_vault
from tests.unit.cli.driver import run
from tests.unit.services.rooms import PASSPHRASE, environment
from tests.unit.storage.files import SetTime

if TYPE_CHECKING:
    from pathlib import Path


def test_that_an_inzage_of_one_resident_is_written_beside_the_vault(vault: Path, tmp_path: Path) -> None:
    target = tmp_path / "inzage.zip"
    said = run("inzage", vault, "--resident", "r-001", "--out", target)
    assert (said.status, said.out) == (0, "")
    assert "Dit bestand ligt niet in je kluis." in said.err
    with zipfile.ZipFile(target) as archive:
        data = json.loads(archive.read("gegevens.json"))
    assert [row["code"] for row in data["resident"]] == ["R-001"]
    assert len(data["conversation"]) == 2
    assert "R-002" not in json.dumps(data)


def test_that_covered_names_are_told(vault: Path, tmp_path: Path) -> None:
    workspace = open_vault(vault, PASSPHRASE, environment())
    workspace.goals.add_goal(workspace.residents.by_code("R-001").id, "samen met R-002 fietsen")
    workspace.close()
    said = run("inzage", vault, "--resident", "R-001", "--out", tmp_path / "inzage.zip")
    assert said.status == 0
    assert "keer is een naam van een ander afgedekt" in said.err


@pytest.mark.parametrize("command", ["inzage", "erase"])
def test_that_an_unknown_code_is_one_line_and_nothing_happens(vault: Path, tmp_path: Path, command: str) -> None:
    more = ("--out", tmp_path / "uit.zip") if command == "inzage" else ("--yes",)
    assert run(command, vault, "--resident", "R-999", *more).status == 2
    assert not (tmp_path / "uit.zip").exists()
    assert len(run("residents", vault, "--json").rows) == 2


def test_that_an_inzage_is_not_written_inside_the_vault(vault: Path) -> None:
    assert run("inzage", vault, "--resident", "R-001", "--out", vault / "inzage.zip").status == 2


def test_that_erasing_needs_a_yes_and_then_is_for_good(vault: Path) -> None:
    assert run("erase", vault, "--resident", "R-001").refused("--yes")
    assert len(run("residents", vault, "--json").rows) == 2
    said = run("erase", vault, "--resident", "R-001", "--yes")
    assert said.status == 0
    assert "2027-02-21" in said.err
    assert [row["code"] for row in run("residents", vault, "--json").rows] == ["R-002"]
    assert run("check", vault).status == 0
    assert (vault / "gewist.json").exists()


def test_that_the_list_of_old_files_says_why(vault: Path) -> None:
    assert run("retention", vault, "--json").rows == []
    later = SetTime()
    later.moment += timedelta(days=900)
    said = run("retention", vault, "--json", here=environment(later))
    assert {row["code"] for row in said.rows} == {"R-001", "R-002"}
    assert {row["soort"] for row in said.rows} == {"gesprekken"}
    assert {row["termijn_maanden"] for row in said.rows} == {24}
    assert "de klok versprong" in said.err
    assert len(run("residents", vault, "--json").rows) == 2


def test_that_an_empty_list_is_said_in_words(vault: Path) -> None:
    said = run("retention", vault)
    assert (said.status, said.out) == (0, "")
    assert "Van niemand is de bewaartermijn voorbij." in said.err
