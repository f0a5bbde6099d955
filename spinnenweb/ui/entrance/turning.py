"""How what stands beside each other goes under each other where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton

from spinnenweb.ui.theme.look import px

if TYPE_CHECKING:
    from PySide6.QtCore import QMargins
    from PySide6.QtWidgets import QLayout, QWidget

_SIDE = 12
_AROUND = 76
"""What paper, card and note leave beside a button in a narrow window."""


class Foot(QBoxLayout):
    """A way out at the left, the answers at the right; `turn` lays them under each other."""

    def __init__(self, out: QWidget, *answers: QWidget) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self.setSpacing(px(16))
        self.addWidget(out)
        self.addStretch(1)
        for answer in answers:
            self.addWidget(answer)

    def turn(self, wide: bool) -> None:
        """Beside each other when `wide`."""
        turn(self, wide=wide)


def turn(row: QBoxLayout, *, wide: bool) -> None:
    """Lay a row beside each other, or under each other at the left."""
    across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
    row.setDirection(across if wide else down)
    items = (row.itemAt(place) for place in range(row.count()))
    for widget in (None if item is None else item.widget() for item in items):
        if widget is not None and not (isinstance(widget, QLabel) and widget.wordWrap()):
            row.setAlignment(widget, Qt.AlignmentFlag(0) if wide else Qt.AlignmentFlag.AlignLeft)


class Narrow:
    """Fits what lies on a paper into a narrow window, and lays `rows` under each other there."""

    def __init__(self, paper: QWidget, rows: list[QBoxLayout]) -> None:
        self._paper = paper
        self._rows = rows
        self._margins: dict[QWidget, QMargins] = {}

    def fit(self, width: int, *, narrow: bool) -> None:
        """Use a window of so many pixels."""
        for row in self._rows:
            turn(row, wide=not narrow)
        for part in (self._paper, *self._cards()):
            self._shrink(part, narrow=narrow)
        for button in self._paper.findChildren(QPushButton):
            said = _broken(button, width - px(_AROUND)) if narrow else _whole(button)
            if said != button.text():
                button.setText(said)

    def _cards(self) -> list[QFrame]:
        return [frame for frame in self._paper.findChildren(QFrame) if frame.property("role") == "card"]

    def _shrink(self, part: QWidget, *, narrow: bool) -> None:
        layout: QLayout | None = part.layout()
        if layout is None:
            return
        margins = self._margins.setdefault(part, layout.contentsMargins())
        side = min(px(_SIDE), margins.left()) if narrow else margins.left()
        layout.setContentsMargins(side, margins.top(), side, margins.bottom())


def _whole(button: QPushButton) -> str:
    return button.text().replace("\n", " ")


def _broken(button: QPushButton, room: int) -> str:
    """The words of a button over as few lines as fit in so many pixels."""
    button.ensurePolished()
    wide = button.fontMetrics().horizontalAdvance
    beside = button.sizeHint().width() - max(wide(line) for line in button.text().split("\n"))
    lines: list[str] = []
    for word in _whole(button).split(" "):
        if lines and beside + wide(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "\n".join(lines)
