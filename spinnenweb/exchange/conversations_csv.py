"""Earlier conversations from a CSV file: one row is one talk. The columns are explained in the README."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from spinnenweb.domain.answers import HIGHEST_MARK
from spinnenweb.domain.conversations import LONGEST_NOTE, MOST_THEMES
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.instruments import DIMENSION_CODES, Mode
from spinnenweb.domain.releases import TOTAL
from spinnenweb.domain.residents import LONGEST_NAME, normal_code
from spinnenweb.domain.text_rules import clean, clean_line
from spinnenweb.exchange.csv_records import LONGEST_FIELD, Record, read_records

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping, Sequence
    from pathlib import Path

COLUMNS = (
    *("code", "kern", "geboortejaar", "datum", "wijze"),
    *DIMENSION_CODES,
    *("themas", "meetellen", "notitie"),
)
HEADER = ";".join(COLUMNS)
THEME_SEPARATOR = "|"
EARLIEST_YEAR = 1900
LONGEST_SHOWN = 20
"""Characters of a mark, date or theme code that a message may repeat."""

_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DUTCH_DATE = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
_MARK = re.compile(r"([0-9]{1,2})(?:[.,]([0-9]{1,6}))?")
_COUNT_ALONG = {"ja": True, "nee": False, "": False}


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """One talk as it stands in the file, checked but not yet compared with anything.

    `marks` are in axis order, 0–10: whole in the mode `direct`, one decimal in the mode `items`, `None` when
    not given. `line` is the line of the file where the row starts.
    """

    line: int
    code: str
    village: str
    birth_year: int | None
    held_on: date
    mode: Mode
    marks: tuple[float | None, ...]
    themes: tuple[str, ...]
    count_along: bool
    note: str


@dataclass(frozen=True, slots=True)
class _Row:
    """The trimmed cells of one row by column name, with what they are checked against."""

    line: int
    cells: Mapping[str, str]
    themes: Sequence[str]
    today: date

    def wrong(self, code: str, **values: str | int) -> SpinnenwebError:
        return SpinnenwebError(code, line=self.line, **values)

    def wrong_value(self, code: str, value: str, **values: str | int) -> SpinnenwebError:
        return self.wrong(code, value=value[:LONGEST_SHOWN], **values)


def read_conversations(path: Path, themes: Sequence[str], today: date) -> Generator[ImportedRow]:
    """The talks in a CSV file, one at a time; `themes` are the codes that exist.

    The first thing that is wrong stops the reading: `SpinnenwebError` with a code `import.…` and its line.
    """
    records = read_records(path)
    header = next(records, None)
    if header is None:
        raise SpinnenwebError("import.empty")
    names = _checked_header(header)
    found = False
    for record in records:
        found = True
        yield _imported(_Row(record.line, _cells(record, names), themes, today))
    if not found:
        raise SpinnenwebError("import.empty")


def _checked_header(record: Record) -> tuple[str, ...]:
    """The names of the columns in the file's order, spelled as ours.

    A name that is not ours is never repeated: without a header row it would be somebody's data.
    """
    ours = {name.casefold(): name for name in COLUMNS}
    names = tuple(ours.get(field.strip().casefold(), "") for field in record.fields)
    missing = [name for name in COLUMNS if name not in names]
    if len(missing) > len(COLUMNS) // 2:
        raise SpinnenwebError("import.header", line=record.line, expected=HEADER)
    if missing:
        raise SpinnenwebError("import.column_missing", line=record.line, column=missing[0], expected=HEADER)
    if "" in names:
        number = names.index("") + 1
        raise SpinnenwebError("import.column_unknown", line=record.line, number=number, expected=HEADER)
    twice = [name for name in COLUMNS if names.count(name) > 1]
    if twice:
        raise SpinnenwebError("import.column_twice", line=record.line, column=twice[0])
    return names


def _cells(record: Record, names: tuple[str, ...]) -> dict[str, str]:
    found, expected = len(record.fields), len(names)
    if found != expected:
        raise SpinnenwebError("import.columns", line=record.line, found=found, expected=expected)
    cells = dict(zip(names, record.fields, strict=True))
    for name, text in cells.items():
        if len(text) > LONGEST_FIELD:
            raise _too_long(record.line, name, LONGEST_FIELD)
    return cells


def _too_long(line: int, column: str, longest: int) -> SpinnenwebError:
    return SpinnenwebError("import.too_long", line=line, column=column, longest=longest)


def _imported(row: _Row) -> ImportedRow:
    mode = _mode(row)
    return ImportedRow(
        line=row.line,
        code=_name(row, "code", "import.code"),
        village=_village(row),
        birth_year=_birth_year(row),
        held_on=_held_on(row),
        mode=mode,
        marks=tuple(_mark(row, column, mode) for column in DIMENSION_CODES),
        themes=_themes(row),
        count_along=_count_along(row),
        note=_text(row, "notitie", LONGEST_NOTE),
    )


def _text(row: _Row, column: str, longest: int, *, one_line: bool = False) -> str:
    try:
        return (clean_line if one_line else clean)(row.cells[column], longest, column)
    except SpinnenwebError as error:
        if error.code == "text.too_long":
            raise _too_long(row.line, column, longest) from None
        raise row.wrong("import.nul") from None


def _name(row: _Row, column: str, empty: str) -> str:
    text = _text(row, column, LONGEST_NAME, one_line=True)
    if not text:
        raise row.wrong(empty)
    return text


def _village(row: _Row) -> str:
    name = _name(row, "kern", "import.village")
    if normal_code(name) == TOTAL:
        raise row.wrong("import.village_total")
    return name


def _word(row: _Row, column: str) -> str:
    return row.cells[column].strip().casefold()


def _birth_year(row: _Row) -> int | None:
    text = _word(row, "geboortejaar")
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{4}", text) or not EARLIEST_YEAR <= int(text) <= row.today.year:
        raise row.wrong("import.birth_year")
    return int(text)


def _held_on(row: _Row) -> date:
    text = row.cells["datum"].strip()
    try:
        held_on = date(*_date_parts(text))
    except ValueError:
        raise row.wrong_value("import.date", text) from None
    if held_on.year < EARLIEST_YEAR:
        raise row.wrong_value("import.date", text)
    return held_on


def _date_parts(text: str) -> tuple[int, int, int]:
    if found := _ISO_DATE.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DUTCH_DATE.fullmatch(text):
        return int(found[3]), int(found[2]), int(found[1])
    raise ValueError("neither year-month-day nor day-month-year")


def _mode(row: _Row) -> Mode:
    try:
        return Mode(_word(row, "wijze"))
    except ValueError:
        raise row.wrong("import.way") from None


def _mark(row: _Row, column: str, mode: Mode) -> float | None:
    text = row.cells[column].strip()
    if not text:
        return None
    found = _MARK.fullmatch(text)
    # Excel writes 6,50 for the mark 6,5 when a column was set to two decimals
    decimals = (found[2] or "").rstrip("0") if found else ""
    if not found or int(found[1]) > HIGHEST_MARK or (int(found[1]) == HIGHEST_MARK and decimals):
        raise row.wrong_value("import.mark", text, column=column)
    if mode is Mode.DIRECT and decimals:
        raise row.wrong_value("import.mark_whole", text, column=column)
    if len(decimals) > 1:
        raise row.wrong_value("import.mark_decimal", text, column=column)
    return (int(found[1]) * 10 + int(decimals or "0")) / 10


def _themes(row: _Row) -> tuple[str, ...]:
    named = dict.fromkeys(part.strip().casefold() for part in row.cells["themas"].split(THEME_SEPARATOR))
    named.pop("", None)
    for theme in named:
        if theme not in row.themes:
            raise row.wrong_value("import.theme", theme, expected=", ".join(row.themes))
    if len(named) > MOST_THEMES:
        raise row.wrong("import.theme_count", max=MOST_THEMES)
    return tuple(named)


def _count_along(row: _Row) -> bool:
    word = _word(row, "meetellen")
    if word not in _COUNT_ALONG:
        raise row.wrong("import.count_along")
    return _COUNT_ALONG[word]
