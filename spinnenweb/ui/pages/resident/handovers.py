"""Where this resident goes or went: the hand-overs and tips, and the way to begin one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from spinnenweb.domain.choices import AboutKind
from spinnenweb.domain.handovers import CLOSED
from spinnenweb.domain.themes import GIFT
from spinnenweb.services.proposals import About
from spinnenweb.ui.dates import short_day
from spinnenweb.ui.widgets.cards import Card, RowCard
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.rows import RowButton, end_row, list_row

if TYPE_CHECKING:
    from datetime import date

    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.handovers import HandoverLine
    from spinnenweb.services.proposals import Wish
    from spinnenweb.ui.pages.resident.person import Person

MOST = 4
"""Those that run always stand here; of what is over only the newest."""


class HandoversCard(Card):
    """Sends `begun()`, `opened(str)` with the id of a hand-over or of a chosen offer, `looked(About)` for a gift.

    What a resident chose stands here until something is done with it.
    """

    begun = Signal()
    looked = Signal(object)
    opened = Signal(str)

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        title = self.tr("Wie of wat helpt")
        self.setAccessibleName(title)
        self._add_head(title, self.tr("Hier begint hulp van een ander. De inwoner kiest zelf de weg."))
        self.list = RowCard()
        self.rows: dict[RowButton, str] = {}
        self.begin = quiet_button(words.say("button.handover"))
        self.begin.clicked.connect(self.begun)
        self.add(self.list)
        self.give = quiet_button(self.tr("Iets doen voor een ander"))
        self.give.clicked.connect(self._emit_looked)
        acts = FlowLayout(gap=12)
        acts.addWidget(self.begin)
        acts.addWidget(self.give)
        self.add(acts)

    def _emit_looked(self) -> None:
        self.looked.emit(About(AboutKind.GIFT, GIFT))

    def show_person(self, person: Person) -> None:
        """Show the hand-overs that run, then the newest of the others."""
        running = [line for line in person.handovers if line.open]
        over = [line for line in person.handovers if not line.open]
        shown = [*running, *over[: max(0, MOST - len(running))]]
        self.list.clear()
        self.rows = {}
        for line in shown:
            self._add_line(line, person.today)
        for wish in person.wishes:
            self._add_wish(wish, person.today)
        self.list.setVisible(bool(self.rows))

    def _add_line(self, line: HandoverLine, today: date) -> None:
        state = self._words.say(f"handover.state.{line.state.value}").rstrip("?")
        said = self.tr("tip") if line.handover.is_tip and line.open else state.lower()
        warning = self._warning(line)
        sub = " · ".join(part for part in (line.organisation_name, warning) if part)
        row = list_row(
            ", ".join((line.offer_name, sub, said)),
            text_label(line.offer_name, "strong"),
            sub,
            short_day(line.since, today),
            urgent=bool(warning),
        )
        row.clicked.connect(self._open)
        self.rows[row] = line.handover.id
        self.list.add_row(end_row(row, Chip(said, "" if line.state in CLOSED else "accent")))

    def _add_wish(self, wish: Wish, today: date) -> None:
        said = self.tr("gekozen")
        sub = " · ".join((wish.organisation_name, self.tr("nog niets afgesproken")))
        lead = short_day(wish.on, today)
        row = list_row(", ".join((wish.name, sub, said)), text_label(wish.name, "strong"), sub, lead)
        row.clicked.connect(self._open)
        self.rows[row] = wish.offer_id
        self.list.add_row(end_row(row, Chip(said, "ok")))

    def _warning(self, line: HandoverLine) -> str:
        if not line.open or line.handover.is_tip:
            return ""
        if line.expired:
            return self.tr("de datum is voorbij")
        return self.tr("contactpersoon is weg") if line.contact_left else ""

    def _open(self) -> None:
        sender = self.sender()
        self._emit_opened(next(one for row, one in self.rows.items() if row is sender))

    def _emit_opened(self, handover_id: str) -> None:
        self.opened.emit(handover_id)
