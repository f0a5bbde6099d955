"""The widgets of the page of one hand-over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.ui.pages.handover.agreement import AgreementCard
from spinnenweb.ui.pages.handover.calling import CallingCard
from spinnenweb.ui.pages.handover.road import RoadCard
from spinnenweb.ui.pages.handover.ways import WaysCard
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card, Note
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.flow_layout import Columns, FlowLayout
from spinnenweb.ui.widgets.header import PageHeader
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.scroll import PageScroll

if TYPE_CHECKING:
    from spinnenweb.ui.context import Context

translate = QCoreApplication.translate


class Layout:
    """Fills `page` with the parts of one hand-over."""

    def __init__(self, page: QWidget, context: Context) -> None:
        words = context.words
        self.header = PageHeader()
        self.state = Chip("", "accent")
        self.gone = Note("", "warn")
        self.note = Note("", "warn")
        self.ways = WaysCard()
        self.calling = CallingCard(words)
        self.agreement = AgreementCard(words, context.workspace.clock.today())
        self.letter = Card(translate("HandoverPage", "Op papier meegeven"))
        self.letter_text = text_label(
            translate("HandoverPage", "Alleen wat aangevinkt is, gaat mee: op papier, of in een bestand op slot.")
        )
        self.show_letter = quiet_button(translate("HandoverPage", "Brief bekijken"), "file-text")
        self.slip = Card(translate("HandoverPage", "Voor de inwoner"))
        self.slip_text = text_label(
            translate("HandoverPage", "Een briefje in de eigen taal: waarheen, wanneer, en wat je doorgeeft.")
        )
        self.print_slip = quiet_button(words.say("button.print"), "printer")
        self.save_slip = quiet_button(words.say("button.pdf"), "pdf")
        self.road = RoadCard(words)
        self._lay_out(page)

    def _lay_out(self, page: QWidget) -> None:
        self.header.add_beside(self.state)
        self.scroll = PageScroll()
        self.columns = Columns((8, 5))
        for part in (self.header, self.gone, self.note, self.columns):
            self.scroll.add(part)
        self.letter.add(self.letter_text)
        self.slip.add(self.slip_text)
        for card, buttons in (
            (self.letter, (self.show_letter,)),
            (self.slip, (self.print_slip, self.save_slip)),
        ):
            flow = FlowLayout(gap=12)
            for button in buttons:
                flow.addWidget(button)
            card.add(flow)
        left, right = self.columns.column(0), self.columns.column(1)
        _stack(left, self.ways, self.calling, self.agreement, self.letter, self.slip)
        _stack(right, self.road)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroll)

    def show_left(self, shown: bool) -> None:
        """Show what can be done, or give the line the whole width."""
        left = self.columns.column(0).parentWidget()
        if left is not None:
            left.setVisible(shown)


def _stack(column: QVBoxLayout, *cards: QWidget) -> None:
    cards_column = QVBoxLayout()
    cards_column.setSpacing(px(16))
    for card in cards:
        cards_column.addWidget(card)
    column.addLayout(cards_column)
    column.addStretch(1)
