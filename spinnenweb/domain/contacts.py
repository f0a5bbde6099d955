"""Contacts without a web: a short talk with someone, and a meeting with several. Neither counts persons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

MOST_PEOPLE = 10_000


@dataclass(frozen=True, slots=True)
class ShortContact:
    """A "kort praatje": where, when, about what, in one line; no marks and nobody's name in the words.

    It may be tied to a resident, on whose timeline it then stands. `via` is a code of `conversations.VIAS`, or
    empty; `tell_back` says that this resident wants the one it came through to hear how it goes.
    """

    id: str
    village_id: str | None
    held_on: date
    themes: tuple[str, ...] = ()
    line: str = ""
    via: str = ""
    follow_up_on: date | None = None
    resident_id: str | None = None
    tell_back: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting with residents: how many came and about what; no names."""

    id: str
    village_id: str | None
    held_on: date
    people: int
    themes: tuple[str, ...] = ()
    line: str = ""
