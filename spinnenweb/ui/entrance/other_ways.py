"""Opening without the password: with the emergency key or by the organisation; a new password follows at once."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.ui.entrance.judging import Judge
from spinnenweb.ui.entrance.key_entry import KeyEntryView
from spinnenweb.ui.entrance.new_password import NewPasswordView

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.asker import Asker
    from spinnenweb.ui.entrance import Setup
    from spinnenweb.ui.errors import Told
    from spinnenweb.ui.jobs import Jobs

TYPING_MISTAKES = ("key.form", "key.check", "key.wrong")


class OtherWays(QObject):
    """`turned(view)`: show this; `entered(workspace)`: it is open; `back()`: to the password; `failed(error)`."""

    turned = Signal(object)
    entered = Signal(object)
    back = Signal()
    failed = Signal(object)

    def __init__(
        self,
        setup: Setup,
        jobs: Jobs,
        asker: Asker,
        words: Wording,
        say: Callable[[SpinnenwebError], Told],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._setup = setup
        self._jobs = jobs
        self._asker = asker
        self._words = words
        self._say = say
        self._window = window
        self._vault = Path()
        self._key_entry: KeyEntryView | None = None
        self._new_password: NewPasswordView | None = None
        self._opened: Workspace | None = None

    def ask(self, vault: Path) -> None:
        """Ask for the emergency key of a vault, or offer the organisation's where it has one."""
        from spinnenweb.services.vaults import has_organisation_key

        self._vault = vault
        self._key_entry = view = KeyEntryView(organisation=has_organisation_key(vault))
        view.key_given.connect(self._open_with_key)
        view.organisation_asked.connect(self._open_with_organisation)
        view.back.connect(self.back)
        self.turned.emit(view)

    @Slot(str)
    def _open_with_key(self, key: str) -> None:
        work = partial(_open_with_key, self._vault, key, self._setup)
        self._jobs.run(self, work, self._ask_new_password, self._refuse_key)

    @Slot()
    def _open_with_organisation(self) -> None:
        title = self.tr("Kies het bestand met de sleutel van je organisatie")
        file = self._asker.open_file(self._window, title, self.tr("Alle bestanden (*)"))
        if file is not None and self._key_entry is not None:
            self._key_entry.set_busy(True)
            work = partial(_open_with_organisation, self._vault, file, self._setup)
            self._jobs.run(self, work, self._ask_new_password_after_organisation, self._refuse_organisation)

    def _refuse_key(self, error: Exception) -> None:
        if isinstance(error, SpinnenwebError) and error.code in TYPING_MISTAKES and self._key_entry is not None:
            said = self._say(error)
            self._key_entry.show_problem(said.title, said.text)
        else:
            self.failed.emit(error)

    def _refuse_organisation(self, error: Exception) -> None:
        own = isinstance(error, SpinnenwebError) and error.code.startswith("organisation.")
        if isinstance(error, SpinnenwebError) and own and self._key_entry is not None:
            said = self._say(error)
            self._key_entry.show_organisation_problem(said.title, said.text)
        else:
            self.failed.emit(error)

    # the new password

    def _ask_new_password(self, workspace: Workspace, *, by_organisation: bool = False) -> None:
        self._opened = workspace
        self._new_password = view = NewPasswordView(by_organisation=by_organisation)
        Judge(view.choice, self._jobs, lambda typed, _names: workspace.keys.strength(typed), self._words)
        view.others_asked.connect(self._propose)
        view.chosen.connect(self._set_password)
        self._propose()
        self.turned.emit(view)

    def _ask_new_password_after_organisation(self, workspace: Workspace) -> None:
        self._ask_new_password(workspace, by_organisation=True)

    @Slot()
    def _propose(self) -> None:
        if self._new_password is not None:
            self._jobs.run(self._new_password, partial(_propose, self._setup), self._new_password.propose)

    @Slot(str)
    def _set_password(self, passphrase: str) -> None:
        if self._opened is not None:
            work = partial(_set_password, self._opened, passphrase)
            self._jobs.run(self, work, self._enter, self._refuse_password)

    def _refuse_password(self, error: Exception) -> None:
        view = self._new_password
        if view is not None:
            view.set_busy(False)
        if view is not None and isinstance(error, SpinnenwebError) and error.code == "passphrase.weak":
            view.choice.show_weak()
        else:
            self._jobs.unhandled.emit(error)

    def _enter(self, workspace: Workspace) -> None:
        self._key_entry = self._new_password = self._opened = None
        self.entered.emit(workspace)

    def finish(self) -> None:
        """Close a vault that was opened but not entered."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None


def _open_with_key(folder: Path, key: str, setup: Setup) -> Workspace:
    from spinnenweb.services.vaults import open_with_key

    return open_with_key(folder, key, setup.environment())


def _open_with_organisation(folder: Path, file: Path, setup: Setup) -> Workspace:
    from spinnenweb.services.vaults import open_with_organisation

    return open_with_organisation(folder, file, setup.environment())


def _propose(setup: Setup) -> str:
    from spinnenweb.services.vaults import propose_passphrase

    return propose_passphrase(setup.environment())


def _set_password(workspace: Workspace, passphrase: str) -> Workspace:
    workspace.set_passphrase(passphrase)
    return workspace
