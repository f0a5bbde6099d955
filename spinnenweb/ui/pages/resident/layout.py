"""The widgets of the page of one resident."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.ui.pages.resident.card import ResidentCard
from spinnenweb.ui.pages.resident.goals import GoalsCard
from spinnenweb.ui.pages.resident.handovers import HandoversCard
from spinnenweb.ui.pages.resident.household import HouseholdCard
from spinnenweb.ui.pages.resident.merged import MergedCard
from spinnenweb.ui.pages.resident.permissions import PermissionsCard
from spinnenweb.ui.pages.resident.rights import RightsCard
from spinnenweb.ui.pages.resident.signals import SignalsCard
from spinnenweb.ui.pages.resident.timeline import Timeline
from spinnenweb.ui.pages.resident.webs import WebsCard
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Note
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.controls import link_button, primary_button, quiet_button, with_shortcut
from spinnenweb.ui.widgets.flow_layout import Columns
from spinnenweb.ui.widgets.header import PageHeader
from spinnenweb.ui.widgets.labels import SectionTitle, text_label
from spinnenweb.ui.widgets.scroll import PageScroll

if TYPE_CHECKING:
    from spinnenweb.ui.context import Context

translate = QCoreApplication.translate


class Layout:
    """Fills `page` with the parts of one resident."""

    def __init__(self, page: QWidget, context: Context) -> None:
        words = context.words
        self.header = PageHeader()
        self.village = Chip("", "accent")
        self.ready = Chip(translate("ResidentPage", "klaar voor bezoek"), "ok")
        self.visit = quiet_button(words.say("button.visit_prepare"))
        self.pdf = quiet_button(translate("ResidentPage", "Meegeven"), "share")
        self.compare = quiet_button(translate("ResidentPage", "Vergelijken"))
        self.begin = primary_button(words.say("button.conversation_new"))
        self.restricted = Chip(words.say("restriction.chip"), "warn")
        self.restriction = Note("", "warn")
        self.gone = Note("", "warn")
        self.webs = WebsCard(words, context.jobs)
        self.goals = GoalsCard(words)
        self.handovers = HandoversCard(words)
        self.signals = SignalsCard(words)
        self.talks_title = SectionTitle(translate("ResidentPage", "Gesprekken, doelen en stappen"))
        self.short = link_button(translate("ResidentPage", "+ kort praatje"))
        self.short.setAccessibleName(words.say("button.contact_short"))
        self.timeline = Timeline(words)
        self.no_talks = text_label(
            translate("ResidentPage", "Er is nog geen gesprek. Begin er een met de knop hierboven."), "soft"
        )
        self.card = ResidentCard(words)
        self.household = HouseholdCard()
        self.merged = MergedCard()
        self.permissions = PermissionsCard(words)
        self.rights = RightsCard()
        self.log = self.rights.log
        with_shortcut(self.short, "Ctrl+Shift+P")
        self._lay_out(page)

    def _lay_out(self, page: QWidget) -> None:
        for chip in (self.village, self.ready, self.restricted):
            self.header.add_beside(chip)
        for button in (self.compare, self.pdf, self.visit, self.begin):
            self.header.add_action(button)
        self.scroll = PageScroll()
        self.scroll.add(self.header)
        self.scroll.add(self.gone)
        self.scroll.add(self.restriction)
        self.columns = Columns((8, 5))
        self.scroll.add(self.columns)
        left, right = self.columns.column(0), self.columns.column(1)
        left.addWidget(self.webs)
        left.addSpacing(px(8))
        left.addWidget(self.goals)
        left.addSpacing(px(8))
        left.addWidget(self.handovers)
        left.addSpacing(px(8))
        head = QHBoxLayout()
        head.addWidget(self.talks_title, 1)
        head.addWidget(self.short)
        left.addLayout(head)
        for part in (self.timeline, self.no_talks):
            left.addWidget(part)
        left.addStretch(1)
        right.addWidget(self.card)
        right.addSpacing(px(8))
        right.addWidget(self.household)
        right.addSpacing(px(8))
        right.addWidget(self.signals)
        right.addSpacing(px(8))
        right.addWidget(self.permissions)
        right.addSpacing(px(8))
        right.addWidget(self.merged)
        right.addSpacing(px(8))
        right.addWidget(self.rights)
        right.addStretch(1)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroll)

    def show_left(self, shown: bool) -> None:
        """Show webs and talks, or give the card the whole width."""
        left = self.columns.column(0).parentWidget()
        if left is not None:
            left.setVisible(shown)
