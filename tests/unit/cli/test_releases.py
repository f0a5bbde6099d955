from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from tests.unit.cli.driver import run, write_csv

if TYPE_CHECKING:
    from pathlib import Path

MARCH, APRIL = "2026-03-31", "2026-04-30"


@pytest.fixture
def crowd(vault: Path, tmp_path: Path) -> Path:
    """The vault with thirty residents in Ruinen and twelve in Pesse who count."""
    people = [("Ruinen", number) for number in range(30)] + [("Pesse", number) for number in range(30, 42)]
    rows = [f"X-{n};{name};1950;2026-03-01;direct;5;;;;;;rouw;ja;" for name, n in people]
    assert run("import", vault, write_csv(tmp_path, *rows)).status == 0
    return vault


def told(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)
    return found


def test_that_looking_first_writes_no_folder_and_says_what_is_hidden_and_why(crowd: Path) -> None:
    said = run("release", crowd, "--until", MARCH, "--dry-run", "--json")
    preview = told(said.out)
    assert (said.status, preview["nummer"], preview["al_gemaakt"]) == (0, 1, False)
    assert preview["tellen_mee"] == {"Beekdal": 1, "Pesse": 12, "Ruinen": 30}
    reasons = {(cell["tabel"], cell["kern"], cell["waarom"]) for cell in preview["afgeschermd"]}
    assert ("themas", "Pesse", "small_group") in reasons
    assert "Alleen voor jou" in said.err
    assert run("releases", crowd, "--json").rows == []


def test_that_a_release_can_be_of_one_village(crowd: Path, tmp_path: Path) -> None:
    out = tmp_path / "pesse"
    assert run("release", crowd, "--until", MARCH, "--out", out, "--kern", " pesse ").status == 0
    assert "Ruinen" not in (out / "personen.csv").read_text("utf-8-sig")
    assert run("release", crowd, "--until", MARCH, "--dry-run", "--kern", "Elders").refused("Elders heet")


def test_that_small_villages_stand_together_when_asked_and_stay_together(crowd: Path, tmp_path: Path) -> None:
    group = ("--samen", "De Streek = beekdal, Pesse")
    assert run("release", crowd, "--until", MARCH, "--out", tmp_path / "1", *group).status == 0
    assert run("release", crowd, "--until", APRIL, "--out", tmp_path / "2").status == 0
    for folder in ("1", "2"):
        themes = (tmp_path / folder / "themas.csv").read_text("utf-8-sig")
        assert "De Streek" in themes
        assert "Pesse" not in themes
    alone = run("release", crowd, "--until", "2026-05-31", "--dry-run", "--kern", "Pesse")
    assert alone.refused("indeling van de tabellen")


def test_that_a_group_goes_along_after_a_release_of_other_villages(crowd: Path, tmp_path: Path) -> None:
    group = ("--samen", "De Streek = beekdal, Pesse")
    assert run("release", crowd, "--until", MARCH, "--out", tmp_path / "1", *group).status == 0
    assert run("release", crowd, "--until", APRIL, "--out", tmp_path / "2", "--kern", "Ruinen").status == 0
    assert run("release", crowd, "--until", "2026-05-31", "--out", tmp_path / "3").status == 0
    assert "De Streek" in (tmp_path / "3" / "themas.csv").read_text("utf-8-sig")


@pytest.mark.parametrize("group", ["Samen", "Samen=", "=Pesse,Ruinen", "Samen=Pesse,", "x" * 61 + "=a,b"])
def test_that_a_group_without_a_name_or_villages_is_wrong_usage(crowd: Path, group: str) -> None:
    said = run("release", crowd, "--until", MARCH, "--dry-run", "--samen", group)
    assert said.refused("Zo kennen we deze opdracht niet")


def test_that_a_group_of_one_village_is_refused(crowd: Path) -> None:
    said = run("release", crowd, "--until", MARCH, "--dry-run", "--samen", "De Streek=Pesse")
    assert said.refused("kunnen niet samen in één groep")


def test_that_a_release_without_a_folder_is_wrong_usage(crowd: Path) -> None:
    assert run("release", crowd, "--until", MARCH).refused("Zo kennen we deze opdracht niet")


def test_that_releases_are_listed_with_what_was_in_them(crowd: Path, tmp_path: Path) -> None:
    for number, until in enumerate((MARCH, APRIL)):
        assert run("release", crowd, "--until", until, "--out", tmp_path / str(number)).status == 0
    rows = run("releases", crowd, "--json").rows
    assert [(row["nummer"], row["maand"], row["kernen"]) for row in rows] == [
        (1, "2026-03", "Beekdal, Pesse, Ruinen"),
        (2, "2026-04", "Beekdal, Pesse, Ruinen"),
    ]
    assert rows[0]["nieuw"] == rows[1]["herhaald"]
    assert run("releases", crowd).out.count("\n") == 2


def test_that_a_withdrawn_permission_holds_from_the_next_release(crowd: Path) -> None:
    assert run("consent", crowd, "--resident", "X-1", "--withdraw", "meetellen").status == 0
    preview = told(run("release", crowd, "--until", MARCH, "--dry-run", "--json").out)
    assert preview["tellen_mee"] == {"Beekdal": 1, "Pesse": 12, "Ruinen": 29}
    assert run("consent", crowd, "--resident", "X-1", "--withdraw", "bewaren").status == 2


def test_that_an_older_vault_is_refused_until_its_series_is_mended(crowd: Path, tmp_path: Path) -> None:
    old = shutil.copytree(crowd, tmp_path / "oud.vault")
    assert run("ledger", crowd).status == 0
    assert run("release", crowd, "--until", MARCH, "--out", tmp_path / "maart").status == 0
    for path in old.glob("dossier-*"):
        shutil.copy(path, crowd / path.name)
    refused = run("release", crowd, "--until", APRIL, "--out", tmp_path / "april")
    assert refused.refused("kent het laatste overzicht niet")
    assert not (tmp_path / "april").exists()
    assert "overzicht 1" in run("ledger", crowd).err
    assert run("release", crowd, "--until", APRIL, "--out", tmp_path / "april").status == 0
    manifest = told((tmp_path / "april" / "manifest.json").read_text("utf-8"))
    assert manifest["nummer"] == 2
