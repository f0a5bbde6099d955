"""Going on with the series of releases after an older file was put back: from its own copy, or from a backup."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.ui.errors import told

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.domain.changes import Changes
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.page import Page
    from spinnenweb.ui.pages.releases.states import Refused

PATTERN = "Spinnenweb (*.reserve)"
LOCKED = ("backup.locked", "fault.passphrase")


class Mending(QObject):
    """Does what the buttons of a refusal promise; `mended` when the series is whole again."""

    mended = Signal(object)

    def __init__(self, context: Context, page: Page, view: Refused) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._view = view
        self._path: Path | None = None
        view.backup.clicked.connect(self._choose)
        view.passphrase.edit.returnPressed.connect(self._from_backup)
        view.open.clicked.connect(self._from_backup)

    def from_copy(self) -> None:
        """Take the series from the sealed copy that lies beside the vault."""
        work = self._context.workspace.series_repair.from_sealed_copy
        self._context.jobs.run(self, work, self._done, self._fail)

    def _choose(self) -> None:
        title = self.tr("Kies je nieuwste reservekopie")
        self._path = self._context.asker.open_file(self._page, title, PATTERN)
        if self._path is not None:
            self._from_backup()

    def _from_backup(self) -> None:
        if self._path is not None:
            word = self._view.passphrase.text() if self._view.asks_passphrase else ""
            work = partial(_taken, self._context.workspace, self._path, word)
            self._context.jobs.run(self, work, self._done, self._fail)

    def _done(self, changes: Changes) -> None:
        self._view.ask_passphrase(on=False)
        self._context.hub.say(self.tr("De reeks is weer heel. Aan inwoners en gesprekken is niets veranderd."))
        self.mended.emit(changes)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, SpinnenwebError):
            self._context.hub.fail(error)
            return
        self._view.say(told(error, self._context.messages, self._context.words).text)
        if error.code in LOCKED:
            self._view.ask_passphrase(on=True)


def _taken(workspace: Workspace, path: Path, passphrase: str) -> Changes:
    from spinnenweb.services.restoring import by_passphrase

    return workspace.series_repair.from_backup(path, by_passphrase(passphrase) if passphrase else None)
