"""When to meet again: a day, a quick choice, or none yet."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QVBoxLayout, QWidget

from spinnenweb.ui.dates import locale, qt_date
from spinnenweb.ui.talk import edits
from spinnenweb.ui.talk.days import quick_days
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.answer_buttons import AnswerButtons
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.fields import DayBox
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import line_label
from spinnenweb.ui.widgets.spoken import SpokenLabel

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Said
    from spinnenweb.ui.talk.talk import Talk

_OTHER = "other"


class AgainPart(QWidget):
    """Sends `edited(Edit)`."""

    edited = Signal(object)

    def __init__(self, question: Said, from_the_right: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held_on = date.min
        self._day: date | None = None
        self.quick = AnswerButtons(
            question.text,
            (
                ("weeks", self.tr("over 2 weken")),
                ("month", self.tr("1 maand")),
                ("quarter", self.tr("3 maanden")),
                (_OTHER, self.tr("andere dag")),
            ),
        )
        self.day = self._make_day()
        self.none = link_button(self.tr("geen afspraak"), "soft")
        self.chosen = self._make_chosen()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(SpokenLabel(question, "strong", from_the_right))
        column.addWidget(self.quick)
        column.addWidget(self.chosen)
        self.quick.chosen.connect(self._choose)
        self.none.clicked.connect(self._take_away)

    def _make_day(self) -> QDateEdit:
        day = DayBox()
        day.setLocale(locale())
        day.setDisplayFormat("ddd d MMM yyyy")
        day.setCalendarPopup(True)
        day.setAccessibleName(self.tr("Terug op"))
        day.dateChanged.connect(self._pick)
        return day

    def _make_chosen(self) -> QWidget:
        holder = QWidget()
        # in a narrow column the link goes below: a day that is cut off is no day
        line = FlowLayout(holder)
        line.addWidget(line_label(self.tr("terug op"), "soft"))
        line.addWidget(self.day)
        line.addWidget(self.none)
        holder.hide()
        return holder

    def show_talk(self, talk: Talk) -> None:
        """Show the day, or none."""
        self._held_on = talk.draft.conversation.held_on
        self._day = talk.draft.conversation.return_on
        self.chosen.setVisible(self._day is not None)
        quick = next((key for key, day in quick_days(self._held_on).items() if day == self._day), _OTHER)
        self.quick.show_value(None if self._day is None else quick)
        if self._day is not None:
            self.day.blockSignals(True)
            self.day.setMinimumDate(qt_date(self._held_on))
            self.day.setDate(qt_date(self._day))
            self.day.blockSignals(False)

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in reading order."""
        return [*self.quick.buttons.values(), self.day, self.none]

    def _choose(self, key: str | None) -> None:
        if key == _OTHER:
            self._set(self._day or quick_days(self._held_on)["weeks"])
            self.day.setFocus()
        else:
            self._set(None if key is None else quick_days(self._held_on)[key])

    def _pick(self, day: QDate) -> None:
        self._set(date(day.year(), day.month(), day.day()))

    def _take_away(self) -> None:
        next(iter(self.quick.buttons.values())).setFocus()
        self._set(None)

    def _set(self, day: date | None) -> None:
        self.edited.emit(partial(edits.with_return, day=day))
