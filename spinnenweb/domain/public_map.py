"""The social map as anybody may see it: words only, nothing that was not agreed to, nothing about how we work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.social_map import Freshness

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class PublicPerson:
    """Whom to ask for: somebody who agreed to stand here."""

    name: str
    role: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class PublicOffer:
    """One thing one can go to. `by` is who offers it, empty when that is its own name.

    `facts` are label and text, in the order in which they are read; `mark` a warning such as "vol", `checked` says
    how old this knowledge is. `themes` and `villages` are words; no village means everywhere.
    """

    id: str
    name: str
    by: str = ""
    kind: str = ""
    about: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    phone: str = ""
    email: str = ""
    website: str = ""
    persons: tuple[PublicPerson, ...] = ()
    themes: tuple[str, ...] = ()
    villages: tuple[str, ...] = ()
    mark: str = ""
    checked: str = ""
    freshness: Freshness = Freshness.NEVER


@dataclass(frozen=True, slots=True)
class PublicSection:
    """What belongs to one theme; every offer stands once on the map, under the first of its themes."""

    code: str
    title: str
    offers: tuple[PublicOffer, ...]


@dataclass(frozen=True, slots=True)
class PublicMap:
    """A map to publish or print. `village` is empty for all villages; `by` is who made it."""

    village: str
    made_on: date
    sections: tuple[PublicSection, ...]
    villages: tuple[str, ...] = ()
    by: str = ""
    example: bool = False

    @property
    def size(self) -> int:
        """How many offers stand on it."""
        return sum(len(section.offers) for section in self.sections)
