"""The together view in the real window: the whole screen, and nothing lost when it is locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from spinnenweb.ui.entrance.unlock import UnlockView
from spinnenweb.ui.frame import Frame
from spinnenweb.ui.pages.conversation.page import ConversationPage
from spinnenweb.ui.places import CONVERSATION, Place
from spinnenweb.ui.together import route
from spinnenweb.ui.together.route import Stop
from spinnenweb.ui.together.screens.wishes import GiveScreen
from tests.ui.entrance.conftest import PASSPHRASE, House, house
from tests.ui.together.conftest import HELD_MS, press

if TYPE_CHECKING:
    from spinnenweb.ui.shell import Shell
    from spinnenweb.ui.together.view import TogetherView

__all__ = ["house"]

LOCK = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def enter(house: House, shell: Shell) -> Frame:
    view = house.wait_for(shell, UnlockView)
    view.password.setText(PASSPHRASE)
    view.open_button.click()
    return house.wait_for(shell, Frame)


def page_of(frame: Frame) -> ConversationPage:
    assert isinstance(frame.page, ConversationPage)
    return frame.page


def view_of(frame: Frame) -> TogetherView:
    view = page_of(frame).looking.view
    assert view is not None
    return view


def test_that_the_view_takes_the_whole_screen_and_gives_it_back(house: House) -> None:
    shell = house.shell(house.vault().workspace.folder)
    frame = enter(house, shell)
    frame.open(Place(CONVERSATION))
    press(page_of(frame).view.together)
    assert shell.isFullScreen()
    QTest.mousePress(view_of(frame).my_screen, Qt.MouseButton.LeftButton)
    house.bot.waitUntil(lambda: page_of(frame).looking.view is None, timeout=2 * HELD_MS)
    assert not shell.isFullScreen()


def test_that_a_locked_conversation_goes_on_where_two_people_were(house: House) -> None:
    shell = house.shell(house.vault().workspace.folder)
    frame = enter(house, shell)
    frame.open(Place(CONVERSATION))
    press(page_of(frame).view.together)
    view = view_of(frame)
    view.open(Stop(route.GIVE))
    view.moved.emit(view.stop)
    screen = view.screen_shown
    assert isinstance(screen, GiveScreen)
    QTest.keyClicks(screen.gift, "Voorlezen")
    QTest.keyClick(shell, Qt.Key.Key_L, LOCK)
    assert not shell.isFullScreen()
    house.rest(shell)
    frame = enter(house, shell)
    (draft,) = frame.context.workspace.conversations.drafts()
    frame.open(Place(CONVERSATION, record=draft.id))
    assert view_of(frame).stop == Stop(route.GIVE)
    assert draft.conversation.gift == "Voorlezen"
