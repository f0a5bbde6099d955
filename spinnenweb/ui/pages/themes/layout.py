"""The widgets of Thema's en plannen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from spinnenweb.ui.pages.themes.own import OwnPart
from spinnenweb.ui.pages.themes.shared import SharedPart
from spinnenweb.ui.pages.themes.theme import ThemePart
from spinnenweb.ui.theme.icons import icon
from spinnenweb.ui.widgets.cards import Card, Note
from spinnenweb.ui.widgets.controls import primary_button
from spinnenweb.ui.widgets.empty_state import EmptyState
from spinnenweb.ui.widgets.header import PageHeader
from spinnenweb.ui.widgets.scroll import PageScroll
from spinnenweb.ui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording

translate = QCoreApplication.translate
OWN, SHARED = range(2)


class Layout:
    """Fills `page` with the two views, and with one theme when that is open."""

    def __init__(self, page: QWidget, words: Wording) -> None:
        self.header = PageHeader(words.say("nav.themes"))
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(translate("ThemesPage", "Voor wie zijn deze getallen?"))
        self.tabs.addTab(icon("eye-off", "ink_nav"), words.say("board.own"))
        self.tabs.addTab(icon("share", "ink_nav"), words.say("board.shared"))
        self.closed = Note(words.say("board.own_note"), "warn")
        self.waiting = Waiting(translate("ThemesPage", "Het bord komt eraan…"))
        self.own, self.shared, self.theme = OwnPart(words), SharedPart(words), ThemePart()
        self.first = primary_button(translate("ThemesPage", "Naar de sociale kaart"))
        self.empty = Card()
        self.empty.add(EmptyState("grid", words.say("empty.themes"), self.first))
        self._lay_out(page)

    def _lay_out(self, page: QWidget) -> None:
        self.scroll = PageScroll()
        for part in (
            *(self.header, self.tabs, self.closed, self.waiting),
            *(self.empty, self.own, self.shared, self.theme),
        ):
            self.scroll.add(part)
        self.scroll.body.addStretch(1)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroll)
        self.show_nothing()

    def show_nothing(self) -> None:
        """No number at all."""
        for part in (self.closed, self.empty, self.own, self.shared, self.theme):
            part.hide()

    def show_board(self, *, empty: bool) -> None:
        """The view that was chosen."""
        own = self.tabs.currentIndex() == OWN
        self.theme.hide()
        self.tabs.show()
        self.closed.setVisible(own and not empty)
        self.own.setVisible(own and not empty)
        self.empty.setVisible(own and empty)
        self.shared.setVisible(not own)

    def show_theme(self) -> None:
        """One theme; that is own work too."""
        for part in (self.tabs, self.empty, self.own, self.shared):
            part.hide()
        self.closed.show()
        self.theme.show()
