"""What an organisation decides for its laptops: how long files are kept, when the screen closes, whom to call."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_MONTHS = 24
"""Two years after the last real contact (`reference/domain.md` 4.1)."""
MONTHS = range(1, 241)
"""A month to twenty years, the longest term found in practice (`reference/domain.md` 4.1)."""
DESK_MINUTES = range(1, 16)
COVER_MINUTES = range(1, 31)
VISIT_MINUTES = range(5, 121)
LONGEST_NUMBER = 20
"""Signs of a telephone number, as a start file allows them."""
MOST_NUMBERS = 12


class FileKind(StrEnum):
    """What a resident's file consists of; the richest part decides."""

    CONVERSATIONS = "conversations"
    CONTACTS = "contacts"
    CARD = "card"


def _default_months() -> Mapping[FileKind, int]:
    return dict.fromkeys(FileKind, DEFAULT_MONTHS)


@dataclass(frozen=True, slots=True)
class Retention:
    """How many months after the last real contact a file is kept, for every kind; 1 to 240.

    Raises:
        ValueError: a kind without a term, or a term outside its range.
    """

    months: Mapping[FileKind, int] = field(default_factory=_default_months)

    def __post_init__(self) -> None:
        if set(self.months) != set(FileKind) or any(term not in MONTHS for term in self.months.values()):
            raise ValueError("months")


@dataclass(frozen=True, slots=True)
class IdleTimes:
    """Minutes without a touch.

    Attributes:
        desk: until the vault locks at the desk, 1-15.
        visit_cover: until the screen is covered during a visit, 1-30.
        visit_lock: until it locks during a visit, 5-120 and not before it is covered.

    Raises:
        ValueError: a time outside its range.
    """

    desk: int = 5
    visit_cover: int = 5
    visit_lock: int = 30

    def __post_init__(self) -> None:
        within = self.desk in DESK_MINUTES and self.visit_cover in COVER_MINUTES
        if not within or self.visit_lock not in VISIT_MINUTES or self.visit_lock < self.visit_cover:
            raise ValueError("minutes")


@dataclass(frozen=True, slots=True)
class UrgentNumber:
    """A number of the organisation's own, beside those that everybody has."""

    name: str
    phone: str
