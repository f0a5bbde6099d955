"""The widgets of Cijfers delen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from spinnenweb.ui.models.release_table import PERSONS, THEMES, TOPICS
from spinnenweb.ui.pages.releases.cells import ReleaseView
from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.widgets.cards import Card, Divider, RowCard
from spinnenweb.ui.widgets.controls import primary_button
from spinnenweb.ui.widgets.empty_state import EmptyState
from spinnenweb.ui.widgets.flow_layout import Columns
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.header import PageHeader
from spinnenweb.ui.widgets.labels import IconMark, plain, strong, text_label
from spinnenweb.ui.widgets.scroll import PageScroll
from spinnenweb.ui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.models.release_table import ReleaseModel

translate = QCoreApplication.translate

KINDS = (THEMES, TOPICS, PERSONS)
_REASON_LINES = 2


class Layout:
    """Fills `page` with the table, the choice and what stands beside it."""

    def __init__(self, page: QWidget, words: Wording, model: ReleaseModel) -> None:
        self._words = words
        self.header = PageHeader(words.say("nav.releases"))
        self.make = primary_button(words.say("button.release_make"))
        self.header.add_action(self.make)
        self.waiting = Waiting(translate("ReleasesPage", "De cijfers worden berekend…"))
        self.empty, self.too_few = Card(), Card()
        self.empty.add(EmptyState("share", words.say("empty.releases")))
        self.too_few.add(EmptyState("share", words.say("release.too_few")))
        self.tabs = _tabs()
        self.table = ReleaseView(model)
        self.reason = text_label("", "small")
        self.card = self._table_card()
        self.village, self.month = QComboBox(), QComboBox()
        self.village_row = FieldRow(translate("ReleasesPage", "&Kern"), self.village)
        self.writing = Waiting(translate("ReleasesPage", "De bestanden worden gemaakt…"))
        self.made = Card(translate("ReleasesPage", "Je overzicht staat klaar"))
        self.made_text = text_label("")
        self.made.add(self.made_text)
        self._lay_out(page)

    def _table_card(self) -> RowCard:
        card = RowCard()
        row = QWidget()
        tabs = QHBoxLayout(row)
        tabs.setContentsMargins(0, 0, px(8), 0)
        tabs.addWidget(self.tabs)
        tabs.addStretch(1)
        self.foot = QFrame()
        inside = QHBoxLayout(self.foot)
        inside.setContentsMargins(px(12), px(8), px(12), px(8))
        inside.addWidget(self.reason)
        self.reason.setTextFormat(Qt.TextFormat.RichText)
        self.reason.setMinimumHeight(self.reason.fontMetrics().lineSpacing() * _REASON_LINES)
        for part in (row, Divider("strong"), self.table, self.foot):
            card.body.addWidget(part)
        return card

    def _lay_out(self, page: QWidget) -> None:
        columns = Columns((13, 7))
        left, right = columns.column(0), columns.column(1)
        for part in (self.waiting, self.empty, self.too_few, self.card):
            left.addWidget(part)
        left.addStretch(1)
        right.setSpacing(px(16))
        for card in (self.made, self._choice(), self._trial(), self._files()):
            right.addWidget(card)
        right.addStretch(1)
        self.scroll = PageScroll()
        self.scroll.add(self.header)
        self.scroll.add(columns)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroll)

    def _choice(self) -> Card:
        card = Card()
        card.add(self.village_row)
        card.add(FieldRow(translate("ReleasesPage", "&Tot en met"), self.month))
        return card

    def _trial(self) -> Card:
        card = Card(translate("ReleasesPage", "Proefversie, niet verspreiden"))
        card.add(text_label(translate("ReleasesPage", "Hier let het programma nu al op:"), "soft"))
        for text in (
            self._words.say("release.check_ten"),
            self._words.say("release.check_clean"),
            translate("ReleasesPage", "Alleen wie ja zei op meetellen, telt mee."),
        ):
            card.add(_point("check", "ok", text))
        card.add_divider()
        card.add(text_label(translate("ReleasesPage", "En hier nog niet op:"), "soft"))
        later = translate("ReleasesPage", "Wie twee overzichten naast elkaar legt, leest misschien iets af.")
        card.add(_point("alert", "warn", later))
        return card

    def _files(self) -> Card:
        card = Card(translate("ReleasesPage", "Wordt gemaakt"))
        for text in (
            translate("ReleasesPage", "personen.csv, themas.csv en onderwerpen.csv"),
            translate("ReleasesPage", "LEESMIJ.txt: zo lees je de cijfers"),
        ):
            card.add(_point("file-text", "ink_soft", text))
        card.add(self.writing)
        return card

    def show_state(self, *, enough: bool, anything: bool) -> None:
        """The table, or why there is none yet."""
        self.waiting.stop()
        self.waiting.hide()
        self.empty.setVisible(not enough)
        self.too_few.setVisible(enough and not anything)
        self.card.setVisible(enough and anything)
        self.make.setEnabled(enough and anything)

    def show_reason(self, what: str, text: str) -> None:
        """The line under the table: why one figure is not shown, or something about all of them."""
        self.reason.setText(f"{strong(what)} {plain(text)}" if what else plain(text))
        set_role(self.foot, "note" if what else "")

    def fit_table(self) -> None:
        """Keep the table and the line under it on the screen together, where there is room."""
        margins = self.scroll.body.contentsMargins()
        around = self.tabs.sizeHint().height() + self.reason.minimumHeight() + px(24)
        above = self.header.height() + self.scroll.body.spacing() + margins.top()
        self.table.fit_columns()
        self.table.fit_height(self.scroll.viewport().height() - above - around - margins.bottom())


def _tabs() -> QTabBar:
    bar = QTabBar()
    bar.setDrawBase(False)
    bar.setExpanding(False)
    bar.setAccessibleName(translate("ReleasesPage", "Welke tabel"))
    for text in (
        translate("ReleasesPage", "Thema’s"),
        translate("ReleasesPage", "Onderwerpen"),
        translate("ReleasesPage", "Personen"),
    ):
        bar.addTab(text)
    return bar


def _point(icon_name: str, tone: str, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(10))
    row.addWidget(IconMark(icon_name, tone, 18), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text_label(text), 1)
    return row
