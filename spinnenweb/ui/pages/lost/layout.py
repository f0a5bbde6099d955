"""The widgets of the page for a lost laptop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.ui.dates import locale
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.controls import primary_button, quiet_button
from spinnenweb.ui.widgets.fields import MomentBox
from spinnenweb.ui.widgets.flow_layout import Columns
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.header import PageHeader
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.scroll import PageScroll

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.lost import LossSection

_WIDE = 240


class Layout:
    """Fills `page` with the clock, and the parts of the sheet when they are known."""

    def __init__(self, page: QWidget, words: Wording) -> None:
        self.print = primary_button(words.say("lost.print"), "printer")
        self.pdf = quiet_button(words.say("button.pdf"), "pdf")
        header = PageHeader(words.say("lost.title"), words.say("lost.sub"))
        header.add_action(self.pdf)
        header.add_action(self.print)
        self.found = MomentBox()
        self.found.setLocale(locale())
        self.found.setDisplayFormat("d MMM yyyy HH:mm")
        self.found.setMinimumWidth(px(_WIDE))
        self.until = text_label("", "strong")
        self.left = text_label("", "soft")
        self._columns = Columns((1, 1))
        self.scroll = PageScroll()
        self.scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.scroll.setAccessibleName(words.say("lost.title"))
        self.scroll.add(header)
        self.scroll.add(self._clock(words))
        self.scroll.add(self._columns)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroll)

    def _clock(self, words: Wording) -> Card:
        card = Card(words.say("lost.clock"))
        row = QHBoxLayout()
        row.addWidget(FieldRow(words.say("lost.found"), self.found))
        row.addStretch(1)
        card.add(row)
        card.add(self.until)
        card.add(self.left)
        card.add(text_label(words.say("lost.judge"), "small"))
        return card

    def show_parts(self, sections: tuple[LossSection, ...]) -> None:
        """Show the sheet."""
        for number in (0, 1):
            _empty(self._columns.column(number))
        for number, part in enumerate(sections):
            card = Card(part.title)
            for line in part.lines:
                row = QHBoxLayout()
                row.setSpacing(px(10))
                row.addWidget(text_label("•", "soft"), 0, Qt.AlignmentFlag.AlignTop)
                row.addWidget(text_label(line), 1)
                card.add(row)
            column = self._columns.column(number % 2)
            column.addWidget(card)
            column.addSpacing(px(8))
        for number in (0, 1):
            self._columns.column(number).addStretch(1)


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
