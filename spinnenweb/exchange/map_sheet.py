"""The rows of a table with organisations from elsewhere: CSV or a workbook of Excel, as plain cells.

A workbook is opened only after its zip was looked at, and read without formulas, links or pictures.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.exchange.csv_records import LONGEST_FIELD, csv_text
from spinnenweb.exchange.package_files import DAMAGED, is_zip, read_bytes, refuse_bomb

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MOST_LINES = 20_000
MOST_COLUMNS = 120
LONGEST_GAP = 20_000
"""Blank rows of a workbook after which nothing more is expected: Excel keeps a million of them by accident."""
ENCODINGS = ("utf-8-sig", "utf-8", "cp1252", "utf-16")
SEPARATORS = (";", ",", "\t", "|")
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """The cells of a row; `line` is where it starts in a text, or its number in a workbook."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole table with how it was read. `sheets` are those a workbook has; `encoding` is empty for one."""

    headings: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()


def read_sheet(path: Path, encoding: str = "", separator: str = "", sheet: str = "") -> Sheet:
    """A table; what is not chosen is recognised. The first row that is not empty holds the headings.

    Raises:
        SpinnenwebError: `map_import.missing`, `.no_rights`, `.too_large`, `.old_workbook`, `.zip_damaged`,
            `.zip_bomb`, `.zip_closed`, `.empty`, `.too_many_lines`, `.too_many_columns`, and with the line
            `import.encoding`, `import.nul`, `import.quote`, `import.too_long`.
    """
    data = read_bytes(path)
    if data.startswith(_OLD_WORKBOOK):
        raise SpinnenwebError("map_import.old_workbook")
    if is_zip(data):
        refuse_bomb(data)
        return _workbook(data, sheet)
    return _csv(data, encoding, separator)


def _csv(data: bytes, encoding: str, separator: str) -> Sheet:
    text = csv_text(data, encoding, separator or ",")
    chosen = separator or _separator(text.text)
    rows = (SheetRow(record.line, record.fields) for record in csv_text(data, text.encoding, chosen).records())
    headings, found = _whole(rows)
    return Sheet(headings, found, text.encoding, chosen)


def _separator(text: str) -> str:
    """The sign that stands most often in the first line with something in it, outside quotation marks."""
    first = next((line for line in io.StringIO(text) if line.strip()), "")
    outside = "".join(first.split('"')[::2])
    return max(SEPARATORS, key=outside.count)


def _whole(rows: Iterator[SheetRow]) -> tuple[tuple[str, ...], tuple[SheetRow, ...]]:
    head = next(rows, None)
    if head is None:
        raise SpinnenwebError("map_import.empty")
    if len(head.cells) > MOST_COLUMNS:
        raise SpinnenwebError("map_import.too_many_columns", max=MOST_COLUMNS)
    headings = _headings(head.cells)
    found = tuple(islice(rows, MOST_LINES + 1))
    if len(found) > MOST_LINES:
        raise SpinnenwebError("map_import.too_many_lines", max=MOST_LINES)
    if not found:
        raise SpinnenwebError("map_import.empty")
    return headings, tuple(SheetRow(row.line, _as_wide(row.cells, len(headings))) for row in found)


def _headings(cells: Sequence[str]) -> tuple[str, ...]:
    """The headings, each different: one without words or met before gets its number."""
    found: dict[str, None] = {}
    for number, cell in enumerate(cells, 1):
        name = (
            " ".join("".join(sign if sign.isprintable() else " " for sign in cell).split())[:80]
            or f"kolom {number}"
        )
        found[name if name not in found else f"{name} ({number})"] = None
    return tuple(found)


def _as_wide(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*cells, *("" for _ in range(width - len(cells))))[:width]


def _workbook(data: bytes, wanted: str) -> Sheet:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    _refuse_doctype(data)
    try:
        with warnings.catch_warnings():
            # about drop-down lists and styles, which nobody reads here
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            names = tuple(book.sheetnames)
            name = wanted if wanted in names else _first_shown(book)
            rows = tuple(islice(_rows(_cells(book[name])), MOST_LINES + 2)) if name else ()
            book.close()
    except (*DAMAGED, InvalidFileException, LookupError, TypeError, AttributeError, SyntaxError, ArithmeticError):
        raise SpinnenwebError("map_import.zip_damaged") from None
    headings, found = _whole(iter(rows))
    return Sheet(headings, found, sheet=name, sheets=names)


def _first_shown(book: Workbook) -> str:
    """The first sheet that is not hidden: a hidden one often holds the words of drop-down lists."""
    shown = [name for name in book.sheetnames if book[name].sheet_state == "visible"]
    return next(iter((*shown, *book.sheetnames)), "")


def _cells(sheet: ReadOnlyWorksheet) -> Iterable[tuple[object, ...]]:
    # what a sheet says about its own size is often wrong: too small hides columns, too large goes on for ever
    sheet.reset_dimensions()
    rows: Iterable[tuple[object, ...]] = sheet.iter_rows(values_only=True)
    return rows


def _refuse_doctype(data: bytes) -> None:
    """A workbook never declares entities of its own; one that does wants to grow when it is read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [name for name in archive.namelist() if name.casefold().endswith((".xml", ".rels"))]
            if any(b"<!DOCTYPE" in archive.read(name).replace(b"\0", b"") for name in parts):
                raise SpinnenwebError("map_import.zip_bomb")
    except DAMAGED:
        raise SpinnenwebError("map_import.zip_damaged") from None


def _rows(rows: Iterable[tuple[object, ...]]) -> Iterator[SheetRow]:
    last = 0
    for number, values in enumerate(rows, 1):
        cells = tuple(_text(value, number) for value in values[: MOST_COLUMNS + 1])
        if any(cell.strip() for cell in cells):
            last = number
            yield SheetRow(number, cells)
        elif number - last > LONGEST_GAP:
            return


def _text(value: object, line: int) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value)
    if len(text) > LONGEST_FIELD:
        raise SpinnenwebError("import.too_long", line=line, column="", longest=LONGEST_FIELD)
    return text
