"""An invented place on the map and a hand-over to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from spinnenweb.domain.handovers import FieldCode, HandoverState, WayOut
from spinnenweb.domain.social_map import ContactPerson, Offer, Organisation, Place

if TYPE_CHECKING:
    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.workspace import Workspace

NAMED = (FieldCode.NAME, FieldCode.QUESTION)
STAGES = (
    HandoverState.PROPOSED,
    HandoverState.AGREED,
    HandoverState.CONTACTED,
    HandoverState.ACCEPTED,
    HandoverState.FIRST_CONTACT,
)
"""The states in which a hand-over still runs, in order."""


@dataclass(frozen=True)
class Club:
    """A club with one offer and one person to call."""

    organisation: Organisation
    offer: Offer
    person: ContactPerson


def add_club(workspace: Workspace, name: str = "Dorpshuis De Kapstok", offer: str = "Koffieochtend") -> Club:
    """Write a club on the map; nobody there has a number."""
    the_map = workspace.social_map
    organisation = replace(the_map.blank_organisation(), name=name)
    the_map.add(organisation)
    place = Place(name="Grote zaal", street="Dorpsplein", town="Esdoornhoek")
    made = replace(the_map.blank_offer(organisation.id), name=offer, when="Dinsdagochtend", where=place)
    the_map.add(made)
    person = replace(the_map.blank_contact(organisation.id), name="Corrie Verzonnen", role="gastvrouw")
    person = replace(
        person, email="kapstok@voorbeeld.example", starts=workspace.clock.today() - timedelta(days=90)
    )
    the_map.add(person)
    return Club(organisation, made, person)


def begin(workspace: Workspace, resident: Resident, club: Club, way: WayOut = WayOut.CALL) -> str:
    """Begin a hand-over; its id."""
    return workspace.handovers.begin(resident.id, club.offer.id, way).handover_id


def agree(workspace: Workspace, handover_id: str, fields: tuple[FieldCode, ...] = NAMED, words: str = "") -> None:
    """The resident says yes, for a month."""
    until = workspace.clock.today() + timedelta(days=30)
    workspace.handovers.agree(handover_id, fields, until, words)


def accepted(workspace: Workspace, handover_id: str) -> None:
    """Agreed, called and accepted."""
    agree(workspace, handover_id)
    for state in (HandoverState.CONTACTED, HandoverState.ACCEPTED):
        workspace.handovers.move(handover_id, state)


def come_to(workspace: Workspace, handover_id: str, stage: HandoverState) -> None:
    """Bring a hand-over that was just begun as far as this."""
    for state in STAGES[1 : STAGES.index(stage) + 1]:
        if state is HandoverState.AGREED:
            agree(workspace, handover_id, words="Zoekt gezelschap.")
        else:
            workspace.handovers.move(handover_id, state)
