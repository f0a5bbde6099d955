from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.instruments import Mode
from spinnenweb.exchange.conversations_csv import COLUMNS, HEADER, ImportedRow, read_conversations

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 22)
THEMES = ("eenzaamheid", "mobiliteit", "rouw", "schulden", "taal", "zingeving")
GOOD = {
    "code": "R-001",
    "kern": "Ruinen",
    "geboortejaar": "1948",
    "datum": "2026-03-31",
    "wijze": "direct",
    **{"LF": "6", "MW": "7", "ZG": "8", "KL": "0", "MD": "10", "DF": ""},
    "themas": "eenzaamheid|rouw",
    "meetellen": "ja",
    "notitie": "Praatte over de tuin.",
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "gesprekken.csv"


def row_text(**cells: str) -> str:
    return ";".join({**GOOD, **cells}[name] for name in COLUMNS)


def rows_of(file: Path, *lines: str, encoding: str = "utf-8") -> list[ImportedRow]:
    file.write_bytes("\r\n".join(lines).encode(encoding))
    return list(read_conversations(file, THEMES, TODAY))


def row_of(file: Path, **cells: str) -> ImportedRow:
    return rows_of(file, HEADER, row_text(**cells))[0]


def error_of(file: Path, *lines: str) -> SpinnenwebError:
    with pytest.raises(SpinnenwebError) as caught:
        rows_of(file, *lines)
    return caught.value


def cell_error(file: Path, **cells: str) -> SpinnenwebError:
    """The error of one wrong row on line 3, behind a good one."""
    error = error_of(file, HEADER, row_text(), row_text(**cells))
    assert error.values["line"] == 3
    return error


def test_that_a_row_holds_what_the_file_says(file: Path) -> None:
    assert row_of(file) == ImportedRow(
        line=2,
        code="R-001",
        village="Ruinen",
        birth_year=1948,
        held_on=date(2026, 3, 31),
        mode=Mode.DIRECT,
        marks=(6.0, 7.0, 8.0, 0.0, 10.0, None),
        themes=("eenzaamheid", "rouw"),
        count_along=True,
        note="Praatte over de tuin.",
    )


def test_that_columns_may_stand_in_any_order_and_case(file: Path) -> None:
    names = list(reversed(COLUMNS))
    header = ";".join(f" {name.upper()} " for name in names)
    turned = ";".join(GOOD[name] for name in names)
    assert rows_of(file, header, turned) == [row_of(file)]


def test_that_a_comma_file_with_quoted_decimals_gives_the_same_row(file: Path) -> None:
    cells = {**GOOD, "wijze": "items", "LF": '"6,5"', "notitie": '"Ja, graag"'}
    (row,) = rows_of(file, ",".join(COLUMNS), ",".join(cells[name] for name in COLUMNS))
    assert row == row_of(file, wijze="items", LF="6,5", notitie="Ja, graag")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_that_an_accent_survives_every_encoding(file: Path, encoding: str) -> None:
    (row,) = rows_of(file, HEADER, row_text(kern="Één", notitie="café"), encoding=encoding)
    assert (row.village, row.note) == ("Één", "café")


@pytest.mark.parametrize("written", ["2026-03-31", "31-03-2026", "31-3-2026", " 2026-03-31 "])
def test_that_a_date_is_read_in_iso_and_in_dutch_order(file: Path, written: str) -> None:
    assert row_of(file, datum=written).held_on == date(2026, 3, 31)


@pytest.mark.parametrize(
    "written",
    [
        "31-02-2026",
        "2026-02-31",
        "",
        "03/31/2026",
        "2026-13-01",
        "0026-03-31",
        "1899-12-31",
        "31-03-26",
        "²-3-2026",
    ],
)
def test_that_a_date_that_does_not_exist_is_named_with_its_line(file: Path, written: str) -> None:
    error = cell_error(file, datum=written)
    assert (error.code, error.values["value"]) == ("import.date", written)


def test_that_a_date_after_today_is_taken(file: Path) -> None:
    assert row_of(file, datum="2030-01-01").held_on == date(2030, 1, 1)


@pytest.mark.parametrize(
    ("written", "mark"), [("6,5", 6.5), ("6.5", 6.5), ("6,50", 6.5), ("0", 0.0), ("10,0", 10.0), ("", None)]
)
def test_that_a_mean_has_a_comma_or_a_point(file: Path, written: str, mark: float | None) -> None:
    assert row_of(file, wijze="items", MW=written).marks[1] == mark


@given(st.integers(0, 100))
def test_that_every_mean_of_one_decimal_is_the_nearest_number(tenths: int) -> None:
    from spinnenweb.exchange.conversations_csv import _mark, _Row

    text = f"{tenths // 10},{tenths % 10}"
    assert _mark(_Row(1, {"LF": text}, (), TODAY), "LF", Mode.ITEMS) == round(tenths / 10, 1)


@pytest.mark.parametrize("written", ["11", "-1", "10,1", "zes", "nan", "1e1", "6,", "٦", "6 5", "100", "=6"])
@pytest.mark.parametrize("way", ["direct", "items"])
def test_that_no_other_text_is_a_mark(file: Path, written: str, way: str) -> None:
    error = cell_error(file, wijze=way, KL=written)
    assert (error.code, error.values["column"], error.values["value"]) == ("import.mark", "KL", written)


def test_that_a_direct_mark_is_whole(file: Path) -> None:
    assert cell_error(file, ZG="6,5").code == "import.mark_whole"
    assert row_of(file, ZG="6,0").marks[2] == 6.0


def test_that_a_mean_has_one_decimal(file: Path) -> None:
    assert cell_error(file, wijze="items", ZG="6,55").code == "import.mark_decimal"


def test_that_a_way_is_direct_or_items(file: Path) -> None:
    assert row_of(file, wijze=" ITEMS ").mode is Mode.ITEMS
    assert cell_error(file, wijze="").code == "import.way"


def test_that_an_unknown_theme_is_named_with_its_line(file: Path) -> None:
    error = cell_error(file, themas="rouw|verveling")
    assert (error.code, error.values["value"]) == ("import.theme", "verveling")
    assert error.values["expected"] == ", ".join(THEMES)


def test_that_themes_are_trimmed_and_counted_once(file: Path) -> None:
    assert row_of(file, themas=" Rouw | taal|rouw|").themes == ("rouw", "taal")
    assert row_of(file, themas="").themes == ()


def test_that_a_talk_has_at_most_five_themes(file: Path) -> None:
    assert cell_error(file, themas="|".join(THEMES)).code == "import.theme_count"


@pytest.mark.parametrize(("written", "yes"), [("ja", True), ("JA ", True), ("nee", False), ("", False)])
def test_that_an_empty_answer_to_counting_along_is_a_no(file: Path, written: str, yes: bool) -> None:
    assert row_of(file, meetellen=written).count_along is yes


def test_that_any_other_answer_to_counting_along_is_refused(file: Path) -> None:
    assert cell_error(file, meetellen="misschien").code == "import.count_along"


@pytest.mark.parametrize("written", ["1899", "2027", "48", "1948.0", "onbekend", "١٩٤٨"])
def test_that_a_birth_year_lies_between_1900_and_now(file: Path, written: str) -> None:
    assert cell_error(file, geboortejaar=written).code == "import.birth_year"


def test_that_a_birth_year_may_be_empty(file: Path) -> None:
    assert row_of(file, geboortejaar="").birth_year is None
    assert row_of(file, geboortejaar="2026").birth_year == 2026


@pytest.mark.parametrize(("column", "code"), [("code", "import.code"), ("kern", "import.village")])
def test_that_code_and_village_are_compulsory(file: Path, column: str, code: str) -> None:
    assert cell_error(file, **{column: "  "}).code == code


def test_that_a_village_is_never_called_by_the_word_for_sums(file: Path) -> None:
    assert cell_error(file, kern=" Totaal").code == "import.village_total"


@pytest.mark.parametrize(("column", "longest"), [("code", 200), ("kern", 200)])
def test_that_a_name_of_10_000_characters_is_refused(file: Path, column: str, longest: int) -> None:
    error = cell_error(file, **{column: "x" * 10_000})
    assert error.code == "import.too_long"
    assert (error.values["column"], error.values["longest"]) == (column, longest)


def test_that_a_note_has_20_000_characters_at_most(file: Path) -> None:
    assert len(row_of(file, notitie="é" * 20_000).note) == 20_000
    error = cell_error(file, notitie="é" * 20_001)
    assert (error.code, error.values["column"]) == ("import.too_long", "notitie")


def test_that_a_note_keeps_its_lines_and_its_formula(file: Path) -> None:
    assert row_of(file, notitie='"=cmd()\r\ntweede regel"').note == "=cmd()\ntweede regel"


def test_that_rows_behind_a_note_of_two_lines_keep_their_own_line(file: Path) -> None:
    rows = rows_of(file, HEADER, row_text(notitie='"een\r\ntwee"'), "", ";" * 13, row_text())
    assert [row.line for row in rows] == [2, 6]


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b"])
def test_that_an_invisible_character_is_refused(file: Path, character: str) -> None:
    assert cell_error(file, notitie=f"a{character}b").code == "import.nul"


@pytest.mark.parametrize(("extra", "found"), [(";", 15), (";" * 200, 214)])
def test_that_a_row_with_other_columns_than_the_header_is_refused(file: Path, extra: str, found: int) -> None:
    error = error_of(file, HEADER, row_text() + extra)
    assert error.code == "import.columns"
    assert error.values == {"line": 2, "found": found, "expected": 14}


def test_that_an_unquoted_decimal_comma_in_a_comma_file_is_an_extra_column(file: Path) -> None:
    cells = {**GOOD, "wijze": "items", "LF": "6,5"}
    error = error_of(file, ",".join(COLUMNS), ",".join(cells[name] for name in COLUMNS))
    assert (error.code, error.values["found"]) == ("import.columns", 15)


def test_that_a_missing_column_is_named(file: Path) -> None:
    error = error_of(file, HEADER.replace("themas", "thema"), row_text())
    assert (error.code, error.values["column"]) == ("import.column_missing", "themas")


def test_that_an_unknown_column_is_numbered_and_not_repeated(file: Path) -> None:
    error = error_of(file, f"{HEADER};naam", row_text() + ";x")
    assert error.code == "import.column_unknown"
    assert error.values == {"line": 1, "number": 15, "expected": HEADER}


def test_that_a_column_stands_there_once(file: Path) -> None:
    error = error_of(file, f"{HEADER};LF", row_text() + ";5")
    assert (error.code, error.values) == ("import.column_twice", {"line": 1, "column": "LF"})


def test_that_a_file_without_a_header_repeats_nothing_of_its_first_row(file: Path) -> None:
    error = error_of(file, row_text())
    assert (error.code, error.values) == ("import.header", {"line": 1, "expected": HEADER})


def test_that_ten_thousand_columns_are_not_our_header(file: Path) -> None:
    assert error_of(file, ";".join("abc" for _ in range(10_000))).code == "import.header"


@pytest.mark.parametrize("lines", [[], [HEADER], [HEADER, "", ";" * 13]])
def test_that_a_file_without_a_talk_is_said_to_be_empty(file: Path, lines: list[str]) -> None:
    assert error_of(file, *lines).code == "import.empty"


def test_that_a_message_repeats_at_most_20_characters(file: Path) -> None:
    for cells in ({"datum": "x" * 99}, {"LF": "x" * 99}, {"themas": "x" * 99}):
        assert cell_error(file, **cells).values["value"] == "x" * 20


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(COLUMNS), st.text(st.characters(codec="utf-8"), max_size=30), min_size=1))
def test_that_any_cells_give_a_row_or_an_error_with_its_line(file: Path, cells: dict[str, str]) -> None:
    quoted = {name: '"' + text.replace('"', '""') + '"' for name, text in cells.items()}
    with suppress(SpinnenwebError):
        (row,) = rows_of(file, HEADER, row_text(**quoted))
        assert row.code
        assert row.village
        assert all(mark is None or 0 <= mark <= 10 for mark in row.marks)
