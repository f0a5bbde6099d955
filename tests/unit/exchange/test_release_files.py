"""The files of a release, as they leave the house."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from spinnenweb.disclosure.ledger_codec import ledger_from_json, ledger_to_json
from spinnenweb.disclosure.release import Outcome, release
from spinnenweb.exchange.release_files import Papers, manifest_hash, release_files
from tests.unit.disclosure.made_villages import asked, made, month, series

TEMPLATE = Path(__file__).parents[3] / "resources" / "templates" / "cijfers-verantwoording.txt"
PAPERS = Papers(TEMPLATE.read_text("utf-8"), {"themas:rouw": "Rouw"}, version="0.1.0")


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    return series(2, 45, 3, "Oost", "West")[-1]


@pytest.fixture(scope="module")
def files(outcome: Outcome) -> dict[str, bytes]:
    return release_files(outcome, PAPERS)


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def sheets(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return {name: book.read(name).decode() for name in book.namelist()}


def test_that_a_release_holds_these_files(files: dict[str, bytes]) -> None:
    assert list(files) == [
        "personen.csv",
        "themas.csv",
        "onderwerpen.csv",
        "signalen.csv",
        "opvolging.csv",
        "dimensies.csv",
        "cijfers.xlsx",
        "verantwoording.txt",
        "datapackage.json",
        "manifest.json",
    ]


@pytest.mark.parametrize(
    ("name", "item", "measure"),
    [
        ("themas", "thema", "aantal"),
        ("onderwerpen", "onderwerp", "aantal"),
        ("signalen", "signaal", "aantal"),
        ("opvolging", "opvolging", "aantal"),
        ("dimensies", "dimensie", "gemiddelde"),
    ],
)
def test_that_the_columns_are_these(files: dict[str, bytes], name: str, item: str, measure: str) -> None:
    header = ["kern", "leeftijdsgroep", item, measure, "stap", "status", "peilmoment"]
    assert rows(files[f"{name}.csv"])[0] == header


def test_that_the_same_release_gives_the_same_bytes(outcome: Outcome, files: dict[str, bytes]) -> None:
    assert release_files(outcome, PAPERS) == files


def test_that_the_same_month_after_a_restart_gives_the_same_bytes(
    outcome: Outcome, files: dict[str, bytes]
) -> None:
    ledger = ledger_from_json(ledger_to_json(made(outcome)))
    again = release((), ledger, asked(month(2), "Oost", "West"))
    assert release_files(again, PAPERS) == files


def test_that_the_manifest_knows_every_other_file(outcome: Outcome, files: dict[str, bytes]) -> None:
    manifest = json.loads(files["manifest.json"])
    others = {name: sha256(content).hexdigest() for name, content in files.items() if name != "manifest.json"}
    assert manifest["bestanden"] == others
    assert (manifest["nummer"], manifest["vorige"]) == (3, f"{2:064x}")
    assert manifest_hash(files) == sha256(files["manifest.json"]).hexdigest()


def test_that_only_the_manifest_holds_the_number_of_the_release(files: dict[str, bytes], outcome: Outcome) -> None:
    assert f"{2:064x}" in files["manifest.json"].decode()
    assert all(f"{2:064x}".encode() not in content for name, content in files.items() if name != "manifest.json")


def test_that_every_number_of_the_workbook_stands_in_a_csv(files: dict[str, bytes]) -> None:
    told = {
        cell.replace(",", ".")
        for name, each in files.items()
        if name.endswith(".csv")
        for r in rows(each)
        for cell in r
    }
    known = {float(cell) for cell in told if re.fullmatch(r"\d+(\.\d+)?", cell)}
    pages = [text for name, text in sheets(files["cijfers.xlsx"]).items() if "worksheets/sheet" in name]
    numbers = [float(each) for page in pages for each in re.findall(r'<c r="\w+" s="\d+"><v>([^<]+)</v>', page)]
    assert numbers
    assert set(numbers) <= known


def test_that_the_workbook_starts_with_the_account_and_ends_with_the_means(files: dict[str, bytes]) -> None:
    names = re.findall(r'<sheet name="(\w+)"', sheets(files["cijfers.xlsx"])["xl/workbook.xml"])
    assert (names[0], names[1:3], names[-1]) == ("Leesmij", ["personen", "themas"], "dimensies")


def test_that_words_stand_in_the_workbook_and_codes_in_the_csv(files: dict[str, bytes]) -> None:
    assert "Rouw" in sheets(files["cijfers.xlsx"])["xl/sharedStrings.xml"]
    assert "Rouw" not in files["themas.csv"].decode()


def test_that_a_reason_for_hiding_is_in_no_file(outcome: Outcome, files: dict[str, bytes]) -> None:
    assert outcome.reasons
    for each in {str(reason.why) for reason in outcome.reasons}:
        assert all(each.encode() not in content for content in files.values())


def test_that_the_account_promises_what_it_can(files: dict[str, bytes]) -> None:
    account = files["verantwoording.txt"].decode("utf-8-sig")
    assert "{" not in account
    assert "Buitenstaanders" in account
    assert "Oost, West" in account
    assert "18" in account


def test_that_invented_data_says_so(outcome: Outcome) -> None:
    papers = Papers(PAPERS.account, example=True)
    files = release_files(outcome, papers)
    for name in ("verantwoording.txt", "datapackage.json"):
        assert "verzonnen voorbeeldgegevens" in files[name].decode("utf-8-sig").casefold()


def test_that_the_description_names_every_column(files: dict[str, bytes]) -> None:
    package = json.loads(files["datapackage.json"])
    for resource in package["resources"]:
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert rows(files[resource["path"]])[0] == names


def test_that_hidden_figures_are_a_point_and_means_have_a_comma(files: dict[str, bytes]) -> None:
    means = {row[3] for row in rows(files["dimensies.csv"])[1:]}
    assert all(re.fullmatch(r"\d,\d\d?|\.", each) for each in means)
    assert {row[3] for row in rows(files["signalen.csv"])[1:] if row[5] == "afgeschermd"} <= {"."}
