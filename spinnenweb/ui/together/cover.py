"""What hides the screen at once when someone walks in. Only holding a button for a second takes it away.

One touch leads from here to whom to call when it is urgent, and back: those numbers name nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from spinnenweb.domain.wording import Said
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.together.paper import Paper
from spinnenweb.ui.urgent_numbers import UrgentNumbers
from spinnenweb.ui.widgets.big_buttons import BigButton, Dress, HoldButton
from spinnenweb.ui.widgets.big_words import QUESTION, Picture, SaidLabel

if TYPE_CHECKING:
    from spinnenweb.domain.house_rules import UrgentNumber
    from spinnenweb.domain.wording import Spoken, Wording

_WIDEST = 820


class Cover(QWidget):
    """Sends `lifted()`, `left()` for the worker's own screen, and `urgent_asked()` for `show_urgent`."""

    lifted = Signal()
    left = Signal()
    urgent_asked = Signal()

    def __init__(self, spoken: Spoken, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = spoken.say("talk.covered")
        self.text = said.text
        self.words = SaidLabel(said, QUESTION, bold=True)
        self.lift = HoldButton(spoken.say("talk.uncover"), Dress(tone="accent"))
        self.leave = HoldButton(Said(words.say("button.my_screen")), Dress(tone="calm", points=13))
        self.urgent = BigButton(Said(words.say("frame.urgent")), Dress(tone="calm", icon="phone", points=13))
        self._words = words
        self._numbers: UrgentNumbers | None = None
        self._paper = Paper()
        self._paper.put(self._sheet())
        self._stack = QStackedWidget()
        self._stack.addWidget(self._paper)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.lift.held.connect(self.lifted)
        self.leave.held.connect(self.left)
        self.urgent.clicked.connect(self.urgent_asked)

    def _sheet(self) -> QWidget:
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
        body.addWidget(self.urgent, 0, middle)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(inside, 1000)
        across.addStretch(1)
        column.addStretch(2)
        column.addLayout(across)
        column.addStretch(3)
        return sheet

    def focus(self) -> None:
        """Show what hides, with the keyboard on the button that uncovers."""
        self._stack.setCurrentWidget(self._paper)
        self.lift.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def numbers(self) -> UrgentNumbers:
        """Whom to call; made when it is first needed."""
        if self._numbers is None:
            self._numbers = UrgentNumbers(self._words)
            self._numbers.back_asked.connect(self.focus)
            self._stack.addWidget(self._numbers)
        return self._numbers

    def show_urgent(self, own: tuple[UrgentNumber, ...]) -> None:
        """Show whom to call, with the numbers of the organisation; what was hidden stays hidden."""
        self.numbers.show_own(own)
        self._stack.setCurrentWidget(self.numbers)
        self.numbers.begin()
