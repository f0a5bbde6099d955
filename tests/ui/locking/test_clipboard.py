"""What was copied from an open vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from spinnenweb.ui.locking.clipboard import KEPT_MS, MARKS, ClipboardGuard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

WORDS = "het dak lekt"


@pytest.fixture
def guard(qtbot: QtBot) -> Iterator[ClipboardGuard]:
    owner = QObject()
    made = ClipboardGuard(owner, owns=lambda: True)
    yield made
    QGuiApplication.clipboard().clear()
    owner.deleteLater()


def _content() -> QMimeData:
    found = QGuiApplication.clipboard().mimeData()
    assert found is not None
    return found


def test_that_what_is_copied_carries_the_marks_that_histories_look_for(guard: ClipboardGuard) -> None:
    QGuiApplication.clipboard().setText(WORDS)
    assert _content().text() == WORDS
    assert {name: _content().data(name).data() for name in MARKS} == MARKS
    guard.stop()


def test_that_it_is_gone_after_ten_seconds(guard: ClipboardGuard, qtbot: QtBot) -> None:
    assert KEPT_MS == 10_000
    QGuiApplication.clipboard().setText(WORDS)
    assert guard._timer.remainingTime() > KEPT_MS / 2
    guard._timer.start(20)
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().text())
    guard.stop()


def test_that_it_is_gone_at_the_lock(guard: ClipboardGuard) -> None:
    QGuiApplication.clipboard().setText(WORDS)
    guard.stop()
    assert not QGuiApplication.clipboard().text()


def test_that_copying_again_starts_the_ten_seconds_again(guard: ClipboardGuard) -> None:
    QGuiApplication.clipboard().setText(WORDS)
    guard._timer.start(5)
    QGuiApplication.clipboard().setText("iets anders")
    assert guard._timer.remainingTime() > KEPT_MS / 2
    guard.stop()


def test_that_after_the_lock_copying_is_nobodys_business(guard: ClipboardGuard) -> None:
    guard.stop()
    QGuiApplication.clipboard().setText(WORDS)
    assert not any(_content().hasFormat(name) for name in MARKS)
