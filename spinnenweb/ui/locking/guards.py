"""What watches over an open vault: quiet, the system, the clipboard. Made when it opens, ended when it locks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from spinnenweb.ui.locking.clipboard import ClipboardGuard
from spinnenweb.ui.locking.idle import IdleWatch, QuietTimes
from spinnenweb.ui.locking.system import watch_system

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from spinnenweb.domain.house_rules import IdleTimes

IDLE, SLEEP, SYSTEM = "idle", "sleep", "system"


class Guards(QObject):
    """`lock_due(reason, minutes)`; `warned()` a minute before; `cover_due()` during a visit."""

    lock_due = Signal(str, int)
    cover_due = Signal()
    warned = Signal()
    touched_again = Signal()

    def __init__(self, window: QWindow | None, times: IdleTimes, visiting: bool, parent: QObject) -> None:
        super().__init__(parent)
        self.idle = IdleWatch(quiet_times(times, visiting), self)
        self.clipboard = ClipboardGuard(self)
        self.system = watch_system(self, window)
        self._minutes = times.visit_lock if visiting else times.desk
        self.idle.warned.connect(self.warned)
        self.idle.touched_again.connect(self.touched_again)
        self.idle.cover_due.connect(self.cover_due)
        self.idle.lock_due.connect(self._quiet)
        self.idle.slept.connect(self._slept)
        self.system.sleeping.connect(self._slept)
        self.system.locked.connect(self._locked)

    def set_times(self, times: IdleTimes, visiting: bool) -> None:
        """Other times, or another kind of work."""
        self._minutes = times.visit_lock if visiting else times.desk
        self.idle.set_times(quiet_times(times, visiting))

    def stop(self) -> None:
        """Watch no more, and clear what was copied."""
        self.idle.stop()
        self.clipboard.stop()
        self.system.stop()
        self.deleteLater()

    @Slot()
    def _quiet(self) -> None:
        self.lock_due.emit(IDLE, self._minutes)

    @Slot()
    def _slept(self) -> None:
        self.lock_due.emit(SLEEP, 0)

    @Slot()
    def _locked(self) -> None:
        self.lock_due.emit(SYSTEM, 0)


def quiet_times(times: IdleTimes, visiting: bool) -> QuietTimes:
    """The times of the organisation in seconds."""
    if visiting:
        return QuietTimes(lock=times.visit_lock * 60, cover=times.visit_cover * 60)
    return QuietTimes(lock=times.desk * 60)
