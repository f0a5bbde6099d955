"""What is looked for on the social map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spinnenweb.domain.social_map import Costs, Freshness, Offer, OfferKind, Organisation


@dataclass(frozen=True, slots=True)
class MapFilter:
    """All that is given has to hold; what is empty or `None` does not matter.

    Every word of `text` has to be found, as far as typed, in the offer, its organisation, a contact person or a
    talk with the organisation; with `along` not in the last two. `running` leaves out what is not active, and
    organisations that stopped.
    """

    text: str = ""
    theme: str = ""
    dimension: str = ""
    village_id: str = ""
    language: str = ""
    freshness: Freshness | None = None
    kind: OfferKind | None = None
    costs: Costs | None = None
    organisation_id: str = ""
    running: bool = False
    along: bool = False


EVERYTHING = MapFilter()


def works_in(offer: Offer, organisation: Organisation) -> tuple[str, ...]:
    """The villages an offer is for: its own, else those of its organisation; none means everywhere."""
    return offer.village_ids or organisation.village_ids
