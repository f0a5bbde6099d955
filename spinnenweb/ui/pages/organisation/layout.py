"""The widgets of the page of an organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.ui.pages.organisation.parts import FactsPart, OffersPart, PersonsPart
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.controls import link_button, primary_button, quiet_button
from spinnenweb.ui.widgets.flow_layout import Columns, FlowLayout
from spinnenweb.ui.widgets.header import PageHeader
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.scroll import PageScroll

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording

translate = QCoreApplication.translate


class Layout:
    """Fills `page`; `further` is where other sections about this organisation come, under its offers."""

    def __init__(self, page: QWidget, words: Wording) -> None:
        self.header = PageHeader()
        self.change = quiet_button(translate("OrganisationPage", "Aanpassen"), "pencil")
        self.check = primary_button(translate("OrganisationPage", "Vandaag nagekeken"))
        self.header.add_action(self.change)
        self.header.add_action(self.check)
        self.marks = QWidget()
        self.marks_line = FlowLayout(self.marks, gap=12)
        self.about = text_label("")
        self.offers = OffersPart(words)
        self.further = QVBoxLayout()
        self.further.setSpacing(px(16))
        self.reach = FactsPart(translate("OrganisationPage", "Bereiken"))
        self.persons = PersonsPart()
        self.wants = FactsPart(translate("OrganisationPage", "Wat ze doen en willen"))
        self.merges = QWidget()
        self.merges_column = QVBoxLayout(self.merges)
        self.merges_column.setContentsMargins(0, 0, 0, 0)
        self.merge = link_button(translate("OrganisationPage", "Samenvoegen met een andere…"))
        self.bin = link_button(translate("OrganisationPage", "Naar de prullenbak"), "soft")
        self._lay_out(page)

    def _lay_out(self, page: QWidget) -> None:
        self.scroll = PageScroll()
        self.scroll.add(self.header)
        self.scroll.add(self.marks)
        self.scroll.add(self.about)
        columns = Columns((3, 2))
        left, right = columns.column(0), columns.column(1)
        left.addWidget(self.offers)
        left.addLayout(self.further)
        left.addStretch(1)
        for part in (self.persons, self.reach, self.wants, self.merges):
            right.addWidget(part)
        self._right = right
        acts = QWidget()
        line = FlowLayout(acts, gap=20)
        line.addWidget(self.merge)
        line.addWidget(self.bin)
        right.addWidget(acts)
        right.addStretch(1)
        self.scroll.add(columns)
        self.scroll.body.addStretch(1)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroll)

    def put_above_reach(self, part: QWidget) -> None:
        """Put a part where the contact persons stand."""
        self._right.insertWidget(0, part)
