"""The widgets of the comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from spinnenweb.ui.models.change_table import DIFFERENCE, LABEL
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card, Note, RowCard
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.empty_state import EmptyState
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.figure_view import FigureView
from spinnenweb.ui.widgets.flow_layout import Columns
from spinnenweb.ui.widgets.header import PageHeader
from spinnenweb.ui.widgets.labels import line_label, text_label
from spinnenweb.ui.widgets.scroll import PageScroll
from spinnenweb.ui.widgets.tables import calm_table
from spinnenweb.ui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.models.change_table import ChangeModel

translate = QCoreApplication.translate

ROW = 34


class Layout:
    """Fills `page` with the parts of the comparison."""

    def __init__(self, page: QWidget, context: Context, model: ChangeModel) -> None:
        self.header = PageHeader()
        self.mode = Chip("", "accent")
        self.header.add_beside(self.mode)
        self.chooser = ChoiceBox()
        self.choice = line_label(translate("ComparisonPage", "&Eerder gesprek"), "soft")
        self.choice.setBuddy(self.chooser)
        self.chooser.setAccessibleName(translate("ComparisonPage", "Eerder gesprek"))
        self.waiting = Waiting(translate("ComparisonPage", "De webben worden getekend…"))
        self.empty = EmptyState(
            "web", translate("ComparisonPage", "Om te vergelijken zijn twee afgeronde gesprekken nodig.")
        )
        self.apart = Note("")
        self.web = FigureView(context.jobs)
        self.change = FigureView(context.jobs)
        self.beside = FigureView(context.jobs)
        self.table = _change_table(model, translate("ComparisonPage", "Wat er anders is, per onderwerp"))
        self.noise = text_label("", "small")
        self.topics = text_label("", "small")
        self.lines = text_label(f"{context.words.say('line.worker')} {context.words.say('line.credit')}", "small")
        self._lay_out(page)

    def _lay_out(self, page: QWidget) -> None:
        self.header.add_beside(self._chooser_part())
        self.beside_card = Card()
        self.beside_card.add(self.beside)
        self.columns = self._columns()
        self.scroll = PageScroll()
        for part in (self.header, self.waiting, self.empty, self.apart, self.beside_card, self.columns):
            self.scroll.add(part)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroll)

    def _chooser_part(self) -> QWidget:
        self.choosing = QWidget()
        row = QHBoxLayout(self.choosing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.choice)
        row.addWidget(self.chooser)
        return self.choosing

    def _columns(self) -> QWidget:
        columns = Columns((5, 6))
        left, right = columns.column(0), columns.column(1)
        self.web_card = Card(translate("ComparisonPage", "Het web"))
        self.web_card.add(self.web)
        self.change_card = Card(translate("ComparisonPage", "Per onderwerp"))
        self.change_card.add(self.change)
        self.table_card = RowCard()
        self.table_card.add_row(self.table)
        left.addWidget(self.web_card)
        for part in (self.topics, self.noise, self.lines):
            left.addWidget(part)
        left.addStretch(1)
        right.addWidget(self.change_card)
        right.addSpacing(px(8))
        right.addWidget(self.table_card)
        right.addStretch(1)
        return columns

    def show_state(self, *, pair: bool, together: bool) -> None:
        """Two webs over each other, two beside each other, or what is missing."""
        self.empty.setVisible(not pair)
        for part in (self.choosing, self.columns):
            part.setVisible(pair)
        for part in (self.apart, self.beside_card):
            part.setVisible(pair and not together)
        for part in (self.mode, self.web_card, self.change_card, self.noise, self.topics):
            part.setVisible(pair and together)
        self.table.setColumnHidden(DIFFERENCE, not together)

    def fit_table(self) -> None:
        """As high as its rows: nothing in it scrolls."""
        table = self.table
        high = table.verticalHeader().length() + table.horizontalHeader().sizeHint().height()
        table.setFixedHeight(high + 2 * table.frameWidth())


def _change_table(model: ChangeModel, spoken: str) -> QTableView:
    table = QTableView()
    table.setModel(model)
    calm_table(table, spoken, ROW)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    head = table.horizontalHeader()
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    head.setSectionResizeMode(LABEL, QHeaderView.ResizeMode.Stretch)
    return table


def web_height(width: int) -> int:
    """The height of a web with its names and its key."""
    return min(round(width * 0.92), px(480))


def change_height(width: int) -> int:
    """The height of six rows with their scale and key."""
    return max(px(252), round(width * 0.3))


def beside_height(width: int) -> int:
    """The height of two small webs and one that names the axes."""
    return round(width * 0.28)
