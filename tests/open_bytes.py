"""Looking for texts that should be nowhere in the open."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

ENCODINGS = ("utf-8", "utf-16-le", "latin-1")


def files_with(texts: Iterable[str], folder: Path, except_for: Iterable[Path] = ()) -> list[Path]:
    """The files below a folder that hold one of the texts as bytes, or in their own name."""
    needles = {text.encode(encoding) for text in texts for encoding in ENCODINGS}
    allowed = {path.resolve() for path in except_for}
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.resolve() not in allowed and _holds(path, needles)
    ]


def _holds(path: Path, needles: set[bytes]) -> bool:
    data = path.read_bytes() + path.name.encode()
    return any(needle in data for needle in needles)
