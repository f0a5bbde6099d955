"""What hides the screen at once when someone walks in. Only holding a button for a second takes it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.domain.wording import Said
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.together.paper import Paper
from spinnenweb.ui.widgets.big_buttons import Dress, HoldButton
from spinnenweb.ui.widgets.big_words import QUESTION, Picture, SaidLabel

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Spoken

_WIDEST = 820


class Cover(QWidget):
    """Sends `lifted()`, and `left()` for the worker's own screen."""

    lifted = Signal()
    left = Signal()

    def __init__(self, spoken: Spoken, my_screen: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = spoken.say("talk.covered")
        self.text = said.text
        self.words = SaidLabel(said, QUESTION, bold=True)
        self.lift = HoldButton(spoken.say("talk.uncover"), Dress(tone="accent"))
        self.leave = HoldButton(Said(my_screen), Dress(tone="calm", points=13))
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(px(16), px(8), px(16), px(8))
        column.setSpacing(0)
        inside = QWidget()
        inside.setMaximumWidth(px(_WIDEST))
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(px(16))
        middle = Qt.AlignmentFlag.AlignHCenter
        self.words.lean(middle)
        body.addWidget(Picture("pause", 72), 0, middle)
        body.addWidget(self.words)
        body.addWidget(self.lift, 0, middle)
        body.addWidget(self.leave, 0, middle)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(inside, 1000)
        across.addStretch(1)
        column.addStretch(2)
        column.addLayout(across)
        column.addStretch(3)
        paper = Paper()
        paper.put(sheet)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(paper)
        self.lift.held.connect(self.lifted)
        self.leave.held.connect(self.left)

    def focus(self) -> None:
        """Bring the keyboard to the button that uncovers."""
        self.lift.setFocus(Qt.FocusReason.OtherFocusReason)
