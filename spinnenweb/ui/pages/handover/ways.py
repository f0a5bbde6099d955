"""How the resident wants to get there: alone, together, or after a call by the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from spinnenweb.domain.handovers import WayOut
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.labels import IconMark, text_label
from spinnenweb.ui.widgets.rows import RowButton, two_lines

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Spoken

_KEYS = {WayOut.ALONE: "help.alone", WayOut.TOGETHER: "help.together", WayOut.CALL: "help.call"}
_ICONS = {WayOut.ALONE: "arrow-right", WayOut.TOGETHER: "people", WayOut.CALL: "phone"}


class WaysCard(Card):
    """Three ways, none of them better. Sends `chosen(WayOut)`."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Wat wil de inwoner?"))
        self.rows: dict[RowButton, WayOut] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(px(10))
        self.add(self._column)
        self._explained = {
            WayOut.ALONE: self.tr("Een tip. Er gaat niets weg. Later vraag je alleen of het hielp."),
            WayOut.TOGETHER: self.tr("Een overdracht. Samen bepalen jullie wat je vertelt, en tot wanneer."),
            WayOut.CALL: self.tr("Een overdracht. Jij belt, het liefst nu en met de inwoner erbij."),
        }

    def show_words(self, spoken: Spoken) -> None:
        """Show the three in the resident's own words, with the Dutch beside another language."""
        for old in self.rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = {}
        for way, key in _KEYS.items():
            said = spoken.say(key)
            title = f"{said.text} · {said.under}" if said.under else said.text
            row = RowButton(f"{title}. {self._explained[way]}", tile=True)
            row.add(IconMark(_ICONS[way], "accent_text", 22))
            row.add(two_lines(text_label(title, "strong"), text_label(self._explained[way], "small")), 1)
            row.clicked.connect(self._choose)
            self.rows[row] = way
            self._column.addWidget(row)

    def row(self, way: WayOut) -> RowButton:
        """The row of one way."""
        return next(row for row, one in self.rows.items() if one is way)

    def _choose(self) -> None:
        sender = self.sender()
        self._emit(next(way for row, way in self.rows.items() if row is sender))

    def _emit(self, way: WayOut) -> None:
        self.chosen.emit(way)
