"""Which table is looked at: tabs where they fit, a list where they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from spinnenweb.ui.models.release_table import CHANGES, CLASSES, FOLLOW_UP, MEANS, PERSONS, SIGNALS, THEMES, TOPICS
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.fields import ChoiceBox

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

translate = QCoreApplication.translate


def table_name(table: str) -> str:
    """A table in words."""
    return {
        THEMES: translate("ReleasesPage", "Thema’s"),
        TOPICS: translate("ReleasesPage", "Onderwerpen"),
        SIGNALS: translate("ReleasesPage", "Signalen"),
        FOLLOW_UP: translate("ReleasesPage", "Opvolging"),
        PERSONS: translate("ReleasesPage", "Personen"),
        CLASSES: translate("ReleasesPage", "Verdeling"),
        CHANGES: translate("ReleasesPage", "Verandering"),
        MEANS: translate("ReleasesPage", "Gemiddelden"),
    }.get(table, table.capitalize())


class TableTabs(QWidget):
    """Fill with `offer`; `chosen(table)` when the person goes to another."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.tables: tuple[str, ...] = ()
        self.tabs, self.box = QTabBar(), ChoiceBox()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        for part in (self.tabs, self.box):
            part.setAccessibleName(translate("ReleasesPage", "Welke tabel"))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.tabs)
        self._row.addWidget(self.box)
        self._row.addStretch(1)
        self.tabs.currentChanged.connect(self._go)
        self.box.activated.connect(self.tabs.setCurrentIndex)
        self._fit()

    @property
    def table(self) -> str:
        """The table looked at; empty while there are none."""
        return self.tables[self.tabs.currentIndex()] if self.tables else ""

    def offer(self, tables: tuple[str, ...]) -> None:
        """Offer these tables; the one looked at stays when it is among them."""
        if tables == self.tables:
            return
        before = self.table
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        self.box.clear()
        self.tables = tables
        for table in tables:
            self.tabs.addTab(table_name(table))
            self.box.addItem(table_name(table))
        self.tabs.setCurrentIndex(max(0, tables.index(before) if before in tables else 0))
        self.tabs.blockSignals(False)
        self.box.setCurrentIndex(self.tabs.currentIndex())
        self._fit()

    def _go(self, place: int) -> None:
        self.box.setCurrentIndex(place)
        self.chosen.emit(self.table)

    def _fit(self) -> None:
        fits = self.tabs.sizeHint().width() + px(8) <= self.width()
        focused = self.tabs.hasFocus() or self.box.hasFocus()
        self.tabs.setVisible(fits)
        self.box.setVisible(not fits)
        air = 0 if fits else px(8)
        self._row.setContentsMargins(air, air, px(8), air)
        # tabs that came while they were hidden have not told the layout how wide they are
        self.tabs.updateGeometry()
        if focused:
            (self.tabs if fits else self.box).setFocus()

    def minimumSizeHint(self) -> QSize:
        """The list needs less room than the tabs."""
        return QSize(self.box.minimumSizeHint().width() + px(20), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tabs or a list."""
        super().resizeEvent(event)
        self._fit()
