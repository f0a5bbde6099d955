"""The pages at the left: icon and word; in a narrow window the same places stand in one menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from spinnenweb.ui.places import (
    AUDIT,
    BIN,
    COMPARISON,
    CONVERSATION,
    CORRECTION,
    HANDOVER,
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
    Place,
)
from spinnenweb.ui.theme.icons import icon
from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.widgets.controls import icon_button
from spinnenweb.ui.widgets.labels import IconMark, SectionTitle, text_label
from spinnenweb.ui.widgets.rows import NavButton

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording

WIDTH = 207
ICONS = {
    TODAY: "calendar",
    RESIDENTS: "people",
    MAP: "pin",
    THEMES: "grid",
    RELEASES: "share",
    SETTINGS: "gear",
}
"""The pages that exist, in their order; settings stand apart at the bottom."""
_SECTION = {
    RESIDENT: RESIDENTS,
    COMPARISON: RESIDENTS,
    HANDOVER: RESIDENTS,
    CONVERSATION: RESIDENTS,
    PAPER: RESIDENTS,
    ORGANISATION: MAP,
    CORRECTION: RESIDENTS,
    AUDIT: SETTINGS,
    BIN: SETTINGS,
    RETENTION: SETTINGS,
}


def section_of(page: str) -> str:
    """The place in the navigation a page belongs to."""
    return _SECTION.get(page, page)


class Navigation(QFrame):
    """Sends `chosen(Place)`. Ctrl+1, Ctrl+2, … go to the places in their order."""

    chosen = Signal(object)

    def __init__(self, words: Wording, window: QWidget) -> None:
        """The shortcuts hold in `window`, also while this itself is folded away."""
        super().__init__()
        set_role(self, "sidebar")
        self.setAccessibleName(self.tr("Bladzijden"))
        self.setFixedWidth(px(WIDTH))
        self.example = text_label(self.tr("verzonnen voorbeeldgegevens"), "small", "warn")
        self.example.setContentsMargins(px(14), 0, 0, 0)
        self.example.hide()
        self.buttons: dict[str, NavButton] = {}
        self._shortcuts: dict[QShortcut, str] = {}
        for number, page in enumerate(ICONS, 1):
            self._add(page, words.say(f"nav.{page}"), QKeySequence(f"Ctrl+{number}"), window)
        self._lay_out()

    def _add(self, page: str, word: str, sequence: QKeySequence, window: QWidget) -> None:
        button = NavButton(ICONS[page], word)
        button.setToolTip(f"{word} ({sequence.toString(QKeySequence.SequenceFormat.NativeText)})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._go)
        self.buttons[page] = button
        shortcut = QShortcut(sequence, window)
        shortcut.activated.connect(self._go_by_key)
        self._shortcuts[shortcut] = page

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(18), px(12), px(16))
        column.setSpacing(px(2))
        column.addWidget(self._name())
        column.addSpacing(px(14))
        for page, button in self.buttons.items():
            if page == SETTINGS:
                column.addStretch(1)
                column.addWidget(self.example)
                column.addSpacing(px(8))
            column.addWidget(button)

    def _name(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(px(8), 0, 0, 0)
        row.setSpacing(px(11))
        row.addWidget(IconMark("web", "data_now", 26))
        row.addWidget(SectionTitle("Spinnenweb"), 1)
        return holder

    def show_page(self, page: str) -> None:
        """Mark where the person is."""
        for name, button in self.buttons.items():
            button.setAutoExclusive(False)
            button.setChecked(name == section_of(page))
            button.setAutoExclusive(True)

    def _go(self) -> None:
        sender = self.sender()
        self._emit_chosen(next(page for page, button in self.buttons.items() if button is sender))

    def _go_by_key(self) -> None:
        sender = self.sender()
        self._emit_chosen(next(page for shortcut, page in self._shortcuts.items() if shortcut is sender))

    def _emit_chosen(self, page: str) -> None:
        self.chosen.emit(Place(page))


class NavigationMenu(QToolButton):
    """The same places behind one button. Sends `chosen(Place)`."""

    chosen = Signal(object)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        template = icon_button("menu", self.tr("Bladzijden"))
        self.setIcon(template.icon())
        self.setIconSize(template.iconSize())
        self.setAccessibleName(self.tr("Bladzijden"))
        self.setToolTip(self.tr("Bladzijden"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, "icon")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._pages: dict[QAction, str] = {}
        for page, icon_name in ICONS.items():
            action = self._menu.addAction(icon(icon_name, "ink_nav"), words.say(f"nav.{page}"))
            action.triggered.connect(self._go)
            self._pages[action] = page

    def _go(self) -> None:
        sender = self.sender()
        self.chosen.emit(Place(next(page for action, page in self._pages.items() if action is sender)))
