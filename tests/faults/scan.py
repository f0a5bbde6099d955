"""Looking through everything on a disk for words that may be nowhere in the open."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "latin-1")


def hits(folder: Path, marks: Iterable[str], asked_for: Iterable[Path] = ()) -> list[str]:
    """`word: file` for every word in the name or the bytes of whatever lies below a folder, in any capitals.

    What lies in or under one of `asked_for` was asked for by the worker, in the open.
    """
    allowed, wanted = {path.resolve() for path in asked_for}, _ways(marks)
    return [f"{word}: {name}" for name, held in _files(folder, allowed) for word in _held(wanted, held)]


def held(marks: Iterable[str], content: bytes) -> list[str]:
    """The words that some bytes hold."""
    return [*_held(_ways(marks), content.lower())]


def _files(folder: Path, allowed: set[Path]) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if allowed & {path.resolve(), *path.resolve().parents}:
            continue
        name = str(path.relative_to(folder))
        content = path.read_bytes() if path.is_file() else b""
        yield name, content.lower() + b"\n" + name.lower().encode()


def _ways(marks: Iterable[str]) -> dict[bytes, list[tuple[bytes, str]]]:
    """Each mark in each encoding, by the two letters it begins with: those are looked for first."""
    found: dict[bytes, list[tuple[bytes, str]]] = {}
    for mark in dict.fromkeys(marks):
        for way, start in {mark.lower().encode(one): mark[:2].lower().encode(one) for one in ENCODINGS}.items():
            found.setdefault(start, []).append((way, mark))
    return found


def _held(wanted: dict[bytes, list[tuple[bytes, str]]], content: bytes) -> Iterator[str]:
    found: dict[str, None] = {}
    for start, ways in wanted.items():
        place = content.find(start)
        while place >= 0:
            found.update({mark: None for way, mark in ways if content.startswith(way, place)})
            place = content.find(start, place + 1)
    return iter(found)
