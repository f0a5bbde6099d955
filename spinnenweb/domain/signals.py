"""The vocabulary of early signs a worker may note with the resident's knowledge. Nothing computes them."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def read_signals(path: Path) -> tuple[str, ...]:
    """The codes of a vocabulary file, in its order."""
    return tuple(str(entry["code"]) for entry in tomllib.loads(path.read_text("utf-8"))["signal"])
