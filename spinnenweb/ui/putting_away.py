"""Putting something in the bin, with the way back in the message."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from spinnenweb.ui.dates import full_day

if TYPE_CHECKING:
    from spinnenweb.domain.bin import BinKind
    from spinnenweb.domain.changes import Changes
    from spinnenweb.ui.context import Context


class PuttingAway(QObject):
    """What a page does with the bin. Sends `changed(Changes)` after putting away and after taking back."""

    changed = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._last: tuple[BinKind, str] | None = None

    def put_away(self, kind: BinKind, record_id: str, what: str) -> None:
        """Put it away and say until when it can be taken back; `what` is said first, with a capital."""
        service = self._context.workspace.bin
        work = partial(service.put_away, kind, record_id)
        done = partial(self._tell, kind, record_id, what)
        self._context.jobs.run(self, work, done, self._context.hub.fail)

    def _tell(self, kind: BinKind, record_id: str, what: str, changes: Changes) -> None:
        self._last = kind, record_id
        self._emit(changes)
        until = full_day(self._context.workspace.bin.until())
        self._context.hub.say(self._context.words.say("message.bin", what=what, date=until), self._take_back)

    def _take_back(self) -> None:
        last, self._last = self._last, None
        if last is not None:
            work = partial(self._context.workspace.bin.put_back, *last)
            self._context.jobs.run(self, work, self._emit, self._context.hub.fail)

    def _emit(self, changes: Changes) -> None:
        self.changed.emit(changes)
