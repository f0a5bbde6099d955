"""The keys that set a mark: 0–9, and t for ten; 1–5 for a face."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from spinnenweb.domain.answers import HIGHEST_MARK
from spinnenweb.domain.faces import FACES
from spinnenweb.domain.instruments import Scale

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_WITH_COMMAND = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def mark_of_key(event: QKeyEvent, scale: Scale = Scale.MARKS) -> int | None:
    """The mark 0–10 a key stands for, or `None`; a key with Ctrl, Alt or Meta stands for none.

    On the scale of faces 1 is the saddest and 5 the happiest.
    """
    if event.modifiers() & _WITH_COMMAND:
        return None
    text = event.text().lower()
    if scale is Scale.FACES:
        return FACES[int(text) - 1] if len(text) == 1 and text in "12345" else None
    if text == "t":
        return HIGHEST_MARK
    return int(text) if len(text) == 1 and text in "0123456789" else None
