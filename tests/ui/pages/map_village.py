"""A small map in a real vault, for the tests of its pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from spinnenweb.domain.map_history import MapKind
from spinnenweb.domain.social_map import ContactPerson, Offer, OfferKind, Organisation
from spinnenweb.services.map_writing import with_fields

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.services.workspace import Workspace

LONG_AGO, LATELY = date(2025, 1, 10), date(2026, 11, 2)


def stored(fields: dict[str, object]) -> dict[str, object]:
    """Days as they lie in the file."""
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in fields.items()}


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def organisation(workspace: Workspace, name: str, *offers: str, **known: object) -> Organisation:
    """An organisation with offers of these names, checked when the organisation was."""
    service = workspace.social_map
    fields: dict[str, object] = {"name": name, **known}
    made = with_fields(MapKind.ORGANISATION, service.blank_organisation(), stored(fields))
    assert isinstance(made, Organisation)
    service.add(made)
    for offer in offers:
        service.add(replace(service.blank_offer(made.id), name=offer, checked_on=made.checked_on))
    return made


def small_map(workspace: Workspace) -> tuple[Organisation, Organisation]:
    """Two organisations: one checked lately with two offers, one long ago."""
    first = organisation(workspace, "Dorpshuis De Beuk", "Eettafel", "Koffieochtend", checked_on=LATELY)
    second = organisation(
        workspace, "Fietsclub Het Wiel", "Samen fietsen", kind=OfferKind.RESIDENTS, checked_on=LONG_AGO
    )
    return first, second


def offers_of(workspace: Workspace, made: Organisation) -> tuple[Offer, ...]:
    return tuple(line.offer for line in workspace.social_map.card(made.id).offers)


def person(workspace: Workspace, made: Organisation, name: str, **known: object) -> ContactPerson:
    fields: dict[str, object] = {"name": name, **known}
    one = with_fields(MapKind.CONTACT, workspace.social_map.blank_contact(made.id), stored(fields))
    assert isinstance(one, ContactPerson)
    workspace.social_map.add(one)
    return one
