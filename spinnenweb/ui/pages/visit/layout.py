"""The widgets of the visit page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.ui.chosen import ChosenCard
from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.controls import primary_button, quiet_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import PageTitle, text_label
from spinnenweb.ui.widgets.scroll import PageScroll

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.handover_records import HandoverLine
    from spinnenweb.services.proposal_records import Wish

translate = QCoreApplication.translate

WIDTH = 620
_AIR = 56


class Layout:
    """Fills `page` with who is made ready, and under it what the resident at the table chose."""

    def __init__(self, page: QWidget, words: Wording) -> None:
        self._page = page
        self.card = Card()
        self.name = PageTitle()
        self.line = text_label("", "soft")
        self.begin = primary_button("", "talk")
        self.resume = quiet_button("")
        self.new = quiet_button(translate("VisitPage", "Nieuwe inwoner"), "person-plus")
        self.chosen = ChosenCard(words)
        self._air = QWidget()
        self._lay_out(page)

    def _lay_out(self, page: QWidget) -> None:
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=12)
        for button in (self.begin, self.resume, self.new):
            flow.addWidget(button)
        for part in (self.name, self.line):
            self.card.add(part)
        self.card.body.addSpacing(px(8))
        self.card.add(buttons)
        scroll = PageScroll(WIDTH)
        self._air.setFixedHeight(px(_AIR))
        scroll.add(self._air)
        scroll.add(self.card)
        scroll.add(self.chosen)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def show_chosen(self, wishes: tuple[Wish, ...], running: tuple[HandoverLine, ...]) -> None:
        """Show what was chosen and what runs; the air above makes room for it."""
        self.chosen.show_chosen(wishes, running)
        self._air.setVisible(not self.chosen.buttons)

    def show_ready(self, name: str, own: str, added: str) -> None:
        """Show who stands ready; `own` and `added` name unfinished talks of this visit."""
        self.name.setText(name or translate("VisitPage", "Met wie praat je?"))
        nobody = translate(
            "VisitPage", "Er is niemand klaargezet. Dat doe je vooraf, op de bladzijde van een inwoner."
        )
        self.line.setText(translate("VisitPage", "Klaargezet voor dit bezoek.") if name else nobody)
        self.begin.setVisible(bool(name))
        self.begin.setText(own or translate("VisitPage", "Gesprek beginnen"))
        self.resume.setVisible(bool(added))
        self.resume.setText(added)
        set_role(self.new, "quiet" if name or added else "primary")
