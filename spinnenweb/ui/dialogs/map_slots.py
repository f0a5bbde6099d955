"""The moments of an offer as a short form: ticked days, two hours, how often, and between which days it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.map_schedule import NTHS, hour_in, said_slots, slot_groups
from spinnenweb.domain.social_map import Every, Slot
from spinnenweb.services.map_cells import day_in
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.chips import ToggleChip
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import line_label, text_label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time

    from PySide6.QtGui import QFocusEvent

    from spinnenweb.domain.map_schedule import SlotWords

_HOUR_WIDE, _DAY_WIDE = 76, 116
_SHORT = 2


class SlotRow(QWidget):
    """One moment, on as many days as are ticked. Sends `changed()` and, to be taken away, `dropped()`."""

    changed = Signal()
    dropped = Signal()

    def __init__(self, words: SlotWords, group: Sequence[Slot]) -> None:
        super().__init__()
        self._words = words
        self.days = [ToggleChip(day[:_SHORT]) for day in words.days]
        self.begins = self._line(self.tr("Begint om"), "10.00", _HOUR_WIDE)
        self.ends = self._line(self.tr("Eindigt om"), "12.00", _HOUR_WIDE)
        self.often = ChoiceBox()
        self._often: list[tuple[Every, int | None]] = []
        self.since = self._line(self.tr("Geldt vanaf"), "1-9-2026", _DAY_WIDE)
        self.until = self._line(self.tr("Geldt tot en met"), "30-6-2027", _DAY_WIDE)
        self.drop = link_button(self.tr("Weghalen"), "soft")
        self._fill_often()
        self._show(group)
        for chip, day in zip(self.days, words.days, strict=True):
            chip.setAccessibleName(day)
            chip.toggled.connect(self.changed)
        self.often.currentIndexChanged.connect(self._tell)
        self.drop.clicked.connect(self.dropped)
        self._lay_out()

    def _line(self, spoken: str, hint: str, width: int) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(spoken)
        line.setPlaceholderText(hint)
        line.setFixedWidth(px(width))
        line.textChanged.connect(self._tell)
        return line

    def _tell(self) -> None:
        self.changed.emit()

    def _fill_often(self) -> None:
        self.often.setAccessibleName(self.tr("Hoe vaak"))
        for every in Every:
            self._offer(self._words.every[every], every, None)
        for nth in NTHS:
            self._offer(self.tr("de {nth} van de maand").format(nth=self._words.nths[nth]), Every.MONTH, nth)

    def _offer(self, said: str, every: Every, nth: int | None) -> None:
        self._often.append((every, nth))
        self.often.addItem(said)

    def _show(self, group: Sequence[Slot]) -> None:
        if not group:
            return
        first = group[0]
        for slot in group:
            if slot.weekday is not None:
                self.days[slot.weekday].setChecked(True)
        self.begins.setText(_hour(first.begins))
        self.ends.setText(_hour(first.ends))
        if (first.every, first.nth) not in self._often:
            # what came from elsewhere may be said in a way that nobody can choose here
            said = said_slots([Slot(every=first.every, nth=first.nth)], self._words)
            self._offer(said, first.every, first.nth)
        self.often.setCurrentIndex(self._often.index((first.every, first.nth)))
        self.since.setText(_day(first.since))
        self.until.setText(_day(first.until))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        week, hours, between = QWidget(), QWidget(), QWidget()
        line = FlowLayout(week, gap=6)
        for chip in self.days:
            line.addWidget(chip)
        line = FlowLayout(hours, gap=8)
        for part in (self.begins, line_label("–", "soft"), self.ends, self.often):
            line.addWidget(part)
        line = FlowLayout(between, gap=8)
        for word, day in ((self._words.since, self.since), (self._words.until, self.until)):
            line.addWidget(line_label(word, "soft"))
            line.addWidget(day)
        line.addWidget(self.drop)
        for whole in (week, hours, between):
            column.addWidget(whole)

    def slots(self) -> tuple[Slot, ...]:
        """What is filled in, one for each day; nothing when no day and no hour is.

        Raises:
            SpinnenwebError: `map.slot`, `map.value` (a day that is none).
        """
        begins, ends = hour_in(self.begins.text()), hour_in(self.ends.text())
        since, until = day_in(self.since.text()), day_in(self.until.text())
        every, nth = self._often[self.often.currentIndex()]
        days: list[int | None] = [day for day, chip in enumerate(self.days) if chip.isChecked()]
        if not days and begins is None and ends is None:
            if since is not None or until is not None:
                raise SpinnenwebError("map.slot_day")
            return ()
        return tuple(Slot(day, begins, ends, every, nth, since, until) for day in days or [None])


class SlotsField(QWidget):
    """As many moments as there are, and a blank one where there is none. Sends `changed()`."""

    changed = Signal()

    def __init__(self, words: SlotWords, slots: Sequence[Slot]) -> None:
        super().__init__()
        self._words = words
        self.rows: list[SlotRow] = []
        self.said = text_label("", "small")
        self.more = link_button(self.tr("Nog een tijd"), "strong")
        self.more.clicked.connect(self._more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(14))
        self._column.addWidget(self.said)
        self._column.addWidget(self.more)
        for group in slot_groups(slots) or ((),):
            self._add(group)
        self._say()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who is brought here begins at the first day; a focus proxy would make Tab go round in here."""
        super().focusInEvent(event)
        self.rows[0].days[0].setFocus(event.reason())

    def _add(self, group: Sequence[Slot]) -> SlotRow:
        row = SlotRow(self._words, group)
        row.changed.connect(self._say)
        row.dropped.connect(self._drop)
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)
        return row

    def _more(self) -> None:
        self._add(()).days[0].setFocus(Qt.FocusReason.TabFocusReason)
        self._say()

    def _drop(self) -> None:
        row = next(row for row in self.rows if row is self.sender())
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        if not self.rows:
            self._add(())
        self.more.setFocus(Qt.FocusReason.TabFocusReason)
        self._say()

    def typed(self) -> str:
        """The moments as they may be typed in a cell; raises as `SlotRow.slots`."""
        return said_slots([slot for row in self.rows for slot in row.slots()], self._words)

    def _say(self) -> None:
        # what cannot be read yet is told when the form is kept, and not while somebody types
        try:
            self.said.setText(self.typed())
        except SpinnenwebError:
            self.said.setText("")
        self.said.setVisible(bool(self.said.text()))
        self.more.setVisible(bool(self.said.text()) or len(self.rows) > 1)
        self._emit_changed()

    def _emit_changed(self) -> None:
        self.changed.emit()


def _hour(moment: time | None) -> str:
    return "" if moment is None else f"{moment.hour}.{moment.minute:02}"


def _day(day: date | None) -> str:
    return "" if day is None else f"{day.day}-{day.month}-{day.year}"
