"""The help of each page (F1): what it is for, what you can do, which keys there are."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.domain.wording import Wording
from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.widgets.cards import Divider
from spinnenweb.ui.widgets.controls import KeyHint, icon_button, link_button
from spinnenweb.ui.widgets.labels import SectionTitle, text_label
from spinnenweb.ui.widgets.scroll import PageScroll

if TYPE_CHECKING:
    from pathlib import Path

WIDTH = 400
BETWEEN = " · "


class HelpPanel(QFrame):
    """Lies over the right side of its window; Esc and F1 take it away, and the keyboard goes back.

    Sends `report_asked` for a report about errors, and `lost_asked` for what to do when the laptop is gone.
    """

    report_asked = Signal()
    lost_asked = Signal()

    def __init__(self, path: Path, window: QWidget) -> None:
        super().__init__(window)
        set_role(self, "card")
        self.hide()
        self._texts = Wording.read(path)
        self._came_from: QWidget | None = None
        self.report = link_button(self.tr("Maak foutrapport"))
        self.lost = link_button(self.tr("Laptop kwijt"))
        self.report.clicked.connect(self._ask_report)
        self.lost.clicked.connect(self._ask_lost)
        self.close_button = icon_button("close", self.tr("Hulp sluiten"))
        self.close_button.clicked.connect(self.go)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.go)
        self._title = SectionTitle("", "heading")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(8), px(16), px(8), px(8))
        self._column.addLayout(self._head())
        self._column.addLayout(self._foot())
        self._scroll: PageScroll | None = None
        window.installEventFilter(self)

    def toggle(self, key: str) -> None:
        """Open the help of a page, or close it when it is open."""
        if self.isVisible():
            self.go()
            return
        self._came_from = self.window().focusWidget()
        self._fill(key if self._texts.has(f"{key}.title") else "general")
        self._take_side()
        self.show()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self) -> None:
        """Take the help away."""
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep keys that mean nothing here from reaching the page below."""
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the right side when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._take_side()
        return False

    def _take_side(self) -> None:
        window = self.window()
        wide = min(px(WIDTH), window.width() - px(16))
        gap = px(8)
        self.setGeometry(window.width() - wide - gap, gap, wide, window.height() - 2 * gap)

    def _fill(self, key: str) -> None:
        if self._scroll is not None:
            self._scroll.hide()
            self._scroll.deleteLater()
        self._scroll = scroll = PageScroll(WIDTH)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.add(text_label(self._texts.say(f"{key}.text")))
        self._add_list(scroll, f"{key}.can")
        self._add_keys(scroll, f"{key}.keys")
        scroll.body.addStretch(1)
        self._column.insertWidget(1, scroll, 1)
        for before, after in pairwise((self.close_button, scroll, self.lost, self.report)):
            QWidget.setTabOrder(before, after)
        self._title.setText(self._texts.say(f"{key}.title"))
        for part in (self, scroll):
            part.setAccessibleName(self._title.text())

    def allow_lost(self, allowed: bool) -> None:
        """Whether there is an open vault whose page about a lost laptop can be shown."""
        self.lost.setVisible(allowed)

    def _ask_report(self) -> None:
        self.go()
        self.report_asked.emit()

    def _ask_lost(self) -> None:
        self.go()
        self.lost_asked.emit()

    def _foot(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(px(28), px(8), px(12), px(12))
        column.setSpacing(px(4))
        column.addWidget(Divider())
        column.addWidget(self.lost)
        column.addWidget(self.report)
        return column

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(px(28), 0, px(12), 0)
        row.addWidget(self._title, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _add_list(self, scroll: PageScroll, key: str) -> None:
        scroll.add(SectionTitle(self.tr("Wat je hier kunt doen")))
        for line in self._texts.items(key):
            row = QHBoxLayout()
            row.setSpacing(px(10))
            row.addWidget(text_label("•", "soft"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(text_label(line), 1)
            scroll.add(row)

    def _add_keys(self, scroll: PageScroll, key: str) -> None:
        scroll.add(Divider())
        scroll.add(SectionTitle(self.tr("Toetsen")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(1, 1)
        for number, line in enumerate(self._texts.items(key)):
            keys, _, meaning = line.partition(BETWEEN)
            grid.addWidget(KeyHint(keys), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text_label(meaning), number, 1)
        scroll.add(grid)
