"""What a resident who looks along may see of the social map. This is the one place where that is decided.

Seen is what a printed map of the village shows too: what runs, where, when, for whom, what it costs and how fresh
that knowledge is. Of hand-overs only those of the resident at the table can be opened (`Visit.shows`). Hidden are
talks with organisations, what organisations intend, who pulls or checked it, merges, and every contact person who
did not agree to be shared; a number of somebody's own stands there only where residents may call it
(`handover_contents`). Early signals are never a reason to propose something here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.choices import AboutKind
from spinnenweb.domain.map_filter import EVERYTHING, MapFilter
from spinnenweb.domain.social_map import OfferStatus
from spinnenweb.services.social_map import SocialMapService
from spinnenweb.storage.text_keys import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from spinnenweb.domain.social_map import ContactPerson, Offer, Organisation
    from spinnenweb.services.handover_records import HandoverCard
    from spinnenweb.services.map_records import OfferLine, OrganisationCard, OrganisationLine
    from spinnenweb.services.proposal_records import About, ProposalLine

_SHOWN = (OfferStatus.ACTIVE, OfferStatus.CLOSED)
"""The same as on the printed map (`map_public`)."""


def asked_along(asked: Iterable[About]) -> tuple[About, ...]:
    """What offers may be looked for: everything but early signals."""
    return tuple(about for about in asked if about.kind is not AboutKind.SIGNAL)


def person_along(person: ContactPerson | None, today: date) -> ContactPerson | None:
    """Somebody who agreed to be shared and is there now, else nobody."""
    if person is None or not person.leaves(today):
        return None
    own = (person.phone, person.email) if person.direct else ("", "")
    return replace(person, phone=own[0], email=own[1], agreed_on=None)


def persons_along(persons: Iterable[ContactPerson], today: date) -> tuple[ContactPerson, ...]:
    """Those who may be seen, in the same order."""
    found = (person_along(person, today) for person in persons)
    return tuple(person for person in found if person is not None)


def proposal_along(line: ProposalLine, today: date) -> ProposalLine:
    """A proposal without what is the worker's: whom only the worker may call, and what was answered before."""
    organisation = organisation_along(line.organisation)
    return replace(line, organisation=organisation, contact=person_along(line.contact, today), earlier=None)


def handover_along(card: HandoverCard, today: date) -> HandoverCard:
    """The resident's own hand-over: to call only who agreed to be shared, else the organisation itself."""
    organisation = None if card.organisation is None else organisation_along(card.organisation)
    line = replace(card.line, contact=person_along(card.line.contact, today))
    return replace(card, line=line, organisation=organisation, contact_now=person_along(card.contact_now, today))


def organisation_along(organisation: Organisation) -> Organisation:
    """The facts of an organisation, without what it told the worker."""
    return replace(organisation, lead="", checked_by="", working_on="", chances="", themes=(), external={}, kvk="")


def card_along(card: OrganisationCard, today: date) -> OrganisationCard:
    """The page of an organisation."""
    offers = (offer_along(line, today) for line in card.offers if _runs(line.offer))
    return replace(
        card,
        organisation=organisation_along(card.organisation),
        offers=tuple(offers),
        persons=persons_along(card.persons, today),
        former=(),
        talks=(),
        merges=(),
    )


def offer_along(line: OfferLine, today: date) -> OfferLine:
    """An offer in a list."""
    offer = replace(line.offer, checked_by="", external={})
    organisation = organisation_along(line.organisation)
    return replace(line, offer=offer, organisation=organisation, contact=person_along(line.contact, today))


def _runs(offer: Offer) -> bool:
    return offer.status in _SHOWN


def _said(organisation: Organisation) -> str:
    return f"{organisation.name} {organisation.description}"


def _told(offer: Offer) -> str:
    place = offer.where
    told = (offer.name, offer.for_whom, offer.description, offer.when, place.name, place.street, place.town)
    return " ".join(told)


def _saying(told: Iterable[tuple[str, str]], typed: str) -> tuple[str, ...]:
    """The ids of those in whose text every typed word stands.

    The search itself knows one text of an organisation, in which what it intends and who pulls it stand too.
    """
    asked = words(typed)
    return tuple(one for one, text in told if _holds(words(text), asked))


def _holds(own: Iterable[str], asked: Iterable[str]) -> bool:
    there = tuple(own)
    return all(any(word in one for one in there) for word in asked)


class MapAlong(SocialMapService):
    """The social map while a resident looks along: the same questions, with only what may be seen as an answer."""

    def find_offers(self, wanted: MapFilter = EVERYTHING) -> tuple[str, ...]:
        """As for the worker, but what runs, and only by words that may be seen."""
        found = super().find_offers(replace(wanted, running=True, along=True))
        if not wanted.text.strip():
            return found
        told = (
            (line.offer.id, f"{_said(line.organisation)} {_told(line.offer)}") for line in self.offer_lines(found)
        )
        return _saying(told, wanted.text)

    def find_organisations(self, wanted: MapFilter = EVERYTHING) -> tuple[str, ...]:
        """As for the worker, but what runs, and only by words that may be seen."""
        found = super().find_organisations(replace(wanted, running=True, along=True))
        if not wanted.text.strip():
            return found
        lines = self.organisation_lines(found)
        return _saying(((line.organisation.id, _said(line.organisation)) for line in lines), wanted.text)

    def offer_lines(self, offer_ids: Sequence[str]) -> tuple[OfferLine, ...]:
        """These offers, each as it may be seen."""
        today = self._clock.today()
        return tuple(offer_along(line, today) for line in super().offer_lines(offer_ids) if _runs(line.offer))

    def organisation_lines(self, organisation_ids: Sequence[str]) -> tuple[OrganisationLine, ...]:
        """These organisations, each as it may be seen."""
        today = self._clock.today()
        return tuple(
            replace(
                line,
                organisation=organisation_along(line.organisation),
                contact=person_along(line.contact, today),
            )
            for line in super().organisation_lines(organisation_ids)
        )

    def offers_of(self, organisation_ids: Sequence[str]) -> dict[str, tuple[Offer, ...]]:
        """The offers of these organisations that run, or will again."""
        found = super().offers_of(organisation_ids)
        running = {one: tuple(filter(_runs, offers)) for one, offers in found.items()}
        return {one: offers for one, offers in running.items() if offers}

    def offer(self, offer_id: str) -> OfferLine:
        """One offer as it may be seen; `SpinnenwebError` `map.gone`."""
        return offer_along(super().offer(offer_id), self._clock.today())

    def card(self, organisation_id: str) -> OrganisationCard:
        """The page of an organisation as it may be seen; `SpinnenwebError` `map.gone`."""
        return card_along(super().card(organisation_id), self._clock.today())

    def _in_sight(self, persons: Sequence[ContactPerson]) -> Sequence[ContactPerson]:
        return persons_along(persons, self._clock.today())
