"""The page of an organisation while a resident looks along: to read, with nothing to change.

What is in the card was decided before (`services/looking_along`); here stands how it is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.domain.map_schedule import said_when
from spinnenweb.domain.social_map import Capacity, Costs, WayIn
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card, Divider
from spinnenweb.ui.widgets.freshness import FreshnessMark
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from spinnenweb.domain.social_map import ContactPerson, Offer
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.map_cells import MapNames
    from spinnenweb.services.map_records import OfferLine, OrganisationCard
    from spinnenweb.ui.pages.organisation.layout import Layout

_UNKNOWN = (WayIn.UNKNOWN.value, Costs.UNKNOWN.value, Capacity.UNKNOWN.value)


class OffersAlong(Card):
    """What there is to do, all of it in sight."""

    def __init__(self, words: Wording) -> None:
        super().__init__(self.tr("Wat er te doen is"))
        self._words = words
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(12))
        self.none = text_label(self.tr("Er staat nog niets bij."), "soft")
        self.add(self._rows)
        self.add(self.none)

    def show_lines(self, lines: tuple[OfferLine, ...], names: MapNames) -> None:
        """Show these offers."""
        _clear(self._rows)
        for number, line in enumerate(lines):
            if number:
                self._rows.addWidget(Divider())
            self._rows.addWidget(self._offer(line, names))
        self.none.setVisible(not lines)

    def _offer(self, line: OfferLine, names: MapNames) -> QWidget:
        offer = line.offer
        holder, column = _pile()
        column.addWidget(text_label(offer.name, "strong"))
        for text in (offer.description, offer.for_whom, _where_when(offer, names), _ways(offer, names)):
            if text:
                column.addWidget(text_label(text, "small"))
        column.addWidget(FreshnessMark(self._words, line.freshness))
        return holder


class PersonsAlong(Card):
    """Whom to call: those who agreed that others know. The card goes when there is nobody."""

    def __init__(self) -> None:
        super().__init__(self.tr("Wie je belt"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(12))
        self.add(self._rows)

    def show_people(self, persons: tuple[ContactPerson, ...]) -> None:
        """Show them."""
        _clear(self._rows)
        for person in persons:
            holder, column = _pile()
            column.addWidget(text_label(person.name, "strong"))
            reach = " · ".join(part for part in (person.role, person.phone, person.email) if part)
            if reach:
                column.addWidget(text_label(reach, "small"))
            self._rows.addWidget(holder)
        self.setVisible(bool(persons))


class Along:
    """Turns the page from the worker's into one for two, and back."""

    def __init__(self, view: Layout, words: Wording) -> None:
        self._view = view
        self.offers = OffersAlong(words)
        self.persons = PersonsAlong()
        self._mine = (view.change, view.check, view.offers, view.persons, view.merge, view.bin)
        view.further.insertWidget(0, self.offers)
        view.put_above_reach(self.persons)

    def show_card(self, card: OrganisationCard, names: MapNames, *, on: bool) -> None:
        """Show the card for two, or leave the page to the worker."""
        for part in self._mine:
            part.setVisible(not on)
        self.offers.setVisible(on)
        self.persons.setVisible(on)
        if on:
            self.offers.show_lines(card.offers, names)
            self.persons.show_people(card.persons)


def _where_when(offer: Offer, names: MapNames) -> str:
    place = ", ".join(part for part in (offer.where.name, offer.where.street, offer.where.town) if part)
    return " · ".join(part for part in (place, said_when(offer, names.slots)) if part)


def _ways(offer: Offer, names: MapNames) -> str:
    coded = (("way_in", offer.way_in.value), ("costs", offer.costs.value), ("capacity", offer.capacity.value))
    known = [names.named(field, code) for field, code in coded if code not in _UNKNOWN]
    return " · ".join((*known, *(part for part in (offer.way_in_words, offer.costs_words) if part)))


def _pile() -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(3))
    return holder, column


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
