"""Keeps the draft: written inside the encrypted file soon after the first unsaved change (decision 5)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.drafts import Draft
    from spinnenweb.ui.jobs import Jobs

DELAY_MS = 700
"""At most this long after the first unsaved change a draft is written; later keys do not put it off."""


class Autosave(QObject):
    """Writes the newest draft on the worker thread. Sends `saved(Changes)` and `failed(Exception)`."""

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, save: Callable[[Draft], Changes], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._save = save
        self._waiting: Draft | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def pending(self) -> bool:
        """Whether something is not yet handed to the worker thread."""
        return self._waiting is not None

    def note(self, draft: Draft) -> None:
        """Something changed: write this draft, or the newest after it, in time."""
        self._waiting = draft
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Hand over what is not written yet, now."""
        self._timer.stop()
        draft, self._waiting = self._waiting, None
        if draft is not None:
            self._jobs.run(self, partial(self._save, draft), self._tell_saved, self._tell_failed)

    def drop(self) -> None:
        """Write nothing more of this draft."""
        self._timer.stop()
        self._waiting = None

    def _tell_saved(self, changes: Changes) -> None:
        self.saved.emit(changes)

    def _tell_failed(self, error: Exception) -> None:
        self.failed.emit(error)
