"""A disk as it may be after the power went: what was synced is there, of the rest anything may be.

The model of reference/security.md 5: everything before the last sync of a file is kept; of every later write each
sector of 512 bytes is kept or not; a name that was made, changed or removed after the last sync of its folder may
be as it was before.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator
    from pathlib import Path

SECTOR = 512
CHANCES = (0.0, 0.3, 0.5, 0.8, 1.0)
"""How likely a sector that was not synced is on the disk."""
_HEAD = struct.Struct("=cQqQ")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing a process did: see `recorder.c`."""

    what: str
    name: str
    offset: int
    data: bytes


@dataclass
class _File:
    """A file: its bytes on the disk, and what was done since it was synced."""

    synced: bytearray = field(default_factory=bytearray)
    since: list[Entry] = field(default_factory=list)

    def sync(self) -> None:
        self.synced = self.as_left(1.0)
        self.since = []

    def as_left(self, chance: float, dice: random.Random | None = None) -> bytearray:
        content = bytearray(self.synced)
        for entry in self.since:
            if entry.what == "T":
                if dice is None or dice.random() < chance:
                    _resize(content, entry.offset)
                continue
            for start, sector in _sectors(entry):
                if dice is None or dice.random() < chance:
                    _put(content, start, sector)
        return content


def read_entries(log: Path) -> list[Entry]:
    """The record of a process; a last entry that was cut off is left out."""
    data, place, entries = log.read_bytes(), 0, []
    while place + _HEAD.size <= len(data):
        what, name_length, offset, length = _HEAD.unpack_from(data, place)
        place += _HEAD.size
        name = data[place : place + name_length].decode()
        content = data[place + name_length : place + name_length + length]
        place += name_length + length
        if place <= len(data):
            entries.append(Entry(what.decode(), name, offset, content))
    return entries


class Disk:
    """A folder that a record is played into, up to the instant the power goes."""

    def __init__(self, start: dict[str, bytes]) -> None:
        """`start` holds the files that were there, all on the disk, by absolute name."""
        self._now = {name: _File(bytearray(content)) for name, content in start.items()}
        self._kept_names = dict(self._now)

    def play(self, entry: Entry) -> None:
        """Do one entry."""
        if entry.what in "WT":
            self._file(entry.name).since.append(entry)
        elif entry.what == "S":
            self._file(entry.name).sync()
        elif entry.what == "C":
            self._now[entry.name] = _File()
        elif entry.what == "U":
            self._now.pop(entry.name, None)
        elif entry.what == "R":
            self._now[entry.data.decode()] = self._now.pop(entry.name)
        else:
            self._sync_names(entry.name)

    def cut(self, dice: random.Random) -> dict[str, bytes]:
        """The files as they may be after the power went now."""
        chance = dice.choice(CHANCES)
        kept = dict(self._kept_names)
        for name in sorted({*self._now, *kept}):
            if self._now.get(name) is not kept.get(name) and dice.random() < chance:
                if name in self._now:
                    kept[name] = self._now[name]
                else:
                    del kept[name]
        return {name: bytes(found.as_left(chance, dice)) for name, found in kept.items()}

    def _file(self, name: str) -> _File:
        return self._now.setdefault(name, _File())

    def _sync_names(self, folder: str) -> None:
        inside = f"{folder.rstrip('/')}/"
        for name in [*self._kept_names]:
            if name.startswith(inside) and name not in self._now:
                del self._kept_names[name]
        self._kept_names.update({name: found for name, found in self._now.items() if name.startswith(inside)})


def _sectors(entry: Entry) -> Iterator[tuple[int, bytes]]:
    end = entry.offset + len(entry.data)
    start = entry.offset
    while start < end:
        stop = min(end, (start // SECTOR + 1) * SECTOR)
        yield start, entry.data[start - entry.offset : stop - entry.offset]
        start = stop


def _resize(content: bytearray, length: int) -> None:
    if length < len(content):
        del content[length:]
    else:
        content.extend(bytes(length - len(content)))


def _put(content: bytearray, start: int, sector: bytes) -> None:
    if len(content) < start:
        content.extend(bytes(start - len(content)))
    content[start : start + len(sector)] = sector
