"""Proposals for reading: what is asked about, a line of a list, and what an answer gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
class ProposalLine:
    """A proposal with whom to call now and the villages it is in; `chosen`: it was chosen for this before."""

    proposal: Proposal
    organisation: Organisation
    contact: ContactPerson | None
    freshness: Freshness
    villages: tuple[str, ...]
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Proposals:
    """What is proposed for something, the best first.

    `declined` is how many offers were declined for it, `village` the name of the village that was looked in.
    """

    about: About
    lines: tuple[ProposalLine, ...]
    declined: int = 0
    village: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer to a proposal that was just written down."""

    choice_id: str
    changes: Changes
