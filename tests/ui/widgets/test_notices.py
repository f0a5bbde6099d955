from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from spinnenweb.ui.widgets.toast import SHORT_MS, UNDO_MS, Toast
from spinnenweb.ui.widgets.waiting import Skeleton, Waiting

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from spinnenweb.ui.theme.look import Theme

    Wear = Callable[..., Theme]
    OnScreen = Callable[[QWidget], None]


class Ledger:
    """Counts how often the way back was taken."""

    def __init__(self) -> None:
        self.count = 0

    def back(self) -> None:
        self.count += 1


@pytest.fixture
def window(wear: Wear, qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(1000, 700)
    qtbot.addWidget(window)
    window.show()
    return window


def undo_button(toast: Toast) -> QPushButton:
    button = toast.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    return button


def clock(toast: Toast) -> QTimer:
    timer = toast.findChild(QTimer)
    assert isinstance(timer, QTimer)
    return timer


def test_that_the_way_back_is_open_for_ten_seconds(window: QWidget) -> None:
    toast = Toast(window)
    toast.tell("De notitie ligt in de prullenbak.", Ledger().back)
    assert undo_button(toast).text() == "Ongedaan maken"
    assert clock(toast).interval() == UNDO_MS == 10_000


def test_that_undo_is_done_once_and_the_message_goes(window: QWidget, qtbot: QtBot) -> None:
    ledger, toast = Ledger(), Toast(window)
    toast.tell("Weg.", ledger.back)
    with qtbot.waitSignal(toast.undone, timeout=1000):
        undo_button(toast).click()
    undo_button(toast).click()
    assert ledger.count == 1
    assert not toast.isVisible()


def test_that_a_message_without_a_way_back_has_no_button(window: QWidget) -> None:
    toast = Toast(window)
    toast.tell("Bewaard om 14:05")
    assert toast.isVisible()
    assert not undo_button(toast).isVisible()
    assert clock(toast).interval() == SHORT_MS


def test_that_a_message_goes_by_itself_and_takes_the_way_back_with_it(window: QWidget) -> None:
    ledger, toast = Ledger(), Toast(window)
    toast.tell("Weg.", ledger.back)
    clock(toast).timeout.emit()
    assert not toast.isVisible()
    undo_button(toast).click()
    assert ledger.count == 0


def test_that_time_stands_still_while_the_keyboard_is_on_the_way_back(
    window: QWidget, on_screen: OnScreen
) -> None:
    toast = Toast(window)
    toast.tell("Weg.", Ledger().back)
    on_screen(window)
    undo_button(toast).setFocus()
    assert not clock(toast).isActive()
    undo_button(toast).clearFocus()
    assert clock(toast).isActive()


@pytest.mark.parametrize("width", [420, 1000, 1900])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_a_message_stays_inside_the_window(wear: Wear, window: QWidget, width: int, scale: float) -> None:
    wear("licht", scale)
    toast = Toast(window)
    toast.tell("De notitie ligt in de prullenbak. Tot 21 december kun je hem terughalen.", Ledger().back)
    window.resize(width, 600)
    assert window.rect().contains(toast.geometry())
    assert toast.height() >= toast.heightForWidth(toast.width())


def test_that_quick_work_shows_nothing_and_slow_work_shows_a_way_out(wear: Wear, qtbot: QtBot) -> None:
    waiting = Waiting("Je kluis gaat open…", "Stoppen")
    qtbot.addWidget(waiting)
    waiting.show()
    skeleton, bar = waiting.findChild(Skeleton), waiting.findChild(QProgressBar)
    assert isinstance(skeleton, Skeleton)
    assert isinstance(bar, QProgressBar)
    waiting.start()
    soon, late = sorted(waiting.findChildren(QTimer), key=QTimer.interval)
    assert (soon.interval(), late.interval()) == (200, 1000)
    assert not skeleton.isVisible()
    soon.timeout.emit()
    assert skeleton.isVisible()
    assert not bar.isVisible()
    late.timeout.emit()
    assert bar.isVisible()
    button = waiting.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    with qtbot.waitSignal(waiting.cancelled, timeout=1000):
        button.click()
    waiting.stop()
    assert not skeleton.isVisible()
    assert not late.isActive()
