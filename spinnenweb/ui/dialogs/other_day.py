"""To which day something moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from spinnenweb.ui.dates import qt_date
from spinnenweb.ui.dialogs.day_choice import day_field, day_of
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.forms import FieldRow

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from spinnenweb.ui.context import Context


class OtherDayDialog(Sheet):
    """Sends `chosen(date)` and goes; days that have gone by cannot be chosen."""

    chosen = Signal(object)

    def __init__(self, context: Context, due: date, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.name(self.tr("Naar een andere dag"), self.tr("Verplaatsen"))
        today = context.workspace.clock.today()
        self.day = day_field(self.tr("Welke dag?"), max(due, today))
        self.day.setMinimumDate(qt_date(today))
        self.day.setMinimumWidth(px(240))
        self.fields.addWidget(FieldRow(self.tr("Welke dag?"), self.day))
        self.keep.clicked.connect(self._take)
        self.day.setFocus()

    def _take(self) -> None:
        day = day_of(self.day)
        self.accept()
        self._emit_chosen(day)

    def _emit_chosen(self, day: date) -> None:
        self.chosen.emit(day)
