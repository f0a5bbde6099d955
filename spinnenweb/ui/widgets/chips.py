"""Chips: a short word on a coloured ground, and one that can be ticked."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from spinnenweb.ui.theme.icons import icon
from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.widgets.labels import dress


class Chip(QLabel):
    """A short word. `tone`: `accent`, `ok`, `warn` or empty; the word carries the meaning, never the colour."""

    def __init__(self, text: str, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, "chip", tone)
        self.setWordWrap(False)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: str) -> None:
        """Change the ground."""
        set_role(self, "chip", tone)


class ToggleChip(QPushButton):
    """A word to tick; ticked it shows a tick, so that it does not lean on colour. Signal: `toggled(bool)`."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        set_role(self, "chip")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setIconSize(QSize(px(18), px(14)))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._show_sign(checked=False)
        self.toggled.connect(self._show_sign)

    def _show_sign(self, checked: bool) -> None:
        self.setIcon(icon("check", "accent_text") if checked else icon("plus", "ink_soft"))
