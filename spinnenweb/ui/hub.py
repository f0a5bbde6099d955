"""What pages send each other without knowing each other: changes, places, short messages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.changes import Changes
    from spinnenweb.ui.places import Place
    from spinnenweb.ui.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Notice:
    """A short message at the foot of the window, with a way back where there is one."""

    text: str
    undo: Callable[[], None] | None = None


class Hub(QObject):
    """One signal per kind of news. Receivers decide for themselves what to do."""

    changed = Signal(object, object)
    go = Signal(object)
    noticed = Signal(object)
    failed = Signal(object)
    preferred = Signal(object)
    filled = Signal(object)

    def report(self, changes: Changes, initiator: QObject) -> None:
        """Tell all screens what was written, and by whom."""
        self.changed.emit(changes, initiator)

    def open(self, place: Place) -> None:
        """Go to a place."""
        self.go.emit(place)

    def say(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show a short message, for ten seconds when it can be undone."""
        self.noticed.emit(Notice(text, undo))

    def fill(self, view: QWidget | None) -> None:
        """Have a view take the whole window, with nothing else in sight; `None` gives the window back."""
        self.filled.emit(view)

    def fail(self, error: Exception) -> None:
        """Show an error in the window's own words."""
        self.failed.emit(error)

    def prefer(self, preferences: Preferences) -> None:
        """Ask for another look of the program."""
        self.preferred.emit(preferences)
