"""The widgets of the list of residents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from spinnenweb.ui.models.residents_table import LAST, NAME, STEP, TALKS, VILLAGE
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import RowCard
from spinnenweb.ui.widgets.controls import primary_button, quiet_button
from spinnenweb.ui.widgets.empty_state import EmptyState
from spinnenweb.ui.widgets.header import PageHeader
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.scroll import PageScroll
from spinnenweb.ui.widgets.search_field import SearchField
from spinnenweb.ui.widgets.tables import calm_table
from spinnenweb.ui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from spinnenweb.ui.context import Context
    from spinnenweb.ui.models.residents_table import ResidentsFilter

translate = QCoreApplication.translate

_WIDTHS = {NAME: 190, 1: 90, VILLAGE: 150, LAST: 176, TALKS: 150}
_FIRST_TO_GO = ((TALKS, 880), (LAST, 730), (STEP, 500))
"""Columns that make room, with the width (pixels at 100 % text) under which they go."""


class ResidentsTable(QTableView):
    """A table that drops its least needed columns when it becomes narrow, instead of scrolling sideways."""

    def __init__(self, model: ResidentsFilter) -> None:
        super().__init__()
        self.setModel(model)
        calm_table(self, self.tr("Inwoners"))
        self.setSortingEnabled(True)
        head = self.horizontalHeader()
        for column, width in _WIDTHS.items():
            head.resizeSection(column, px(width))
        head.setSectionResizeMode(STEP, QHeaderView.ResizeMode.Stretch)
        head.setStretchLastSection(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns there is room for."""
        width = self.viewport().width()
        for column, needed in _FIRST_TO_GO:
            self.setColumnHidden(column, width < px(needed))
        narrow = width < px(_FIRST_TO_GO[-1][1])
        mode = QHeaderView.ResizeMode.Stretch if narrow else QHeaderView.ResizeMode.Interactive
        self.horizontalHeader().setSectionResizeMode(NAME, mode)
        super().resizeEvent(event)


class Layout:
    """Fills `page` with the list."""

    def __init__(self, page: QWidget, context: Context, model: ResidentsFilter) -> None:
        words = context.words
        self.header = PageHeader(words.say("nav.residents"))
        self.new = quiet_button(translate("ResidentsPage", "Nieuwe inwoner"), "person-plus")
        self.begin = primary_button(words.say("button.conversation_new"))
        self.header.add_action(self.new)
        self.header.add_action(self.begin)
        self.filter = SearchField(translate("ResidentsPage", "Zoek op naam, code of kern"))
        self.filter.setMaximumWidth(px(420))
        self.waiting = Waiting(translate("ResidentsPage", "De inwoners komen eraan…"))
        self.card = RowCard()
        self.table = ResidentsTable(model)
        self.card.add_row(self.table)
        self.none = text_label("", "soft")
        self.empty = EmptyState("people", words.say("empty.residents"))
        self._lay_out(page)

    def _lay_out(self, page: QWidget) -> None:
        scroll = PageScroll(fill=True)
        for part in (self.header, self.filter, self.waiting, self.none, self.empty):
            scroll.add(part)
        scroll.body.addWidget(self.card, 1)
        self.table.setMinimumHeight(px(120))
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def show_state(self, *, anyone: bool, found: bool, nothing: str) -> None:
        """The list, or what is said when it is empty or nothing fits the filter."""
        self.empty.setVisible(not anyone)
        self.filter.setVisible(anyone)
        self.card.setVisible(anyone and found)
        self.none.setVisible(anyone and not found)
        self.none.setText(nothing)
