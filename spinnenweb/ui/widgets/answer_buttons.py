"""Short answers side by side, of which at most one holds; and the words that say there is no mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from spinnenweb.ui.theme.look import font_of, px, set_role
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

SMALL = 0.93
"""The letters beside the marks, against running text."""


class AnswerButtons(QWidget):
    """One question's answers. `chosen` carries the value, or `None` when the chosen one is pressed again.

    `under` holds what each answer is in Dutch, where the answers are in another language.
    """

    chosen = Signal(object)

    def __init__(
        self,
        question: str,
        answers: Sequence[tuple[Hashable, str]],
        parent: QWidget | None = None,
        under: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._value: Hashable | None = None
        self.setAccessibleName(question)
        flow = FlowLayout(self)
        self.buttons: dict[Hashable, QPushButton] = {}
        for number, (value, text) in enumerate(answers):
            dutch = under[number] if under else ""
            button = _answer_button(text, " ".join(filter(None, (question, text, dutch))))
            button.clicked.connect(self._press)
            self.buttons[value] = button
            flow.addWidget(_with_dutch(button, dutch) if dutch else button)

    @property
    def value(self) -> Hashable | None:
        """The answer that holds, or `None`."""
        return self._value

    def show_value(self, value: Hashable | None) -> None:
        """Show an answer without telling anyone."""
        self._value = value
        for key, button in self.buttons.items():
            button.setChecked(key == value)

    def _press(self) -> None:
        sender = self.sender()
        value = next((key for key, button in self.buttons.items() if button is sender), None)
        self.show_value(None if value == self._value else value)
        self._emit_chosen(self._value)

    def _emit_chosen(self, value: Hashable | None) -> None:
        self.chosen.emit(value)


def _with_dutch(button: QPushButton, dutch: str) -> QWidget:
    holder = QWidget()
    label = text_label(dutch, "small")
    label.setWordWrap(False)
    label.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(2))
    column.addWidget(button)
    column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
    return holder


def make_room(button: QPushButton, *texts: str) -> None:
    """Hold a link as wide as its widest text in bold, so that nothing moves or is cut when it is on."""
    font = QFont(button.font())
    font.setBold(True)
    metrics = QFontMetrics(font)
    button.setMinimumWidth(max(metrics.horizontalAdvance(text) for text in texts) + px(10))


def _answer_button(text: str, spoken: str) -> QPushButton:
    button = QPushButton(text)
    set_role(button, "chip")
    button.setCheckable(True)
    button.setAutoDefault(False)
    button.setAccessibleName(spoken)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return button


class NoMarkLink(QPushButton):
    """Words such as "weet niet"; on, they are bold and underlined, so that colour is not the only sign."""

    def __init__(self, text: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFont(font_of(SMALL))
        make_room(self, text)
        set_role(self, "link", "soft")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._underline)

    def _underline(self, on: bool) -> None:
        font = font_of(SMALL, bold=on)
        font.setUnderline(on)
        self.setFont(font)
