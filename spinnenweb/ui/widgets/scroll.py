"""A page that scrolls down, with its content in one column in the middle.

It scrolls sideways only when something inside cannot be made narrower: better than cutting it off.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.tab_order import TabOrder, as_read

COLUMN = 1100
SETTLE_MS = 50
"""How long a page has to find its layout before it scrolls somewhere."""
FOLLOW_MS = 2000
"""How long it goes on doing so when what is drawn on the side, such as a web, comes later and moves the rest."""
_LAID = (QEvent.Type.LayoutRequest, QEvent.Type.Resize)


class _Paper(QWidget):
    """What scrolls. Tab goes through it as it is read, also through what came to stand there later."""

    def __init__(self, ordered: bool) -> None:
        super().__init__()
        self._order = TabOrder()
        self._ordered = ordered

    def event(self, event: QEvent) -> bool:
        """Look again at what stands here when something was laid in it or went elsewhere."""
        done = super().event(event)
        if not self._ordered and event.type() in _LAID:
            self._order.put(list(as_read(self)))
        return done


class PageScroll(QScrollArea):
    """Fill `body`. The column is at most `width` pixels at 100 % text and never wider than the window.

    Content stands at the top; with `fill` it takes the whole height, for a page that is one table. With
    `ordered` whoever fills it says in which order Tab goes through it; else that is the order of the layout.
    """

    def __init__(self, width: int = COLUMN, fill: bool = False, ordered: bool = False) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._wanted: QWidget | None = None
        self._following = QTimer(self)
        self._following.setSingleShot(True)
        self._following.setInterval(FOLLOW_MS)
        self._following.timeout.connect(self._let_go)
        bar = self.verticalScrollBar()
        # behind the resize, when everything inside has its new place
        bar.rangeChanged.connect(self._follow, Qt.ConnectionType.QueuedConnection)
        # who scrolls wants to be elsewhere
        bar.actionTriggered.connect(self._let_go)
        paper = _Paper(ordered)
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

    def bring_to(self, widget: QWidget) -> None:
        """Scroll to a widget inside once everything has its place, and say aloud what it is."""
        self._wanted = widget
        self._following.stop()
        QTimer.singleShot(SETTLE_MS, self._go_there)

    def _go_there(self) -> None:
        self._following.start()
        self._follow()
        if self._wanted is not None:
            announce(self._wanted, self._wanted.accessibleName())

    def _follow(self) -> None:
        widget, paper = self._wanted, self.widget()
        if widget is None or paper is None or not self._following.isActive():
            return
        if isValid(widget) and paper.isAncestorOf(widget):
            self.verticalScrollBar().setValue(max(0, widget.mapTo(paper, QPoint(0, 0)).y() - px(24)))
        else:
            self._let_go()

    def _let_go(self) -> None:
        self._wanted = None

    def add(self, item: QWidget | QLayout) -> None:
        """Put a widget or a layout under what is there."""
        if isinstance(item, QWidget):
            self.body.addWidget(item)
        else:
            self.body.addLayout(item)
