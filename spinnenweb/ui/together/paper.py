"""The part of a screen that scrolls downwards, by wheel, key and finger; never sideways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QVBoxLayout, QWidget

from spinnenweb.ui.theme.look import px, set_role


class Paper(QScrollArea):
    """Shows one widget at a time, as wide as there is room; where there is little, the foot scrolls along."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        holder = QWidget()
        set_role(holder, "column")
        self._inside = QVBoxLayout(holder)
        # room for the rings of the keyboard
        self._inside.setContentsMargins(px(4), px(4), px(4), px(4))
        self._inside.setSpacing(px(16))
        self._content: QWidget | None = None
        self.setWidget(holder)

    def put(self, content: QWidget) -> None:
        """Show another widget from its top; the one before goes."""
        if self._content is not None:
            self._inside.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self._inside.insertWidget(0, content, 1)
        content.show()
        self.to_top()

    def put_foot(self, foot: QWidget) -> None:
        """Let the ways on scroll along under the content."""
        self._inside.addWidget(foot)

    def to_top(self) -> None:
        """Show the beginning."""
        self.verticalScrollBar().setValue(0)
