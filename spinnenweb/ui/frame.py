"""The open vault on screen: navigation, the bar on top, and the page where the person is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from spinnenweb.ui.looking import log_look
from spinnenweb.ui.navigation import Navigation
from spinnenweb.ui.places import (
    AUDIT,
    BIN,
    COMPARISON,
    CONVERSATION,
    CORRECTION,
    HANDOVER,
    LOST,
    MAP,
    ORGANISATION,
    PAPER,
    RELEASES,
    RESIDENT,
    RESIDENTS,
    RETENTION,
    SETTINGS,
    THEMES,
    TODAY,
    URGENT,
    VISIT,
    Place,
)
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.top_bar import URGENT_KEYS, TopBar
from spinnenweb.ui.visit_bar import VisitBar
from spinnenweb.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.domain.changes import Changes
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.hub import Leaving, Notice
    from spinnenweb.ui.page import Page
    from spinnenweb.ui.pages.urgent.page import UrgentPage

NARROW = 900
"""Narrower than this (pixels at 100 % text) the navigation folds into one button."""
_MAP_PAGES = (MAP, ORGANISATION)
_ASIDE = (*_MAP_PAGES, HANDOVER)
"""From these a button leads back during a visit."""
_LONGEST_WAY_BACK = 50


class Frame(QWidget):
    """Opens pages when they are first needed, tells them what changed, and keeps the way back.

    During a visit it shows only what `Visit.shows` lets through, whatever is asked for.
    """

    lock_asked = Signal()
    visit_end_asked = Signal()
    help_asked = Signal()
    preferences_changed = Signal(object)

    def __init__(self, context: Context, place: Place | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.place = Place("")
        self._pages: dict[str, Page] = {}
        self._filling: QWidget | None = None
        self._way_back: list[Place] = []
        self._before_map = Place(VISIT)
        # behind the layout of what is shown now
        self._keyboard = QTimer(self, singleShot=True, interval=0)
        self._urgent: UrgentPage | None = None
        # what is hidden takes no keys: the shortcuts of the pages belong to this part
        self._ordinary = QWidget()
        self.navigation = Navigation(context.words, self._ordinary)
        self.bar = TopBar(context, self)
        self.visit_bar = VisitBar(context.words)
        self.stack = QStackedWidget()
        self._lay_out()
        self.navigation.example.setVisible(context.workspace.settings.get().demo)
        self.toast = Toast(self)
        self._listen()
        self._show_parts()
        self.open(place or Place(TODAY))

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.visit_bar)
        right.addWidget(self.bar)
        right.addWidget(self.stack, 1)
        row = QHBoxLayout(self._ordinary)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(right, 1)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._ordinary)

    def _listen(self) -> None:
        self.navigation.chosen.connect(self.open)
        self.bar.chosen.connect(self.open)
        for part in (self.bar, self.visit_bar):
            part.urgent_asked.connect(self.show_urgent)
            part.lock_asked.connect(self.lock_asked)
            part.help_asked.connect(self.help_asked)
        self._keyboard.timeout.connect(self._give_keyboard)
        self.visit_bar.end_asked.connect(self.visit_end_asked)
        self.visit_bar.map_asked.connect(self._open_map)
        self.visit_bar.back_asked.connect(self._lead_back)
        hub = self.context.hub
        hub.go.connect(self.open)
        hub.changed.connect(self._tell_page)
        hub.noticed.connect(self._show_notice)
        hub.preferred.connect(self.preferences_changed)
        hub.filled.connect(self._fill)
        hub.leaving.connect(self._ask_leave)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.go_back)
        QShortcut(QKeySequence(URGENT_KEYS), self._ordinary).activated.connect(self.show_urgent)

    @property
    def page(self) -> Page | None:
        """The page shown now."""
        return self._urgent if self.is_urgent else self._pages.get(self.place.page)

    @property
    def is_urgent(self) -> bool:
        """Whether the numbers to call lie over the page where the person is."""
        return self._urgent is not None and self.stack.currentWidget() is self._urgent

    @property
    def help_key(self) -> str:
        """The help that belongs to the page shown now."""
        return self.page.help_key if self.page is not None else ""

    # going somewhere

    def open(self, place: Place) -> None:
        """Go to a place; its page writes nothing and shows what is in the vault now."""
        if place.page == URGENT:
            self.show_urgent()
            return
        place = self._allowed(place)
        before = self.place
        if place.page in _MAP_PAGES and before.page in self._pages and before.page not in _MAP_PAGES:
            self._before_map = self._pages[before.page].here(before)
        self.leave()
        self._show(place)
        if before.page not in ("", CONVERSATION) and before != place:
            self._way_back = [*self._way_back[-_LONGEST_WAY_BACK:], before]

    def go_back(self) -> None:
        """Go to where the person was before; nothing is lost."""
        if self.is_urgent:
            self._leave_urgent()
        elif self.context.visit.on and self.place.page in _ASIDE:
            self._lead_back()
        elif self._way_back and self._filling is None:
            back = self._allowed(self._way_back.pop())
            self.leave()
            self._show(back)

    def _allowed(self, place: Place) -> Place:
        return place if self.context.visit.shows(place) else Place(VISIT)

    def _open_map(self) -> None:
        self.open(Place(MAP))
        # the button that led here is gone: the keyboard must not fall on the one that ends the visit
        self._stand_at(self.visit_bar.back)

    def _lead_back(self) -> None:
        """During a visit: from an organisation to the map, from there to where the person was."""
        came_from = {ORGANISATION: Place(MAP), MAP: self._before_map}
        self.open(came_from.get(self.place.page, Place(VISIT)))
        bar, aside = self.visit_bar, self.place.page in _ASIDE
        self._stand_at(bar.back if aside else bar.map)

    def leave(self) -> None:
        """Have the page hand over what is not written yet; never asks."""
        if self.place.page in self._pages:
            self._pages[self.place.page].leave()

    def show_urgent(self) -> None:
        """Show whom to call over the page where the person is, which stays as it is; `place` too."""
        from spinnenweb.ui.pages.urgent.page import UrgentPage

        if self.is_urgent:
            return
        self.leave()
        if self._urgent is None:
            self._urgent = UrgentPage(self.context)
            self._urgent.back_asked.connect(self._leave_urgent)
            self.stack.addWidget(self._urgent)
        self.stack.setCurrentWidget(self._urgent)
        self._urgent.open(Place(URGENT))
        self._show_where()

    def _leave_urgent(self) -> None:
        if self.place.page in self._pages:
            self.stack.setCurrentWidget(self._pages[self.place.page])
            self._show_where()
        else:
            self.open(Place(TODAY))

    def end_visit(self) -> None:
        """Show everything again, beginning with Vandaag."""
        self.context.visit.end()
        self._way_back.clear()
        self._show_parts()
        self.open(Place(TODAY))

    def _show(self, place: Place) -> None:
        if place.page not in self._pages:
            page = _MAKERS[place.page](self.context)
            self._pages[place.page] = page
            self.stack.addWidget(page)
        here, former = self.window().focusWidget(), self.page
        self.place = place
        page = self._pages[place.page]
        self.stack.setCurrentWidget(page)
        page.open(place)
        log_look(self.context, self, place)
        self._show_where()
        if former is not None and here is not None and former.isAncestorOf(here):
            self._keyboard.start()

    def _give_keyboard(self) -> None:
        if self.page is not None:
            self.page.take_keyboard()

    def _stand_at(self, button: QWidget) -> None:
        self._keyboard.stop()
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_where(self) -> None:
        self.navigation.show_page(self.place.page)
        self.visit_bar.show_place(on_map=self.place.page in _MAP_PAGES, aside=self.place.page in _ASIDE)
        if self.page is not None:
            self.bar.show_crumbs(self.page.crumbs())

    # what the hub tells

    def _tell_page(self, changes: Changes, initiator: QObject) -> None:
        # pages that are not shown read everything again when they are opened
        if self.page is not None:
            if initiator is not self.page:
                self.page.on_changed(changes)
            self._show_where()
        if self.is_urgent and self.place.page in self._pages:
            self._pages[self.place.page].on_changed(changes)

    def _show_notice(self, notice: Notice) -> None:
        # a notice is for the worker and may name someone: not while a resident looks at the whole window
        if self._filling is None:
            self.toast.tell(notice.text, notice.undo)

    def _ask_leave(self, leaving: Leaving) -> None:
        from spinnenweb.ui.dialogs.guard import GuardDialog

        dialog = GuardDialog(leaving.found, self.context, leaving.page)
        dialog.accepted.connect(leaving.go)
        dialog.rejected.connect(leaving.stay)
        dialog.open()

    # the whole window for one view

    def _fill(self, view: QWidget | None) -> None:
        """What is hidden takes no keys, no focus and no reader."""
        before, self._filling = self._filling, view
        if before is not None:
            self._whole.removeWidget(before)
            before.hide()
        self._ordinary.setVisible(view is None)
        if view is not None:
            self.toast.dismiss()
            self._whole.addWidget(view)
            view.show()

    # room

    def _show_parts(self) -> None:
        visiting = self.context.visit.on
        self.visit_bar.setVisible(visiting)
        self.bar.setVisible(not visiting)
        folded = self.width() < px(NARROW)
        self.navigation.setVisible(not visiting and not folded)
        self.bar.set_folded(folded)
        self.visit_bar.set_folded(folded=folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the navigation away where there is no room for it."""
        super().resizeEvent(event)
        self._show_parts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nobody else wanted goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)


