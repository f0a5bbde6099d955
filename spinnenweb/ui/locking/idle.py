"""How long nobody touched the window, and what has to happen then.

It looks at every second what time it is, and does not count seconds: a laptop that slept has missed them. A gap
between two looks is how sleep is seen where the system does not tell it.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

LOOK_MS = 1000
WARNING_SECONDS = 60.0
LONGEST_GAP_SECONDS = 30.0
"""A busy program may miss some looks; half a minute without one means that the laptop was away."""
TOUCHES = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
    )
)


@dataclass(frozen=True, slots=True)
class QuietTimes:
    """Seconds without a touch until the screen is covered (`None`: it is not) and until the vault locks."""

    lock: float
    cover: float | None = None


class IdleWatch(QObject):
    """Sends what is due, each signal once until the next touch.

    `warned()` a minute before the lock, `touched_again()` when that was in time, `cover_due()`, `lock_due()`, and
    `slept()` after a gap.
    """

    warned = Signal()
    touched_again = Signal()
    cover_due = Signal()
    lock_due = Signal()
    slept = Signal()

    def __init__(
        self,
        times: QuietTimes,
        parent: QObject,
        now: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._times = times
        self._now, self._wall = now, wall
        self._touched = self._looked = now()
        self._looked_at_wall = wall()
        self._said: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._attend_windows()

    def set_times(self, times: QuietTimes) -> None:
        """Other times, for a visit or for the desk; the quiet so far counts."""
        self._times = times

    @Slot()
    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self._now()
        if "warned" in self._said:
            self.touched_again.emit()
        self._said.clear()

    @Slot()
    def look(self) -> None:
        """See what time it is."""
        self._attend_windows()
        if self._was_away():
            self.slept.emit()
            return
        quiet = self._now() - self._touched
        if self._times.cover is not None and quiet >= self._times.cover:
            self._say("cover_due")
        if quiet >= self._times.lock:
            self._say("lock_due")
        elif quiet >= self._times.lock - WARNING_SECONDS and self._times.lock > WARNING_SECONDS:
            self._say("warned")

    def stop(self) -> None:
        """No more looks."""
        self._timer.stop()
        for window in QGuiApplication.topLevelWindows():
            window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice touches; nothing is kept from anyone."""
        # what Qt makes up itself, such as a mouse that seems to move when a page changes, is nobody's touch
        if event.type() in TOUCHES and event.spontaneous():
            self.touch()
        return False

    def _say(self, name: str) -> None:
        if name not in self._said:
            self._said.add(name)
            getattr(self, name).emit()

    def _was_away(self) -> bool:
        now, wall = self._now(), self._wall()
        # the clock of the wall goes on while a laptop sleeps, the other one does not everywhere
        gap = max(now - self._looked, wall - self._looked_at_wall)
        self._looked, self._looked_at_wall = now, wall
        return gap > LONGEST_GAP_SECONDS

    def _attend_windows(self) -> None:
        # on windows and not on the application: there every event of every widget would come by
        for window in QGuiApplication.topLevelWindows():
            # installing a filter that is there already only brings it to the front
            window.installEventFilter(self)
