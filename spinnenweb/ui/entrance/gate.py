"""What happens at the entrance: opening with the password or the emergency key, and what to do when that fails."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.wording import Wording
from spinnenweb.ui.entrance import BusyLine
from spinnenweb.ui.entrance.beginning import Beginning
from spinnenweb.ui.entrance.fault import BEGIN, OTHER_VAULT, RESTORE, SALVAGE, FaultView
from spinnenweb.ui.entrance.making import DEMO_NAME, demo_passphrase
from spinnenweb.ui.entrance.other_ways import OtherWays
from spinnenweb.ui.entrance.rescue import Rescue
from spinnenweb.ui.entrance.steps import WaitView
from spinnenweb.ui.errors import told
from spinnenweb.ui.preferences import read_preferences, spoken_language, write_preferences
from spinnenweb.ui.qt_asker import QtAsker, QuestionDialog, message_dialog
from spinnenweb.ui.widgets.controls import quiet_button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

    from spinnenweb.services.moving import Moved
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.asker import Asker
    from spinnenweb.ui.entrance import Setup
    from spinnenweb.ui.entrance.unlock import UnlockView
    from spinnenweb.ui.errors import Told
    from spinnenweb.ui.jobs import Jobs
    from spinnenweb.ui.preferences import Preferences

MOVE = "button.move_local"
_AFTER_A_FRAME_MS = 30
_HOME = ("session", "locking.keeper", "pages.today.page")
"""What is on the screen right after opening; loaded while the worker thread guesses the password anyway."""


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
        self._note = ""
        self._beginning: Beginning | None = None
        self._rescue: Rescue | None = None
        self.read_words()
        self._ways = OtherWays(setup, jobs, self.asker, self.words, self.told, window)
        self._ways.turned.connect(self.turned)
        self._ways.entered.connect(self._enter)
        self._ways.back.connect(self._ask_again)
        self._ways.failed.connect(self._refuse)

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
        view.finish_drawing(self.words.say("frame.urgent"))
        view.open_asked.connect(self._open)
        view.forgotten.connect(self._ask_key)
        view.other_vault.connect(self._choose_vault)
        view.urgent_asked.connect(self._show_urgent)
        if self._vault == self._setup.data / DEMO_NAME:
            hint = self.tr("Het voorbeelddorp opent met: {words}")
            view.add_note(hint.format(words=demo_passphrase(self._setup)))
        if self._note:
            view.add_note(self._note)
            self._note = ""
        self._look_at_place()

    def _look_at_place(self) -> None:
        """Tell what is wrong with the place before a password is asked."""
        from spinnenweb.services.vault_places import refuse_place

        try:
            if not self._vault.exists():
                raise SpinnenwebError("vault.missing", path=str(self._vault))
            refuse_place(self._vault)
        except SpinnenwebError as error:
            self._show_fault(error)

    @Slot(str, bool)
    def _open(self, passphrase: str, visit: bool) -> None:
        self.visit = visit
        work = partial(_open_with_passphrase, self._vault, passphrase, self._setup)
        self._jobs.run(self, work, self._enter, self._refuse)
        QTimer.singleShot(_AFTER_A_FRAME_MS, _load_home)

    @Slot(object)
    def _enter(self, workspace: Workspace) -> None:
        self._unlock = None
        self.entered.emit(workspace)
        if workspace.repaired:
            self.tell(SpinnenwebError("vault.repaired"))

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, SpinnenwebError):
            self._ask_again()
            self._jobs.unhandled.emit(error)
        elif error.code == "fault.passphrase" and self._unlock is not None:
            said = self.told(error)
            self._unlock.show_problem(said.title, said.text)
        else:
            self._show_fault(error)

    def _show_fault(self, error: SpinnenwebError) -> None:
        self._unlock = None
        view = FaultView(self.told(error), self.words, lost=error.code == "vault.missing")
        view.chosen.connect(self._answer_fault)
        self.turned.emit(view)

    @Slot(str)
    def _answer_fault(self, button: str) -> None:
        answers = {
            "button.key_use": self._ask_key,
            OTHER_VAULT: self._choose_vault,
            BEGIN: self._begin_anew,
            MOVE: self._move,
            RESTORE: self._look_for_backup,
            SALVAGE: self._save_readable,
        }
        answers.get(button, self._ask_again)()

    # when it does not open

    @property
    def rescue(self) -> Rescue:
        """Backups and saving what can be read; made when it is first needed."""
        if self._rescue is None:
            texts = (self.words, self.messages)
            self._rescue = Rescue(self._setup, self._jobs, self.asker, texts, self._window)
            self._rescue.turned.connect(self.turned)
            self._rescue.saved.connect(self.vault_chosen)
            self._rescue.back.connect(self._ask_again)
        return self._rescue

    @Slot()
    def _look_for_backup(self) -> None:
        self.rescue.look_for_backup(self._vault)

    @Slot()
    def _save_readable(self) -> None:
        self.rescue.save_readable(self._vault)

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

    # without the password

    @Slot()
    def _show_urgent(self) -> None:
        """Whom to call; the numbers of the organisation itself lie in the vault."""
        from spinnenweb.ui.urgent_numbers import UrgentNumbers

        self._unlock = None
        view = UrgentNumbers(self.words)
        view.show_locked()
        view.back_asked.connect(self._ask_again)
        self.turned.emit(view)
        view.begin()

    @Slot()
    def _ask_key(self) -> None:
        self._ways.ask(self._vault)

    # to this laptop

    def _move(self) -> None:
        view = WaitView(
            self.tr("Je kluis komt naar deze laptop"),
            self.tr("We kopiëren alles en vergelijken het. Pas daarna gaat het oude weg. Het duurt even."),
            BusyLine(self.tr("We verplaatsen je kluis…")),
        )
        self.turned.emit(view)
        self._jobs.run(self, partial(_move, self._vault, self._setup), self._tell_moved, self._refuse)

    def _tell_moved(self, moved: Moved) -> None:
        line = self.tr("Je kluis staat nu op deze laptop, in {folder}.").format(folder=moved.folder)
        left = self.tr("In de oude map bleef staan wat intussen veranderde. Laat je coördinator daarnaar kijken.")
        self._note = line if moved.old_is_gone else f"{line} {left}"
        self.vault_chosen.emit(moved.folder)

    # the first start

    def begin(self) -> None:
        """Welcome someone who has no vault yet."""
        if self._beginning is None:
            self._beginning = Beginning(self._setup, self._jobs, self.asker, self.words, self.told, self._window)
            self._beginning.turned.connect(self.turned)
            self._beginning.entered.connect(self._enter_new)
            self._beginning.have_vault.connect(self._choose_vault)
        self._beginning.welcome()

    @Slot(object)
    def _enter_new(self, workspace: Workspace) -> None:
        self.visit = False
        self.entered.emit(workspace)

    # words

    def told(self, error: SpinnenwebError) -> Told:
        """Title, text and buttons for an error."""
        return told(error, self.messages, self.words, self._backup_at)

    def tell(self, error: SpinnenwebError) -> QuestionDialog:
        """Show an error over what is there."""
        said = self.told(error)
        return self._say(said.title, said.text)

    def tell_bug(self) -> QuestionDialog:
        """Say that the program itself failed, with the way to a report about it."""
        report = quiet_button(self.words.say("report.make"))
        report.clicked.connect(self.show_report)
        return self._say(self.messages.say("fallback.title"), self.words.say("message.bug"), report)

    @Slot()
    def show_report(self) -> None:
        """Show the report about errors in the program; it is written only where the person says."""
        from spinnenweb.ui.report_dialog import show_report

        if self._setup.crash_report is not None:
            show_report(self._setup.crash_report, self._setup.resources, self.asker, self._vault, self._window)

    def _say(self, title: str, text: str, beside: QPushButton | None = None) -> QuestionDialog:
        dialog = message_dialog(title, text, self.tr("Sluiten"), self._window, beside)
        dialog.open()
        return dialog

    def finish(self) -> None:
        """Close a vault that was opened but not entered."""
        self._ways.finish()
        if self._beginning is not None:
            self._beginning.finish()


def _open_with_passphrase(folder: Path, passphrase: str, setup: Setup) -> Workspace:
    from spinnenweb.services.vaults import open_vault

    return open_vault(folder, passphrase, setup.environment())


def _move(folder: Path, setup: Setup) -> Moved:
    from spinnenweb.services.moving import move_to_laptop

    def remember(new: Path) -> None:
        # at once: whoever is killed after this finds the vault at its new place
        preferences = read_preferences(setup.preferences)
        write_preferences(setup.preferences, replace(preferences, vault=str(new)))

    return move_to_laptop(folder, setup.vaults, remember)


def _load_home() -> None:
    for name in _HOME:
        import_module(f"spinnenweb.ui.{name}")
