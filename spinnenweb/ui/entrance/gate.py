"""What happens at the entrance: opening with the password or the emergency key, and what to do when that fails."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.wording import Wording
from spinnenweb.ui.entrance.beginning import DEMO_NAME, Beginning, demo_passphrase
from spinnenweb.ui.entrance.fault import BEGIN, OTHER_VAULT, FaultView
from spinnenweb.ui.entrance.key_entry import KeyEntryView
from spinnenweb.ui.entrance.new_password import NewPasswordView
from spinnenweb.ui.errors import told
from spinnenweb.ui.preferences import spoken_language
from spinnenweb.ui.qt_asker import QtAsker, QuestionDialog, message_dialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.asker import Asker
    from spinnenweb.ui.entrance import Setup
    from spinnenweb.ui.entrance.unlock import UnlockView
    from spinnenweb.ui.errors import Told
    from spinnenweb.ui.jobs import Jobs
    from spinnenweb.ui.preferences import Preferences

TYPING_MISTAKES = ("key.form", "key.check", "key.wrong")


class Gate(QObject):
    """`turned(view)`: show this; `entered(workspace)`: it is open; `vault_chosen(folder or None)`: ask anew."""

    turned = Signal(object)
    entered = Signal(object)
    vault_chosen = Signal(object)

    def __init__(self, setup: Setup, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self.asker: Asker = setup.asker or QtAsker()
        self.visit = False
        self._setup = setup
        self._jobs = jobs
        self._window = window
        self._vault = Path()
        self._backup_at = ""
        self._unlock: UnlockView | None = None
        self._key_entry: KeyEntryView | None = None
        self._new_password: NewPasswordView | None = None
        self._opened: Workspace | None = None
        self._beginning: Beginning | None = None
        self.read_words()

    def read_words(self) -> None:
        """Take the words of the language that is spoken now."""
        texts = self._setup.resources / "texts" / spoken_language()
        self.words = Wording.read(texts / "werker.toml")
        self.messages = Wording.read(texts / "meldingen.toml")

    # with the password

    def attend(self, view: UnlockView, preferences: Preferences) -> None:
        """Give the unlock view its behaviour."""
        self._vault = Path(preferences.vault)
        self._backup_at = preferences.backup_at
        self._unlock = view
        view.finish_drawing()
        view.open_asked.connect(self._open)
        view.forgotten.connect(self._ask_key)
        view.other_vault.connect(self._choose_vault)
        if self._vault == self._setup.data / DEMO_NAME:
            hint = self.tr("Het voorbeelddorp opent met: {words}")
            view.add_note(hint.format(words=demo_passphrase(self._setup)))
        if not self._vault.exists():
            self._show_fault(SpinnenwebError("vault.missing", path=str(self._vault)))

    @Slot(str, bool)
    def _open(self, passphrase: str, visit: bool) -> None:
        self.visit = visit
        work = partial(_open_with_passphrase, self._vault, passphrase, self._setup)
        self._jobs.run(self, work, self._enter, self._refuse)

    def _enter(self, workspace: Workspace) -> None:
        self._unlock = self._key_entry = self._new_password = self._opened = None
        self.entered.emit(workspace)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, SpinnenwebError):
            self._ask_again()
            self._jobs.unhandled.emit(error)
        elif error.code == "fault.passphrase" and self._unlock is not None:
            said = self._told(error)
            self._unlock.show_problem(said.title, said.text)
        else:
            self._show_fault(error)

    def _show_fault(self, error: SpinnenwebError) -> None:
        self._unlock = None
        view = FaultView(self._told(error), self.words, lost=error.code == "vault.missing")
        view.chosen.connect(self._answer_fault)
        self.turned.emit(view)

    @Slot(str)
    def _answer_fault(self, button: str) -> None:
        answers = {"button.key_use": self._ask_key, OTHER_VAULT: self._choose_vault, BEGIN: self._begin_anew}
        answers.get(button, self._ask_again)()

    @Slot()
    def _begin_anew(self) -> None:
        self.vault_chosen.emit(None)

    @Slot()
    def _ask_again(self) -> None:
        self.vault_chosen.emit(self._vault)

    @Slot()
    def _choose_vault(self) -> None:
        folder = self.asker.folder(self._window, self.tr("Kies de map van je kluis"))
        if folder is not None:
            self.vault_chosen.emit(folder)

    # with the emergency key

    @Slot()
    def _ask_key(self) -> None:
        self._key_entry = view = KeyEntryView()
        view.key_given.connect(self._open_with_key)
        view.back.connect(self._ask_again)
        self.turned.emit(view)

    @Slot(str)
    def _open_with_key(self, key: str) -> None:
        work = partial(_open_with_key, self._vault, key, self._setup)
        self._jobs.run(self, work, self._ask_new_password, self._refuse_key)

    def _refuse_key(self, error: Exception) -> None:
        if isinstance(error, SpinnenwebError) and error.code in TYPING_MISTAKES and self._key_entry is not None:
            said = self._told(error)
            self._key_entry.show_problem(said.title, said.text)
        else:
            self._refuse(error)

    def _ask_new_password(self, workspace: Workspace) -> None:
        self._opened = workspace
        self._new_password = view = NewPasswordView()
        view.others_asked.connect(self._propose)
        view.chosen.connect(self._set_password)
        self._propose()
        self.turned.emit(view)

    @Slot()
    def _propose(self) -> None:
        if self._new_password is not None:
            self._jobs.run(self._new_password, partial(_propose, self._setup), self._new_password.propose)

    @Slot(str)
    def _set_password(self, passphrase: str) -> None:
        if self._opened is not None:
            work = partial(_set_password, self._opened, passphrase, self._setup)
            self._jobs.run(self, work, self._enter, self._refuse_password)

    def _refuse_password(self, error: Exception) -> None:
        if self._new_password is not None:
            self._new_password.set_busy(False)
        if (
            isinstance(error, SpinnenwebError)
            and error.code == "passphrase.weak"
            and self._new_password is not None
        ):
            self._new_password.choice.show_weak()
        else:
            self._jobs.unhandled.emit(error)

    # the first start

    def begin(self) -> None:
        """Welcome someone who has no vault yet."""
        if self._beginning is None:
            self._beginning = Beginning(self._setup, self._jobs, self.asker, self._window)
            self._beginning.turned.connect(self.turned)
            self._beginning.entered.connect(self._enter_new)
            self._beginning.have_vault.connect(self._choose_vault)
        self._beginning.welcome()

    @Slot(object)
    def _enter_new(self, workspace: Workspace) -> None:
        self.visit = False
        self.entered.emit(workspace)

    # words

    def _told(self, error: SpinnenwebError) -> Told:
        return told(error, self.messages, self.words, self._backup_at)

    def tell(self, error: SpinnenwebError) -> QuestionDialog:
        """Show an error over what is there."""
        said = self._told(error)
        return self._say(said.title, said.text)

    def tell_bug(self) -> QuestionDialog:
        """Say that the program itself failed."""
        return self._say(self.messages.say("fallback.title"), self.words.say("message.bug"))

    def _say(self, title: str, text: str) -> QuestionDialog:
        dialog = message_dialog(title, text, self.tr("Sluiten"), self._window)
        dialog.open()
        return dialog

    def finish(self) -> None:
        """Close a vault that was opened but not entered."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None
        if self._beginning is not None:
            self._beginning.finish()


def _open_with_passphrase(folder: Path, passphrase: str, setup: Setup) -> Workspace:
    from spinnenweb.services.vaults import open_vault

    return open_vault(folder, passphrase, setup.environment())


def _open_with_key(folder: Path, key: str, setup: Setup) -> Workspace:
    from spinnenweb.services.vaults import open_with_key

    return open_with_key(folder, key, setup.environment())


def _propose(setup: Setup) -> str:
    from spinnenweb.services.vaults import propose_passphrase

    return propose_passphrase(setup.environment())


def _set_password(workspace: Workspace, passphrase: str, setup: Setup) -> Workspace:
    from spinnenweb.services.vaults import passphrase_too_weak

    if passphrase_too_weak(passphrase, setup.environment()):
        raise SpinnenwebError("passphrase.weak")
    workspace.set_passphrase(passphrase)
    return workspace
