"""How long nobody touched the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from spinnenweb.ui.locking.idle import IdleWatch, QuietTimes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

DESK, VISIT = QuietTimes(lock=300), QuietTimes(lock=1800, cover=300)


class Quiet:
    """A watch with two clocks that a test moves, and what it said."""

    def __init__(self, owner: QObject) -> None:
        self.now = self.wall = 1000.0
        self.said: list[str] = []
        self.watch = IdleWatch(DESK, owner, lambda: self.now, lambda: self.wall)
        for name in ("warned", "touched_again", "cover_due", "lock_due", "slept"):
            getattr(self.watch, name).connect(lambda name=name: self.said.append(name))

    def wait(self, seconds: int) -> None:
        for _ in range(seconds):
            self.now += 1
            self.wall += 1
            self.watch.look()


@pytest.fixture
def quiet(qtbot: QtBot) -> Iterator[Quiet]:
    owner = QObject()
    made = Quiet(owner)
    yield made
    made.watch.stop()
    owner.deleteLater()


def test_that_five_quiet_minutes_lock_after_a_warning_of_a_minute(quiet: Quiet) -> None:
    quiet.wait(239)
    assert quiet.said == []
    quiet.wait(1)
    assert quiet.said == ["warned"]
    quiet.wait(60)
    assert quiet.said == ["warned", "lock_due"]


def test_that_a_touch_in_the_last_minute_takes_the_warning_back(quiet: Quiet) -> None:
    quiet.wait(250)
    quiet.watch.touch()
    quiet.wait(239)
    assert quiet.said == ["warned", "touched_again"]


def test_that_a_visit_is_covered_first_and_locks_later(quiet: Quiet) -> None:
    quiet.watch.set_times(VISIT)
    quiet.wait(1740)
    assert quiet.said == ["cover_due", "warned"]
    quiet.wait(60)
    assert quiet.said == ["cover_due", "warned", "lock_due"]


@pytest.mark.parametrize("clock", ["now", "wall"])
def test_that_a_gap_in_either_clock_is_sleep(quiet: Quiet, clock: str) -> None:
    quiet.wait(5)
    setattr(quiet, clock, getattr(quiet, clock) + 31)
    quiet.watch.look()
    assert quiet.said == ["slept"]


def test_that_a_busy_half_minute_is_no_sleep(quiet: Quiet) -> None:
    quiet.now += 29
    quiet.wall += 29
    quiet.watch.look()
    assert quiet.said == []


def test_that_typing_in_any_window_is_a_touch(quiet: Quiet, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    quiet.wait(250)
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert field.text() == "a"
    assert quiet.said == ["warned", "touched_again"]
