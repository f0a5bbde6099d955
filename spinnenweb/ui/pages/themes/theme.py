"""One theme: its numbers, what there is to do, and which organisations are on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from spinnenweb.domain.map_schedule import said_when, slot_words
from spinnenweb.ui.pages.themes.findings import line
from spinnenweb.ui.places import ORGANISATION, Place
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card, RowCard
from spinnenweb.ui.widgets.flow_layout import Columns
from spinnenweb.ui.widgets.freshness import FreshnessMark, freshness_words
from spinnenweb.ui.widgets.labels import SectionTitle, line_label, text_label
from spinnenweb.ui.widgets.rows import RowButton, end_row, two_lines
from spinnenweb.ui.widgets.verdict_mark import VerdictMark

if TYPE_CHECKING:
    from spinnenweb.domain.theme_board import Cell, Partner
    from spinnenweb.services.map_records import OfferLine
    from spinnenweb.services.themes_board import ThemeCard
    from spinnenweb.ui.board_words import Telling


class ThemePart(QWidget):
    """Sends `opened(Place)`. Nothing here names a resident."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.columns = Columns((3, 2))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.columns)
        self.rows: list[RowButton] = []

    def show_theme(self, card: ThemeCard, telling: Telling) -> None:
        """Show another theme."""
        for number in (0, 1):
            _clear(self.columns.column(number))
        self.rows = []
        left, right = self.columns.column(0), self.columns.column(1)
        left.addWidget(SectionTitle(self.tr("Wat er te doen is")))
        self._add_offers(left, card, telling)
        left.addStretch(1)
        right.addWidget(self._numbers(card.cell, telling))
        self._add_partners(right, card.cell)
        right.addStretch(1)

    def _numbers(self, cell: Cell, telling: Telling) -> Card:
        card = Card()
        card.add(VerdictMark(cell.verdict, telling.verdict(cell.verdict)))
        card.add(text_label(telling.meaning(cell.verdict), "soft"))
        card.add_divider()
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        for row, (what, number) in enumerate(telling.facts(cell)):
            grid.addWidget(text_label(what), row, 0)
            grid.addWidget(line_label(str(number), "strong"), row, 1, Qt.AlignmentFlag.AlignRight)
        card.add(grid)
        return card

    def _add_offers(self, column: QVBoxLayout, card: ThemeCard, telling: Telling) -> None:
        if not card.offers:
            column.addWidget(text_label(self.tr("Er staat nog niets op de kaart bij dit thema."), "soft"))
            return
        rows = RowCard()
        for offer in card.offers:
            rows.add_row(self._offer(offer, telling, offer.offer.id in card.unused))
        column.addWidget(rows)

    def _offer(self, found: OfferLine, telling: Telling, unused: bool) -> RowButton:
        offer, words = found.offer, telling.words
        room = words.say(f"map.capacity.{offer.capacity.value}") if offer.capacity.value != "onbekend" else ""
        waits = self.tr("nog niet gebruikt") if unused else ""
        when = said_when(offer, slot_words(words))
        said = " · ".join(part for part in (found.organisation.name, when, room, waits) if part)
        fresh = freshness_words(words, found.freshness)
        row = RowButton(", ".join((offer.name, said, fresh)))
        row.add(two_lines(text_label(offer.name, "strong"), text_label(said, "small")), 1)
        row.add(FreshnessMark(words, found.freshness))
        return self._leading(end_row(row), found.organisation.id)

    def _add_partners(self, column: QVBoxLayout, cell: Cell) -> None:
        doing = tuple(one for one in cell.partners if one.does)
        meaning = cell.meaning
        for title, partners in (
            (self.tr("Wie hier iets doet"), doing),
            (self.tr("Wie hier iets mee wil"), meaning),
        ):
            if partners:
                column.addSpacing(px(8))
                column.addWidget(SectionTitle(title))
                column.addWidget(self._partners(partners, also=doing if partners is meaning else ()))

    def _partners(self, partners: tuple[Partner, ...], also: tuple[Partner, ...]) -> RowCard:
        card, known = RowCard(), {one.id for one in also}
        for partner in partners:
            more = self.tr("doet hier al iets") if partner.id in known else ""
            card.add_row(self._leading(line(partner.name, more), partner.id))
        return card

    def _leading(self, row: RowButton, organisation_id: str) -> RowButton:
        row.clicked.connect(partial(self.opened.emit, Place(ORGANISATION, organisation_id)))
        self.rows.append(row)
        return row


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
