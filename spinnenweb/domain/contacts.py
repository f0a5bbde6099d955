"""Contacts without a web: a short talk with someone, and a meeting with several. Neither counts persons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

MOST_PEOPLE = 10_000


@dataclass(frozen=True, slots=True)
class ShortContact:
    """A "kort praatje": where, when, about what, in one line; no marks and nobody's name.

    `via` is a code of `conversations.VIAS`, or empty.
    """

    id: str
    village_id: str | None
    held_on: date
    themes: tuple[str, ...] = ()
    line: str = ""
    via: str = ""
    follow_up_on: date | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting with residents: how many came and about what; no names."""

    id: str
    village_id: str | None
    held_on: date
    people: int
    themes: tuple[str, ...] = ()
    line: str = ""
