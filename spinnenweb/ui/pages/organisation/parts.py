"""The parts of the page of an organisation: its offers, whom to call, what it wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from spinnenweb.domain.map_schedule import said_when
from spinnenweb.ui.dates import full_day
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card, RowCard
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.freshness import FreshnessMark, freshness_words
from spinnenweb.ui.widgets.labels import SectionTitle, text_label
from spinnenweb.ui.widgets.rows import RowButton, end_row, two_lines

if TYPE_CHECKING:
    from spinnenweb.domain.social_map import ContactPerson, Offer
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.map_cells import MapNames
    from spinnenweb.services.map_records import OfferLine, OrganisationCard


class OffersPart(QWidget):
    """What there is to do. Sends `opened(Offer)`, `added()` and, for one that is there twice, `doubled()`."""

    opened = Signal(object)
    added = Signal()
    doubled = Signal()

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self.title = SectionTitle(self.tr("Wat er te doen is"))
        self.list = RowCard()
        self.none = text_label(self.tr("Er staat nog niets bij."), "soft")
        self.add = link_button(self.tr("Aanbod toevoegen"), "strong")
        self.add.clicked.connect(self.added)
        self.join = link_button(self.tr("Samenvoegen…"))
        self.join.setAccessibleName(self.tr("Aanbod samenvoegen dat er twee keer staat"))
        self.join.clicked.connect(self.doubled)
        self.rows: dict[RowButton, Offer] = {}
        acts = QWidget()
        line = FlowLayout(acts, gap=20)
        line.addWidget(self.add)
        line.addWidget(self.join)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for part in (self.title, self.list, self.none, acts):
            column.addWidget(part)

    def show_lines(self, lines: tuple[OfferLine, ...], names: MapNames) -> None:
        """Show these offers."""
        self.list.clear()
        self.rows = {}
        for line in lines:
            row = self._row(line, names)
            row.clicked.connect(self._open)
            self.rows[row] = line.offer
            self.list.add_row(row)
        self.list.setVisible(bool(lines))
        self.none.setVisible(not lines)
        self.join.setVisible(bool(lines))

    def _row(self, line: OfferLine, names: MapNames) -> RowButton:
        offer = line.offer
        when = said_when(offer, names.slots)
        said = " · ".join(part for part in (when or offer.for_whom, self._ways(offer, names)) if part)
        fresh = freshness_words(self._words, line.freshness)
        row = RowButton(", ".join(part for part in (offer.name, said, fresh) if part))
        row.add(two_lines(text_label(offer.name, "strong"), text_label(said, "small")), 1)
        row.add(FreshnessMark(self._words, line.freshness))
        return end_row(row)

    def _ways(self, offer: Offer, names: MapNames) -> str:
        coded = (("way_in", offer.way_in.value), ("costs", offer.costs.value), ("capacity", offer.capacity.value))
        return " · ".join(names.named(field, code) for field, code in coded if code != "onbekend")

    def _open(self) -> None:
        sender = self.sender()
        self._emit_opened(next(offer for row, offer in self.rows.items() if row is sender))

    def _emit_opened(self, offer: Offer) -> None:
        self.opened.emit(offer)


class PersonsPart(Card):
    """Whom to call; who left stands apart and never as current. Sends `opened(ContactPerson)` and `added()`."""

    opened = Signal(object)
    added = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Wie je belt"))
        self.people = QVBoxLayout()
        self.people.setSpacing(px(12))
        self.add_button = link_button(self.tr("Contactpersoon toevoegen"), "strong")
        self.add_button.clicked.connect(self.added)
        self.former_button = link_button("", "soft")
        self.former_button.clicked.connect(self._unfold)
        self.former = QWidget()
        self._left = QVBoxLayout(self.former)
        self._left.setContentsMargins(0, 0, 0, 0)
        self.rows: dict[QWidget, ContactPerson] = {}
        self.add(self.people)
        self.add(self.add_button)
        self.add(self.former_button)
        self.add(self.former)
        self.former.hide()

    def show_people(self, card: OrganisationCard) -> None:
        """Show who is there now, and behind a button who was."""
        for layout in (self.people, self._left):
            _clear(layout)
        self.rows = {}
        for person in card.persons:
            self.people.addWidget(self._person(person, self._state(person)))
        for person in card.former:
            self._left.addWidget(self._person(person, self._period(person)))
        if not card.persons:
            self.people.addWidget(text_label(self.tr("Er staat nu niemand bij."), "soft"))
        self.former_button.setText(self.tr("Niet meer of nog niet ({n})").format(n=len(card.former)))
        self.former_button.setVisible(bool(card.former))
        self.former.setVisible(bool(card.former) and not self.former.isHidden())

    def _person(self, person: ContactPerson, state: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        name = link_button(person.name, "strong")
        name.setAccessibleName(self.tr("{name} aanpassen").format(name=person.name))
        name.clicked.connect(self._open)
        self.rows[name] = person
        column.addWidget(name)
        reach = " · ".join(part for part in (person.role, person.phone, person.email) if part)
        for text in (reach, state):
            if text:
                column.addWidget(text_label(text, "small"))
        return holder

    def _state(self, person: ContactPerson) -> str:
        if not person.may_share:
            shared = self.tr("Alleen voor jou: mag niet gedeeld worden.")
        elif person.agreed_on is None:
            shared = self.tr("Mag gedeeld worden.")
        else:
            shared = self.tr("Mag gedeeld worden, zei ja op {date}.").format(date=full_day(person.agreed_on))
        direct = self.tr("Inwoners mogen zelf bellen.") if person.direct else ""
        return " ".join(part for part in (shared, direct) if part)

    def _period(self, person: ContactPerson) -> str:
        if person.ends is not None:
            return self.tr("Weg sinds {date}. Niet meer bellen.").format(date=full_day(person.ends))
        begins = "" if person.starts is None else full_day(person.starts)
        return self.tr("Begint op {date}.").format(date=begins)

    def _unfold(self) -> None:
        self.former.setVisible(self.former.isHidden())

    def _open(self) -> None:
        sender = self.sender()
        self._emit_opened(next(person for row, person in self.rows.items() if row is sender))

    def _emit_opened(self, person: ContactPerson) -> None:
        self.opened.emit(person)


class FactsPart(Card):
    """What there is to know, a line each; nothing for what is not known."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnStretch(1, 1)
        self.chips = QWidget()
        self._flow = FlowLayout(self.chips, gap=6)
        self.add(self._holder)
        self.add(self.chips)

    def show_facts(self, facts: tuple[tuple[str, str], ...], chips: tuple[str, ...] = ()) -> None:
        """Show what is known; the card goes when nothing is."""
        _clear(self._grid)
        known = [(name, said) for name, said in facts if said]
        for number, (name, said) in enumerate(known):
            self._grid.addWidget(text_label(name, "soft"), number, 0)
            self._grid.addWidget(text_label(said), number, 1)
        _clear(self._flow)
        for word in chips:
            self._flow.addWidget(Chip(word, "accent"))
        self.chips.setVisible(bool(chips))
        self.setVisible(bool(known) or bool(chips))


def _clear(layout: QVBoxLayout | QGridLayout | FlowLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
