"""The widgets of Instellingen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.domain.instruments import ADULT
from spinnenweb.ui.pages.settings.about import AboutSection
from spinnenweb.ui.pages.settings.files import FilesSection
from spinnenweb.ui.pages.settings.idle import IdleSection
from spinnenweb.ui.pages.settings.keys import KeysSection
from spinnenweb.ui.pages.settings.languages import LanguagesSection
from spinnenweb.ui.pages.settings.neighbours import NeighboursSection
from spinnenweb.ui.pages.settings.own_instruments import OwnInstrumentsSection
from spinnenweb.ui.pages.settings.sections import LookSection, TalksSection, WhoSection
from spinnenweb.ui.pages.settings.taking_over import ImportSection
from spinnenweb.ui.pages.settings.team import TeamSection
from spinnenweb.ui.pages.settings.urgent import UrgentSection
from spinnenweb.ui.pages.settings.vault import VaultSection
from spinnenweb.ui.pages.settings.villages import VillagesSection
from spinnenweb.ui.pages.settings.vocabulary import VocabularySection
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.flow_layout import Columns
from spinnenweb.ui.widgets.header import PageHeader
from spinnenweb.ui.widgets.labels import SectionTitle
from spinnenweb.ui.widgets.scroll import PageScroll

if TYPE_CHECKING:
    from spinnenweb.ui.context import Context

translate = QCoreApplication.translate


def sensitive_aspects(context: Context) -> tuple[str, ...]:
    """The codes of the aspects that are asked only when they were switched on."""
    aspects = context.workspace.catalogue.instruments[ADULT].aspects()
    return tuple(aspect.code for aspect in aspects if aspect.sensitive)


class Layout:
    """Fills `page` with the sections, in groups under a title, in two columns where there is room."""

    def __init__(self, page: QWidget, context: Context) -> None:
        words = context.words
        self.look = LookSection(context.preferences)
        self.who = WhoSection()
        self.talks = TalksSection(words, sensitive_aspects(context))
        self.languages = LanguagesSection(context.workspace.languages.all(), words)
        self.villages = VillagesSection()
        self.neighbours = NeighboursSection()
        self.urgent = UrgentSection(words)
        self.vault = VaultSection(context)
        self.keys = KeysSection(context)
        self.idle = IdleSection()
        self.files = FilesSection(context)
        self.own_instruments = OwnInstrumentsSection(context)
        self.vocabulary = VocabularySection(context)
        self.taking_over = ImportSection(context)
        self.team = TeamSection(context)
        self.about = AboutSection(words)
        self.scroll = PageScroll()
        self.scroll.add(
            PageHeader(words.say("nav.settings"), translate("SettingsPage", "Wat je verandert, geldt meteen."))
        )
        columns = Columns((1, 1))
        self.scroll.add(columns)
        self._fill(
            columns.column(0),
            (words.say("settings.laptop"), (self.look,)),
            (words.say("settings.work"), (self.who, self.villages, self.neighbours, self.urgent, self.team)),
            (words.say("settings.talks"), (self.talks, self.vocabulary, self.languages, self.own_instruments)),
        )
        self._fill(
            columns.column(1),
            (words.say("settings.vault"), (self.vault, self.keys, self.idle)),
            (words.say("settings.records"), (self.files, self.taking_over)),
            (words.say("settings.program"), (self.about,)),
        )
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroll)

    def _fill(self, column: QVBoxLayout, *groups: tuple[str, tuple[QWidget, ...]]) -> None:
        column.setSpacing(px(12))
        for title, sections in groups:
            if column.count():
                column.addSpacing(px(12))
            column.addWidget(SectionTitle(title, "heading"))
            for section in sections:
                column.addWidget(section)
        column.addStretch(1)
