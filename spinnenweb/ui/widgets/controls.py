"""Buttons and key caps. One filled button on a screen; the others are outlined or only words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from spinnenweb.ui.theme.icons import icon
from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.tips import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Button(QPushButton):
    """A push button that Enter presses where it has the keyboard, as Space does.

    Never Qt's automatic default: that would let Enter in a field press a button elsewhere.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; holding it down does not press again."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not plain:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


def primary_button(text: str, icon_name: str = "") -> QPushButton:
    """The filled button: the one thing this screen is for."""
    return _button(text, "primary", icon_name, "accent_ink")


def quiet_button(text: str, icon_name: str = "") -> QPushButton:
    """An outlined button."""
    return _button(text, "quiet", icon_name, "ink")


def calm_button(text: str, icon_name: str = "") -> QPushButton:
    """An outlined button in ordinary letters, for what is always there, such as "Op slot"."""
    return _button(text, "calm", icon_name, "ink")


def danger_button(text: str, icon_name: str = "") -> QPushButton:
    """What cannot be undone; its text names the consequence."""
    return _button(text, "danger", icon_name, "warn")


def link_button(text: str, tone: str = "") -> QPushButton:
    """A button that looks like a word. `tone`: empty, `strong` or `soft`."""
    button = _button(text, "link", "", "ink")
    set_role(button, "link", tone)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return button


def _button(text: str, role: str, icon_name: str, tone: str) -> QPushButton:
    button = Button(text)
    set_role(button, role)
    if icon_name:
        button.setIcon(icon(icon_name, tone))
        button.setIconSize(QSize(px(24), px(18)))
    return button


def icon_button(icon_name: str, spoken: str, tone: str = "ink_nav") -> QToolButton:
    """A button with only a picture; `spoken` is its name for screen readers and its tooltip."""
    button = QToolButton()
    button.setIcon(icon(icon_name, tone))
    button.setIconSize(QSize(px(20), px(20)))
    button.setAccessibleName(spoken)
    button.setToolTip(plain_tip(spoken))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    set_role(button, "icon")
    return button


def with_shortcut(button: QAbstractButton, keys: str, tip: str = "") -> None:
    """Give a button a shortcut such as "Ctrl+Return" and show it in the tooltip."""
    sequence = QKeySequence(keys)
    words = tip or button.accessibleName() or button.text().replace("&", "")
    button.setShortcut(sequence)
    button.setToolTip(f"{words} ({sequence.toString(QKeySequence.SequenceFormat.NativeText)})")


class KeyHint(QLabel):
    """A key, drawn as a key, for example "Ctrl K"."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        set_role(self, "key")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
