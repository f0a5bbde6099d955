"""Taking back what was done on the social map, step by step, as far back as the page has been open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from spinnenweb.domain.errors import SpinnenwebError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.changes import Changes
    from spinnenweb.services.map_records import Saved
    from spinnenweb.ui.context import Context

_MOST_STEPS = 200


class MapUndo(QObject):
    """The steps of one page. Everybody who shows the map hears what changed, the page itself too."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._steps: list[Callable[[], Changes]] = []

    @property
    def anything(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._steps)

    def saved(self, saved: Saved, text: str = "", writer: QObject | None = None) -> None:
        """Something was written; `text` says so at the foot of the window. `writer` shows it already."""
        if saved.anything:
            self.did(partial(self._context.workspace.social_map.undo, saved), saved.changes, text, writer)

    def did(
        self, back: Callable[[], Changes], changes: Changes, text: str = "", writer: QObject | None = None
    ) -> None:
        """Something was done that `back` undoes."""
        self._steps = [*self._steps[-_MOST_STEPS:], back]
        self._context.hub.report(changes, writer or self)
        if text:
            self._context.hub.say(text, self.take_back)

    def take_back(self) -> None:
        """Undo the last step."""
        if self._steps:
            self._context.jobs.run(self, self._steps.pop(), self._tell, self._fail)

    def _tell(self, changes: Changes) -> None:
        self._context.hub.report(changes, self)
        self._context.hub.say(self.tr("Ongedaan gemaakt."))

    def _fail(self, error: Exception) -> None:
        # what cannot be taken back says why, and the step before it can still be
        if isinstance(error, SpinnenwebError):
            self._context.hub.say(self._context.messages.say(f"{error.code}.text"))
        else:
            self._context.hub.fail(error)
