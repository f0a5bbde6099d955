"""Files that want to do harm: each is refused, in little time and memory, with its place where it has one."""

from __future__ import annotations

import os
import sys
import time
import tracemalloc
import zipfile
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.exchange import json_lines, package_files
from spinnenweb.exchange.hsds_csv import read_csv
from spinnenweb.exchange.hsds_json import read_json
from spinnenweb.exchange.map_flaws import MOST_FLAWS, Flaws, MapFlaw
from spinnenweb.exchange.map_sheet import read_sheet
from spinnenweb.exchange.package_files import MEGABYTE, MOST_MEGABYTES, read_bytes, read_folder, read_zip
from tests.unit.exchange.hsds_files import HOUSE, SAMPLES, checked

if TYPE_CHECKING:
    from pathlib import Path


def flaws_of(text: str | bytes) -> tuple[MapFlaw, ...]:
    flaws = Flaws()
    package = read_json(text if isinstance(text, bytes) else text.encode(), flaws)
    return checked(package, flaws)


def refusal(path: Path) -> str:
    with pytest.raises(SpinnenwebError) as caught:
        read_zip(path)
    return caught.value.code


# --- JSON


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"services":'])
def test_that_a_depth_nobody_needs_is_refused_at_once(opening: str) -> None:
    begun = time.perf_counter()
    [flaw] = flaws_of("\n" + opening * 100_000)
    assert (flaw.kind, flaw.line) == ("json_deep", 2)
    assert time.perf_counter() - begun < 1


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ('[\n{"id": NaN}]', "json_nan", 2),
        ('[\n\n{"id": -Infinity}]', "json_nan", 3),
        ('[\n{"id": 1,\n "name": 2, "id": 3}]', "json_twice", 2),
        ('[{"a": 1},\n{"b": {"c": 1,\n "c": 1}}]', "json_twice", 2),
        ('[{"id": "a"\n', "json_form", 2),
        ("", "json_form", 1),
        ('[{"id": 1e999}]', "json_number", 0),
        ('[{"id": ' + "9" * 5000 + "}]", "json_number", 0),
        ('\n\n[{"name": "\udcff"}]'.encode("utf-8", "surrogateescape"), "json_letters", 3),
        ("[1, 2]", "json_unknown", 0),
        ('[{"x": 1}]', "json_unknown", 1),
        ('[\n{"id": "a", "name": "b", "services": {"id": 1}}]', "json_list", 2),
    ],
)
def test_that_unclear_json_is_told_with_its_line(text: str | bytes, kind: str, line: int) -> None:
    found = {(flaw.kind, flaw.line) for flaw in flaws_of(text)}
    assert (kind, line) in found


def test_that_signs_within_texts_do_not_count_as_depth_or_number() -> None:
    text = f'[{{"id": "{HOUSE}", "name": "{"[{" * 100}NaN \\" Infinity", "description": "x"}}]'
    assert flaws_of(text) == ()


def test_that_an_endless_text_within_quotes_is_read_in_one_go() -> None:
    begun = time.perf_counter()
    assert flaws_of('[{"name": "' + "\\\\" * 2_000_000)[0].kind == "json_form"
    assert time.perf_counter() - begun < 3


def test_that_one_identifier_for_two_things_is_told() -> None:
    one, other = (f'{{"id": "{HOUSE}", "name": "{name}", "description": "x"}}' for name in "AB")
    assert flaws_of(f"[{one},\n{other}]") == (MapFlaw(2, "id_twice", "id"),)


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        ("name", "7", "text"),
        ("name", '{"a": 1}', "text"),
        ("id", '"../../etc/passwd"', "uuid"),
        ("email", '"geen adres"', "email"),
        ("website", '"javascript alert"', "uri"),
        ("year_incorporated", '"2011"', "number"),
        ("year_incorporated", "true", "number"),
        ("parent_organization_id", '"1"', "uuid"),
    ],
)
def test_that_a_value_of_another_kind_is_told(field: str, value: str, kind: str) -> None:
    given = {"id": f'"{HOUSE}"', "name": '"A"', "description": '"B"'} | {field: value}
    text = "{" + ",\n".join(f'"{name}": {one}' for name, one in given.items()) + "}"
    assert [(flaw.kind, flaw.column) for flaw in flaws_of(text)] == [(kind, field)]


def test_that_what_is_wrong_a_thousand_times_is_told_up_to_a_limit() -> None:
    found = flaws_of("[" + ",\n".join(f'{{"id": "x{number}", "name": "y"}}' for number in range(1000)) + "]")
    assert len(found) == MOST_FLAWS + 1
    assert found[-1].kind == "more"


def test_that_more_rows_than_a_region_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spinnenweb.exchange.hsds_json.MOST_ROWS", 3)
    text = ",".join(f'{{"id": "{number:08d}{HOUSE[8:]}", "name": "A", "description": "B"}}' for number in range(4))
    assert "too_many_rows" in {flaw.kind for flaw in flaws_of(f"[{text}]")}


def test_that_half_a_gigabyte_is_refused_by_its_size(tmp_path: Path) -> None:
    file = tmp_path / "groot.json"
    with file.open("wb") as handle:
        handle.truncate(500 * MEGABYTE)
    tracemalloc.start()
    with pytest.raises(SpinnenwebError) as caught:
        read_bytes(file)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (caught.value.code, caught.value.values["max"]) == ("map_import.too_large", MOST_MEGABYTES)
    assert most < MEGABYTE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_that_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.json")
    with pytest.raises(SpinnenwebError) as caught:
        read_bytes(tmp_path / "pijp.json")
    assert caught.value.code == "map_import.missing"


