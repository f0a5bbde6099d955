"""The fields of a new step: what, when, with whom, how sure, and when to look back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from spinnenweb.domain.conversations import LONGEST_LINE
from spinnenweb.domain.goals import HIGHEST_CONFIDENCE, LOWEST_CONFIDENCE, GoalStep
from spinnenweb.ui.dialogs.day_choice import DayChoice
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.bsn_line import BsnLine
from spinnenweb.ui.widgets.controls import link_button, quiet_button
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from datetime import date


class StepForm(QWidget):
    """Sends `agreed(GoalStep)`, without ids, and `left()`."""

    agreed = Signal(object)
    left = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.what = _line(self.tr("wat is een kleine stap?"), self.tr("Wat"))
        self.when = _line(self.tr("wanneer"), self.tr("Wanneer"))
        self.with_whom = _line(self.tr("met wie"), self.tr("Met wie"))
        self.confidence = self._make_confidence()
        self.back = DayChoice(self.tr("Wanneer kijken we terug?"), today)
        self.keep = quiet_button(self.tr("Stap bewaren"))
        self.leave = link_button(self.tr("Niet bewaren"), "soft")
        self.keep.clicked.connect(self._agree)
        self.what.returnPressed.connect(self._agree)
        self.leave.clicked.connect(self.left)
        self._lay_out()

    def _make_confidence(self) -> QComboBox:
        box = ChoiceBox()
        box.setAccessibleName(self.tr("Vertrouwen dat het lukt, van 0 tot en met 10"))
        box.setMaxVisibleItems(HIGHEST_CONFIDENCE - LOWEST_CONFIDENCE + 2)
        box.addItem(self.tr("vertrouwen: niet gevraagd"), None)
        for number in range(LOWEST_CONFIDENCE, HIGHEST_CONFIDENCE + 1):
            box.addItem(self.tr("vertrouwen: {n} van 10").format(n=number), number)
        return box

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(px(8))
        grid.addWidget(self.what, 0, 0, 1, 2)
        grid.addWidget(self.when, 1, 0)
        grid.addWidget(self.with_whom, 1, 1)
        grid.addWidget(self.confidence, 2, 0)
        foot = QHBoxLayout()
        foot.setSpacing(px(12))
        foot.addWidget(self.keep)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), 0, 0, px(8))
        column.setSpacing(px(8))
        column.addLayout(grid)
        column.addWidget(BsnLine(self.what, self.when, self.with_whom))
        column.addWidget(text_label(self.tr("Wanneer kijken we terug?"), "small"))
        column.addWidget(self.back)
        column.addLayout(foot)

    def hand_over(self) -> None:
        """Send a step that was filled in and not kept yet."""
        if self.what.text().strip():
            self._agree()

    def clear(self) -> None:
        """Empty the fields."""
        for line in (self.what, self.when, self.with_whom):
            line.clear()

    def _agree(self) -> None:
        if not self.what.text().strip():
            self.what.setFocus()
            return
        step = GoalStep(
            id="",
            resident_id="",
            what=self.what.text(),
            when=self.when.text(),
            with_whom=self.with_whom.text(),
            confidence=self.confidence.currentData(),
            made_on=self._today,
            due=self.back.day,
        )
        self._emit_agreed(step)

    def _emit_agreed(self, step: GoalStep) -> None:
        self.agreed.emit(step)


def _line(hint: str, spoken: str) -> QLineEdit:
    line = QLineEdit()
    line.setMaxLength(LONGEST_LINE)
    line.setPlaceholderText(hint)
    line.setAccessibleName(spoken)
    return line
