"""The widgets of the social map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from spinnenweb.ui.models.map_list import CALL, FRESH, NAME, OFFERS, SUB_ROLE, WHERE
from spinnenweb.ui.pages.map.filters import Filters
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import RowCard
from spinnenweb.ui.widgets.controls import primary_button, quiet_button
from spinnenweb.ui.widgets.empty_state import EmptyState
from spinnenweb.ui.widgets.header import PageHeader
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.scroll import PageScroll
from spinnenweb.ui.widgets.tables import calm_table
from spinnenweb.ui.widgets.two_lines import TwoLines
from spinnenweb.ui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from spinnenweb.ui.context import Context
    from spinnenweb.ui.models.map_list import MapListModel

translate = QCoreApplication.translate

_ROW = 62
_SMALL = 760
_WIDTHS = {WHERE: 150, CALL: 150, OFFERS: 140, FRESH: 160}
_FIRST_TO_GO = ((CALL, 880), (OFFERS, 720), (WHERE, 560), (FRESH, 400))
"""Columns that make room, with the width (pixels at 100 % text) under which they go."""


class MapTable(QTableView):
    """A list that drops its least needed columns when it becomes narrow."""

    def __init__(self, model: MapListModel) -> None:
        super().__init__()
        self.setModel(model)
        calm_table(self, self.tr("Organisaties"), _ROW)
        self.setItemDelegateForColumn(NAME, TwoLines(SUB_ROLE, self))
        self.setItemDelegateForColumn(CALL, TwoLines(SUB_ROLE, self))
        head = self.horizontalHeader()
        for column, width in _WIDTHS.items():
            head.resizeSection(column, px(width))
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        head.setStretchLastSection(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns there is room for."""
        width = self.viewport().width()
        for column, needed in _FIRST_TO_GO:
            self.setColumnHidden(column, width < px(needed))
        super().resizeEvent(event)


class Layout:
    """Fills `page` with the list, and leaves room for the sheet."""

    def __init__(self, page: QWidget, context: Context, model: MapListModel) -> None:
        words = context.words
        self._gave_way = False
        self.header = PageHeader(words.say("nav.map"))
        self.take = quiet_button(translate("MapPage", "Inlezen"), "download")
        self.give = quiet_button(translate("MapPage", "Doorgeven"), "share")
        self.as_sheet = quiet_button(translate("MapPage", "Als tabel"), "table")
        self.new = primary_button(translate("MapPage", "Nieuwe organisatie"))
        self._acts = (self.take, self.give, self.as_sheet, self.new)
        for button in self._acts:
            self.header.add_action(button)
        self.filters = Filters(words)
        self._search_words = self.filters.field.placeholderText()
        self.waiting = Waiting(translate("MapPage", "De kaart komt eraan…"))
        self.card = RowCard()
        self.table = MapTable(model)
        self.card.add_row(self.table)
        self.none = text_label("", "soft")
        self.first = primary_button(translate("MapPage", "Eerste organisatie toevoegen"))
        self.empty = EmptyState("pin", words.say("empty.map"), self.first)
        self._lay_out(page)

    def _lay_out(self, page: QWidget) -> None:
        self.scroll = PageScroll(fill=True)
        for part in (self.header, self.filters, self.waiting, self.none, self.empty):
            self.scroll.add(part)
        self.scroll.body.addWidget(self.card, 1)
        self.table.setMinimumHeight(px(180))
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroll)

    def show_state(self, *, anyone: bool, found: bool, sheet: bool) -> None:
        """The list, the sheet, or what is said when there is nothing."""
        self._gave_way = False
        self.empty.setVisible(not anyone and not sheet)
        self.filters.setVisible(anyone)
        self.card.setVisible(anyone and found and not sheet)
        self.none.setVisible(anyone and not found and not sheet)
        self.give.setVisible(anyone)
        self.new.setVisible(anyone)
        self.as_sheet.setText(translate("MapPage", "Als lijst") if sheet else translate("MapPage", "Als tabel"))

    def make_room(self, width: int, *, sheet: bool) -> None:
        """In a small window a sheet takes the place of acts that the list has too; call after `show_acts`."""
        small = sheet and width < px(_SMALL)
        if small != self._gave_way:
            self._gave_way = small
            for button in (self.take, self.give, self.new):
                button.setVisible(not small)

    def show_acts(self, *, shown: bool) -> None:
        """Nothing can be changed or given away while a resident looks along; call after `show_state`."""
        acts = (self.take, self.as_sheet, self.first) if shown else (*self._acts, self.first)
        for button in acts:
            button.setVisible(shown)
        along = translate("MapPage", "Zoek een organisatie of aanbod")
        self.filters.field.setPlaceholderText(self._search_words if shown else along)