# --- zips


def zip_of(folder: Path, *members: tuple[str, bytes]) -> Path:
    path = folder / "pakket.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return path


def test_that_a_zip_of_a_package_is_read_with_its_folder_left_off(tmp_path: Path) -> None:
    files = read_folder(SAMPLES / "minimal-nl")
    path = zip_of(tmp_path, *((f"kaart/{name.upper()}", data) for name, data in files.items()), ("foto.png", b"x"))
    assert read_zip(path) == files


@pytest.mark.parametrize(
    "name",
    [
        "../weg.csv",
        "a/../../weg.csv",
        "/etc/weg.csv",
        "C:/weg.csv",
        "a\\..\\weg.csv",
        "..\\weg.csv",
        "//host/weg.csv",
    ],
)
def test_that_a_name_that_leaves_its_folder_is_refused(tmp_path: Path, name: str) -> None:
    assert refusal(zip_of(tmp_path, (name, b"id"))) == "map_import.zip_name"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pakket.zip"]


def test_that_a_link_in_a_zip_is_refused(tmp_path: Path) -> None:
    entry = zipfile.ZipInfo("organizations.csv")
    entry.external_attr = 0o120777 << 16
    path = tmp_path / "pakket.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(entry, "/etc/passwd")
    assert refusal(path) == "map_import.zip_name"


def test_that_one_name_twice_is_refused(tmp_path: Path) -> None:
    assert refusal(zip_of(tmp_path, ("a/services.csv", b"1"), ("b/services.csv", b"2"))) == "map_import.zip_name"


@pytest.mark.parametrize(
    ("size", "code"), [(20 * MEGABYTE, "map_import.zip_bomb"), (60 * MEGABYTE, "map_import.too_large")]
)
def test_that_a_zip_bomb_is_refused_unopened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, code: str
) -> None:
    path = zip_of(tmp_path, ("services.csv", bytes(size)))
    monkeypatch.setattr(package_files, "_read", lambda *_: pytest.fail("it was opened"))
    assert refusal(path) == code


def test_that_a_zip_that_lies_about_its_size_is_not_believed(tmp_path: Path) -> None:
    path = zip_of(tmp_path, ("services.csv", bytes(5 * MEGABYTE)))
    data = path.read_bytes().replace((5 * MEGABYTE).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    path.write_bytes(data)
    assert refusal(path) == "map_import.zip_damaged"


def test_that_many_files_are_refused(tmp_path: Path) -> None:
    assert (
        refusal(zip_of(tmp_path, *((f"{number}.csv", b"") for number in range(61)))) == "map_import.too_many_files"
    )


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + bytes(400)])
def test_that_half_a_zip_is_damaged(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "half.zip").write_bytes(data)
    assert refusal(tmp_path / "half.zip") == "map_import.zip_damaged"


def test_that_a_bomb_dressed_as_a_workbook_is_refused(tmp_path: Path) -> None:
    path = zip_of(tmp_path, ("xl/worksheets/sheet1.xml", bytes(30 * MEGABYTE)))
    with pytest.raises(SpinnenwebError) as caught:
        read_sheet(path)
    assert caught.value.code == "map_import.zip_bomb"


def test_that_a_workbook_with_entities_of_its_own_is_refused(tmp_path: Path) -> None:
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    path = zip_of(tmp_path, ("xl/workbook.xml", laughs), ("[Content_Types].xml", b"<Types/>"))
    with pytest.raises(SpinnenwebError) as caught:
        read_sheet(path)
    assert caught.value.code == "map_import.zip_bomb"


# --- folders and tables


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_that_a_link_in_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "geheim.txt").write_text("id\n1\n")
    (tmp_path / "pakket").mkdir()
    (tmp_path / "pakket" / "organizations.csv").symlink_to(tmp_path / "geheim.txt")
    assert read_folder(tmp_path / "pakket") == {}


def test_that_a_path_in_a_descriptor_is_never_followed(tmp_path: Path) -> None:
    """Rows come from the files of the standard; the descriptor only says what kind of thing a column holds."""
    files = read_folder(SAMPLES / "minimal-nl")
    descriptor = files["datapackage.json"].replace(b'"organizations.csv"', b'"../../../../etc/passwd"')
    flaws = Flaws()
    package = read_csv(files | {"datapackage.json": descriptor}, flaws)
    assert checked(package, flaws) == ()
    assert [row.text("name") for row in package.of("organization")] == ["Dorpsvereniging Voorbeeld"]


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        (b"", "csv_empty", 0),
        (b"id,name\n", "column_missing", 1),
        (b"id,name,description,id\n", "column_twice", 1),
        (b"id,name,description\n1,2\n", "cells", 2),
        (b'id,name,description\n1,"2,3\n', "csv_quote", 2),
        (b"id,name,description\n1,\0,3\n", "csv_nul", 2),
        (b"id,name,description\n1," + b"x" * 20_001 + b",3\n", "too_long", 2),
    ],
)
def test_that_a_broken_table_is_told_with_its_line(text: bytes, kind: str, line: int) -> None:
    flaws = Flaws()
    read_csv({"organizations.csv": text}, flaws)
    found = [(flaw.kind, flaw.line, flaw.file) for flaw in flaws.told()]
    assert (kind, line, "organizations.csv") in found


def test_that_the_limits_leave_room_for_the_standard_itself() -> None:
    data = (SAMPLES / "organization_full.json").read_bytes()
    assert json_lines.load(data)
    assert json_lines.DEEPEST >= 20
