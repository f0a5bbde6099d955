"""Doing things by keyboard alone: what has the keyboard is found by its spoken name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

MOST_TABS = 150
CTRL = Qt.KeyboardModifier.ControlModifier


def here() -> QWidget:
    """What has the keyboard now."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def name_of(widget: QWidget) -> str:
    """What a screen reader would say."""
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def key(which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """One key; what it makes appear is there for the next key."""
    QTest.keyClick(here(), which, modifier)
    QCoreApplication.sendPostedEvents()


def go_to(name: str) -> None:
    """Tab until a control with this in its name has the keyboard."""
    seen = []
    for _ in range(MOST_TABS):
        if name in name_of(here()):
            return
        seen.append(name_of(here()))
        key(Qt.Key.Key_Tab)
    raise AssertionError(f"{name!r} was not reached; came by {list(dict.fromkeys(seen))}")


def write(text: str) -> None:
    """Type."""
    QTest.keyClicks(here(), text)


def tick(name: str) -> None:
    """Go to a control and press it."""
    go_to(name)
    key(Qt.Key.Key_Space)
