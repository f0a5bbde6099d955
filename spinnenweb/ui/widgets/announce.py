"""Saying aloud, to those who listen instead of look, what appeared on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from spinnenweb.domain.instruments import Scale
from spinnenweb.ui.widgets.mark_text import said_mark

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say a line (WCAG 4.1.3); silent where none is running."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def announce_mark(widget: QWidget, label: str, mark: float | None, scale: Scale = Scale.MARKS) -> None:
    """Say what the mark of something is now: "Meedoen is nu 6", or that there is none."""
    if mark is None:
        announce(widget, translate("Announcement", "{label} heeft nu geen cijfer").format(label=label))
    else:
        said = said_mark(mark, scale)
        announce(widget, translate("Announcement", "{label} is nu {mark}").format(label=label, mark=said))
