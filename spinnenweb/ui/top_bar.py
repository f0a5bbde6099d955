"""The bar at the top of every page: where you are, searching, help, and the lock in its fixed corner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.ui.navigation import NavigationMenu
from spinnenweb.ui.search_box import SearchBox
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.breadcrumb import Breadcrumb
from spinnenweb.ui.widgets.controls import calm_button, icon_button
from spinnenweb.ui.widgets.tab_order import TabOrder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QToolButton

    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.places import Crumb

URGENT_KEYS = "Ctrl+Shift+D"
SEARCH_WIDTH = 520
SEARCH_BESIDE = 300
"""The widest the search field gets: alone, and beside a breadcrumb."""


def lock_button(words: Wording) -> QPushButton:
    """The lock; its shortcut is the window's own, so that it holds everywhere."""
    button = calm_button(words.say("frame.lock"), "lock")
    button.setToolTip(f"{words.say('frame.lock')} (Ctrl+Shift+L)")
    return button


def help_button(words: Wording) -> QToolButton:
    """Help for the page shown; F1 is the window's own shortcut."""
    button = icon_button("help", words.say("frame.help"))
    button.setToolTip(f"{words.say('frame.help')} (F1)")
    return button


def urgent_button(words: Wording) -> QToolButton:
    """Whom to call when it is urgent; `URGENT_KEYS` is the frame's own shortcut."""
    button = icon_button("phone", words.say("frame.urgent"))
    button.setToolTip(f"{words.say('frame.urgent')} ({URGENT_KEYS})")
    return button


class TopBar(QWidget):
    """Sends `chosen(Place)` from menu, breadcrumb and search, `urgent_asked`, `lock_asked` and `help_asked`."""

    chosen = Signal(object)
    urgent_asked = Signal()
    lock_asked = Signal()
    help_asked = Signal()

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__()
        self.menu = NavigationMenu(context.words)
        self.crumbs = Breadcrumb()
        self.search = SearchBox(context, over)
        self.urgent = urgent_button(context.words)
        self.help = help_button(context.words)
        self.lock = lock_button(context.words)
        for part in (self.menu, self.crumbs, self.search):
            part.chosen.connect(self.chosen)
        self.urgent.clicked.connect(self.urgent_asked)
        self.help.clicked.connect(self.help_asked)
        self.lock.clicked.connect(self.lock_asked)
        self._has_crumbs = False
        self._order = TabOrder()
        self._lay_out()
        self.set_folded(False)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(28), px(11), px(28), px(8))
        self._column.setSpacing(px(8))
        self._row = QHBoxLayout()
        self._row.setSpacing(px(12))
        self._row.addWidget(self.menu)
        self._row.addWidget(self.crumbs, 3)
        self._row.addWidget(self.search, 2)
        self._row.addStretch(0)
        self._row.addWidget(self.urgent)
        self._row.addWidget(self.help)
        self._row.addWidget(self.lock)
        self._column.addLayout(self._row)

    def show_crumbs(self, crumbs: tuple[Crumb, ...]) -> None:
        """Say where the person is; the search field makes room for it."""
        self._has_crumbs = bool(crumbs)
        self.crumbs.show_crumbs(crumbs)
        self._share_room()

    def set_folded(self, folded: bool) -> None:
        """In a narrow window the navigation is one button and the breadcrumb has its own line."""
        self.menu.setVisible(folded)
        self._row.removeWidget(self.crumbs)
        self._column.removeWidget(self.crumbs)
        if folded:
            self._column.addWidget(self.crumbs)
        else:
            self._row.insertWidget(1, self.crumbs, 3)
        self._folded = folded
        self._share_room()

    def _share_room(self) -> None:
        self.crumbs.setVisible(self._has_crumbs)
        beside = self._has_crumbs and not self._folded
        self.search.setMaximumWidth(px(SEARCH_BESIDE if beside else SEARCH_WIDTH))
        # in a narrow window the field takes what there is; alone in a wide one it leaves air at its right
        self._row.setStretchFactor(self.search, 1000 if self._folded else 2)
        self._row.setStretch(2 if self._folded else 3, 0 if beside else 1)
        above = (self.menu, self.search, self.urgent, self.help, self.lock)
        under = self.crumbs.stops
        self._order.put((*above, *under) if self._folded else (self.menu, *under, *above[1:]))
