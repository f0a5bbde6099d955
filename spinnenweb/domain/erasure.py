"""Real deletion: that somebody was erased is remembered by a mark only the key can make, never by who it was."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from spinnenweb.domain.retention import months_after
from spinnenweb.domain.rotation import MONTHS

if TYPE_CHECKING:
    from datetime import date


class ErasureReason(StrEnum):
    """Why something was erased. The text lies in the file, so it never changes."""

    ASKED = "gevraagd"
    TERM = "bewaartermijn"
    BIN = "prullenbak"


@dataclass(frozen=True, slots=True)
class Erasure:
    """One erasure: a random id, the mark of what was erased, the date and why."""

    id: str
    mark: bytes
    erased_on: date
    reason: ErasureReason


def gone_from_backups(erased_on: date) -> date:
    """The day from which no backup of the ordinary rotation holds it any more, where one is made every month."""
    return months_after(erased_on, MONTHS)
