"""A window over the page that is as high as what it holds, and scrolls where the screen is smaller."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.scroll import PageScroll

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

WIDTH = 640
_BESIDE = 32
_SIDES = 56


class ScrollingDialog(QDialog):
    """Open with `open()`; it goes when it is closed. Fill `middle`, which scrolls, and `foot`, which stays.

    `said` is over the foot and stays too: one line of what was refused or done.
    """

    WIDE: ClassVar[int] = WIDTH
    """Pixels at 100 % text; a dialog that lays things beside each other asks for more."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Spinnenweb")
        self.middle = PageScroll(self.WIDE)
        self.middle.body.setContentsMargins(0, px(20), 0, px(8))
        self.said = QVBoxLayout()
        self.said.setContentsMargins(px(28), 0, px(28), 0)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(px(28), px(4), px(28), px(20))
        self.foot.setSpacing(px(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.middle, 1)
        column.addLayout(self.said)
        column.addLayout(self.foot)

    def sizeHint(self) -> QSize:
        """As high as what it holds, but never beyond the screen or the window it belongs to."""
        room = self.room()
        width = min(px(self.WIDE), room.width())
        paper = self.middle.widget()
        inside = 0 if paper is None else max(paper.heightForWidth(width), paper.sizeHint().height())
        under = sum(
            part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
            for part in (self.said, self.foot)
        )
        return QSize(width, min(inside + under, room.height()))

    def room(self) -> QSize:
        """The most it may take: the screen, or the window it belongs to, with air beside it."""
        screen, window = self.screen().availableGeometry().size(), self.parentWidget()
        room = screen if window is None else screen.boundedTo(window.window().size())
        return room - QSize(px(_BESIDE), px(_BESIDE) // 2)

    def minimumSizeHint(self) -> QSize:
        """What is too high scrolls."""
        return QSize(px(_SIDES), px(_SIDES)).boundedTo(self.sizeHint())

    def fit(self) -> None:
        """Take the size of what it holds now."""
        self._become(self.sizeHint())

    def grow(self) -> None:
        """Become as large as what it holds now, and never smaller than somebody made it."""
        self._become(self.size().expandedTo(self.sizeHint()))

    def _become(self, size: QSize) -> None:
        """Take a size; what would then hang over the screen's edge moves back, with its buttons."""
        self.resize(size)
        if not self.isVisible():
            return
        screen, frame = self.screen().availableGeometry(), self.frameGeometry()
        inside = QRect(frame)
        inside.moveRight(min(frame.right(), screen.right()))
        inside.moveBottom(min(inside.bottom(), screen.bottom()))
        inside.moveLeft(max(inside.left(), screen.left()))
        inside.moveTop(max(inside.top(), screen.top()))
        if inside != frame:
            self.move(inside.topLeft())

    def showEvent(self, event: QShowEvent) -> None:
        """As large as what it holds asks: left alone, Qt takes at most two thirds of the screen."""
        self.fit()
        super().showEvent(event)
