"""Hand-overs for reading: a line of a list, and the page of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.handovers import CLOSED, SHARING, HandoverState

if TYPE_CHECKING:
    from datetime import date

    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.handovers import Handover
    from spinnenweb.domain.residents import Consent, Resident
    from spinnenweb.domain.social_map import ContactPerson, Offer, Organisation


@dataclass(frozen=True, slots=True)
class HandoverLine:
    """A hand-over or tip in a list.

    `state` is how it stands today: withdrawn as soon as the resident no longer allows it. `contact` is whom it was
    begun with; `contact_left` says that this person is no longer there. `since` is the day of the last moment.
    """

    handover: Handover
    offer_name: str
    organisation_name: str
    state: HandoverState
    expired: bool
    contact: ContactPerson | None
    contact_left: bool
    since: date

    @property
    def open(self) -> bool:
        """Whether anything still has to happen."""
        return self.state not in CLOSED

    @property
    def may_share(self) -> bool:
        """Whether what was agreed may leave today."""
        return self.state in SHARING and not self.expired


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """A hand-over that runs while its contact person is gone; `now` is who is there instead."""

    line: HandoverLine
    resident: Resident
    now: ContactPerson | None


@dataclass(frozen=True, slots=True)
class HandoverCard:
    """Everything about one hand-over. `offer` and `organisation` are `None` when they are gone from the map.

    `contact_now` is whom to call today, `next` what may follow.
    """

    line: HandoverLine
    resident: Resident
    offer: Offer | None
    organisation: Organisation | None
    contact_now: ContactPerson | None
    consent: Consent | None
    next: tuple[HandoverState, ...]


@dataclass(frozen=True, slots=True)
class CallCard:
    """Whom to call now and on which number; both may be unknown."""

    name: str
    role: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class Begun:
    """A hand-over that was just begun."""

    handover_id: str
    changes: Changes


def call_card(organisation: Organisation | None, contact: ContactPerson | None) -> CallCard:
    """Whom to call: the contact person, with the number of the organisation where there is no own."""
    of_all = ("", "") if organisation is None else (organisation.phone, organisation.email)
    if contact is None:
        return CallCard("", "", *of_all)
    return CallCard(contact.name, contact.role, contact.phone or of_all[0], contact.email or of_all[1])
