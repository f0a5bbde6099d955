"""The keys that set a mark: 0–9, and t for ten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from spinnenweb.domain.answers import HIGHEST_MARK

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_WITH_COMMAND = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def mark_of_key(event: QKeyEvent) -> int | None:
    """The mark 0–10 a key stands for, or `None`; a key with Ctrl, Alt or Meta stands for none."""
    if event.modifiers() & _WITH_COMMAND:
        return None
    text = event.text().lower()
    if text == "t":
        return HIGHEST_MARK
    return int(text) if len(text) == 1 and text in "0123456789" else None
