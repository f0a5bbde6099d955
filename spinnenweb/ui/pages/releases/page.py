"""Cijfers delen: the anonymised tables are looked at first, then written as files."""

from __future__ import annotations

import calendar
import os
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from spinnenweb.domain.changes import Changes, Kind, changed
from spinnenweb.domain.releases import SMALLEST_GROUP, TOTAL, ReleaseTables
from spinnenweb.ui.dates import full_day, month_of
from spinnenweb.ui.models.release_table import PERSONS, THEMES, ReleaseModel, shown_table, villages_in
from spinnenweb.ui.page import Page
from spinnenweb.ui.pages.releases.layout import KINDS, Layout
from spinnenweb.ui.widgets.announce import announce

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.places import Place

MONTHS = 13
_COUNTED = (Kind.RESIDENT, Kind.CONVERSATION, Kind.CONSENT, Kind.VILLAGE)


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be given out. `counted` is exact and for the worker's eyes only; `home` is the own village."""

    tables: ReleaseTables
    counted: int
    home: str = ""

    @property
    def shows_anything(self) -> bool:
        """Whether any village has enough residents to show."""
        return any(row.count is not None for row in self.tables.persons)


def read_preview(workspace: Workspace, until: date) -> Preview:
    """Make the tables without writing anything."""
    home = workspace.settings.get().village_id
    names = {village.id: village.name for village in workspace.residents.villages()}
    releases = workspace.releases
    return Preview(releases.preview(until), releases.counted(until), names.get(home or "", ""))


def months_up_to(today: date) -> tuple[date, ...]:
    """The last days of the latest months, newest first; of this month the day of today."""
    found = [today]
    year, month = today.year, today.month
    for _ in range(MONTHS - 1):
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
        found.append(date(year, month, calendar.monthrange(year, month)[1]))
    return tuple(found)


def free_folder(inside: Path, snapshot: str) -> Path:
    """A folder that is not there yet: cijfers_2026-10, else with a number behind it."""
    number, folder = 2, inside / f"cijfers_{snapshot}"
    while os.path.lexists(folder):
        folder, number = inside / f"cijfers_{snapshot}_{number}", number + 1
    return folder


