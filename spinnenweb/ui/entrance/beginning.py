"""The first start in at most three screens, and the example village beside it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.ui.dates import full_day
from spinnenweb.ui.entrance import BusyLine
from spinnenweb.ui.entrance.key_paper import print_key
from spinnenweb.ui.entrance.key_sheet import KeySheet
from spinnenweb.ui.entrance.steps import KeyStep, PlaceStep, WaitView
from spinnenweb.ui.entrance.welcome import WelcomeView

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from spinnenweb.services.vaults import NewVault
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.asker import Asker
    from spinnenweb.ui.entrance import Setup
    from spinnenweb.ui.jobs import Jobs

VAULT_NAME = "kluis"
DEMO_NAME = "voorbeelddorp.vault"


class Beginning(QObject):
    """`turned(view)`: show this; `entered(workspace)`: it is open; `have_vault()`: choose one that is there."""

    turned = Signal(object)
    entered = Signal(object)
    have_vault = Signal()

    def __init__(self, setup: Setup, jobs: Jobs, asker: Asker, window: QWidget) -> None:
        super().__init__(window)
        self._setup = setup
        self._jobs = jobs
        self._asker = asker
        self._window = window
        self._view: WelcomeView | None = None
        self._made: NewVault | None = None
        self._place: PlaceStep | None = None
        self._folder: Path | None = None

    # screen one

    def welcome(self) -> None:
        """Show the first screen."""
        self._view = view = WelcomeView()
        view.begun.connect(self._make)
        view.choice.others_asked.connect(self._propose)
        view.look_round.connect(self._look_round)
        view.have_vault.connect(self.have_vault)
        self._propose()
        self.turned.emit(view)

    @Slot()
    def _propose(self) -> None:
        if self._view is not None:
            self._jobs.run(self._view, partial(_propose, self._setup), self._view.choice.propose)

    @Slot(str, str, str, str)
    def _make(self, organisation: str, worker: str, village: str, passphrase: str) -> None:
        work = partial(_make_vault, self._setup, organisation, worker, village, passphrase)
        self._jobs.run(self, work, self._show_key, self._refuse)

    def _refuse(self, error: Exception) -> None:
        if self._view is not None:
            self._view.set_busy(False)
        if self._view is not None and isinstance(error, SpinnenwebError) and error.code == "passphrase.weak":
            self._view.choice.show_weak()
        else:
            self._jobs.unhandled.emit(error)

    # screen two

    def _show_key(self, made: NewVault) -> None:
        from spinnenweb.services.typed_again import is_key_group
        from spinnenweb.services.vaults import emergency_key_groups

        self._made = made
        self._view = None
        groups = emergency_key_groups(made.emergency_key)
        due = made.workspace.settings.get().key_due
        sheet = KeySheet(
            groups, partial(is_key_group, made.emergency_key), partial(_print, groups), _day(due), self._window
        )
        sheet.kept.connect(self._key_kept)
        sheet.put_off.connect(self._ask_place)
        self.turned.emit(KeyStep(sheet))

    @Slot()
    def _key_kept(self) -> None:
        if self._made is not None:
            work = partial(_no_reminder, self._made.workspace)
            self._jobs.run(self, work, self._ask_place)

    # screen three

    @Slot()
    def _ask_place(self, _: object = None) -> None:
        self._place = view = PlaceStep()
        view.folder_asked.connect(self._choose_place)
        view.done.connect(self._end)
        self.turned.emit(view)

    @Slot()
    def _choose_place(self) -> None:
        folder = self._asker.folder(self._window, self.tr("Kies een map voor je reservekopieën"))
        if folder is not None and self._place is not None:
            self._folder = folder
            self._place.show_place(folder)

    @Slot()
    def _end(self) -> None:
        if self._made is not None:
            work = partial(_keep_place, self._made.workspace, self._folder)
            self._jobs.run(self, work, self._hand_over)

    def _hand_over(self, workspace: Workspace) -> None:
        self._made = self._place = self._folder = None
        self.entered.emit(workspace)

    # the example village

    @Slot()
    def _look_round(self) -> None:
        view = WaitView(
            self.tr("Het voorbeelddorp komt eraan"),
            self.tr("Alle mensen erin zijn verzonnen. Je kunt niets stukmaken. Het duurt even."),
            BusyLine(self.tr("We vullen het dorp…")),
        )
        self._view = None
        self.turned.emit(view)
        self._jobs.run(self, partial(open_demo, self._setup), self._hand_over, self._demo_failed)

    def _demo_failed(self, error: Exception) -> None:
        self.welcome()
        self._jobs.unhandled.emit(error)

    def finish(self) -> None:
        """Close a vault that was made but not entered."""
        if self._made is not None:
            self._made.workspace.close()
            self._made = None


def free_folder(vaults: Path) -> Path:
    """A place for a new vault that is not taken yet."""
    names = (f"{VAULT_NAME}{number}.vault" for number in ("", *range(2, 1000)))
    return next(vaults / name for name in names if not (vaults / name).exists())


def open_demo(setup: Setup) -> Workspace:
    """The example village of this laptop, made when it is not there yet."""
    from spinnenweb.services.demo import make_demo_vault
    from spinnenweb.services.vaults import open_vault

    folder = setup.data / DEMO_NAME
    environment = setup.environment()
    if folder.exists():
        return open_vault(folder, demo_passphrase(setup), environment)
    setup.data.mkdir(parents=True, exist_ok=True)
    try:
        return make_demo_vault(folder, environment)
    except BaseException:
        # half a village would be opened as a whole one next time
        shutil.rmtree(folder, ignore_errors=True)
        raise


def demo_passphrase(setup: Setup) -> str:
    """The password of the example village; it guards invented people only."""
    from spinnenweb.services.demo import demo_words

    return demo_words(setup.environment()).passphrase


def _propose(setup: Setup) -> str:
    from spinnenweb.services.vaults import propose_passphrase

    return propose_passphrase(setup.environment())


def _make_vault(setup: Setup, organisation: str, worker: str, village: str, passphrase: str) -> NewVault:
    from spinnenweb.services.vaults import FirstSteps, create_vault

    try:
        setup.vaults.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise SpinnenwebError("target.no_rights", path=str(setup.vaults)) from None
    first = FirstSteps(organisation, worker, village)
    return create_vault(free_folder(setup.vaults), passphrase, first, setup.environment())


def _no_reminder(workspace: Workspace) -> None:
    workspace.settings.save(replace(workspace.settings.get(), key_due=None))


def _keep_place(workspace: Workspace, folder: Path | None) -> Workspace:
    if folder is not None:
        workspace.settings.save(replace(workspace.settings.get(), backup_place=str(folder)))
    return workspace


def _print(groups: tuple[str, ...], parent: QWidget) -> bool:
    return print_key(parent, groups)


def _day(due: date | None) -> str:
    return full_day(due) if due is not None else ""
