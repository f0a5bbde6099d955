"""Where to: an offer of the social map, found while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.map_filter import MapFilter
from spinnenweb.domain.map_schedule import said_when, slot_words
from spinnenweb.ui.dialogs.choice_sheet import ChoiceSheet
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.rows import end_row, list_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.map_records import OfferLine
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.dialogs.choice_sheet import Choice

MOST = 6


class ChooseOfferDialog(ChoiceSheet):
    """Sends `chosen(str)`, the id of an offer, and goes. Begins with what is near the resident."""

    def __init__(self, context: Context, resident: Resident, parent: QWidget) -> None:
        super().__init__(context, self.tr("Typ een naam, een plek of een woord"), parent)
        self.name(self.tr("Waar wil de inwoner heen?"), self.tr("Kiezen"))
        self._village = resident.village_id or ""
        self.begin()

    def found(self, typed: str) -> Iterator[Choice]:
        """Offers in which this is found, or those of the village."""
        the_map = self.context.workspace.social_map
        wanted = MapFilter(text=typed, village_id="" if typed else self._village, running=True)
        for line in the_map.offer_lines(the_map.find_offers(wanted)[:MOST]):
            yield self._choice(line)

    def _choice(self, line: OfferLine) -> Choice:
        offer, words = line.offer, self.context.words
        when = said_when(offer, slot_words(words))
        sub = " · ".join(part for part in (line.organisation.name, offer.for_whom, when) if part)
        row = list_row(f"{offer.name}, {sub}", text_label(offer.name, "strong"), sub)
        full = Chip(words.say(f"map.capacity.{offer.capacity.value}"), "warn") if not offer.takes_people else None
        return offer.id, row, end_row(row, full)

    def none_found(self, typed: str) -> str:
        """What is said when there is nothing to choose; an empty map says how to fill it."""
        return super().none_found(typed) or self.context.words.say("empty.map")
