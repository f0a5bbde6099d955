"""Cards that turned out to be of this same resident."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.ui.dates import full_day
from spinnenweb.ui.dialogs.choose_resident import ChooseResidentDialog
from spinnenweb.ui.dialogs.merge import MergeDialog
from spinnenweb.ui.names import display_name
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from spinnenweb.domain.changes import Changes
    from spinnenweb.services.merging import Merged
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.pages.resident.person import Person


class MergedCard(Card):
    """Sends `asked()` to merge another card into this one, and `parted(str)` with the id of a merge."""

    asked = Signal()
    parted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        title = self.tr("Dubbele kaarten")
        self.setAccessibleName(title)
        self._add_head(title, "")
        self.apart: dict[QPushButton, str] = {}
        self._rows: list[QWidget] = []
        self._body = QVBoxLayout()
        self._body.setSpacing(px(8))
        self.ask = link_button(self.tr("+ samenvoegen met een andere kaart"))
        self.ask.clicked.connect(self.asked)
        line = QHBoxLayout()
        line.addWidget(self.ask)
        line.addStretch(1)
        self.add(self._body)
        self.add(line)

    def show_person(self, person: Person) -> None:
        """Show which cards were merged into this one."""
        for old in self._rows:
            self._body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.apart = {}
        self._rows = [self._row(merged) for merged in person.merged]
        for row in self._rows:
            self._body.addWidget(row)

    def _row(self, merged: Merged) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(12))
        name = display_name(merged.other)
        who = f"{name} ({merged.other.code})" if merged.other.calling_name else name
        text = self.tr("{who}, sinds {day}").format(who=who, day=full_day(merged.merge.merged_on))
        button = link_button(self.tr("Losmaken"), "soft")
        button.setAccessibleName(self.tr("{who} losmaken").format(who=who))
        button.clicked.connect(self._part)
        self.apart[button] = merged.merge.id
        line.addWidget(text_label(text), 1)
        line.addWidget(button)
        return holder

    def _part(self) -> None:
        sender = self.sender()
        self.parted.emit(next(merge_id for button, merge_id in self.apart.items() if button is sender))


class Merging(QObject):
    """Chooses, shows, merges and parts for the page of one resident. Sends `changed(Changes)`."""

    changed = Signal(object)

    def __init__(self, context: Context, card: MergedCard, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._person: Person | None = None
        self._latest = ""
        card.asked.connect(self._choose)
        card.parted.connect(self._part)

    def show_person(self, person: Person | None) -> None:
        """Whose page it is."""
        self._person = person

    def _choose(self) -> None:
        if self._person is not None:
            title = self.tr("Welke kaart is ook van deze inwoner?")
            dialog = ChooseResidentDialog(self._context, title, (self._person.resident.id,), self._page)
            dialog.chosen.connect(self._compare)
            dialog.open()

    def _compare(self, other_id: str) -> None:
        if self._person is not None:
            residents = self._context.workspace.residents
            kept, other = residents.line(self._person.resident.id), residents.line(other_id)
            dialog = MergeDialog(self._context, kept, other, self._page)
            dialog.agreed.connect(self._merge)
            dialog.open()

    def _merge(self, other_id: str) -> None:
        if self._person is not None:
            work = partial(self._context.workspace.merging.merge, self._person.resident.id, other_id)
            self._context.jobs.run(self, work, self._tell_merged, self._fail)

    def _tell_merged(self, changes: Changes) -> None:
        if self._person is not None:
            merges = self._context.workspace.merging.merges(self._person.resident.id)
            self._latest = merges[-1].merge.id if merges else ""
        self._emit_changed(changes)
        self._context.hub.say(self.tr("De twee kaarten zijn samengevoegd."), self._take_back)

    def _take_back(self) -> None:
        if self._latest:
            self._part(self._latest)
            self._latest = ""

    def _part(self, merge_id: str) -> None:
        work = partial(self._context.workspace.merging.unmerge, merge_id)
        self._context.jobs.run(self, work, self._tell_parted, self._fail)

    def _tell_parted(self, changes: Changes) -> None:
        self._emit_changed(changes)
        self._context.hub.say(self.tr("Het zijn weer twee kaarten."))

    def _fail(self, error: Exception) -> None:
        self._context.hub.fail(error)

    def _emit_changed(self, changes: Changes) -> None:
        self.changed.emit(changes)
