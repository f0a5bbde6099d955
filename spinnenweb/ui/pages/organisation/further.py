"""What was said with an organisation, and which hand-overs reached it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from spinnenweb.ui.dates import short_day
from spinnenweb.ui.names import display_name
from spinnenweb.ui.widgets.cards import Card, RowCard
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.rows import RowButton, end_row, list_row

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from spinnenweb.domain.residents import Resident
    from spinnenweb.domain.social_map import OrganisationTalk
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.handovers import HandoverLine

MOST = 20
"""So many hand-overs stand here, the newest first."""
_EXCERPT = 120


class TalksPart(Card):
    """The talks with this organisation. Sends `asked()` for a new one and `opened(OrganisationTalk)`."""

    asked = Signal()
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Gesprekken met deze organisatie"))
        self.list = RowCard()
        self.rows: dict[RowButton, OrganisationTalk] = {}
        self.note = quiet_button(self.tr("Gesprek noteren"))
        self.note.clicked.connect(self.asked)
        self.add(self.list)
        self.add(self.note)
        self.body.setAlignment(self.note, Qt.AlignmentFlag.AlignLeft)

    def show_talks(self, talks: tuple[OrganisationTalk, ...], today: date) -> None:
        """Show them, newest first."""
        self.list.clear()
        self.rows = {}
        for talk in talks:
            said = " · ".join(part for part in (talk.does, talk.offers, talk.chances) if part.strip())
            first = talk.spoken_with or self.tr("Gesprek")
            sub, lead = _cut(said), short_day(talk.held_on, today)
            row = list_row(f"{lead}, {first}, {sub}", text_label(first, "strong"), sub, lead)
            row.clicked.connect(self._open)
            self.rows[row] = talk
            self.list.add_row(end_row(row))
        self.list.setVisible(bool(talks))

    def _open(self) -> None:
        sender = self.sender()
        self._emit_opened(next(talk for row, talk in self.rows.items() if row is sender))

    def _emit_opened(self, talk: OrganisationTalk) -> None:
        self.opened.emit(talk)


class ReachedPart(Card):
    """The hand-overs that reached this organisation. Sends `opened(HandoverLine)`."""

    opened = Signal(object)

    def __init__(self, words: Wording) -> None:
        super().__init__(self.tr("Wat hier aankwam"))
        self._words = words
        self.list = RowCard()
        self.rows: dict[RowButton, HandoverLine] = {}
        self.add(self.list)

    def show_lines(self, lines: tuple[HandoverLine, ...], people: Mapping[str, Resident], today: date) -> None:
        """Show the newest; of whom it is stands here for the worker alone."""
        self.list.clear()
        self.rows = {}
        for line in lines[:MOST]:
            resident = people.get(line.handover.resident_id)
            if resident is not None:
                self._add(line, display_name(resident), today)
        self.setVisible(bool(self.rows))

    def _add(self, line: HandoverLine, name: str, today: date) -> None:
        state = self._words.say(f"handover.state.{line.state.value}").lower().rstrip("?")
        lead = short_day(line.since, today)
        spoken = ", ".join((lead, name, line.offer_name, state))
        row = list_row(spoken, text_label(name, "strong"), line.offer_name, lead)
        row.clicked.connect(self._open)
        self.rows[row] = line
        self.list.add_row(end_row(row, Chip(state, "accent" if line.open else "")))

    def _open(self) -> None:
        sender = self.sender()
        self._emit_opened(next(line for row, line in self.rows.items() if row is sender))

    def _emit_opened(self, line: HandoverLine) -> None:
        self.opened.emit(line)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else f"{line[:_EXCERPT].rsplit(' ', 1)[0]}…"
