from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinnenweb.exchange.csv_text import NumberText, csv_bytes, safe_cell


def read_back(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("text", ["=cmd()", "+31", "-1", "@SUM(A1)", "\t=1", "\r=1", " =cmd()", "\n=cmd()"])
def test_that_a_text_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Ruinen", "'s-Gravenhage", "18-64", "65+", "a=b", "."])
def test_that_an_ordinary_text_stays_as_it_is(text: str) -> None:
    assert safe_cell(text) == text


@pytest.mark.parametrize("number", [0, 15, -15, NumberText("-0,5")])
def test_that_a_number_never_gets_an_apostrophe(number: int | NumberText) -> None:
    assert safe_cell(number) == str(number)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_that_no_cell_of_any_text_starts_a_formula_and_all_text_comes_back(row: list[str]) -> None:
    header, found = read_back(csv_bytes(["kop"] * len(row), [row]))
    assert header == ["kop"] * len(row)
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in found)
    assert [cell.removeprefix("'") for cell in found] == [cell.removeprefix("'") for cell in row]


def test_that_a_file_is_what_dutch_excel_opens_by_a_double_click() -> None:
    assert csv_bytes(["kern", "aantal"], [["Één", 10]]) == b"\xef\xbb\xbfkern;aantal\r\n\xc3\x89\xc3\xa9n;10\r\n"
