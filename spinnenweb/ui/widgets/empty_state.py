"""What a page shows while there is nothing yet: what it is for, and one thing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.labels import IconMark, SectionTitle, text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton


class EmptyState(QWidget):
    """An icon, a sentence and at most one button, in the middle."""

    def __init__(self, icon_name: str, text: str, action: QPushButton | None = None, title: str = "") -> None:
        super().__init__()
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(40), px(24), px(40))
        column.setSpacing(px(16))
        column.addStretch(1)
        column.addWidget(IconMark(icon_name, "ink_soft", 40), 0, middle)
        if title:
            head = SectionTitle(title)
            head.setAlignment(middle)
            column.addWidget(head)
        words = text_label(text, "soft")
        words.setAlignment(middle)
        words.setMaximumWidth(px(460))
        words.setMinimumWidth(min(px(460), words.fontMetrics().horizontalAdvance(text) + px(4)))
        # a layout asks an aligned label for its height at the full width, and would cut its second line
        words.setMinimumHeight(words.heightForWidth(words.minimumWidth()))
        column.addWidget(words, 0, middle)
        if action is not None:
            column.addWidget(action, 0, middle)
        column.addStretch(1)
