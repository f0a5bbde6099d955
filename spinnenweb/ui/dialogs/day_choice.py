"""A day to come back: none, one of a few, or another day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDateEdit, QVBoxLayout, QWidget

from spinnenweb.ui.dates import locale, qt_date
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.answer_buttons import AnswerButtons
from spinnenweb.ui.widgets.fields import DayBox

if TYPE_CHECKING:
    from collections.abc import Sequence

_OTHER = -1
_FIRST_GUESS = 14


def day_field(spoken: str, day: date) -> QDateEdit:
    """A field for one day, with a calendar to unfold."""
    field = DayBox()
    field.setLocale(locale())
    field.setDisplayFormat("ddd d MMM yyyy")
    field.setCalendarPopup(True)
    field.setAccessibleName(spoken)
    field.setDate(qt_date(day))
    return field


def day_of(field: QDateEdit) -> date:
    """The day in a field."""
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())


class DayChoice(QWidget):
    """Nothing is chosen at first; `day` is the choice, or `None`."""

    def __init__(
        self,
        question: str,
        today: date,
        days: Sequence[int] = (7, 14, 28),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        words = {1: self.tr("morgen"), 7: self.tr("over een week"), 14: self.tr("over 2 weken")}
        words[28] = self.tr("over 4 weken")
        answers = [(ahead, words[ahead]) for ahead in days]
        self.quick = AnswerButtons(question, [*answers, (_OTHER, self.tr("andere dag"))])
        self.other = day_field(self.tr("andere dag"), today + timedelta(days=_FIRST_GUESS))
        self.other.setMinimumDate(qt_date(today))
        self.other.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.quick)
        column.addWidget(self.other)
        self.quick.chosen.connect(self._choose)

    @property
    def day(self) -> date | None:
        """The day that was chosen, or `None`."""
        ahead = self.quick.value
        if not isinstance(ahead, int):
            return None
        return day_of(self.other) if ahead == _OTHER else self._today + timedelta(days=ahead)

    def keep_room(self) -> None:
        """Hold the place of the other day open, so that nothing jumps when it comes."""
        policy = self.other.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.other.setSizePolicy(policy)

    def _choose(self, ahead: object) -> None:
        self.other.setVisible(ahead == _OTHER)
        if ahead == _OTHER:
            self.other.setFocus()
