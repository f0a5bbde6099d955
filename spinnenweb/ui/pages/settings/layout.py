"""The widgets of Instellingen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.domain.instruments import ADULT
from spinnenweb.ui.pages.settings.about import AboutSection
from spinnenweb.ui.pages.settings.languages import LanguagesSection
from spinnenweb.ui.pages.settings.own_instruments import OwnInstrumentsSection
from spinnenweb.ui.pages.settings.sections import LookSection, TalksSection, WhoSection
from spinnenweb.ui.pages.settings.taking_over import ImportSection
from spinnenweb.ui.pages.settings.vault import VaultSection
from spinnenweb.ui.pages.settings.villages import VillagesSection
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.flow_layout import Columns
from spinnenweb.ui.widgets.header import PageHeader
from spinnenweb.ui.widgets.scroll import PageScroll

if TYPE_CHECKING:
    from spinnenweb.ui.context import Context

translate = QCoreApplication.translate


def sensitive_aspects(context: Context) -> tuple[str, ...]:
    """The codes of the aspects that are asked only when they were switched on."""
    aspects = context.workspace.catalogue.instruments[ADULT].aspects()
    return tuple(aspect.code for aspect in aspects if aspect.sensitive)


class Layout:
    """Fills `page` with the sections, in two columns where there is room."""

    def __init__(self, page: QWidget, context: Context) -> None:
        words = context.words
        self.look = LookSection(context.preferences)
        self.who = WhoSection()
        self.talks = TalksSection(words, sensitive_aspects(context))
        self.languages = LanguagesSection(context.workspace.languages.all(), words)
        self.villages = VillagesSection()
        self.vault = VaultSection(context)
        self.own_instruments = OwnInstrumentsSection(context)
        self.taking_over = ImportSection(context)
        self.about = AboutSection(words)
        self.scroll = PageScroll()
        self.scroll.add(
            PageHeader(words.say("nav.settings"), translate("SettingsPage", "Wat je verandert, geldt meteen."))
        )
        columns = Columns((1, 1))
        self.scroll.add(columns)
        self._fill(columns.column(0), (self.look, self.who, self.talks, self.languages, self.about))
        self._fill(columns.column(1), (self.vault, self.villages, self.own_instruments, self.taking_over))
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroll)

    def _fill(self, column: QVBoxLayout, sections: tuple[QWidget, ...]) -> None:
        for section in sections:
            column.addWidget(section)
            column.addSpacing(px(8))
        column.addStretch(1)
