"""Attempts to open a vault that failed: counted beside it, as without the key nothing can be written in it.

The file holds how many there were and when the last one was; the next good unlock takes that into the log.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.private_files import write_private

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

ATTEMPTS_NAME = "pogingen.json"
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Attempts:
    """How many attempts failed since the last good one, and when the last was (UTC, ISO 8601)."""

    count: int
    last: str


def remember_failure(folder: Path, now: datetime) -> None:
    """Count one more; where nothing can be written, nothing is: refusing the passphrase matters more."""
    before = failures(folder)
    count = 1 + (before.count if before else 0)
    data = json.dumps({"count": count, "last": now.isoformat(timespec="seconds")}).encode()
    with suppress(SpinnenwebError):
        write_private(folder / ATTEMPTS_NAME, data)


def failures(folder: Path) -> Attempts | None:
    """What was counted, or `None` when nothing was or it cannot be read."""
    try:
        with (folder / ATTEMPTS_NAME).open("rb") as handle:
            found = json.loads(handle.read(_LONGEST))
        return Attempts(int(found["count"]), str(found["last"])[:32])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def forget_failures(folder: Path) -> None:
    """Begin to count anew."""
    with suppress(OSError):
        (folder / ATTEMPTS_NAME).unlink(missing_ok=True)
