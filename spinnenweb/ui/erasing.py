"""Erasing everything about somebody: asked once, with the consequence in the button, and then done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from spinnenweb.ui.dates import full_day
from spinnenweb.ui.names import display_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.erasure import ErasureReason
    from spinnenweb.domain.residents import Resident
    from spinnenweb.ui.context import Context


class Erasing(QObject):
    """Sends `changed(Changes)` when somebody was erased."""

    changed = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def ask(self, page: QWidget, resident: Resident, reason: ErasureReason) -> None:
        """Ask, and erase when the answer is yes."""
        context, words, name = self._context, self._context.words, display_name(resident)
        title = self.tr("Alles over {name} wissen?").format(name=name)
        until = full_day(context.workspace.rights.erased_until())
        text = words.say("message.erase", name=name, date=until)
        if context.asker.confirm(page, title, text, words.say("button.erase"), words.say("button.keep")):
            work = partial(context.workspace.rights.erase, resident.id, reason)
            context.jobs.run(self, work, self._tell, context.hub.fail)

    def _tell(self, changes: Changes) -> None:
        self.changed.emit(changes)
        until = full_day(self._context.workspace.rights.erased_until())
        self._context.hub.say(self._context.words.say("message.erased", date=until))
