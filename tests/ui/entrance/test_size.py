"""Where the window stands the first time, and the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.ui.preferences import Preferences
from spinnenweb.ui.shell import USUAL_SIZE, Shell

if TYPE_CHECKING:
    from tests.ui.entrance.conftest import House


def test_that_the_first_time_a_screen_too_small_for_the_usual_size_is_filled(house: House) -> None:
    shell = Shell(house.setup, Preferences())
    house.shells.append(shell)
    assert shell.screen().availableSize().width() < USUAL_SIZE[0]
    with house.bot.waitSignal(shell.painted):
        shell.show_first()
    assert shell.isMaximized()


def test_that_a_window_comes_back_as_it_was_left(house: House) -> None:
    first = house.shell()
    first.resize(700, 500)
    house.end(first)
    again = Shell(house.setup, Preferences())
    house.shells.append(again)
    with house.bot.waitSignal(again.painted):
        again.show_first()
    assert not again.isMaximized()
    assert (again.width(), again.height()) == (700, 500)
