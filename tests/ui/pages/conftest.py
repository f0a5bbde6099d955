"""A real vault in a temporary folder with a few invented people, and the frame with its pages over it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from spinnenweb.domain.answers import marked
from spinnenweb.domain.clock import Clock
from spinnenweb.domain.conversations import DimensionEntry, Step, with_dimension
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.security.kdf import KdfCost
from spinnenweb.services.environment import Environment
from spinnenweb.services.vaults import FirstSteps
from spinnenweb.ui.frame import Frame
from spinnenweb.ui.jobs import Jobs
from spinnenweb.ui.places import TODAY, Place
from spinnenweb.ui.preferences import Preferences
from spinnenweb.ui.session import make_context
from spinnenweb.ui.theme.look import apply_theme, load_theme
from tests.unit.services.rooms import poured

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.context import Context

NOW = datetime(2026, 11, 21, 13, 5, tzinfo=UTC)
TODAY_IS = date(2026, 11, 21)
YES = {Purpose.RECORD: ConsentAnswer.YES, Purpose.COUNT: ConsentAnswer.YES}


@dataclass
class FakeAsker:
    """Answers every question with what the test laid ready."""

    file: Path | None = None
    target: Path | None = None
    place: Path | None = None
    suggested: list[str] = field(default_factory=list)
    paper: QPrinter | None = None

    def open_file(self, parent: QWidget, title: str, pattern: str) -> Path | None:
        return self.file

    def save_file(self, parent: QWidget, title: str, suggestion: str, pattern: str) -> Path | None:
        self.suggested.append(suggestion)
        return self.target

    def folder(self, parent: QWidget, title: str) -> Path | None:
        return self.place

    def confirm(self, parent: QWidget, title: str, text: str, verb: str, stay: str) -> bool:
        return False

    def printer(self, parent: QWidget) -> QPrinter | None:
        return self.paper


@dataclass
class Village:
    """Invented people in a real vault."""

    workspace: Workspace

    def add(self, name: str, code: str, birth_year: int | None = 1948) -> Resident:
        """A card without a talk."""
        card = replace(self.workspace.residents.blank(), code=code, calling_name=name, birth_year=birth_year)
        self.workspace.residents.add(card)
        return self.workspace.residents.get(card.id)

    def talk(
        self,
        resident: Resident,
        day: date = TODAY_IS,
        marks: tuple[int | None, ...] = (6, 5, 7, 7, 4, 6),
        *,
        step: str = "",
        again: date | None = None,
        note: str = "",
        themes: tuple[str, ...] = (),
    ) -> Conversation:
        """A finished talk that was kept, with a yes to counting along."""
        draft = self.workspace.conversations.begin(resident, held_on=day)
        talk = replace(draft.conversation, step=Step(step), return_on=again, note=note, themes=themes)
        for entry, mark in zip(talk.dimensions, marks, strict=True):
            if mark is not None:
                talk = with_dimension(talk, DimensionEntry(entry.code, marked(mark)))
        return self.workspace.conversations.finish(replace(draft, conversation=talk, answers=YES)).conversation

    def draft(self, resident: Resident) -> str:
        """A talk that was begun and left; its id."""
        draft = self.workspace.conversations.begin(resident)
        talk = with_dimension(draft.conversation, DimensionEntry("LF", marked(6)))
        self.workspace.conversations.save_draft(replace(draft, conversation=talk))
        return draft.id


@dataclass
class House:
    """The frame over an open vault, and what went through the hub."""

    frame: Frame
    context: Context
    asker: FakeAsker
    bot: QtBot
    village: Village
    went: list[Place] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    failed: list[Exception] = field(default_factory=list)
    undo: list[Callable[[], None]] = field(default_factory=list)

    @property
    def workspace(self) -> Workspace:
        return self.context.workspace

    def open(self, place: Place) -> QWidget:
        """Go somewhere and wait until it stands there."""
        self.frame.open(place)
        self.settle()
        page = self.frame.page
        assert page is not None
        return page

    def settle(self) -> None:
        """Until the worker thread is idle, also with what an answer of it asks, and every layout has its place."""
        for _ in range(8):
            self.bot.waitUntil(lambda: not self.context.jobs.busy, timeout=10_000)
            QCoreApplication.sendPostedEvents()
            self.bot.wait(1)

    def texts(self) -> str:
        """Every word a person can see or hear now."""
        return "\n".join(visible_texts(self.frame))


def visible_texts(top: QWidget) -> list[str]:
    """What visible widgets show, and what they are called aloud."""
    found = []
    for widget in [top, *top.findChildren(QWidget)]:
        if widget.isVisibleTo(top):
            found += [
                widget.accessibleName(),
                widget.accessibleDescription(),
                widget.toolTip(),
                widget.windowTitle(),
            ]
            if isinstance(widget, QLabel | QAbstractButton):
                found.append(widget.text())
            if isinstance(widget, QLineEdit):
                found += [widget.text(), widget.placeholderText()]
    return [text for text in found if text]


def make_environment(resources: Path) -> Environment:
    """A quick environment whose clock stands still."""
    return Environment(resources, Clock(lambda: NOW), KdfCost.for_tests(), "test-device")


@pytest.fixture
def workspace(tmp_path: Path, resources: Path) -> Iterator[Workspace]:
    first = FirstSteps("Welzijn Beekdal", "Anna", "Esdoornhoek")
    passphrase = "vijf woorden om te proeven"
    made = poured(tmp_path / "proef.vault", passphrase, first, make_environment(resources), demo=True)
    yield made.workspace
    made.workspace.close()


@pytest.fixture
def village(workspace: Workspace) -> Village:
    return Village(workspace)


@pytest.fixture
def enter(
    workspace: Workspace, village: Village, resources: Path, qapp: QApplication, qtbot: QtBot
) -> Iterator[Callable[..., House]]:
    """Opens the frame at a place; `visit`, the size of the window and the text size as asked."""
    houses: list[House] = []

    def make(
        place: Place | None = None,
        *,
        visit: bool = False,
        size: tuple[int, int] = (1366, 768),
        scale: float = 1.0,
        theme: str = "licht",
    ) -> House:
        apply_theme(qapp, load_theme(resources, theme), scale)
        asker = FakeAsker()
        context = make_context(workspace, resources, Preferences(calm=True), Jobs(), asker, visit)
        frame = Frame(context, place or Place(TODAY))
        house = House(frame, context, asker, qtbot, village)
        houses.append(house)
        context.hub.go.connect(house.went.append)
        context.hub.noticed.connect(lambda notice: house.said.append(notice.text))
        context.hub.noticed.connect(lambda notice: house.undo.append(notice.undo))
        context.hub.failed.connect(house.failed.append)
        frame.resize(*size)
        with qtbot.waitActive(frame):
            frame.show()
            frame.activateWindow()
        house.settle()
        return house

    yield make
    for house in houses:
        house.frame.leave()
        house.settle()
        house.frame.close()
        house.frame.deleteLater()
        house.context.jobs.close()
        # what listens to it holds the window with all its pages, and is let go only with it
        house.context.hub.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
