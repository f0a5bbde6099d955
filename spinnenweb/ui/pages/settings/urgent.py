"""The organisation's own numbers for when it is urgent."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from spinnenweb.domain.house_rules import LONGEST_NUMBER, MOST_NUMBERS, UrgentNumber
from spinnenweb.domain.residents import LONGEST_NAME
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.controls import icon_button, quiet_button

if TYPE_CHECKING:
    from spinnenweb.domain.settings import WorkSettings
    from spinnenweb.domain.wording import Wording


class NumberLine(QWidget):
    """One number and whose it is. Sends `edited` when a field is left, and `gone` for the cross."""

    edited = Signal()
    gone = Signal()

    def __init__(self, number: UrgentNumber) -> None:
        super().__init__()
        self.who = _field(number.name, self.tr("Wie"), LONGEST_NAME)
        self.phone = _field(number.phone, self.tr("Nummer"), LONGEST_NUMBER)
        self.remove = icon_button("close", "")
        self._name_parts()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.who, 3)
        row.addWidget(self.phone, 2)
        row.addWidget(self.remove)
        for field in (self.who, self.phone):
            field.editingFinished.connect(self.edited)
        self.who.textChanged.connect(self._name_parts)
        self.remove.clicked.connect(self.gone)

    def _name_parts(self) -> None:
        who = self.who.text().strip() or self.tr("een nieuw nummer")
        self.who.setAccessibleName(self.tr("Wie bel je?"))
        self.phone.setAccessibleName(self.tr("Nummer van {who}").format(who=who))
        self.remove.setAccessibleName(self.tr("{who} weghalen").format(who=who))
        self.remove.setToolTip(self.remove.accessibleName())

    @property
    def number(self) -> UrgentNumber:
        """What stands here now."""
        return UrgentNumber(self.who.text().strip(), self.phone.text().strip())


def _field(text: str, hint: str, longest: int) -> QLineEdit:
    field = QLineEdit(text)
    field.setPlaceholderText(hint)
    field.setMaxLength(longest)
    field.setMinimumWidth(px(90))
    return field


class UrgentSection(Card):
    """A line for each number; an empty line is not kept. Sends `edited(Change)`."""

    edited = Signal(object)

    def __init__(self, words: Wording) -> None:
        super().__init__(words.say("urgent.title"), words.say("urgent.title_text"))
        self.lines: list[NumberLine] = []
        self._kept: tuple[UrgentNumber, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(px(8))
        self.more = quiet_button(self.tr("Nummer toevoegen"), "plus")
        self.more.clicked.connect(self._add)
        self.add(self._list)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch(1)
        self.add(foot)

    def show_settings(self, settings: WorkSettings) -> None:
        """Show what is set; lines that say so already, and a line that is being filled in, stay as they are."""
        self._kept = settings.urgent_numbers
        if self._written() == self._kept:
            return
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = []
        for number in self._kept:
            self._show(number)
        self._count()

    def flush(self) -> None:
        """Send what was typed and not sent yet."""
        written = self._written()
        if written != self._kept:
            self._kept = written
            self.edited.emit(partial(_with_numbers, numbers=written))

    def _written(self) -> tuple[UrgentNumber, ...]:
        return tuple(line.number for line in self.lines if line.number.name or line.number.phone)

    def _show(self, number: UrgentNumber) -> NumberLine:
        line = NumberLine(number)
        line.edited.connect(self.flush)
        line.gone.connect(self._remove)
        self.lines.append(line)
        self._list.addWidget(line)
        return line

    def _add(self) -> None:
        self._show(UrgentNumber("", "")).who.setFocus(Qt.FocusReason.OtherFocusReason)
        self._count()

    def _remove(self) -> None:
        gone = self.sender()
        for line in [line for line in self.lines if line is gone]:
            self.lines.remove(line)
            line.hide()
            line.deleteLater()
        self._count()
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        self.flush()

    def _count(self) -> None:
        self.more.setEnabled(len(self.lines) < MOST_NUMBERS)


def _with_numbers(settings: WorkSettings, numbers: tuple[UrgentNumber, ...]) -> WorkSettings:
    return replace(settings, urgent_numbers=numbers)
