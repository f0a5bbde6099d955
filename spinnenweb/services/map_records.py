"""The social map for reading: lines of lists, the page of one organisation, and what a write gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.changes import NOTHING, Changes

if TYPE_CHECKING:
    from spinnenweb.domain.map_history import MapKind, MapMerge, Overwritten
    from spinnenweb.domain.map_likeness import LikeWhy
    from spinnenweb.domain.social_map import ContactPerson, Freshness, Offer, Organisation, OrganisationTalk


@dataclass(frozen=True, slots=True)
class OfferLine:
    """An offer in a list. `contact` is whom to call now, `village_ids` where it is, or its organisation is."""

    offer: Offer
    organisation: Organisation
    freshness: Freshness
    village_ids: tuple[str, ...]
    contact: ContactPerson | None


@dataclass(frozen=True, slots=True)
class OrganisationLine:
    """An organisation in a list, with how many offers it has, and how fresh it is with all of them."""

    organisation: Organisation
    offers: int
    freshness: Freshness
    contact: ContactPerson | None


@dataclass(frozen=True, slots=True)
class OrganisationCard:
    """The page of an organisation. `persons` are there now, `former` left or have yet to begin.

    `freshness` is that of the organisation with all it offers, `merges` are those into it and into its offers.
    """

    organisation: Organisation
    freshness: Freshness
    offers: tuple[OfferLine, ...]
    persons: tuple[ContactPerson, ...]
    former: tuple[ContactPerson, ...]
    talks: tuple[OrganisationTalk, ...]
    merges: tuple[MapMerge, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """What a write did: what changed for the screens, and what is needed to take it back with `undo`."""

    changes: Changes = NOTHING
    added: tuple[tuple[MapKind, str], ...] = ()
    overwritten: tuple[Overwritten, ...] = ()

    def __or__(self, other: Saved) -> Saved:
        return Saved(self.changes | other.changes, self.added + other.added, self.overwritten + other.overwritten)

    @property
    def anything(self) -> bool:
        """Whether anything was written."""
        return bool(self.added or self.overwritten)


@dataclass(frozen=True, slots=True)
class LikeLine:
    """One that may be the same as what is typed, and why. `within` is the organisation of an offer."""

    id: str
    name: str
    why: LikeWhy
    within: str = ""
