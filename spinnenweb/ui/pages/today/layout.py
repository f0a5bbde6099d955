"""The widgets of Vandaag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.ui.backup_card import BackupCard
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card, Note, RowCard
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.controls import link_button, primary_button, quiet_button
from spinnenweb.ui.widgets.flow_layout import Columns
from spinnenweb.ui.widgets.header import PageHeader
from spinnenweb.ui.widgets.labels import SectionTitle, text_label
from spinnenweb.ui.widgets.scroll import PageScroll
from spinnenweb.ui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from spinnenweb.ui.context import Context

TILES_BESIDE = 3


class Layout:
    """Fills `page` with the parts of Vandaag."""

    def __init__(self, page: QWidget, context: Context) -> None:
        words = context.words
        self.header = PageHeader()
        self.example = Chip(page.tr("verzonnen voorbeeldgegevens"), "warn")
        self.header.add_beside(self.example)
        self.begin = primary_button(words.say("button.conversation_new"))
        self.header.add_action(self.begin)
        self.waiting = Waiting(page.tr("Even kijken wat er openstaat…"))
        self.open_title = SectionTitle(page.tr("Wat staat open"))
        self.open_rows = RowCard()
        self.more = link_button("")
        self.nothing_open = Card()
        self.nothing_open.add(text_label(words.say("empty.today"), "soft"))
        self.recent_title = SectionTitle(page.tr("Laatst gesproken"))
        self.tiles = QVBoxLayout()
        self.tiles.setSpacing(px(12))
        self.key = Card()
        self.key_button = quiet_button(page.tr("Noodsleutel maken"))
        self.key.add(Note(words.say("first.key_reminder"), "warn"))
        foot = QHBoxLayout()
        foot.addWidget(self.key_button)
        foot.addStretch(1)
        self.key.add(foot)
        self.backup = BackupCard(context)
        self.visit = Card(page.tr("Klaar voor een bezoek"))
        self.visit_text = text_label("")
        self.visit_away = link_button(page.tr("niet meer klaarzetten"))
        self._lay_out(page)

    def _lay_out(self, page: QWidget) -> None:
        self.scroll = PageScroll()
        self.scroll.add(self.header)
        columns = Columns((5, 4))
        self.scroll.add(columns)
        left, right = columns.column(0), columns.column(1)
        for part in (self.open_title, self.waiting, self.open_rows, self.nothing_open, self.more):
            left.addWidget(part)
        left.addSpacing(px(16))
        left.addWidget(self.recent_title)
        left.addLayout(self.tiles)
        left.addStretch(1)
        right.addWidget(SectionTitle(page.tr("Je kluis")))
        right.addWidget(self.key)
        right.addWidget(self.backup)
        right.addSpacing(px(8))
        self.visit.add(self.visit_text)
        self.visit.add(self.visit_away)
        right.addWidget(self.visit)
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
