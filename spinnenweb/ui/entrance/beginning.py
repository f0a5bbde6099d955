"""The first start in at most three screens, and the example village beside it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.ui.dates import full_day
from spinnenweb.ui.entrance import BusyLine
from spinnenweb.ui.entrance.judging import Judge
from spinnenweb.ui.entrance.key_paper import print_key
from spinnenweb.ui.entrance.key_sheet import KeySheet
from spinnenweb.ui.entrance.making import (
    judged,
    keep_place,
    local,
    made,
    made_from_start,
    no_reminder,
    open_demo,
    proposed,
    read_start,
)
from spinnenweb.ui.entrance.start_file import StartFileView
from spinnenweb.ui.entrance.steps import KeyStep, PlaceStep, WaitView
from spinnenweb.ui.entrance.welcome import WelcomeView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.start_file import StartFile
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.vaults import NewVault
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.asker import Asker
    from spinnenweb.ui.entrance import Setup
    from spinnenweb.ui.errors import Told
    from spinnenweb.ui.jobs import Jobs

PLACES = ("vault.place_synced", "vault.place_network")


class Beginning(QObject):
    """`turned(view)`: show this; `entered(workspace)`: it is open; `have_vault()`: choose one that is there."""

    turned = Signal(object)
    entered = Signal(object)
    have_vault = Signal()

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
        self._words = words
        self._say = say
        self._vaults = setup.vaults
        self._setup = setup
        self._jobs = jobs
        self._asker = asker
        self._window = window
        self._view: WelcomeView | StartFileView | None = None
        self._start: StartFile | None = None
        self._made: NewVault | None = None
        self._place: PlaceStep | None = None
        self._folder: Path | None = None

    # screen one

    def welcome(self) -> None:
        """Show the first screen."""
        view = WelcomeView(str(self._vaults))
        view.begun.connect(self._make)
        view.look_round.connect(self._look_round)
        view.have_vault.connect(self.have_vault)
        view.start_file_asked.connect(self._choose_start_file)
        view.place_asked.connect(self._choose_vault_place)
        self._take_view(view, view.names)

    def _take_view(self, view: WelcomeView | StartFileView, names: Callable[[], tuple[str, ...]]) -> None:
        self._view = view
        view.choice.others_asked.connect(self._propose)
        Judge(view.choice, self._jobs, partial(judged, self._setup), self._words, names)
        self._propose()
        self.turned.emit(view)

    @Slot()
    def _propose(self) -> None:
        if self._view is not None:
            self._jobs.run(self._view, partial(proposed, self._setup), self._view.choice.propose)

    @Slot()
    def _choose_vault_place(self) -> None:
        folder = self._asker.folder(self._window, self.tr("Kies een map op deze laptop voor je kluis"))
        if folder is not None and isinstance(self._view, WelcomeView):
            self._jobs.run(self._view, partial(local, folder), self._take_vault_place, self._refuse)

    def _take_vault_place(self, folder: Path) -> None:
        self._vaults = folder
        if isinstance(self._view, WelcomeView):
            self._view.show_place(str(folder))

    @Slot(str, str, str, str)
    def _make(self, organisation: str, worker: str, village: str, passphrase: str) -> None:
        self._start = None
        first = partial(made, self._setup, self._vaults, passphrase)
        self._jobs.run(self, partial(first, organisation, worker, village), self._show_key, self._refuse)

    def _refuse(self, error: Exception) -> None:
        view = self._view
        if view is not None:
            view.set_busy(False)
        code = error.code if isinstance(error, SpinnenwebError) else ""
        if view is not None and code == "passphrase.weak":
            view.choice.show_weak()
        elif isinstance(error, SpinnenwebError) and isinstance(view, WelcomeView) and code in PLACES:
            said = self._say(error)
            view.refuse_place(said.title, said.text)
        else:
            self._jobs.unhandled.emit(error)

    # with a start file

    @Slot()
    def _choose_start_file(self) -> None:
        title, pattern = self.tr("Kies het startbestand"), self.tr("Startbestanden (*.start.toml)")
        file = self._asker.open_file(self._window, title, pattern)
        if file is not None:
            self._jobs.run(self, partial(read_start, file), self._show_start, self._refuse_start)

    def _show_start(self, start: StartFile) -> None:
        self._start = start
        view = StartFileView(start, self._words)
        view.begun.connect(self._make_from_start)
        view.back.connect(self.welcome)
        names = (start.organisation, *(village.name for village in start.villages))
        self._take_view(view, lambda: (*names, view.worker.text()))

    def _refuse_start(self, error: Exception) -> None:
        if isinstance(error, SpinnenwebError) and isinstance(self._view, WelcomeView):
            said = self._say(error)
            self._view.refuse_start_file(said.title, said.text)
        else:
            self._jobs.unhandled.emit(error)

    @Slot(str, str)
    def _make_from_start(self, worker: str, passphrase: str) -> None:
        if self._start is not None:
            work = partial(made_from_start, self._setup, self._vaults, passphrase, worker, self._start)
            self._jobs.run(self, work, self._show_key, self._refuse)

    # screen two

    def _show_key(self, made: NewVault) -> None:
        from spinnenweb.services.typed_again import is_key_group
        from spinnenweb.services.vaults import emergency_key_groups

        self._made = made
        self._view = None
        groups = emergency_key_groups(made.emergency_key)
        sheet = KeySheet(
            groups,
            partial(is_key_group, made.emergency_key),
            partial(_print, groups),
            _day(made.workspace.settings.get().key_due),
            self._window,
            self._organisation_words(),
        )
        sheet.kept.connect(self._key_kept)
        sheet.put_off.connect(self._ask_place)
        self.turned.emit(KeyStep(sheet))

    def _organisation_words(self) -> str:
        if self._start is None or not self._start.public_key:
            return ""
        return self._words.say("first.key_text_organisation", organisation=self._start.organisation)

    @Slot()
    def _key_kept(self) -> None:
        if self._made is not None:
            work = partial(no_reminder, self._made.workspace)
            self._jobs.run(self, work, self._ask_place)

    # screen three

    @Slot()
    def _ask_place(self, _: object = None) -> None:
        self._place = view = PlaceStep()
        view.folder_asked.connect(self._choose_place)
        view.done.connect(self._end)
        if self._start is not None and self._start.backup_place:
            view.show_place(Path(self._start.backup_place))
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
            work = partial(keep_place, self._made.workspace, self._folder)
            self._jobs.run(self, work, self._hand_over)

    def _hand_over(self, workspace: Workspace) -> None:
        self._made = self._place = self._folder = self._start = None
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


def _print(groups: tuple[str, ...], parent: QWidget) -> bool:
    return print_key(parent, groups)


def _day(due: date | None) -> str:
    return full_day(due) if due is not None else ""
