"""The vocabulary of early signs a worker may note with the resident's knowledge, and what became of a sign.

Nothing computes them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


class SignalState(StrEnum):
    """What became of a sign."""

    WATCHED = "in-de-gaten"
    TAKEN_UP = "opgepakt"
    PASSED = "voorbij"


@dataclass(frozen=True, slots=True)
class SignalFollowUp:
    """What was done about one sign of one resident; a later one stands beside it."""

    id: str
    resident_id: str
    conversation_id: str | None
    signal: str
    state: SignalState
    followed_on: date
    words: str = ""


def read_signals(path: Path) -> tuple[str, ...]:
    """The codes of a vocabulary file, in its order."""
    return tuple(str(entry["code"]) for entry in tomllib.loads(path.read_text("utf-8"))["signal"])


def read_signal_themes(path: Path) -> dict[str, tuple[str, ...]]:
    """By the code of a sign the themes under which it counts, and whose offers may help with it."""
    entries = tomllib.loads(path.read_text("utf-8"))["signal"]
    return {str(entry["code"]): tuple(map(str, entry.get("themes", ()))) for entry in entries}
