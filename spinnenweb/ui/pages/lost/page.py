"""Laptop kwijt: read and printed beforehand, or from a backup on another laptop."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime

from spinnenweb.services.lost import FILE_NAME, report_before
from spinnenweb.ui.dates import clock_time, full_day
from spinnenweb.ui.giving import Giving
from spinnenweb.ui.page import Page
from spinnenweb.ui.pages.lost.layout import Layout
from spinnenweb.ui.places import Crumb, Place
from spinnenweb.ui.preferences import spoken_language

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from spinnenweb.services.lost import LossSheet
    from spinnenweb.ui.context import Context

_HOUR = 3600


class LostPage(Page):
    """Names nobody. The clock begins at this moment until another is filled in."""

    help_key = "lost"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._sheet: LossSheet | None = None
        self.giving = Giving(context, self)
        self.view = Layout(self, context.words)
        self.view.found.dateTimeChanged.connect(self._tell_clock)
        self.view.print.clicked.connect(self._print)
        self.view.pdf.clicked.connect(self._save)

    def crumbs(self) -> tuple[Crumb, ...]:
        """Only this: the way here is the help."""
        return (Crumb(self.context.words.say("lost.title")),)

    def open(self, place: Place) -> None:
        """Count anew."""
        now = self.context.workspace.clock.now().astimezone()
        self.view.found.setDateTime(QDateTime.fromSecsSinceEpoch(int(now.timestamp())))
        self._tell_clock()
        self._allow(on=False)
        work = partial(self.context.workspace.lost.sheet, spoken_language())
        self.context.jobs.run(self, work, self._show)

    def _show(self, sheet: LossSheet) -> None:
        self._sheet = sheet
        self.view.show_parts(sheet.sections)
        self._allow(on=True)

    def _allow(self, *, on: bool) -> None:
        self.view.print.setEnabled(on)
        self.view.pdf.setEnabled(on)

    def _tell_clock(self) -> None:
        found = self.view.found.dateTime().toSecsSinceEpoch()
        now = self.context.workspace.clock.now()
        until = report_before(_moment(found, now))
        words, local = self.context.words, until.astimezone()
        self.view.until.setText(words.say("lost.until", day=full_day(local.date()), time=clock_time(until)))
        left = int((until - now).total_seconds() // _HOUR)
        self.view.left.setText(words.say("lost.late") if until < now else words.say("lost.left", hours=left))

    def _print(self) -> None:
        if self._sheet is not None:
            self.giving.print_made(partial(self.context.workspace.lost.pdf, self._sheet))

    def _save(self) -> None:
        title = self.context.words.say("lost.title")
        target = self.context.asker.save_file(self, title, FILE_NAME, "PDF (*.pdf)")
        if target is not None and self._sheet is not None:
            work = partial(self.context.workspace.lost.write, target, self._sheet)
            self.context.jobs.run(self, work, self._tell_written)

    def _tell_written(self, _: object) -> None:
        self.context.hub.say(self.tr("Het blad is bewaard. Er staan geen namen op. Druk het af."))


def _moment(seconds: int, like: datetime) -> datetime:
    """A number of seconds as a moment in the zone of another."""
    return like.fromtimestamp(seconds, like.tzinfo)
