"""Looking into the memory of another process, as root may."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ENCODINGS = ("utf-8", "utf-16-le", "latin-1", "utf-32-le")
PIECE = 16 * 1024 * 1024
LONGEST = 512
"""Bytes that a needle may have: so much of a piece is looked at again with the next one."""


def needles(texts: Iterable[str], keys: Mapping[str, bytes] | None = None) -> dict[str, set[bytes]]:
    """Texts in every way a program may keep them, and keys as bytes and as hexadecimal text."""
    found = {text: {text.encode(encoding) for encoding in ENCODINGS} for text in texts}
    for name, key in (keys or {}).items():
        found[name] = {key, key.hex().encode(), key.hex().upper().encode()}
    if max(len(way) for ways in found.values() for way in ways) > LONGEST:
        raise ValueError("a needle is longer than what is looked at twice")
    return found


def held_by(pid: int, wanted: Mapping[str, set[bytes]]) -> set[str]:
    """Which of the needles, by name, lie anywhere in the memory of a process.

    Raises `OSError` when the process is gone or may not be looked into.
    """
    found: set[str] = set()
    for piece in _pieces(pid):
        found |= {name for name, ways in wanted.items() if name not in found and any(way in piece for way in ways)}
    return found


def _pieces(pid: int) -> Iterator[bytes]:
    with open(f"/proc/{pid}/maps", encoding="ascii", errors="replace") as maps:  # noqa: PTH123
        spans = [_span(line) for line in maps if " r" in line and "[vvar" not in line and "[vsyscall" not in line]
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:  # noqa: PTH123
        for start, end in spans:
            for place in range(start, end, PIECE):
                try:
                    memory.seek(place)
                    yield memory.read(min(PIECE + LONGEST, end - place))
                except OSError:
                    # a page of a device, or one that was given back in the meantime
                    continue


def _span(line: str) -> tuple[int, int]:
    start, _, end = line.split()[0].partition("-")
    return int(start, 16), int(end, 16)
