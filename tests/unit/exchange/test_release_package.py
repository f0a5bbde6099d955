"""A release read by others: frictionless for `datapackage.json`, openpyxl for the workbook."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import frictionless
import openpyxl
import pytest

from spinnenweb.exchange.release_files import Papers, release_files
from spinnenweb.exchange.release_tables import NOT_FOR_COMPARING
from tests.unit.disclosure.made_villages import years

if TYPE_CHECKING:
    from spinnenweb.disclosure.release import Outcome

TEMPLATE = Path(__file__).parents[3] / "resources" / "templates" / "cijfers-verantwoording.txt"
WORDS = {"themas:rouw": "Rouw", "dimensies:LF": "Lichaamsfuncties", "klassen:LF": "Lichaamsfuncties"}
TABLES = [
    "personen", "themas", "onderwerpen", "signalen", "opvolging", "klassen", "verandering", "dimensies",
]  # fmt: skip


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    return years(3, 80, 13)[-1]


@pytest.fixture(scope="module")
def files(outcome: Outcome) -> dict[str, bytes]:
    return release_files(outcome, Papers(TEMPLATE.read_text("utf-8"), WORDS, version="0.1.0"))


@pytest.fixture(scope="module")
def folder(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("overzicht")
    for name, content in files.items():
        (place / name).write_bytes(content)
    return place


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def checked(folder: Path) -> frictionless.Report:
    report: frictionless.Report = frictionless.validate(str(folder / "datapackage.json"))
    return report


def test_that_the_description_fits_every_table(folder: Path) -> None:
    report = checked(folder)
    assert report.flatten(["title", "message"]) == []
    assert [task.name for task in report.tasks] == TABLES
    assert all(task.stats["rows"] for task in report.tasks)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("dimensies.csv", b";2026-01", b";januari"),
        ("themas.csv", b"rouw", b"nieuw thema"),
        ("verandering.csv", b"verandering;", b"gemiddelde;"),
        ("klassen.csv", b";5;", b";vijf;"),
    ],
)
def test_that_a_table_that_does_not_fit_is_noticed(
    folder: Path, tmp_path: Path, name: str, old: bytes, new: bytes
) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    content = (tmp_path / name).read_bytes()
    assert old in content
    (tmp_path / name).write_bytes(content.replace(old, new))
    assert not checked(tmp_path).valid


@pytest.mark.parametrize(
    ("name", "columns"),
    [("klassen", ["dimensie", "klasse", "aantal"]), ("verandering", ["dimensie", "verandering"])],
)
def test_that_the_columns_of_the_yearly_tables_are_these(
    files: dict[str, bytes], name: str, columns: list[str]
) -> None:
    header = ["kern", "leeftijdsgroep", *columns, "stap", "status", "peilmoment"]
    assert rows(files[f"{name}.csv"])[0] == header


def test_that_a_fall_is_a_number_and_no_text(files: dict[str, bytes]) -> None:
    values = [row[3] for row in rows(files["verandering.csv"])[1:] if row[3] != "."]
    assert any(value.startswith("-") for value in values)
    assert all(float(value.replace(",", ".")) <= 4 for value in values)


def test_that_the_workbook_says_cell_for_cell_what_the_tables_say(files: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files["cijfers.xlsx"]))
    assert book.sheetnames == ["Leesmij", *TABLES]
    for name in TABLES:
        lines = [[cell.value for cell in line] for line in book[name].iter_rows()]
        start = next(at for at, line in enumerate(lines) if line[0] == "kern")
        told = [[_said(cell) for cell in line] for line in lines[start:]]
        assert told == [[_known(cell) for cell in row] for row in rows(files[f"{name}.csv"])]


def _said(cell: object) -> str:
    """A cell as the CSV has it; words back to codes."""
    codes = {word: key.partition(":")[2] for key, word in WORDS.items()}
    return codes.get(str(cell), f"{cell:g}" if isinstance(cell, int | float) else str(cell))


def _known(cell: str) -> str:
    """A cell of a CSV, a number without noughts it does not need."""
    try:
        return f"{float(cell.replace(',', '.')):g}"
    except ValueError:
        return cell


def test_that_every_sheet_about_marks_says_not_to_compare(files: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files["cijfers.xlsx"]))
    said = [name for name in book.sheetnames if book[name]["A1"].value == NOT_FOR_COMPARING]
    assert said == ["klassen", "verandering", "dimensies"]


def test_that_the_account_explains_the_yearly_tables(files: dict[str, bytes]) -> None:
    assert "drie klassen" in files["verantwoording.txt"].decode("utf-8-sig")
