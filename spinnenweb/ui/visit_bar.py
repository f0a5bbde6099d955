"""What stands on top of the screen during a visit, in place of navigation and search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.top_bar import help_button, lock_button, urgent_button
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.labels import IconMark, text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.wording import Wording


class VisitBar(QFrame):
    """Says that a visit is on. Sends `end_asked`, `urgent_asked`, `lock_asked`, `help_asked`."""

    end_asked = Signal()
    urgent_asked = Signal()
    lock_asked = Signal()
    help_asked = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "note")
        self.end = quiet_button(words.say("frame.visit_end"), "check")
        self.urgent = urgent_button(words)
        self.help = help_button(words)
        self.lock = lock_button(words)
        self.end.clicked.connect(self.end_asked)
        self.urgent.clicked.connect(self.urgent_asked)
        self.help.clicked.connect(self.help_asked)
        self.lock.clicked.connect(self.lock_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(28), px(11), px(28), px(8))
        row.setSpacing(px(12))
        row.addWidget(IconMark("eye-off", "accent_text"))
        row.addWidget(text_label(words.say("frame.visit"), "strong"), 1)
        row.addWidget(self.end)
        row.addWidget(self.urgent)
        row.addWidget(self.help)
        row.addWidget(self.lock)
