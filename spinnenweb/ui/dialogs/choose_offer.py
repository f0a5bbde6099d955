"""Where to: an offer of the social map, found while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from spinnenweb.domain.map_filter import MapFilter
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.widgets.cards import RowCard
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.rows import RowButton, end_row, list_row
from spinnenweb.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.map_records import OfferLine
    from spinnenweb.ui.context import Context

MOST = 6


class ChooseOfferDialog(Sheet):
    """Sends `chosen(str)`, the id of an offer, and goes. Begins with what is near the resident."""

    chosen = Signal(str)

    def __init__(self, context: Context, resident: Resident, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.name(self.tr("Waar wil de inwoner heen?"), self.tr("Kiezen"))
        self._village = resident.village_id or ""
        self.field = SearchField(self.tr("Typ een naam, een plek of een woord"))
        self.nothing = text_label("", "soft")
        self.list = RowCard()
        self.rows: dict[RowButton, str] = {}
        for part in (self.field, self.nothing, self.list):
            self.fields.addWidget(part)
        self.field.textEdited.connect(self._search)
        self.field.returnPressed.connect(self._take_first)
        self.keep.clicked.connect(self._take_first)
        self._search("")
        self.field.setFocus()

    def _search(self, text: str) -> None:
        the_map, typed = self.context.workspace.social_map, text.strip()
        wanted = MapFilter(text=typed, village_id="" if typed else self._village, running=True)
        lines = the_map.offer_lines(the_map.find_offers(wanted)[:MOST])
        self.list.clear()
        self.rows = {}
        for line in lines:
            self._add(line)
        self.list.setVisible(bool(lines))
        words = self.context.words
        self.nothing.setText(words.say("message.search_nothing", text=typed) if typed else words.say("empty.map"))
        self.nothing.setVisible(not lines)

    def _add(self, line: OfferLine) -> None:
        offer, words = line.offer, self.context.words
        sub = " · ".join(part for part in (line.organisation.name, offer.for_whom, offer.when) if part)
        row = list_row(f"{offer.name}, {sub}", text_label(offer.name, "strong"), sub)
        row.clicked.connect(self._take)
        self.rows[row] = offer.id
        full = Chip(words.say(f"map.capacity.{offer.capacity.value}"), "warn") if not offer.takes_people else None
        self.list.add_row(end_row(row, full))

    def _take(self) -> None:
        sender = self.sender()
        self._choose(next(offer_id for row, offer_id in self.rows.items() if row is sender))

    def _take_first(self) -> None:
        first = next(iter(self.rows.values()), "")
        if self.field.text().strip() and first:
            self._choose(first)

    def _choose(self, offer_id: str) -> None:
        self.accept()
        self._emit_chosen(offer_id)

    def _emit_chosen(self, offer_id: str) -> None:
        self.chosen.emit(offer_id)
