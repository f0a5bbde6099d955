"""A page that scrolls down, with its content in one column in the middle.

It scrolls sideways only when something inside cannot be made narrower: better than cutting it off.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from spinnenweb.ui.theme.look import px, set_role

COLUMN = 1100


class PageScroll(QScrollArea):
    """Fill `body`. The column is at most `width` pixels at 100 % text and never wider than the window.

    Content stands at the top; with `fill` it takes the whole height, for a page that is one table.
    """

    def __init__(self, width: int = COLUMN, fill: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        paper = QWidget()
        set_role(paper, "column")
        self._column = QWidget()
        self._column.setMaximumWidth(px(width))
        self.body = QVBoxLayout(self._column)
        self.body.setContentsMargins(0, px(8), 0, px(32))
        self.body.setSpacing(px(16))
        row = QHBoxLayout(paper)
        row.setContentsMargins(px(28), 0, px(28), 0)
        row.addWidget(self._column, 1, Qt.AlignmentFlag(0) if fill else Qt.AlignmentFlag.AlignTop)
        self.setWidget(paper)

    def add(self, item: QWidget | QLayout) -> None:
        """Put a widget or a layout under what is there."""
        if isinstance(item, QWidget):
            self.body.addWidget(item)
        else:
            self.body.addLayout(item)
