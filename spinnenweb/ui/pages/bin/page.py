"""Prullenbak: take back, or erase for good."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from spinnenweb.ui.dates import full_day
from spinnenweb.ui.page import Page
from spinnenweb.ui.pages.bin.layout import BinRow, Layout, title_of
from spinnenweb.ui.places import SETTINGS, Crumb, Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.changes import Changes
    from spinnenweb.services.bin import InBin
    from spinnenweb.ui.context import Context


class BinPage(Page):
    """Reads again whenever it is opened and after every act."""

    help_key = "bin"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.view = Layout(self, context.words)
        self.rows: list[BinRow] = []

    def crumbs(self) -> tuple[Crumb, ...]:
        """Instellingen › Prullenbak."""
        words = self.context.words
        return Crumb(words.say("nav.settings"), Place(SETTINGS)), Crumb(self.tr("Prullenbak"))

    def open(self, place: Place) -> None:
        """Show what lies there now."""
        self._read()

    def on_changed(self, changes: Changes) -> None:
        """Anything may have been put away."""
        self._read()

    def _read(self) -> None:
        self.context.jobs.run(self, self.context.workspace.bin.items, self._show)

    def _show(self, items: tuple[InBin, ...]) -> None:
        self.view.rows.clear()
        self.rows = [BinRow(found, self.context.words) for found in items]
        for row in self.rows:
            row.back.connect(self._put_back)
            row.erased.connect(self._erase)
            self.view.rows.add_row(row)
        self.view.rows.setVisible(bool(items))
        self.view.empty.setVisible(not items)

    def _put_back(self, found: InBin) -> None:
        work = partial(self.context.workspace.bin.put_back, found.item.kind, found.item.id)
        self.context.jobs.run(self, work, partial(self._tell, self.tr("Het staat weer op zijn plek.")), self._fail)

    def _erase(self, found: InBin) -> None:
        words = self.context.words
        title = self.tr("{what} definitief wissen?").format(what=title_of(found, words))
        until = self.context.workspace.rights.erased_until()
        text = words.say("bin.erase", date=full_day(until))
        if self.context.asker.confirm(self, title, text, words.say("button.erase"), words.say("button.keep")):
            work = partial(self.context.workspace.bin.erase, found.item.kind, found.item.id)
            self.context.jobs.run(self, work, partial(self._tell, self.tr("Het is gewist.")), self._fail)

    def _tell(self, text: str, changes: Changes) -> None:
        self.context.hub.report(changes, self)
        self.context.hub.say(text)
        self._read()

    def _fail(self, error: Exception) -> None:
        self.context.hub.fail(error)
        self._read()
