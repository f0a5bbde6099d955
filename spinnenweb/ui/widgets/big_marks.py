"""Eleven numbers for a finger. Tab comes to them once; arrows walk, 0–9 and t set, Delete empties.

In a language that is read from the right the row runs from the right too, with its words at the ends, and the
arrows follow what is seen. The digits are the same everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from spinnenweb.domain.answers import HIGHEST_MARK, LOWEST_MARK
from spinnenweb.domain.wording import Said
from spinnenweb.ui.widgets.big_buttons import LEAST, BigButton, Dress
from spinnenweb.ui.widgets.even_layout import EvenLayout
from spinnenweb.ui.widgets.mark_keys import mark_of_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QFocusEvent, QKeyEvent

WIDEST = 72
_EMPTYING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class ChoiceButton(BigButton):
    """One value of a row. Its keys are for the row, except blank and Enter."""

    def __init__(self, value: int, said: Said, dress: Dress, parent: ChoiceRow) -> None:
        super().__init__(said, dress, parent)
        self.value = value
        self._row = parent
        self.setCheckable(True)

    def minimumSizeHint(self) -> QSize:
        """A square for a finger; a number is never broken."""
        return super().minimumSizeHint().boundedTo(self.sizeHint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Blank and Enter press; all else is the row's."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Where the keyboard is, Tab comes back to."""
        super().focusInEvent(event)
        self._row.come_to(self.value)


class ChoiceRow(QWidget):
    """Values beside each other, of which one holds or none. `chosen` carries a mark or `None`.

    A subclass says which values there are and how they look.
    """

    chosen = Signal(object)

    def __init__(
        self, values: Sequence[int], least: float, most: float, gap: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values = tuple(values)
        self._mark: int | None = None
        self._at = self._values[0]
        self._layout = EvenLayout(self, least, most, gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.buttons: tuple[ChoiceButton, ...] = ()

    def put(self, buttons: Sequence[ChoiceButton]) -> None:
        """Lay the buttons of a subclass."""
        self.buttons = tuple(buttons)
        for button in self.buttons:
            self._layout.addWidget(button)
            button.clicked.connect(self._press)
        self.come_to(self._values[0])

    @property
    def mark(self) -> int | None:
        """The chosen value."""
        return self._mark

    def show_mark(self, mark: float | None) -> None:
        """Show a mark without telling anyone; one that is not among the values shows as none."""
        self._mark = int(mark) if mark is not None and mark in self._values else None
        for button in self.buttons:
            button.setChecked(button.value == self._mark)
        if not any(button.hasFocus() for button in self.buttons):
            self.come_to(self._values[0] if self._mark is None else self._mark)

    def focus(self) -> None:
        """Bring the keyboard to the row."""
        self.buttons[self._values.index(self._at)].setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in reading order."""
        return list(self.buttons)

    def come_to(self, value: int) -> None:
        """Make the button of this value the one where Tab arrives."""
        self._at = value
        for button in self.buttons:
            here = button.value == value
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def _press(self) -> None:
        sender = self.sender()
        if isinstance(sender, ChoiceButton):
            self._choose(None if sender.value == self._mark else sender.value)

    def _choose(self, mark: int | None) -> None:
        self.show_mark(mark)
        self._emit_chosen(mark)

    def _emit_chosen(self, mark: int | None) -> None:
        self.chosen.emit(mark)

    def _steps(self) -> dict[Qt.Key, int]:
        ahead = -1 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 1
        keys = Qt.Key
        return {keys.Key_Right: ahead, keys.Key_Left: -ahead, keys.Key_Down: 1, keys.Key_Up: -1}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits set, Delete empties, arrows walk."""
        key, mark = Qt.Key(event.key()), self.value_of(mark_of_key(event))
        steps = self._steps()
        if mark is not None:
            self._choose(mark)
            self._walk_to(self._values.index(mark))
        elif key in _EMPTYING:
            self._choose(None)
        elif key in steps:
            self._walk_to(self._values.index(self._at) + steps[key])
        elif key in _ENDS:
            self._walk_to(_ENDS[key] % len(self._values))
        else:
            super().keyPressEvent(event)

    def value_of(self, typed: int | None) -> int | None:
        """The value a typed number stands for, or `None`."""
        return typed if typed in self._values else None

    def _walk_to(self, index: int) -> None:
        self.come_to(self._values[min(len(self._values) - 1, max(0, index))])
        self.focus()


class BigMarks(ChoiceRow):
    """The marks 0 to 10."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(range(LOWEST_MARK, HIGHEST_MARK + 1), LEAST - 6, WIDEST, 8, parent)
        self.put([self._button(label, mark) for mark in range(LOWEST_MARK, HIGHEST_MARK + 1)])

    def _button(self, label: str, mark: int) -> ChoiceButton:
        button = ChoiceButton(mark, Said(str(mark)), Dress(pad=4), self)
        button.setAccessibleName(self.tr("{label}, cijfer {mark}").format(label=label, mark=mark))
        return button
