"""Which villages lie next to each other: offers there are proposed too."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from spinnenweb.domain.settings import neighbours_of, with_neighbours
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.chips import ToggleChip
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.forms import FieldRow

if TYPE_CHECKING:
    from spinnenweb.domain.residents import Village
    from spinnenweb.domain.settings import WorkSettings
    from spinnenweb.ui.pages.settings.sections import Change

_FEWEST = 2


class NeighboursSection(Card):
    """Sends `edited(Change)`. With one village there is nothing to say."""

    edited = Signal(object)

    def __init__(self) -> None:
        explained = self.tr("Wie hier woont, gaat ook daarheen. Dat telt mee bij wat we voorstellen.")
        super().__init__(self.tr("Buurdorpen"), explained)
        self._villages: tuple[Village, ...] = ()
        self._settings: WorkSettings | None = None
        self.chips: dict[ToggleChip, str] = {}
        self.village = ChoiceBox()
        self.village.activated.connect(self._show_chips)
        self.add(FieldRow(self.tr("Kern"), self.village))
        self._flow = FlowLayout(gap=6)
        self.add(self._flow)

    def show_all(self, villages: tuple[Village, ...], settings: WorkSettings) -> None:
        """Show the neighbours of the village that is chosen, at first the worker's own."""
        chosen = self.village.currentData() or settings.village_id
        self._settings = settings
        if villages != self._villages:
            self._villages = villages
            self.village.clear()
            for village in villages:
                self.village.addItem(village.name, village.id)
            self.village.setCurrentIndex(max(0, self.village.findData(chosen)))
            self._make_chips()
        self._show_chips()
        self.setVisible(len(villages) >= _FEWEST)

    def _make_chips(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.chips = {ToggleChip(village.name): village.id for village in self._villages}
        for chip in self.chips:
            chip.clicked.connect(self._tick)
            self._flow.addWidget(chip)

    def _show_chips(self) -> None:
        if self._settings is None:
            return
        chosen = self.village.currentData()
        near = neighbours_of(self._settings, chosen)
        for chip, village_id in self.chips.items():
            chip.setVisible(village_id != chosen)
            chip.setChecked(village_id in near)

    def _tick(self, on: bool) -> None:
        sender, chosen = self.sender(), self.village.currentData()
        other = next(village_id for chip, village_id in self.chips.items() if chip is sender)
        self._emit(partial(with_neighbours, first=chosen, second=other, near=on))

    def _emit(self, change: Change) -> None:
        self.edited.emit(change)