def _today(context: Context) -> Page:
    from spinnenweb.ui.pages.today.page import TodayPage

    return TodayPage(context)


def _residents(context: Context) -> Page:
    from spinnenweb.ui.pages.residents.page import ResidentsPage

    return ResidentsPage(context)


def _resident(context: Context) -> Page:
    from spinnenweb.ui.pages.resident.page import ResidentPage

    return ResidentPage(context)


def _conversation(context: Context) -> Page:
    from spinnenweb.ui.pages.conversation.page import ConversationPage

    return ConversationPage(context)


def _paper(context: Context) -> Page:
    from spinnenweb.ui.pages.conversation.paper_entry import PaperPage

    return PaperPage(context)


def _correction(context: Context) -> Page:
    from spinnenweb.ui.pages.conversation.correction import CorrectionPage

    return CorrectionPage(context)


def _comparison(context: Context) -> Page:
    from spinnenweb.ui.pages.comparison.page import ComparisonPage

    return ComparisonPage(context)


def _releases(context: Context) -> Page:
    from spinnenweb.ui.pages.releases.page import ReleasesPage

    return ReleasesPage(context)


def _settings(context: Context) -> Page:
    from spinnenweb.ui.pages.settings.page import SettingsPage

    return SettingsPage(context)


def _audit(context: Context) -> Page:
    from spinnenweb.ui.pages.audit.page import AuditPage

    return AuditPage(context)


