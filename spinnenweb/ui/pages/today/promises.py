"""What is done with a promise on Vandaag: done, moved, taken back; and all of them as a file for a calendar."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from spinnenweb.ui.dates import weekday
from spinnenweb.ui.dialogs.other_day import OtherDayDialog
from spinnenweb.ui.pages.today.rows import OTHER_DAY
from spinnenweb.ui.preferences import spoken_language

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.changes import Changes
    from spinnenweb.services.records import AgendaLine
    from spinnenweb.ui.context import Context

CALENDAR_NAME = "agenda.ics"


class Promises(QObject):
    """Sends `changed(Changes)` after each write; the last one can be taken back by its message."""

    changed = Signal(object)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._way_back: Callable[[], Changes] | None = None

    def do(self, line: AgendaLine) -> None:
        """It was done today."""
        agenda, follow_up = self._context.workspace.agenda, line.follow_up
        work = partial(agenda.done, follow_up.id, self._context.workspace.clock.today())
        self._way_back = partial(agenda.undone, follow_up.id)
        self._context.jobs.run(self, work, partial(self._tell, self.tr("Gedaan. Het staat niet meer open.")))

    def move(self, line: AgendaLine, ahead: int) -> None:
        """Put it so many days from today, or ask for the day."""
        if ahead == OTHER_DAY:
            dialog = OtherDayDialog(self._context, line.follow_up.due, self._page)
            dialog.chosen.connect(partial(self._move_to, line))
            dialog.open()
        else:
            self._move_to(line, self._context.workspace.clock.today() + timedelta(days=ahead))

    def _move_to(self, line: AgendaLine, day: date) -> None:
        agenda, follow_up = self._context.workspace.agenda, line.follow_up
        self._way_back = partial(agenda.move, follow_up.id, follow_up.due)
        text = self.tr("Verplaatst naar {day}.").format(day=weekday(day))
        self._context.jobs.run(self, partial(agenda.move, follow_up.id, day), partial(self._tell, text))

    def _tell(self, text: str, changes: Changes) -> None:
        self._emit_changed(changes)
        self._context.hub.say(text, self._undo)

    def _undo(self) -> None:
        back, self._way_back = self._way_back, None
        if back is not None:
            self._context.jobs.run(self, back, self._emit_changed)

    def _emit_changed(self, changes: Changes) -> None:
        self.changed.emit(changes)

    def save_calendar(self) -> None:
        """Ask where, and write everything that is open there."""
        title, pattern = self.tr("Agenda bewaren als bestand"), self.tr("Agenda (*.ics)")
        target = self._context.asker.save_file(self._page, title, CALENDAR_NAME, pattern)
        if target is not None:
            work = partial(self._context.workspace.agenda.write_calendar, target, spoken_language())
            self._context.jobs.run(self, work, self._tell_calendar, self._context.hub.fail)

    def _tell_calendar(self, _: object) -> None:
        self._context.hub.say(self.tr("De agenda is bewaard. Er staan geen namen van inwoners in."))
