"""What a migration is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

_MINORS = 1000


@dataclass(frozen=True, slots=True, order=True)
class Format:
    """A version of the file format: an older program still uses a newer minor, and refuses a newer major.

    So a minor step only adds: tables, and columns that have a default.
    """

    major: int
    minor: int = 0

    @property
    def number(self) -> int:
        """The version as it stands in `PRAGMA user_version`."""
        return self.major * _MINORS + self.minor

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}"


def format_of(number: int) -> Format:
    """The version a `PRAGMA user_version` means; 0 is a file without tables."""
    return Format(*divmod(number, _MINORS))


@dataclass(frozen=True, slots=True)
class Info:
    """What a step leads to. `program` is the first version of Spinnenweb that knows the format."""

    to: Format
    program: str
    summary: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step: from the format before it to `info.to`, inside a transaction the runner opens."""

    info: Info
    migrate: Callable[[Connection], None]
