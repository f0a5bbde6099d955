"""The frame over a real vault, with a conversation looked at together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest

from spinnenweb.domain.geometry import point_at
from spinnenweb.domain.residents import Level
from spinnenweb.ui.pages.conversation.page import ConversationPage
from spinnenweb.ui.places import CONVERSATION, Place
from spinnenweb.ui.together.screens.subject import SubjectScreen
from spinnenweb.ui.widgets.big_buttons import HOLD_MS
from tests.ui.pages.conftest import enter, village, visible_texts, workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QPointingDevice
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.drafts import Draft
    from spinnenweb.domain.residents import Resident
    from spinnenweb.ui.together.screen import Screen
    from spinnenweb.ui.together.view import TogetherView
    from spinnenweb.ui.widgets.web_input import WebInput
    from tests.ui.pages.conftest import House, Village

__all__ = ["enter", "village", "workspace"]

HELD_MS = HOLD_MS + 300
T = TypeVar("T")


@dataclass
class Table:
    """Two people at one screen."""

    house: House
    page: ConversationPage

    @property
    def view(self) -> TogetherView:
        assert self.page.looking.view is not None
        return self.page.looking.view

    @property
    def screen(self) -> Screen:
        return self.view.screen_shown

    def is_looking(self) -> bool:
        """Whether the resident's view fills the window."""
        return self.page.looking.view is not None

    def is_covered(self) -> bool:
        """Whether everything is hidden."""
        return self.view.covered

    def at(self, kind: type[T]) -> T:
        """The screen shown, which is of this kind."""
        assert isinstance(self.screen, kind)
        return self.screen

    @property
    def draft(self) -> Draft:
        assert self.page.talk is not None
        return self.page.talk.draft

    @property
    def talk(self) -> Conversation:
        return self.draft.conversation

    @property
    def web(self) -> WebInput:
        assert isinstance(self.screen, SubjectScreen)
        return self.screen.web

    def look(self) -> None:
        """Press "Samen kijken"."""
        press(self.page.view.together)
        self.house.settle()

    def on(self, times: int = 1) -> None:
        """Press "Verder"."""
        for _ in range(times):
            press(self.view.on)
            self.house.settle()

    def to(self, name: str) -> None:
        """Go on until this screen is shown."""
        for _ in range(20):
            if self.view.stop.name == name:
                return
            self.on()
        raise AssertionError(f"{name} was not reached")

    def spot(self, code: str, mark: int) -> QPoint:
        """Where a mark stands on the web."""
        web = self.web
        return web._placed().at(point_at(web._codes.index(code), mark)).toPoint()

    def hold(self, button: QWidget) -> None:
        """A long press."""
        QTest.mousePress(button, Qt.MouseButton.LeftButton)
        self.house.bot.wait(HELD_MS)
        # what leads away is gone by now
        if shiboken6.isValid(button):
            QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
        self.house.settle()

    def leave(self) -> None:
        """Back to the worker's screen."""
        self.hold(self.view.my_screen)

    def texts(self) -> str:
        """All that can be read or heard in the window."""
        return "\n".join(visible_texts(self.house.frame))


def press(widget: QWidget, place: QPoint | None = None) -> None:
    QTest.mouseClick(
        widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place or widget.rect().center()
    )


@pytest.fixture
def finger() -> QPointingDevice:
    """A touch screen."""
    return QTest.createTouchDevice()


def touch(finger: QPointingDevice, widget: QWidget, place: QPoint | None = None) -> None:
    """One tap of a finger."""
    spot = place or widget.rect().center()
    at = widget.mapTo(widget.window(), spot)
    window = widget.window()
    QTest.touchEvent(window, finger).press(0, at, window).commit()
    QTest.touchEvent(window, finger).release(0, at, window).commit()
    QCoreApplication.sendPostedEvents()


def touch_and_hold(finger: QPointingDevice, widget: QWidget) -> None:
    """A finger that stays where it is for as long as it takes."""
    window = widget.window()
    at = widget.mapTo(window, widget.rect().center())
    QTest.touchEvent(window, finger).press(0, at, window).commit()
    QTest.qWait(HELD_MS)
    QTest.touchEvent(window, finger).release(0, at, window).commit()
    QCoreApplication.sendPostedEvents()


@pytest.fixture
def sit(enter: Callable[..., House], village: Village) -> Iterator[Callable[..., Table]]:
    """Opens the together view with Jannie; `language`, `level`, `visit`, window and text size as asked."""
    tables: list[Table] = []

    def make(
        language: str = "nl", level: str = "gewoon", *, resident: Resident | None = None, **window: object
    ) -> Table:
        person = resident or village.add("Jannie", "R-021")
        workspace = village.workspace
        workspace.settings.save(replace(workspace.settings.get(), languages=("ar", "uk")))
        workspace.residents.change(replace(person, language=language, level=Level(level)))
        house = enter(Place(CONVERSATION, other=person.id), **window)
        page = house.frame.page
        assert isinstance(page, ConversationPage)
        table = Table(house, page)
        tables.append(table)
        table.look()
        return table

    yield make
    for table in tables:
        table.page.looking.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
