"""A real vault in a temporary folder, the page over it, and a window around the page."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication

from spinnenweb.domain.clock import Clock
from spinnenweb.security.kdf import KdfCost
from spinnenweb.services.environment import Environment
from spinnenweb.services.vaults import FirstSteps, create_vault, open_vault
from spinnenweb.ui.jobs import Jobs
from spinnenweb.ui.pages.conversation.page import ConversationPage
from spinnenweb.ui.places import CONVERSATION, Place
from spinnenweb.ui.preferences import Preferences
from spinnenweb.ui.session import make_context
from spinnenweb.ui.theme.look import apply_theme, load_theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from spinnenweb.domain.drafts import Draft
    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.context import Context

PASSPHRASE = "vijf woorden om te proeven"
NOW = datetime(2026, 11, 21, 13, 5, tzinfo=UTC)


@dataclass
class FakeAsker:
    """Answers every question with what the test laid ready."""

    target: Path | None = None
    suggested: list[str] = field(default_factory=list)
    paper: QPrinter | None = None

    def open_file(self, parent: QWidget, title: str, pattern: str) -> Path | None:
        return None

    def save_file(self, parent: QWidget, title: str, suggestion: str, pattern: str) -> Path | None:
        self.suggested.append(suggestion)
        return self.target

    def folder(self, parent: QWidget, title: str) -> Path | None:
        return None

    def confirm(self, parent: QWidget, title: str, text: str, verb: str, stay: str) -> bool:
        return False

    def printer(self, parent: QWidget) -> QPrinter | None:
        return self.paper


@dataclass
class Desk:
    """A conversation page over an open vault, and what the page asked of the others."""

    context: Context
    page: ConversationPage
    asker: FakeAsker
    bot: QtBot
    went: list[Place] = field(default_factory=list)
    reported: list[object] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    @property
    def workspace(self) -> Workspace:
        return self.context.workspace

    @property
    def draft(self) -> Draft:
        assert self.page.talk is not None
        return self.page.talk.draft

    def open(self, record: str = "", resident: str = "") -> None:
        """Come to the page, and let its layout settle."""
        self.page.open(Place(CONVERSATION, record=record, other=resident))
        self.settle()

    def settle(self) -> None:
        """Until every layout has found its place: each level asks the one above it."""
        for _ in range(12):
            QCoreApplication.sendPostedEvents()
            self.bot.wait(1)

    def new(self) -> None:
        """Begin with someone new."""
        self.open()

    def stored(self) -> tuple[Draft, ...]:
        return self.workspace.conversations.drafts()

    def wait(self) -> None:
        """Until the worker thread has nothing left to do."""
        self.bot.waitUntil(lambda: not self.context.jobs.busy, timeout=5000)

    def save(self) -> None:
        self.page.leave()
        self.wait()

    def resident(self, name: str = "Jannie", code: str = "R-021") -> Resident:
        """Someone who is on file."""
        from dataclasses import replace

        card = replace(self.workspace.residents.blank(), code=code, calling_name=name, birth_year=1948)
        self.workspace.residents.add(card)
        return card


@pytest.fixture(scope="session")
def environment(resources: Path) -> Environment:
    return Environment(resources, Clock(lambda: NOW), KdfCost.for_tests(), "test-device")


@pytest.fixture(scope="session")
def new_vault(environment: Environment, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault as it is after the first start, to copy for each test."""
    folder = tmp_path_factory.mktemp("kluis") / "proef.vault"
    first = FirstSteps("Welzijn Beekdal", "Anna", "Esdoornhoek")
    create_vault(folder, PASSPHRASE, first, environment, demo=True).workspace.close()
    return folder


@pytest.fixture
def workspace(tmp_path: Path, new_vault: Path, environment: Environment) -> Iterator[Workspace]:
    workspace = open_vault(shutil.copytree(new_vault, tmp_path / "proef.vault"), PASSPHRASE, environment)
    yield workspace
    workspace.close()


@pytest.fixture
def desk(workspace: Workspace, resources: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    apply_theme(qapp, load_theme(resources, "licht"))
    jobs = Jobs()
    asker = FakeAsker()
    context = make_context(workspace, resources, Preferences(calm=True), jobs, asker)
    page = ConversationPage(context)
    desk = Desk(context, page, asker, qtbot)
    context.hub.go.connect(desk.went.append)
    context.hub.changed.connect(lambda changes, _: desk.reported.append(changes))
    context.hub.noticed.connect(lambda notice: desk.said.append(notice.text))
    page.resize(1158, 708)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield desk
    page.leave()
    desk.wait()
    page.close()
    page.deleteLater()
    jobs.close()
    # what listens to it holds the page, and is let go only with it
    context.hub.deleteLater()
