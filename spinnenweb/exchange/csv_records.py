"""The records of a CSV file from elsewhere: the encodings and separators of Dutch Excel, in a stream.

Memory stays small whatever the file holds: one record is kept at a time and its length has an end.
"""

from __future__ import annotations

import codecs
import csv
import io
import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from spinnenweb.domain.errors import SpinnenwebError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_MEGABYTES = 50
"""Largest file that is read: some hundreds of thousands of conversations."""
LONGEST_FIELD = 20_000
LONGEST_RECORD = 131_072
"""Characters of one record: what the csv module allows one field, so that its global limit stays as it is."""

_CHUNK = 1 << 16
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Record:
    """The fields of one record; `line` is the line of the file (from 1) where it starts."""

    line: int
    fields: tuple[str, ...]

    @property
    def blank(self) -> bool:
        """Whether there is nothing in it; Excel writes emptied rows as separators only."""
        return not any(field.strip() for field in self.fields)


def read_records(path: Path) -> Iterator[Record]:
    """The records of a CSV file with `;` or `,`, in UTF-8, cp1252 or marked UTF-16; blank ones are left out.

    Raises `SpinnenwebError`: `import.missing`, `import.no_rights`, `import.workbook`, `import.too_large`,
    `import.encoding`, and with the line `import.nul`, `import.quote`, `import.too_long`.
    """
    with _reading(path):
        encoding = encoding_of(path)
        handle = path.open(encoding=encoding, newline="")
    with handle:
        yield from (record for record in _records(handle, _separator(handle)) if not record.blank)


@dataclass(frozen=True, slots=True)
class CsvText:
    """A CSV file in memory: its text, and how it was written."""

    text: str
    encoding: str
    separator: str

    def records(self) -> Iterator[Record]:
        """The records; blank ones are left out. Raises `SpinnenwebError` `import.nul`, `.quote`, `.too_long`."""
        handle = io.StringIO(self.text, newline="")
        return (record for record in _records(handle, self.separator) if not record.blank)


def csv_text(data: bytes, encoding: str = "", separator: str = "") -> CsvText:
    """The text of a CSV file, with an encoding and a separator that were chosen or else recognised.

    Raises:
        SpinnenwebError: `import.encoding` with the line that does not fit.
    """
    line = 0
    for name in (encoding,) if encoding else _candidates(data[:4]):
        try:
            text = data.decode(name)
        except UnicodeDecodeError as error:
            line = 1 + data.count(b"\n", 0, error.start)
        else:
            found = separator or _separator(io.StringIO(text, newline=""))
            return CsvText(text, name, found)
    raise SpinnenwebError("import.encoding", line=line)


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        raise SpinnenwebError("import.missing", path=str(path)) from None
    except OSError:
        raise SpinnenwebError("import.no_rights", path=str(path)) from None


def encoding_of(path: Path) -> str:
    """The encoding of a whole file: what its mark says, else UTF-8 if every byte fits, else cp1252.

    Raises `SpinnenwebError` `import.workbook`, `import.too_large` or `import.encoding`, and `OSError`.
    """
    with path.open("rb") as handle:
        start = handle.read(4)
        size = os.fstat(handle.fileno()).st_size
    if start.startswith(_WORKBOOKS):
        raise SpinnenwebError("import.workbook")
    if size > MOST_MEGABYTES * 1_000_000:
        raise SpinnenwebError("import.too_large", max=MOST_MEGABYTES)
    return _first_that_fits(path, _candidates(start))


def _candidates(start: bytes) -> tuple[str, ...]:
    if start.startswith(_UTF16):
        return ("utf-16",)
    if start.startswith(codecs.BOM_UTF8):
        return ("utf-8-sig",)
    return ("utf-8", "cp1252")


def _first_that_fits(path: Path, candidates: tuple[str, ...]) -> str:
    line = 0
    for encoding in candidates:
        line = _line_that_does_not_fit(path, encoding)
        if not line:
            return encoding
    raise SpinnenwebError("import.encoding", line=line)


def _line_that_does_not_fit(path: Path, encoding: str) -> int:
    """The first line that cannot be decoded, or 0 when the whole file can."""
    decoder = codecs.getincrementaldecoder(encoding)()
    line = 1
    with path.open("rb") as handle:
        try:
            while chunk := handle.read(_CHUNK):
                line += decoder.decode(chunk).count("\n")
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            return line + error.object[: error.start].count(b"\n")
    return 0


def _separator(handle: TextIO) -> str:
    """`;` when the first line with something in it has one, else `,`."""
    found = ","
    while line := handle.readline(LONGEST_RECORD):
        if line.strip():
            found = ";" if ";" in line else ","
            break
    handle.seek(0)
    return found


class _Lines:
    """Feeds lines to the csv reader and stops a record that never ends.

    A record that grows too long within its first line has a field that is too long; one that goes on over many
    lines has a quotation mark that is never closed.
    """

    def __init__(self, handle: TextIO, separator: str) -> None:
        self._handle = handle
        self._separator = separator
        self._line = 0
        self._start = 1
        self._size = 0

    def begin_record(self) -> int:
        """Say that the next line starts a record; gives the number of that line."""
        self._start = self._line + 1
        self._size = 0
        return self._start

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        text = self._handle.readline(LONGEST_RECORD - self._size + 1)
        if not text:
            raise StopIteration
        self._line += 1
        self._size += len(text)
        if "\0" in text:
            raise SpinnenwebError("import.nul", line=self._line)
        if self._size > LONGEST_RECORD:
            raise self._endless(text)
        return text

    def _endless(self, text: str) -> SpinnenwebError:
        if self._line > self._start:
            return SpinnenwebError("import.quote", line=self._start)
        fields = next(csv.reader([text[:LONGEST_RECORD]], delimiter=self._separator))
        longest = max(range(len(fields)), key=lambda index: len(fields[index]))
        return SpinnenwebError("import.too_long", line=self._start, column=str(longest + 1), longest=LONGEST_FIELD)


def _records(handle: TextIO, separator: str) -> Iterator[Record]:
    lines = _Lines(handle, separator)
    # strict, because otherwise an unclosed quotation mark swallows the rest of the file without a word
    reader = csv.reader(lines, delimiter=separator, strict=True)
    while True:
        start = lines.begin_record()
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise SpinnenwebError("import.quote", line=start) from None
        yield Record(start, tuple(fields))
