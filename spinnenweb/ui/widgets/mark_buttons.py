"""Buttons for one mark: eleven numbers or five faces. Tab comes to them once; arrows go from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from spinnenweb.domain.answers import HIGHEST_MARK, LOWEST_MARK
from spinnenweb.domain.faces import FACES
from spinnenweb.domain.instruments import Scale
from spinnenweb.ui.theme.icons import face_icon
from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.widgets.mark_keys import mark_of_key

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

SIDE = 32
"""Width and height of a button in pixels at 100 % text."""
_FACE = 26

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_EMPTYING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class _MarkButton(QPushButton):
    """One mark. Its keys are for the row, except blank."""

    def __init__(self, mark: int, spoken: str, parent: MarkButtons) -> None:
        super().__init__(parent)
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
    """A mark 0–10 or a face, or none. `chosen` carries it, or `None` when the chosen one is pressed again."""

    chosen = Signal(object)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._mark: int | None = None
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(px(2))
        self.scale = Scale.MARKS
        self.buttons: tuple[_MarkButton, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._make()

    @property
    def mark(self) -> int | None:
        """The chosen mark."""
        return self._mark

    @property
    def first(self) -> int:
        """The mark of the first button."""
        return self.buttons[0].mark

    def show_scale(self, scale: Scale) -> None:
        """Offer numbers or faces; whether the buttons changed is seen in `scale`."""
        if scale is not self.scale:
            self.scale = scale
            self._make()

    def _make(self) -> None:
        for old in self.buttons:
            self._line.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = self._faces() if self.scale is Scale.FACES else self._numbers()
        for button in self.buttons:
            self._line.addWidget(button)
            button.clicked.connect(self._press)
            button.show()
        self.come_to(self.first)

    def _numbers(self) -> tuple[_MarkButton, ...]:
        spoken = self.tr("{label}, cijfer {mark}")
        made = []
        for mark in range(LOWEST_MARK, HIGHEST_MARK + 1):
            button = _MarkButton(mark, spoken.format(label=self._label, mark=mark), self)
            button.setText(str(mark))
            made.append(button)
        return tuple(made)

    def _faces(self) -> tuple[_MarkButton, ...]:
        spoken, total = self.tr("{label}, gezicht {number} van {total}"), len(FACES)
        made = []
        for number, mark in enumerate(FACES, 1):
            button = _MarkButton(mark, spoken.format(label=self._label, number=number, total=total), self)
            button.setIcon(face_icon(number))
            button.setIconSize(QSize(px(_FACE), px(_FACE)))
            made.append(button)
        return tuple(made)

    def set_mark(self, mark: float | None) -> None:
        """Show a mark; one that is not whole shows as none chosen."""
        self._mark = int(mark) if mark is not None and float(mark).is_integer() else None
        for button in self.buttons:
            button.setChecked(button.mark == self._mark)
        if not self._has_keyboard():
            self.come_to(self.first if self._mark is None else self._mark)

    def focus(self) -> None:
        """Bring the keyboard to the row."""
        self.buttons[self._place].setFocus(Qt.FocusReason.OtherFocusReason)

    def come_to(self, mark: int) -> None:
        """Make the button of this mark, or the one before it, the one where Tab arrives."""
        marks = [button.mark for button in self.buttons]
        self._place = max((place for place, own in enumerate(marks) if own <= mark), default=0)
        for place, button in enumerate(self.buttons):
            here = place == self._place
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
        """0–9 and t set, for faces 1–5; Delete empties, arrows walk."""
        key, mark = Qt.Key(event.key()), self._mark_of(event)
        last = len(self.buttons) - 1
        if mark is not None:
            self._choose(mark)
            self.come_to(mark)
            self.focus()
        elif key in _EMPTYING:
            self._choose(None)
        elif key in _STEPS:
            self._walk_to(min(last, max(0, self._place + _STEPS[key])))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk_to(0 if key == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(event)

    def _mark_of(self, event: QKeyEvent) -> int | None:
        return mark_of_key(event, self.scale)

    def _walk_to(self, place: int) -> None:
        self.come_to(self.buttons[place].mark)
        self.focus()
