"""Has a password judged while it is typed, on the worker thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.passphrases import Strength
    from spinnenweb.ui.entrance.password_choice import PasswordChoice
    from spinnenweb.ui.jobs import Jobs

PAUSE_MS = 200
"""How long the typing rests before it is judged."""


class Judge(QObject):
    """Has what is typed in a choice judged on the worker thread, once the typing rests."""

    def __init__(
        self,
        choice: PasswordChoice,
        jobs: Jobs,
        strength: Callable[[str, tuple[str, ...]], Strength],
        words: Wording,
        names: Callable[[], tuple[str, ...]] = tuple,
    ) -> None:
        """`strength(typed, names)` is called on the worker thread, `names()` on that of the window."""
        super().__init__(choice)
        self._choice = choice
        self._jobs = jobs
        self._strength = strength
        self._words = words
        self._names = names
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        choice.own.edit.textChanged.connect(self._pause.start)
        choice.own_turned_on.connect(self._pause.start)

    def _ask(self) -> None:
        self._jobs.run(self, partial(self._strength, self._choice.own.text(), self._names()), self._tell)

    def _tell(self, found: Strength) -> None:
        self._choice.meter.tell(found, self._words)
        self._choice.meter.show()
