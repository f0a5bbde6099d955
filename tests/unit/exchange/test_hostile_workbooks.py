"""Workbooks that are damaged, lie about themselves or are full of nothing: read as people see them, or refused."""

from __future__ import annotations

import io
import random
import zipfile
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.exchange.map_sheet import LONGEST_GAP, read_sheet
from spinnenweb.exchange.package_files import read_zip

if TYPE_CHECKING:
    from pathlib import Path

SHEET = "xl/worksheets/sheet1.xml"
TOP = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
HEAD = '<row r="1"><c r="A1" t="inlineStr"><is><t>Organisatie</t></is></c>{more}</row>'
BESIDE = '<c r="B1" t="inlineStr"><is><t>Kern</t></is></c>'


def good() -> bytes:
    book, stream = Workbook(), io.BytesIO()
    for row in (["Organisatie", "Kern"], ["Zangkoor", "Esdal"]):
        book.active.append(row)
    book.save(stream)
    return stream.getvalue()


def with_sheet(folder: Path, xml: str) -> Path:
    path = folder / "kaart.xlsx"
    with zipfile.ZipFile(io.BytesIO(good())) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, xml.encode() if name == SHEET else old.read(name))
    return path


def row(number: str, words: str) -> str:
    return f'<row r="{number}"><c r="A{number}" t="inlineStr"><is><t>{words}</t></is></c></row>'


def refusal(path: Path) -> str:
    with pytest.raises(SpinnenwebError) as caught:
        read_sheet(path)
    return caught.value.code


def spoilt(data: bytes, name: bytes) -> bytes:
    """The same zip with the first bytes of one member inside out; its directory stays as it was."""
    bad, start = bytearray(data), data.find(name) + len(name)
    bad[start + 20 : start + 50] = bytes(one ^ 0xFF for one in bad[start + 20 : start + 50])
    return bytes(bad)


def test_that_a_workbook_with_a_spoilt_part_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "kaart.xlsx"
    path.write_bytes(spoilt(good(), SHEET.encode()))
    assert refusal(path) == "map_import.zip_damaged"


def test_that_no_flipped_byte_ends_in_anything_but_rows_or_a_refusal(tmp_path: Path) -> None:
    data, chance, path = good(), random.Random(6), tmp_path / "kaart.xlsx"
    said = set()
    for _ in range(120):
        flipped = bytearray(data)
        for _ in range(3):
            flipped[chance.randrange(len(flipped))] = chance.randrange(256)
        path.write_bytes(flipped)
        try:
            read_sheet(path)
        except SpinnenwebError as error:
            said.add(error.code)
    assert "map_import.zip_damaged" in said


@pytest.mark.parametrize("pressed", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_that_a_zip_pressed_as_nobody_does_is_refused(tmp_path: Path, pressed: int) -> None:
    path = tmp_path / "pakket.zip"
    with zipfile.ZipFile(path, "w", pressed) as archive:
        archive.writestr("organizations.csv", "id,name,description\n" * 50)
    path.write_bytes(spoilt(path.read_bytes(), b"organizations.csv"))
    with pytest.raises(SpinnenwebError, match=r"map_import\.zip_damaged"):
        read_zip(path)


@pytest.mark.parametrize("size", ["A1", "A1:XFD1048576", "A1:A99999999999"])
def test_that_a_sheet_that_is_wrong_about_its_size_is_read_whole(tmp_path: Path, size: str) -> None:
    rows = HEAD.format(more=BESIDE) + row("2", "Zangkoor")
    found = read_sheet(
        with_sheet(tmp_path, f'{TOP}<dimension ref="{size}"/><sheetData>{rows}</sheetData></worksheet>')
    )
    assert (found.headings, [one.cells for one in found.rows]) == (("Organisatie", "Kern"), [("Zangkoor", "")])


def test_that_a_row_beyond_every_sheet_is_not_counted_up_to(tmp_path: Path) -> None:
    rows = HEAD.format(more="") + row("99999999999", "Zangkoor")
    path = with_sheet(tmp_path, f"{TOP}<sheetData>{rows}</sheetData></worksheet>")
    assert refusal(path) == "map_import.empty"


def test_that_blank_rows_without_end_are_left_after_a_while(tmp_path: Path) -> None:
    blank = "".join(f'<row r="{number}"/>' for number in range(3, 5 + LONGEST_GAP))
    rows = HEAD.format(more="") + row("2", "Zangkoor") + blank + row(str(LONGEST_GAP + 6), "Te ver")
    found = read_sheet(with_sheet(tmp_path, f"{TOP}<sheetData>{rows}</sheetData></worksheet>"))
    assert [one.cells for one in found.rows] == [("Zangkoor",)]


def test_that_the_first_sheet_people_see_is_read(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["keuzes"])
    book.active.sheet_state = "hidden"
    book.create_sheet("Kaart").append(["Organisatie"])
    book["Kaart"].append(["Zangkoor"])
    book.save(tmp_path / "kaart.xlsx")
    found = read_sheet(tmp_path / "kaart.xlsx")
    assert (found.sheet, found.rows[0].cells) == ("Kaart", ("Zangkoor",))


def test_that_a_heading_holds_no_sign_that_moves_a_cursor(tmp_path: Path) -> None:
    path = tmp_path / "kaart.csv"
    path.write_bytes(b"Organisatie;\x1b[31mRood\x07\nZangkoor;x\n")
    assert read_sheet(path).headings == ("Organisatie", "[31mRood")