class ReleasesPage(Page):
    """Nothing on this page is written before "Overzicht maken"."""

    help_key = "releases"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._preview: Preview | None = None
        self._months: tuple[date, ...] = ()
        self.model = ReleaseModel(context.words, self)
        self.view = Layout(self, context.words, self.model)
        for part in (self.view.empty, self.view.too_few, self.view.card, self.view.made):
            part.hide()
        self.view.make.setEnabled(False)
        self.view.month.activated.connect(self._choose_month)
        self.view.village.activated.connect(self._show_table)
        self.view.tabs.currentChanged.connect(self._show_table)
        self.view.table.selectionModel().currentChanged.connect(self._explain)
        self.view.make.clicked.connect(self._make)

    # reading

    def open(self, place: Place) -> None:
        """Read the figures; the month stays as it was chosen."""
        self._offer_months()
        self.view.made.hide()
        self._read()

    def on_changed(self, changes: Changes) -> None:
        """Read again when something that counts was changed."""
        if changes.touches(*_COUNTED):
            self._read()

    def _offer_months(self) -> None:
        months = months_up_to(self.context.workspace.clock.today())
        if months == self._months:
            return
        self._months = months
        self.view.month.clear()
        self.view.month.addItem(self.tr("vandaag, {day}").format(day=full_day(months[0])))
        self.view.month.addItems([full_day(day) for day in months[1:]])

    @property
    def until(self) -> date:
        """Conversations up to and including this day count."""
        return self._months[self.view.month.currentIndex()]

    def _choose_month(self) -> None:
        self.view.made.hide()
        self._read()

    def _read(self) -> None:
        self.view.waiting.show()
        self.view.waiting.start()
        work = partial(read_preview, self.context.workspace, self.until)
        self.context.jobs.run(self, work, self._show)

    def _show(self, preview: Preview) -> None:
        if preview.tables.moment != self.until:
            return
        self._preview = preview
        words = self.context.words
        self.view.header.set_title(words.say("nav.releases"))
        self.view.header.set_sub(words.say("release.private_count", n=preview.counted))
        self.view.show_state(enough=preview.counted >= SMALLEST_GROUP, anything=preview.shows_anything)
        self._offer_villages(villages_in(preview.tables), preview.home)
        if preview.shows_anything:
            self._show_table()

    def _offer_villages(self, villages: tuple[str, ...], home: str) -> None:
        chosen = self.view.village.currentData() or home or self._largest()
        self.view.village.clear()
        for village in villages:
            self.view.village.addItem(self.tr("alle kernen samen") if village == TOTAL else village, village)
        self.view.village.setCurrentIndex(max(0, self.view.village.findData(chosen)))
        self.view.village_row.setVisible(len(villages) > 1)

    def _largest(self) -> str:
        rows = self._preview.tables.persons if self._preview is not None else ()
        whole = [row for row in rows if row.age_group == TOTAL and row.village != TOTAL]
        return max(whole, key=lambda row: row.count or 0).village if whole else TOTAL

    # showing

    def _show_table(self) -> None:
        if self._preview is None or self.view.village.currentIndex() < 0:
            return
        kind, village = KINDS[self.view.tabs.currentIndex()], str(self.view.village.currentData())
        words = self.context.words
        table = shown_table(
            self._preview.tables, kind, village, words, self.tr("Iedereen"), self.tr("Inwoners die meetellen")
        )
        self.model.show_table(table, self._first_head(kind))
        self.view.show_reason("", words.say("release.rounding"))
        self.view.fit_table()
        title = words.say("release.title", village=self.view.village.currentText(), month=month_of(self.until))
        self.view.header.set_title(title)

    def _first_head(self, kind: str) -> str:
        heads = {THEMES: self.tr("Thema"), PERSONS: self.tr("Leeftijd")}
        return heads.get(kind, self.tr("Wil bespreken"))

    def _explain(self, index: QModelIndex) -> None:
        cell, words = self.model.cell(index), self.context.words
        if cell is None or cell.why is None:
            self.view.show_reason("", words.say("release.rounding"))
            return
        what = self.tr("Alleen voor jou · {label}, {group}:").format(
            label=self.model.label(index.row()), group=self.model.head(index.column())
        )
        why = words.say(f"release.why_{cell.why.value}")
        self.view.show_reason(what, why)
        announce(self.view.table, f"{what} {why}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the table to the room there is."""
        super().resizeEvent(event)
        self.view.fit_table()

    # giving out

    def _make(self) -> None:
        if self._preview is None:
            return
        inside = self.context.asker.folder(self, self.tr("In welke map komt het overzicht?"))
        if inside is not None:
            folder = free_folder(inside, self._preview.tables.snapshot)
            self.view.make.setEnabled(False)
            self.view.writing.show()
            self.view.writing.start()
            work = partial(self.context.workspace.releases.write, self.until, folder)
            self.context.jobs.run(self, work, self._tell_made, self._tell_failed)

    def _tell_made(self, files: tuple[Path, ...]) -> None:
        self._rest()
        folder = files[0].parent
        line = self.tr("In de map {folder}:").format(folder=folder.name)
        self.view.made_text.setText("\n".join((line, *(f"• {path.name}" for path in files))))
        self.view.made_text.setToolTip(str(folder))
        self.view.made.show()
        self.context.hub.report(changed(Kind.RELEASE, folder.name), self)
        self.context.hub.say(self.tr("Het overzicht is gemaakt. Het is een proefversie: niet verspreiden."))

    def _tell_failed(self, error: Exception) -> None:
        self._rest()
        self.context.hub.fail(error)

    def _rest(self) -> None:
        self.view.writing.stop()
        self.view.writing.hide()
        self.view.make.setEnabled(True)
