"""The ways to leave something behind, in the order in which they are to be tried; a file comes last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from spinnenweb.domain.wording import Wording


class GivingButtons(QWidget):
    """Photo, print, bring along, PDF; each with what it does. Connect to the buttons themselves."""

    def __init__(self, words: Wording, bring_hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.photo = quiet_button(words.say("button.photo"), "photo")
        self.print = quiet_button(words.say("button.print"), "printer")
        self.bring = quiet_button(words.say("button.bring"), "calendar")
        self.pdf = quiet_button(words.say("button.pdf"), "pdf")
        self.bring_hint = text_label(bring_hint, "small")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, px(4), 0, 0)
        self._column.setSpacing(px(4))
        self._add(self.photo, self.tr("Terug: druk op Esc, of houd het scherm even vast."))
        self._add(self.print, self.tr("Er komt geen bestand op je laptop."))
        self._column.addWidget(self.bring)
        self._column.addWidget(self.bring_hint)
        self._column.addSpacing(px(6))
        self._add(self.pdf, words.say("message.pdf_open"))

    def _add(self, button: QPushButton, hint: str) -> None:
        button.setAccessibleDescription(hint)
        self._column.addWidget(button)
        self._column.addWidget(text_label(hint, "small"))
        self._column.addSpacing(px(6))

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """In their order."""
        return self.photo, self.print, self.bring, self.pdf
