"""CSV as Dutch Excel opens it by a double click (reference/ecosystem.md 4.2).

UTF-8 with a byte order mark, `;`, CRLF; no cell is ever a formula.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Cell = str | int

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class NumberText(str):
    """A number written out, with a decimal comma and perhaps a minus: no formula."""

    __slots__ = ()


def safe_cell(value: Cell) -> str:
    """The text of a cell; one that a spreadsheet would run as a formula gets an apostrophe in front.

    Numbers are never changed, nor is a `NumberText`. Blanks in front do not hide a formula: some programs trim
    them.
    """
    if isinstance(value, int | NumberText):
        return str(value)
    risky = value.startswith(_FORMULA_STARTS) or value.lstrip().startswith(_FORMULA_STARTS)
    return f"'{value}" if risky else value


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A whole CSV file with one header row."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([safe_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
