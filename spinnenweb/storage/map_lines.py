"""What of the social map and of hand-overs is searched.

Lines of the map have no day. So they lie under all others in the index, where a filter over the map alone looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.search import HitKind
from spinnenweb.storage.search_store import Line

if TYPE_CHECKING:
    from spinnenweb.domain.choices import ProposalChoice
    from spinnenweb.domain.handovers import Handover
    from spinnenweb.domain.signals import SignalFollowUp
    from spinnenweb.domain.social_map import ContactPerson, Offer, Organisation, OrganisationTalk


def lines_of_organisation(organisation: Organisation) -> tuple[Line, ...]:
    """Its name and what is told of it."""
    one = organisation
    said = _joined(one.name, one.description, one.lead, one.working_on, one.chances)
    return (Line(HitKind.ORGANISATION, one.id, "", said),)


def lines_of_offer(offer: Offer) -> tuple[Line, ...]:
    """Its name, for whom, what it is, when and where."""
    place = offer.where
    said = _joined(offer.name, offer.for_whom, offer.description, offer.when, place.name, place.street, place.town)
    return (Line(HitKind.OFFER, offer.id, "", said),)


def lines_of_contact_person(person: ContactPerson) -> tuple[Line, ...]:
    """Name and role."""
    return (Line(HitKind.CONTACT_PERSON, person.id, "", _joined(person.name, person.role)),)


def lines_of_organisation_talk(talk: OrganisationTalk) -> tuple[Line, ...]:
    """What was said."""
    said = _joined(talk.does, talk.offers, talk.chances, talk.spoken_with)
    return (Line(HitKind.ORGANISATION_TALK, talk.id, "", said),)


def lines_of_handover(handover: Handover) -> tuple[Line, ...]:
    """The words for the organisation and the reason why it stopped, on the day of the last moment."""
    day = handover.history[-1].at.astimezone().date() if handover.history else None
    said = _joined(handover.words, handover.reason)
    return (Line(HitKind.HANDOVER, handover.id, handover.resident_id, said, day),)


def lines_of_choice(choice: ProposalChoice) -> tuple[Line, ...]:
    """Why an offer was chosen or declined."""
    return (Line(HitKind.CHOICE, choice.id, choice.resident_id, choice.reason, choice.chosen_on),)


def lines_of_signal(told: SignalFollowUp) -> tuple[Line, ...]:
    """What was done about a signal. It is no talk: the day on which somebody was last spoken with stays."""
    return (Line(HitKind.SIGNAL, told.id, told.resident_id, told.words, told.followed_on),)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part.strip())
