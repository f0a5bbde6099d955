"""The files of a package from elsewhere, read into memory with an end to everything; nothing is ever unpacked.

A zip is read member by member, by its name only: what its names say about folders is never used to write, and a
member is cut off as soon as it is larger than it may be, whatever the zip says about itself.
"""

from __future__ import annotations

import io
import os
import stat
import zipfile
import zlib
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MEGABYTE = 1_000_000
MOST_MEGABYTES = 50
"""Largest single file, and largest package when unpacked; 5,000 offers take about 15."""
MOST_FILES = 60
"""The standard has 24 tables."""
HIGHEST_RATIO = 200
"""How far a member may have been pressed together; a social map presses to a tenth."""
DESCRIPTOR = "datapackage.json"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""How a zip begins, and one with nothing in it."""
_WANTED = (".csv", ".json")
_ENCRYPTED = 0x1
_PRESSED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How Excel and every zip program press; other ways fail in other ways, and press much further."""
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError)
"""What reading a damaged zip from memory ends in."""


def read_bytes(path: Path, most: int = MOST_MEGABYTES) -> bytes:
    """A whole file of at most so many megabytes.

    Raises:
        SpinnenwebError: `map_import.missing`, `map_import.no_rights`, `map_import.too_large`.
    """
    try:
        # a device or a pipe would be read without end, or wait for ever
        if not stat.S_ISREG(path.stat().st_mode):
            raise SpinnenwebError("map_import.missing", path=str(path))
        with path.open("rb") as handle:
            if os.fstat(handle.fileno()).st_size > most * MEGABYTE:
                raise SpinnenwebError("map_import.too_large", max=most)
            data = handle.read(most * MEGABYTE + 1)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        raise SpinnenwebError("map_import.missing", path=str(path)) from None
    except OSError:
        raise SpinnenwebError("map_import.no_rights", path=str(path)) from None
    if len(data) > most * MEGABYTE:
        raise SpinnenwebError("map_import.too_large", max=most)
    return data


def is_zip(data: bytes) -> bool:
    """Whether these bytes begin as a zip, which a workbook of Excel also is."""
    return data.startswith(_ZIP)


def read_folder(folder: Path) -> dict[str, bytes]:
    """The CSV and JSON files that lie in a folder itself, by name in small letters; links are not followed.

    Raises:
        SpinnenwebError: as `read_bytes`, and `map_import.too_many_files`.
    """
    found: dict[str, bytes] = {}
    left = MOST_MEGABYTES * MEGABYTE
    for path in _plain_files(folder):
        data = read_bytes(path)
        left -= len(data)
        if left < 0:
            raise SpinnenwebError("map_import.too_large", max=MOST_MEGABYTES)
        found[path.name.casefold()] = data
    return found


def _plain_files(folder: Path) -> list[Path]:
    try:
        paths = [path for path in sorted(folder.iterdir()) if path.suffix.casefold() in _WANTED]
    except OSError:
        raise SpinnenwebError("map_import.no_rights", path=str(folder)) from None
    plain = [path for path in paths if path.is_file() and not path.is_symlink()]
    if len(plain) > MOST_FILES:
        raise SpinnenwebError("map_import.too_many_files", max=MOST_FILES)
    return plain


def read_zip(path: Path) -> dict[str, bytes]:
    """The CSV and JSON files in a zip, by name without folders.

    Raises:
        SpinnenwebError: `map_import.zip_damaged`, `map_import.zip_closed` (it has a password),
            `map_import.zip_name` (a name that leaves its folder, or the same name twice),
            `map_import.too_many_files`, `map_import.too_large`, `map_import.zip_bomb`; and as `read_bytes`.
    """
    data = read_bytes(path)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return dict(_members(archive))
    except DAMAGED:
        raise SpinnenwebError("map_import.zip_damaged") from None


def refuse_bomb(data: bytes) -> None:
    """Look at what a zip says about itself before anything else opens it.

    Raises:
        SpinnenwebError: as `read_zip`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_much(archive.infolist(), 20 * MOST_FILES)
    except DAMAGED:
        raise SpinnenwebError("map_import.zip_damaged") from None


def _members(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    for entry in entries:
        _refuse_name(entry)
    _refuse_much(entries, MOST_FILES)
    left, seen = MOST_MEGABYTES * MEGABYTE, set()
    for entry in entries:
        name = entry.filename.rpartition("/")[2].casefold()
        if not name.endswith(_WANTED) or entry.filename.startswith("__MACOSX/"):
            continue
        if name in seen:
            raise SpinnenwebError("map_import.zip_name")
        seen.add(name)
        data = _read(archive, entry, left)
        left -= len(data)
        yield name, data


def _refuse_name(entry: zipfile.ZipInfo) -> None:
    name = entry.orig_filename
    parts = name.replace("\\", "/").split("/")
    linked = stat.S_ISLNK(entry.external_attr >> 16)
    if linked or "\\" in name or "\0" in name or ".." in parts or not parts[0] or ":" in parts[0]:
        raise SpinnenwebError("map_import.zip_name")


def _refuse_much(entries: list[zipfile.ZipInfo], most_files: int) -> None:
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise SpinnenwebError("map_import.zip_closed")
    if any(entry.compress_type not in _PRESSED for entry in entries):
        raise SpinnenwebError("map_import.zip_damaged")
    if len(entries) > most_files:
        raise SpinnenwebError("map_import.too_many_files", max=most_files)
    if sum(entry.file_size for entry in entries) > MOST_MEGABYTES * MEGABYTE:
        raise SpinnenwebError("map_import.too_large", max=MOST_MEGABYTES)
    for entry in entries:
        if entry.file_size > MEGABYTE and entry.file_size > HIGHEST_RATIO * max(entry.compress_size, 1):
            raise SpinnenwebError("map_import.zip_bomb")


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    with archive.open(entry) as handle:
        # what a member says about its size may be a lie
        data = handle.read(left + 1)
    if len(data) > left:
        raise SpinnenwebError("map_import.too_large", max=MOST_MEGABYTES)
    return data
