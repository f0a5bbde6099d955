"""The vocabulary of themes and signals as an organisation shapes it: own words beside the shipped ones.

A code never changes and is never used again: conversations and figures hold it. A word that is no longer used is
retired, so that what was written with it keeps its name.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

OWN = "eigen-"
"""What the codes of own words begin with, so that a later version of the program never claims one."""
_LONGEST_STEM = 40
_APART = re.compile(r"[^a-z0-9]+")


class WordKind(StrEnum):
    """What a word of the vocabulary is."""

    THEME = "thema"
    SIGNAL = "signaal"


class WordAct(StrEnum):
    """What happened to a word."""

    MADE = "gemaakt"
    RENAMED = "hernoemd"
    MAPPED = "verbonden"
    CODED = "gecodeerd"
    RETIRED = "gestopt"
    REVIVED = "hervat"


@dataclass(frozen=True, slots=True)
class WordChange:
    """One thing that happened to a word, with what stood there before."""

    on: date
    act: WordAct
    before: str = ""


@dataclass(frozen=True, slots=True)
class ThemeWord:
    """A theme or signal as the organisation has it.

    With the code of a shipped word it stands in the place of that one; an empty `name` or `resident_words` then
    leaves the shipped words as they are. `proposed_by` holds what it is connected with: of a theme the aspects and
    dimensions that propose it, of a signal the themes it counts under (`None` leaves the shipped ones).
    `outside_code` is that of a thesaurus (ecosystem.md 1.5).
    """

    id: str
    kind: WordKind
    code: str
    name: str = ""
    resident_words: str = ""
    proposed_by: tuple[str, ...] | None = None
    outside_code: str = ""
    active: bool = True
    history: tuple[WordChange, ...] = ()

    @property
    def own(self) -> bool:
        """Whether the organisation made it."""
        return self.code.startswith(OWN)


def new_code(name: str, taken: Collection[str]) -> str:
    """A code for a new word, such as `eigen-samen-eten`; numbered when it was ever used."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    stem = OWN + (_APART.sub("-", plain).strip("-")[:_LONGEST_STEM].strip("-") or "woord")
    code, number = stem, 2
    while code in taken:
        code, number = f"{stem}-{number}", number + 1
    return code
