"""The real window over real vaults in a temporary folder; only the file chooser and the clock are given."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from spinnenweb.domain.clock import Clock
from spinnenweb.security.kdf import KdfCost
from spinnenweb.services.environment import Environment
from spinnenweb.services.vaults import FirstSteps, NewVault, create_vault
from spinnenweb.ui.entrance import Setup
from spinnenweb.ui.preferences import Preferences
from spinnenweb.ui.shell import Shell
from spinnenweb.ui.theme.look import apply_theme, load_theme
from tests.unit.services.rooms import poured

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter
    from pytestqt.qtbot import QtBot

    from spinnenweb.ui.entrance.key_sheet import KeySheet

NOW = datetime(2026, 11, 21, 13, 5, tzinfo=UTC)
T = TypeVar("T", bound=QWidget)
PASSPHRASE = "viskraam meetlint mijl weide secuur"


@dataclass
class FakeAsker:
    """Answers every question with what the test laid ready."""

    chosen: Path | None = None
    titles: list[str] = field(default_factory=list)
    paper: QPrinter | None = None
    file: Path | None = None
    agreed: bool = False
    asked: list[str] = field(default_factory=list)

    def open_file(self, parent: QWidget, title: str, pattern: str) -> Path | None:
        return self.file

    def save_file(self, parent: QWidget, title: str, suggestion: str, pattern: str) -> Path | None:
        return None

    def folder(self, parent: QWidget, title: str) -> Path | None:
        self.titles.append(title)
        return self.chosen

    def confirm(self, parent: QWidget, title: str, text: str, verb: str, stay: str) -> bool:
        self.asked.append(f"{title} {text}")
        return self.agreed

    def printer(self, parent: QWidget) -> QPrinter | None:
        return self.paper


@dataclass
class House:
    """What a test needs to open the window and to look at it."""

    bot: QtBot
    setup: Setup
    asker: FakeAsker
    environment: Environment
    shells: list[Shell] = field(default_factory=list)

    def vault(self, name: str = "kluis", passphrase: str = PASSPHRASE) -> NewVault:
        """A vault that was made and closed again."""
        self.setup.vaults.mkdir(exist_ok=True)
        first = FirstSteps("Welzijn", "J.", "Ruinerdal")
        # the second vault of a test is another one
        make = poured if name == "kluis" else create_vault
        made = make(self.setup.vaults / f"{name}.vault", passphrase, first, self.environment)
        made.workspace.close()
        return made

    def shell(self, vault: Path | None = None, backup_at: str = "") -> Shell:
        """The window as it starts, with its first frame behind it."""
        shell = Shell(self.setup, Preferences(vault=str(vault or ""), backup_at=backup_at))
        self.shells.append(shell)
        with self.bot.waitSignal(shell.painted):
            shell.show()
        return shell

    def rest(self, shell: Shell) -> None:
        """Wait until nothing runs."""
        self.bot.waitUntil(lambda: not shell.jobs.busy)

    def wait_for(self, shell: Shell, kind: type[T]) -> T:
        """Wait until a view of a kind fills the window."""
        self.bot.waitUntil(lambda: isinstance(shell.view, kind) and not shell.jobs.busy)
        view = shell.view
        assert isinstance(view, kind)
        return view

    def end(self, shell: Shell) -> None:
        """Close the window and wait until it is gone."""
        shell.close()
        self.bot.waitUntil(lambda: not shell.isVisible())


def shown_key(sheet: KeySheet) -> str:
    """The emergency key on the screen, its groups with blanks between."""
    spoken = (frame.accessibleDescription() for frame in sheet.findChildren(QFrame))
    return next(text for text in spoken if text)


@pytest.fixture
def house(qapp: QApplication, qtbot: QtBot, resources: Path, tmp_path: Path) -> Iterator[House]:
    apply_theme(qapp, load_theme(resources, "licht"))
    environment = Environment(resources, Clock(lambda: NOW), KdfCost.for_tests(), "laptop")
    asker = FakeAsker()
    setup = Setup(
        resources,
        tmp_path / "config" / "voorkeuren.toml",
        tmp_path / "data",
        tmp_path / "kluizen",
        lambda: environment,
        no_nets,
        asker,
    )
    made = House(qtbot, setup, asker, environment)
    yield made
    for shell in made.shells:
        made.end(shell)
        shell.finish()
        shell.deleteLater()


def no_nets(report: Callable[[], None]) -> None:
    """Nothing after the first frame: the tests have nets of their own."""
