"""What pages send each other without knowing each other: changes, places, short messages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.changes import Changes
    from spinnenweb.services.guarding import Passage
    from spinnenweb.ui.places import Place
    from spinnenweb.ui.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Notice:
    """A short message at the foot of the window, with a way back where there is one."""

    text: str
    undo: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class Leaving:
    """Words that point at a person and are about to leave the vault; the worker decides. `page` asks."""

    found: tuple[Passage, ...]
    page: QWidget
    go: Callable[[], None]
    stay: Callable[[], None]


class Hub(QObject):
    """One signal per kind of news. Receivers decide for themselves what to do."""

    changed = Signal(object, object)
    go = Signal(object)
    noticed = Signal(object)
    failed = Signal(object)
    preferred = Signal(object)
    filled = Signal(object)
    leaving = Signal(object)
    lock_wanted = Signal()

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

    def lock(self) -> None:
        """Lock the vault, as when the worker asks for it."""
        self.lock_wanted.emit()

    def ask_leave(self, leaving: Leaving) -> None:
        """Have the worker decide about words that point at a person; nothing leaves while nobody does."""
        self.leaving.emit(leaving)

    def fail(self, error: Exception) -> None:
        """Show an error in the window's own words."""
        self.failed.emit(error)

    def prefer(self, preferences: Preferences) -> None:
        """Ask for another look of the program."""
        self.preferred.emit(preferences)
