"""The sheet under a short form: a title, the fields, what went wrong, and the two buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.ui.errors import told
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.controls import primary_button, quiet_button, with_shortcut
from spinnenweb.ui.widgets.labels import SectionTitle, text_label
from spinnenweb.ui.widgets.scroll import PageScroll

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from spinnenweb.domain.errors import SpinnenwebError
    from spinnenweb.ui.context import Context

WIDTH = 640
_BESIDE = 32


class Sheet(QDialog):
    """Open with `open()`; it goes when it is closed. Fill `fields`; Ctrl+Enter presses `keep` from any field."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Spinnenweb")
        self.context = context
        self.problem = text_label("", "error")
        self.problem.hide()
        self.title = SectionTitle("", "heading")
        self.keep = primary_button("")
        self.not_now = quiet_button(self.tr("Niet nu"))
        self.not_now.clicked.connect(self.reject)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(px(14))
        self._lay_out()

    def _lay_out(self) -> None:
        self._scroll = PageScroll(WIDTH)
        self._scroll.add(self.title)
        self._scroll.add(self.fields)
        self._scroll.body.setContentsMargins(0, px(20), 0, px(8))
        foot = QHBoxLayout()
        foot.setContentsMargins(px(28), px(4), px(28), px(20))
        foot.setSpacing(px(12))
        foot.addWidget(self.problem, 1)
        foot.addStretch(1)
        foot.addWidget(self.not_now)
        foot.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)

    def name(self, title: str, verb: str) -> None:
        """Give the form its title, and the button that keeps its verb."""
        self.setAccessibleName(title)
        self.title.setText(title)
        self.keep.setText(verb)
        with_shortcut(self.keep, "Ctrl+Return")

    def sizeHint(self) -> QSize:
        """As high as the fields, but never beyond the screen or the window it belongs to."""
        room = self.screen().availableGeometry().size()
        width = min(px(WIDTH), room.width() - px(_BESIDE))
        paper = self._scroll.body.parentWidget()
        high = 0 if paper is None else max(paper.heightForWidth(width - px(56)), paper.sizeHint().height())
        foot = self.keep.sizeHint().height() + px(48)
        return QSize(width, min(high + foot, room.height() - px(_BESIDE)))

    def showEvent(self, event: QShowEvent) -> None:
        """As large as the form asks: left alone, Qt takes at most two thirds of the screen."""
        self.resize(self.sizeHint())
        super().showEvent(event)

    def refuse(self, error: SpinnenwebError) -> None:
        """Say what was refused; the form stays as it is."""
        self.say(told(error, self.context.messages, self.context.words).text)

    def say(self, text: str) -> None:
        """Say what is missing or wrong; an empty text takes it away."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        if text:
            announce(self.problem, text)
