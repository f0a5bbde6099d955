"""Saying aloud, to those who listen instead of look, what appeared on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say a line (WCAG 4.1.3); silent where none is running."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