def _bin(context: Context) -> Page:
    from spinnenweb.ui.pages.bin.page import BinPage

    return BinPage(context)


def _retention(context: Context) -> Page:
    from spinnenweb.ui.pages.retention.page import RetentionPage

    return RetentionPage(context)


def _lost(context: Context) -> Page:
    from spinnenweb.ui.pages.lost.page import LostPage

    return LostPage(context)


def _map(context: Context) -> Page:
    from spinnenweb.ui.pages.map.page import MapPage

    return MapPage(context)


def _organisation(context: Context) -> Page:
    from spinnenweb.ui.pages.organisation.page import OrganisationPage

    return OrganisationPage(context)


def _handover(context: Context) -> Page:
    from spinnenweb.ui.pages.handover.page import HandoverPage

    return HandoverPage(context)


def _themes(context: Context) -> Page:
    from spinnenweb.ui.pages.themes.page import ThemesPage

    return ThemesPage(context)


def _visit(context: Context) -> Page:
    from spinnenweb.ui.pages.visit.page import VisitPage

    return VisitPage(context)


_MAKERS: dict[str, Callable[[Context], Page]] = {
    TODAY: _today,
    RESIDENTS: _residents,
    RESIDENT: _resident,
    CONVERSATION: _conversation,
    PAPER: _paper,
    CORRECTION: _correction,
    COMPARISON: _comparison,
    RELEASES: _releases,
    SETTINGS: _settings,
    VISIT: _visit,
    LOST: _lost,
    AUDIT: _audit,
    BIN: _bin,
    RETENTION: _retention,
    MAP: _map,
    ORGANISATION: _organisation,
    HANDOVER: _handover,
    THEMES: _themes,
}
