"""To be shared: only figures of one release that was given out. It looks like paper and not like a map."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from spinnenweb.domain.releases import TOTAL
from spinnenweb.ui.dates import month_of
from spinnenweb.ui.models.theme_board import HIDDEN_ROLE, SharedModel
from spinnenweb.ui.theme.look import active_theme, px
from spinnenweb.ui.widgets.cards import Card, Divider, Note, RowCard
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.empty_state import EmptyState
from spinnenweb.ui.widgets.labels import SectionTitle, text_label
from spinnenweb.ui.widgets.tables import calm_table

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter

    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.shared_figures import SharedFigure
    from spinnenweb.ui.board_words import Telling

translate = QCoreApplication.translate
_ROW = 34


class _Protected(QStyledItemDelegate):
    """Protected figures in the ink of second lines; the word says it."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        shown = QStyleOptionViewItem(option)
        if index.data(HIDDEN_ROLE):
            shown.palette.setColor(shown.palette.ColorRole.Text, active_theme().colour("ink_soft"))
        super().paint(painter, shown, index)


def month_said(snapshot: str) -> str:
    """The month of a release in words."""
    return month_of(date.fromisoformat(f"{snapshot}-01"))


class SharedPart(QWidget):
    """Sends `make_asked()` when there is nothing yet and somebody wants to make it."""

    make_asked = Signal()

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self.model = SharedModel(translate("ThemesPage", "Thema"), words.say("release.hidden"), month_said, self)
        self.table = QTableView()
        self.table.setModel(self.model)
        calm_table(self.table, translate("ThemesPage", "Thema's, om te delen"), _ROW)
        self.table.setItemDelegate(_Protected(self.table))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.note = Note("", "ok")
        self.title = SectionTitle("")
        self.card = RowCard()
        head = QWidget()
        lines = QVBoxLayout(head)
        lines.setContentsMargins(px(16), px(12), px(16), px(8))
        lines.addWidget(self.title)
        lines.addWidget(text_label(words.say("release.rounding"), "small"))
        self.whole = text_label(translate("ThemesPage", "Alle kernen: opgeteld uit wat hier getoond is."), "small")
        lines.addWidget(self.whole)
        for part in (head, Divider(), self.table):
            self.card.body.addWidget(part)
        self.make = quiet_button(translate("ThemesPage", "Naar Cijfers delen"), "share")
        self.make.clicked.connect(self.make_asked)
        self.empty = Card()
        self.empty.add(EmptyState("share", words.say("board.shared_none"), self.make))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        for widget in (self.note, self.card, self.empty):
            column.addWidget(widget)
        column.addStretch(1)

    def show_figures(self, figures: tuple[SharedFigure, ...], telling: Telling) -> None:
        """Show the figures of one release, or that there is none."""
        for part in (self.note, self.card):
            part.setVisible(bool(figures))
        self.empty.setVisible(not figures)
        if not figures:
            return
        month = month_said(max(figure.snapshot for figure in figures))
        self.note.label.setText(self._words.say("board.shared_note", month=month))
        self.title.setText(translate("ThemesPage", "Thema's, overzicht {month}").format(month=month))
        self.whole.setVisible(any(figure.village == TOTAL for figure in figures))
        names = {figure.theme: telling.theme(figure.theme) for figure in figures}
        self.model.show_figures(figures, {**names, TOTAL: translate("ThemesPage", "Alle kernen")})
        rows = self.table.verticalHeader().length() + self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(rows + 2 * self.table.frameWidth())
