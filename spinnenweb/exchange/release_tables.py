"""The tables of a release as CSV and as a workbook (reference/anonymisation.md 4.6).

The same tables always give the same bytes: no dates, no names of whoever made them.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import xlsxwriter

from spinnenweb.exchange.csv_text import NumberText, csv_bytes, safe_cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from spinnenweb.disclosure.tables import Row, Table

HIDDEN = "."
"""What CBS prints for a figure that is not given."""
NOT_FOR_COMPARING = "Vergelijk er geen dorpen mee."
_GROUP = ("kern", "leeftijdsgroep")
_REST = ("stap", "status", "peilmoment")
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
OF_MARKS = ("klassen", "verandering", "dimensies")
"""Tables about marks, for which that is said."""
_GROUP_WIDTHS, _ITEM_WIDTH, _REST_WIDTHS = (22, 16), 26, (14, 10, 14, 14)


def columns_of(table: Table) -> tuple[str, ...]:
    """The header of a table."""
    return (*_GROUP, *table.item_columns, table.measure, *_REST)


def table_csv(table: Table) -> bytes:
    """One table as a CSV file; numbers with a decimal comma, items by code."""
    return csv_bytes(columns_of(table), (_cells(table, row) for row in table.rows))


def _cells(table: Table, row: Row) -> tuple[str, ...]:
    figure = (number_text(row.value, row.step), number_text(row.step, row.step))
    return (row.village, row.age_group, *table.items_of(row), *figure, row.status.value, row.snapshot or HIDDEN)


def number_text(value: Decimal | None, step: Decimal | None) -> str:
    """A number as printed: whole on a whole step, otherwise with as many decimals as its step has."""
    if value is None or step is None:
        return HIDDEN
    return NumberText(f"{value:.{decimals(step)}f}".replace(".", ","))


def decimals(step: Decimal) -> int:
    """How many decimals a figure on this step has; means always have one, counts (step 5) none."""
    hundredths = int(step * 100)
    if hundredths % 500 == 0:
        return 0
    return 1 if hundredths % 10 == 0 else 2


def workbook(tables: tuple[Table, ...], account: str, words: Mapping[str, str]) -> bytes:
    """The same figures as a workbook: the account first, then a sheet per table.

    `words` names items (`table:code`) as people call them; a code without words stays a code.
    """
    kept = io.BytesIO()
    book = xlsxwriter.Workbook(kept, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _NO_DAY})
    _write_account(book, account)
    for table in tables:
        _write_table(book, table, words)
    book.close()
    return kept.getvalue()


def _write_account(book: xlsxwriter.Workbook, account: str) -> None:
    sheet = book.add_worksheet("Leesmij")
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 110)
    heading = book.add_format({"bold": True})
    for place, line in enumerate(account.splitlines()):
        sheet.write_string(place, 0, line, heading if place == 0 else None)


def _write_table(book: xlsxwriter.Workbook, table: Table, words: Mapping[str, str]) -> None:
    sheet = book.add_worksheet(table.name)
    heading = book.add_format({"bold": True, "bottom": 1})
    start = 0
    if table.name in OF_MARKS:
        sheet.write_string(0, 0, NOT_FOR_COMPARING, book.add_format({"bold": True}))
        start = 2
    widths = (*_GROUP_WIDTHS, *[_ITEM_WIDTH] * len(table.item_columns), *_REST_WIDTHS)
    for column, (name, width) in enumerate(zip(columns_of(table), widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(start, column, name, heading)
    sheet.freeze_panes(start + 1, 0)
    formats = {places: book.add_format({"num_format": _number_format(places)}) for places in range(3)}
    for line, row in enumerate(table.rows, start=start + 1):
        _write_row(sheet, line, _workbook_cells(table, row, words), formats)


def _write_row(
    sheet: xlsxwriter.worksheet.Worksheet,
    line: int,
    cells: Iterator[tuple[str | Decimal, int]],
    formats: Mapping[int, xlsxwriter.format.Format],
) -> None:
    for column, (cell, places) in enumerate(cells):
        if isinstance(cell, str):
            sheet.write_string(line, column, safe_cell(cell))
        else:
            sheet.write_number(line, column, float(cell), formats[places])


def _workbook_cells(table: Table, row: Row, words: Mapping[str, str]) -> Iterator[tuple[str | Decimal, int]]:
    yield row.village, 0
    yield row.age_group, 0
    for item in table.items_of(row):
        yield words.get(f"{table.name}:{item}", item), 0
    for figure in (row.value, row.step):
        hidden = figure is None or row.step is None
        yield HIDDEN if figure is None else figure, 0 if hidden or row.step is None else decimals(row.step)
    yield row.status.value, 0
    yield row.snapshot or HIDDEN, 0


def _number_format(places: int) -> str:
    return "0" if places == 0 else "0." + "0" * places
