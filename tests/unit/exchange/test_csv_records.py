from __future__ import annotations

import csv
import os
import tracemalloc
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.exchange import csv_records
from spinnenweb.exchange.csv_records import Record, encoding_of, read_records

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "gesprekken.csv"


def records_of(file: Path, content: bytes) -> list[Record]:
    file.write_bytes(content)
    return list(read_records(file))


def error_of(file: Path, content: bytes) -> SpinnenwebError:
    with pytest.raises(SpinnenwebError) as caught:
        records_of(file, content)
    return caught.value


def fields_of(file: Path, content: bytes) -> list[tuple[str, ...]]:
    return [record.fields for record in records_of(file, content)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ","])
def test_that_encoding_and_separator_change_no_field(file: Path, encoding: str, separator: str) -> None:
    text = f"code{separator}kern\r\nR-001{separator}Één\r\n"
    assert fields_of(file, text.encode(encoding)) == [("code", "kern"), ("R-001", "Één")]


def test_that_one_byte_far_into_the_file_decides_for_cp1252(file: Path) -> None:
    content = b"a;b\r\n" + b"1;2\r\n" * 40_000 + "3;café €\r\n".encode("cp1252")
    assert records_of(file, content)[-1] == Record(40_002, ("3", "café €"))


def test_that_a_letter_on_the_border_of_two_pieces_stays_utf_8(file: Path) -> None:
    file.write_bytes(b"x" * (csv_records._CHUNK - 1) + "é".encode())
    assert encoding_of(file) == "utf-8"


def test_that_a_letter_cut_off_at_the_end_is_not_utf_8(file: Path) -> None:
    file.write_bytes(b"a;b\n" + "é".encode()[:1])
    assert encoding_of(file) == "cp1252"


def test_that_a_file_marked_as_utf_8_is_never_read_as_anything_else(file: Path) -> None:
    error = error_of(file, b"\xef\xbb\xbfa;b\r\n1;caf\xe9\r\n")
    assert (error.code, error.values) == ("import.encoding", {"line": 2})


def test_that_a_byte_no_encoding_knows_is_named_by_its_line(file: Path) -> None:
    error = error_of(file, b"a;b\r\n1;2\r\n3;\x81\r\n")
    assert (error.code, error.values) == ("import.encoding", {"line": 3})


def test_that_half_a_utf_16_letter_is_refused(file: Path) -> None:
    assert error_of(file, "a;b\n".encode("utf-16") + b"x").code == "import.encoding"


def test_that_a_record_is_named_by_the_line_where_it_starts(file: Path) -> None:
    content = b'a;b\r\n\r\n1;"two\r\nlines"\r\n;\r\n3;4'
    assert [record.line for record in records_of(file, content)] == [1, 3, 6]


def test_that_a_line_break_and_a_separator_between_quotation_marks_belong_to_the_field(file: Path) -> None:
    assert fields_of(file, b'a;b\n"x;y";"one\ntwo ""three"""\n') == [("a", "b"), ("x;y", 'one\ntwo "three"')]


@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b"\r"])
def test_that_every_line_ending_counts_as_one_line(file: Path, ending: bytes) -> None:
    assert [r.line for r in records_of(file, ending.join([b"a;b", b"", b"1;2"]))] == [1, 3]


@pytest.mark.parametrize("content", [b"", b"\r\n\r\n", b"\xef\xbb\xbf", b" \n;;;\n"])
def test_that_a_file_with_nothing_in_it_has_no_records(file: Path, content: bytes) -> None:
    assert records_of(file, content) == []


def test_that_a_quotation_mark_that_is_never_closed_swallows_nothing(file: Path) -> None:
    error = error_of(file, b'a;b\n1;2\n3;"four\n5;6\n7;8\n')
    assert (error.code, error.values) == ("import.quote", {"line": 3})


def test_that_a_quotation_mark_open_over_a_long_file_is_named_by_its_first_line(file: Path) -> None:
    error = error_of(file, b'a;b\n1;"2\n' + b"3;4\n" * 100_000)
    assert (error.code, error.values) == ("import.quote", {"line": 2})


def test_that_text_behind_a_closed_quotation_mark_is_refused(file: Path) -> None:
    error = error_of(file, b'a;b\n1;"2"3\n')
    assert (error.code, error.values) == ("import.quote", {"line": 2})


def test_that_an_unmatched_quotation_mark_inside_a_text_is_just_that(file: Path) -> None:
    assert fields_of(file, b'a;b\n1;6" nails\n') == [("a", "b"), ("1", '6" nails')]


def test_that_a_nul_is_named_by_its_own_line(file: Path) -> None:
    error = error_of(file, b'a;b\n1;"two\nli\0nes"\n')
    assert (error.code, error.values) == ("import.nul", {"line": 3})


def test_that_a_field_of_200_000_characters_is_named_by_line_and_column(file: Path) -> None:
    error = error_of(file, b"a;b;c\n1;2;3\n4;" + b"x" * 200_000 + b";6\n")
    assert error.code == "import.too_long"
    assert error.values == {"line": 3, "column": "2", "longest": 20_000}


def test_that_a_header_that_never_ends_is_refused(file: Path) -> None:
    assert error_of(file, b"x" * 300_000).code == "import.too_long"


def test_that_reading_leaves_the_limit_of_the_csv_module_alone(file: Path) -> None:
    before = csv.field_size_limit()
    error_of(file, b"a;b\n1;" + b"x" * 200_000)
    assert csv.field_size_limit() == before


@pytest.mark.parametrize("start", [b"PK\x03\x04rest", b"\xd0\xcf\x11\xe0\xa1\xb1"])
def test_that_a_workbook_is_told_apart_from_a_csv(file: Path, start: bytes) -> None:
    assert error_of(file, start).code == "import.workbook"


def test_that_a_huge_file_is_refused_before_it_is_read(file: Path) -> None:
    with file.open("wb") as handle:
        handle.truncate(csv_records.MOST_MEGABYTES * 1_000_000 + 1)
    with pytest.raises(SpinnenwebError) as caught:
        next(read_records(file))
    assert (caught.value.code, caught.value.values) == ("import.too_large", {"max": 50})


def test_that_a_missing_file_and_a_folder_are_not_found(tmp_path: Path) -> None:
    for path in (tmp_path / "weg.csv", tmp_path, tmp_path / "weg" / "weg.csv"):
        with pytest.raises(SpinnenwebError) as caught:
            next(read_records(path))
        assert (caught.value.code, caught.value.values) == ("import.missing", {"path": str(path)})


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_that_a_file_that_may_not_be_read_is_named(file: Path) -> None:
    file.write_bytes(b"a;b")
    file.chmod(0)
    with pytest.raises(SpinnenwebError, match=r"import\.no_rights"):
        next(read_records(file))


def test_that_a_long_file_takes_the_memory_of_a_short_one(file: Path) -> None:
    file.write_bytes(b"a;b\n" + b"1;some text that is not empty\n" * 200_000)
    tracemalloc.start()
    total = sum(1 for _ in read_records(file))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert total == 200_001
    assert peak < 1_500_000


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_that_any_bytes_give_records_or_an_expected_error(file: Path, content: bytes) -> None:
    with suppress(SpinnenwebError):
        assert all(record.line > 0 and record.fields for record in records_of(file, content))
