"""With which instrument, and in which way, a new conversation with a resident begins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.instruments import InstrumentKey
from spinnenweb.domain.ways import Way
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.instrument_names import instrument_name

if TYPE_CHECKING:
    from spinnenweb.domain.residents import Resident
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.catalogue import Catalogue


def key_of(resident: Resident) -> InstrumentKey:
    """The instrument on the card of a resident."""
    return InstrumentKey(resident.instrument_id, resident.instrument_version)


class Likes:
    """Two boxes; faces are offered only where the instrument has them."""

    def __init__(self, words: Wording) -> None:
        self._words = words
        self._catalogue: Catalogue | None = None
        self.instrument, self.way = ChoiceBox(), ChoiceBox()
        self.instrument.activated.connect(self._show_ways)

    def show_resident(self, resident: Resident, catalogue: Catalogue) -> None:
        """Show what stands on the card; instead of an instrument that is off what a talk would begin with."""
        self._catalogue = catalogue
        self.instrument.clear()
        for key in catalogue.offered():
            self.instrument.addItem(instrument_name(self._words, key), key)
        begins = catalogue.begins_with(key_of(resident)).key
        self.instrument.setCurrentIndex(catalogue.offered().index(begins))
        self.way.clear()
        for way in Way:
            self.way.addItem(self._words.say(f"way.{way.value}"), way.value)
        self.way.setCurrentIndex(list(Way).index(Way.of(resident)))
        self._show_ways()

    def _show_ways(self) -> None:
        known = [way for way in Way if way.scale in self._scales()]
        chosen = Way(self.way.currentData())
        self.way.clear()
        for way in known:
            self.way.addItem(self._words.say(f"way.{way.value}"), way.value)
        self.way.setCurrentIndex(known.index(chosen) if chosen in known else 0)

    def _scales(self) -> tuple[object, ...]:
        return () if self._catalogue is None else self._catalogue.instruments[self.instrument.currentData()].scales

    def card(self, resident: Resident) -> Resident:
        """The card with what was chosen."""
        key, way = self.instrument.currentData(), Way(self.way.currentData())
        return replace(
            resident,
            instrument_id=key.id,
            instrument_version=key.version,
            way=way.value,
            scale=way.scale.value,
        )
