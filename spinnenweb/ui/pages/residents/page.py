"""All residents, to look someone up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from spinnenweb.domain.changes import Changes, Kind
from spinnenweb.ui.dialogs.new_talk import NewTalkDialog
from spinnenweb.ui.models.residents_table import NAME, ResidentsFilter, ResidentsModel
from spinnenweb.ui.page import Page
from spinnenweb.ui.pages.residents.layout import Layout
from spinnenweb.ui.places import RESIDENT, Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.services.records import ResidentLine
    from spinnenweb.ui.context import Context

_SHOWN = (Kind.RESIDENT, Kind.CONVERSATION, Kind.VILLAGE)


class ResidentsPage(Page):
    """Typing filters, Enter or a double click opens. Filter, order and place stay when the person comes back."""

    help_key = "residents"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = ResidentsModel(context.words.say("restriction.chip"), self)
        self.shown = ResidentsFilter(self.model)
        self.view = Layout(self, context, self.shown)
        self.view.show_state(anyone=True, found=False, nothing="")
        self.view.table.sortByColumn(NAME, Qt.SortOrder.AscendingOrder)
        self.view.table.activated.connect(self._open)
        self.view.filter.textChanged.connect(self._filter)
        self.view.filter.returnPressed.connect(self._open_first)
        # a key that the field leaves over would only scroll the page
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.view.filter)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._go_into_list)
        self.view.new.clicked.connect(self._add)
        self.view.begin.clicked.connect(self._begin)

    def open(self, place: Place) -> None:
        """Read the list again."""
        self._read()

    def on_changed(self, changes: Changes) -> None:
        """Read again when someone in the list changed."""
        if changes.touches(*_SHOWN):
            self._read()

    def _read(self) -> None:
        if not self.model.rowCount():
            self.view.waiting.start()
        self.context.jobs.run(self, self.context.workspace.residents.all, self._show)

    def _show(self, lines: tuple[ResidentLine, ...]) -> None:
        self.view.waiting.stop()
        self.view.waiting.hide()
        chosen = self._chosen()
        self.model.show_lines(lines, self.context.workspace.clock.today())
        villages = len({line.village_name for line in lines if line.village_name})
        people = self.tr("1 inwoner") if len(lines) == 1 else self.tr("{n} inwoners").format(n=len(lines))
        places = self.tr("1 kern") if villages == 1 else self.tr("{n} kernen").format(n=villages)
        self.view.header.set_sub(f"{people} · {places}" if lines else "")
        self._show_state()
        self._choose(chosen)

    def _show_state(self) -> None:
        text = self.view.filter.text().strip()
        nothing = self.context.words.say("message.search_nothing", text=text) if text else ""
        self.view.show_state(anyone=self.model.rowCount() > 0, found=self.shown.rowCount() > 0, nothing=nothing)

    def _filter(self, text: str) -> None:
        self.shown.set_words(text)
        self._show_state()

    def _chosen(self) -> str:
        index = self.view.table.currentIndex()
        return self.shown.resident_id(index) if index.isValid() else ""

    def _choose(self, resident_id: str) -> None:
        row = self.model.row_of(resident_id) if resident_id else -1
        if row >= 0:
            self.view.table.setCurrentIndex(self.shown.mapFromSource(self.model.index(row, NAME)))

    def _open(self, index: QModelIndex) -> None:
        self.context.hub.open(Place(RESIDENT, record=self.shown.resident_id(index)))

    def _open_first(self) -> None:
        if self.view.filter.text().strip() and self.shown.rowCount():
            self._open(self.shown.index(0, NAME))

    def _go_into_list(self) -> None:
        if self.shown.rowCount():
            self.view.table.setFocus(Qt.FocusReason.TabFocusReason)
            self.view.table.setCurrentIndex(self.shown.index(0, NAME))

    def _add(self) -> None:
        self.context.hub.open(Place(RESIDENT))

    def _begin(self) -> None:
        dialog = NewTalkDialog(self.context, self)
        dialog.chosen.connect(self.context.hub.open)
        dialog.open()
