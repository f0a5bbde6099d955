"""Eleven buttons for one mark. Tab comes to them once; arrows go from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from spinnenweb.domain.answers import HIGHEST_MARK, LOWEST_MARK
from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.widgets.mark_keys import mark_of_key

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

SIDE = 32
"""Width and height of a button in pixels at 100 % text."""

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_EMPTYING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class _MarkButton(QPushButton):
    """One mark. Its keys are for the row, except blank."""

    def __init__(self, mark: int, spoken: str, parent: MarkButtons) -> None:
        super().__init__(str(mark), parent)
        self.mark = mark
        self._row = parent
        set_role(self, "mark")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(spoken)
        self.setMinimumSize(px(SIDE), px(SIDE))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._row.come_to(self.mark)


class MarkButtons(QWidget):
    """A mark 0–10 or none. `chosen` carries the mark, or `None` when the chosen one is pressed again."""

    chosen = Signal(object)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark: int | None = None
        self._at = LOWEST_MARK
        self.buttons = tuple(
            _MarkButton(mark, self.tr("{label}, cijfer {mark}").format(label=label, mark=mark), self)
            for mark in range(LOWEST_MARK, HIGHEST_MARK + 1)
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(2))
        for button in self.buttons:
            row.addWidget(button)
            button.clicked.connect(self._press)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.come_to(LOWEST_MARK)

    @property
    def mark(self) -> int | None:
        """The chosen mark."""
        return self._mark

    def set_mark(self, mark: float | None) -> None:
        """Show a mark; one that is not whole shows as none chosen."""
        self._mark = int(mark) if mark is not None and float(mark).is_integer() else None
        for button in self.buttons:
            button.setChecked(button.mark == self._mark)
        if not self._has_keyboard():
            self.come_to(LOWEST_MARK if self._mark is None else self._mark)

    def focus(self) -> None:
        """Bring the keyboard to the row."""
        self.buttons[self._at].setFocus(Qt.FocusReason.OtherFocusReason)

    def come_to(self, mark: int) -> None:
        """Make the button of this mark the one where Tab arrives."""
        self._at = mark
        for button in self.buttons:
            here = button.mark == mark
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def _has_keyboard(self) -> bool:
        return any(button.hasFocus() for button in self.buttons)

    def _press(self) -> None:
        sender = self.sender()
        if isinstance(sender, _MarkButton):
            self._choose(None if sender.mark == self._mark else sender.mark)

    def _choose(self, mark: int | None) -> None:
        self.set_mark(mark)
        self._emit_chosen(mark)

    def _emit_chosen(self, mark: int | None) -> None:
        self.chosen.emit(mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """0–9 and t set, Delete empties, arrows walk."""
        key, mark = Qt.Key(event.key()), mark_of_key(event)
        if mark is not None:
            self._choose(mark)
            self._walk_to(mark)
        elif key in _EMPTYING:
            self._choose(None)
        elif key in _STEPS:
            self._walk_to(min(HIGHEST_MARK, max(LOWEST_MARK, self._at + _STEPS[key])))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk_to(LOWEST_MARK if key == Qt.Key.Key_Home else HIGHEST_MARK)
        else:
            super().keyPressEvent(event)

    def _walk_to(self, mark: int) -> None:
        self.come_to(mark)
        self.focus()
