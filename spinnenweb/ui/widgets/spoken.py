"""What is said to a resident, with the Dutch of it small underneath for the worker.

Only these parts follow the direction of the resident's language; the rest of the window stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.answer_buttons import AnswerButtons
from spinnenweb.ui.widgets.cards import Note
from spinnenweb.ui.widgets.labels import mixed, plain, text_label

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from spinnenweb.domain.wording import Said, Spoken


class SpokenLabel(QWidget):
    """A sentence, and under it the same in Dutch where it is in another language."""

    def __init__(self, said: Said, role: str = "body", from_the_right: bool = False) -> None:
        super().__init__()
        self.label = _rich(said.text, role) if from_the_right else text_label(said.text, role)
        self.under = under_line(said.under, from_the_right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addWidget(self.label)
        column.addWidget(self.under)
        turn(self, from_the_right)


class SpokenNote(Note):
    """A note that says something to the resident, or to the worker alone."""

    def __init__(self, tone: str = "") -> None:
        super().__init__("", tone)
        self.under = under_line("")
        column = QVBoxLayout()
        column.setSpacing(px(2))
        self.row.removeWidget(self.label)
        self.row.addLayout(column, 1)
        column.addWidget(self.label)
        column.addWidget(self.under)

    def show_said(self, said: Said, from_the_right: bool = False) -> None:
        """Show other words."""
        way = Qt.LayoutDirection.RightToLeft if from_the_right else Qt.LayoutDirection.LeftToRight
        self.label.setLayoutDirection(way)
        self.label.setTextFormat(Qt.TextFormat.RichText if from_the_right else Qt.TextFormat.PlainText)
        self.label.setText(plain(said.text) if from_the_right else said.text)
        self.under.setText(said.under)
        self.under.setAlignment(_side(from_the_right))
        self.under.setVisible(bool(said.under))


def _rich(text: str, role: str) -> QLabel:
    # Qt sets plain text of several lines from the right with the blank at the end of a line in front of it
    return mixed(plain(text), role=role)


def under_line(dutch: str, from_the_right: bool = False) -> QLabel:
    """The small Dutch line, from left to right, at the side where the other language begins."""
    label = text_label(dutch, "small")
    label.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    label.setAlignment(_side(from_the_right))
    label.setHidden(not dutch)
    return label


def _side(from_the_right: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if from_the_right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def turn(widget: QWidget, from_the_right: bool) -> None:
    """Let a part of the window follow a language that is written from the right."""
    if from_the_right:
        widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


def spoken_answers(spoken: Spoken, question: Said, keys: Mapping[Hashable, str]) -> AnswerButtons:
    """The answers to a question by value; `keys` names the sentence of each."""
    said = {value: spoken.say(key) for value, key in keys.items()}
    answers = [(value, one.text) for value, one in said.items()]
    buttons = AnswerButtons(question.text, answers, under=[one.under for one in said.values()])
    turn(buttons, spoken.from_the_right)
    return buttons
