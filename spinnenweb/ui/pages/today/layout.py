"""The widgets of Vandaag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.ui.backup_card import BackupCard
from spinnenweb.ui.bring_card import BringCard
from spinnenweb.ui.pages.today.contacts import ContactsCard
from spinnenweb.ui.pages.today.rows import AgendaRow
from spinnenweb.ui.retention_card import RetentionCard
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card, Note, RowCard
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.controls import link_button, primary_button, quiet_button
from spinnenweb.ui.widgets.flow_layout import Columns, FlowLayout
from spinnenweb.ui.widgets.header import PageHeader
from spinnenweb.ui.widgets.labels import SectionTitle, text_label
from spinnenweb.ui.widgets.scroll import PageScroll
from spinnenweb.ui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spinnenweb.ui.context import Context
    from spinnenweb.ui.page import Page

translate = QCoreApplication.translate

TILES_BESIDE = 3


class Groups(QWidget):
    """Cards of rows under each other, each under the name of a stretch of time."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, AgendaRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))

    def show_groups(self, groups: Sequence[tuple[str, Sequence[QWidget]]]) -> None:
        """Show what is open; a group without rows is left out, one without a name has no title."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = {row.record: row for _, rows in groups for row in rows if isinstance(row, AgendaRow)}
        for title, rows in groups:
            if rows:
                self._add(title, rows)

    def row_of(self, record_id: str) -> QWidget | None:
        """The row of a promise, or `None`."""
        return self._rows.get(record_id)

    def _add(self, title: str, rows: Sequence[QWidget]) -> None:
        if title:
            if self._column.count():
                self._column.addSpacing(px(6))
            self._column.addWidget(text_label(title, "soft"))
        card = RowCard()
        card.setAccessibleName(title)
        for row in rows:
            card.add_row(row)
        self._column.addWidget(card)


class Layout:
    """Fills `page` with the parts of Vandaag."""

    def __init__(self, page: Page, context: Context) -> None:
        words = context.words
        self.header = PageHeader()
        self.example = Chip(translate("TodayPage", "verzonnen voorbeeldgegevens"), "warn")
        self.header.add_beside(self.example)
        self.meeting = link_button(translate("TodayPage", "Bijeenkomst noteren"))
        self.talked = link_button(translate("TodayPage", "Gesprek met organisatie noteren"))
        self.short = quiet_button(words.say("button.contact_short"))
        self.begin = primary_button(words.say("button.conversation_new"))
        for action in (self.short, self.begin):
            self.header.add_action(action)
        self.waiting = Waiting(translate("TodayPage", "Even kijken wat er openstaat…"))
        self.open_title = SectionTitle(translate("TodayPage", "Wat staat open"))
        self.open_rows = Groups()
        self.more = link_button("")
        self.calendar = link_button(translate("TodayPage", "Agenda bewaren als bestand"), "soft")
        self.calendar.setToolTip(
            translate("TodayPage", "Voor de agenda op je laptop of telefoon. Er staan geen namen in.")
        )
        self.nothing_open = Card()
        self.nothing_open.add(text_label(words.say("empty.today"), "soft"))
        self.recent_title = SectionTitle(translate("TodayPage", "Laatst gesproken"))
        self.tiles = QVBoxLayout()
        self.tiles.setSpacing(px(12))
        self.key = Card()
        self.key_button = quiet_button(translate("TodayPage", "Noodsleutel maken"))
        self.key.add(Note(words.say("first.key_reminder"), "warn"))
        foot = QHBoxLayout()
        foot.addWidget(self.key_button)
        foot.addStretch(1)
        self.key.add(foot)
        self.backup = BackupCard(context)
        self.bring = BringCard(context, page)
        self.retention = RetentionCard(context)
        self.contacts_title = SectionTitle(translate("TodayPage", "Praatjes en bijeenkomsten"))
        self.contacts = ContactsCard(words)
        self.visit = Card(translate("TodayPage", "Klaar voor een bezoek"))
        self.visit_text = text_label("")
        self.visit_away = link_button(translate("TodayPage", "niet meer klaarzetten"))
        self._lay_out(page)

    def _lay_out(self, page: QWidget) -> None:
        self.scroll = PageScroll()
        self.scroll.add(self.header)
        columns = Columns((5, 4))
        self.scroll.add(columns)
        left, right = columns.column(0), columns.column(1)
        for part in (self.open_title, self.waiting, self.open_rows, self.nothing_open):
            left.addWidget(part)
        foot = FlowLayout(gap=20)
        foot.addWidget(self.more)
        foot.addWidget(self.calendar)
        left.addLayout(foot)
        left.addSpacing(px(16))
        left.addWidget(self.recent_title)
        left.addLayout(self.tiles)
        left.addStretch(1)
        right.addWidget(SectionTitle(translate("TodayPage", "Je kluis")))
        self.visit.add(self.visit_text)
        self.visit.add(self.visit_away)
        cards = QVBoxLayout()
        cards.setSpacing(px(16))
        for card in (self.key, self.backup, self.bring, self.retention, self.visit):
            cards.addWidget(card)
        right.addLayout(cards)
        right.addSpacing(px(8))
        right.addWidget(self.contacts_title)
        right.addWidget(self.contacts)
        notes = FlowLayout(gap=20)
        notes.addWidget(self.meeting)
        notes.addWidget(self.talked)
        right.addLayout(notes)
        right.addStretch(1)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroll)

    def clear_tiles(self) -> None:
        """Take the residents away."""
        while (item := self.tiles.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def add_tiles(self, tiles: list[QWidget]) -> None:
        """Lay the tiles in lines of three."""
        for start in range(0, len(tiles), TILES_BESIDE):
            line = Columns((1,) * TILES_BESIDE, gap=12, narrow=500)
            for number, tile in enumerate(tiles[start : start + TILES_BESIDE]):
                line.column(number).addWidget(tile)
            self.tiles.addWidget(line)
