"""Proposals for reading: what is asked about, a line of a list, and what an answer gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.choices import AboutKind
    from spinnenweb.domain.proposals import Proposal
    from spinnenweb.domain.social_map import ContactPerson, Freshness, Organisation


@dataclass(frozen=True, slots=True)
class About:
    """What offers are looked for: `code` of a topic, theme or signal, the id of a goal or step, or `GIFT`."""

    kind: AboutKind
    code: str


@dataclass(frozen=True, slots=True)
class Declined:
    """An offer that was declined, on which day and why; `reason` may be empty."""

    offer_id: str
    name: str
    on: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """An offer a resident chose, on which day, and with which nothing was done yet."""

    offer_id: str
    name: str
    organisation_name: str
    on: date


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """A proposal with whom to call now and the villages it is in; `chosen`: it was chosen for this before.

    `earlier` is the last time it was declined for something else, so that nobody proposes it unawares. `about` is
    what it was found for, where several questions were asked at once.
    """

    proposal: Proposal
    organisation: Organisation
    contact: ContactPerson | None
    freshness: Freshness
    villages: tuple[str, ...]
    chosen: bool = False
    earlier: Declined | None = None
    about: About | None = None


@dataclass(frozen=True, slots=True)
class Proposals:
    """What is proposed for something, the best first.

    `refused` holds the offers that were declined for it, `village` the name of the village that was looked in.
    """

    about: About
    lines: tuple[ProposalLine, ...]
    refused: tuple[Declined, ...] = ()
    village: str = ""

    @property
    def declined(self) -> int:
        """How many offers were declined for it."""
        return len(self.refused)


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer to a proposal that was just written down; `name` is what the offer is called."""

    choice_id: str
    changes: Changes
    name: str = ""
