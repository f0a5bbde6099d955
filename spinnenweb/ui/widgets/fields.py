"""Fields whose value the mouse wheel never changes.

Somebody scrolls a page with the pointer wherever it happens to be. A wheel that turns over a date or a choice
moves the page and leaves what stands there; keys and clicks change it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QDateEdit, QDateTimeEdit, QSpinBox

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent


class ChoiceBox(QComboBox):
    """One of some words."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """For the page."""
        event.ignore()


class DayBox(QDateEdit):
    """A day."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """For the page."""
        event.ignore()


class MomentBox(QDateTimeEdit):
    """A day and a time."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """For the page."""
        event.ignore()


class NumberBox(QSpinBox):
    """A whole number."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """For the page."""
        event.ignore()
