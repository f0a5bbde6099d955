"""The first small step: what, when and with whom, and whether it will succeed. One question on each screen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from spinnenweb.domain.conversations import NO_STEP, Step, Sureness
from spinnenweb.domain.wording import Said
from spinnenweb.ui.talk import edits
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.together.screen import AskingScreen, Setting, text_field
from spinnenweb.ui.widgets.announce import announce_mark
from spinnenweb.ui.widgets.big_buttons import BigAnswers, BigButton, Dress
from spinnenweb.ui.widgets.big_marks import BigMarks
from spinnenweb.ui.widgets.big_words import TEXT, SaidLabel, large_font
from spinnenweb.ui.widgets.bsn_line import BsnLine
from spinnenweb.ui.widgets.flow_layout import Columns

if TYPE_CHECKING:
    from spinnenweb.ui.talk.talk import Talk

_SURE_WORDS = {
    Sureness.YES: "step.sure_yes",
    Sureness.MAYBE: "step.sure_maybe",
    Sureness.HARD: "step.sure_hard",
}
_NARROW = 760
_WIDEST_MARKS = 872


class StepScreen(AskingScreen):
    """What the step is. Smaller, when it was said to be hard."""

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(setting, setting.spoken.say("step.ask"), "step", parent)
        self._step = NO_STEP
        self.smaller = SaidLabel(setting.spoken.say("step.smaller"), TEXT, tone="accent")
        self.what = text_field(self.asks, self._write, lines=2)
        self.add(self.smaller)
        self.add(self.what, 8)
        self.add(BsnLine(self.what))
        self.body.addStretch(1)

    def show_talk(self, talk: Talk) -> None:
        """Show the step."""
        self._step = talk.draft.conversation.step
        self.smaller.setVisible(self._step.shaky)
        self.what.show_text(self._step.what)

    def start(self) -> bool:
        """In the field."""
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _write(self, text: str) -> None:
        # one line: Enter in the field is a blank on paper
        self.change(_with(replace(self._step, what=" ".join(text.splitlines()) if "\n" in text else text)))


class StepWhenScreen(AskingScreen):
    """When, and with whom."""

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(setting, setting.spoken.say("step.when_who"), "step", parent)
        self._step = NO_STEP
        self.what = SaidLabel(Said(""), TEXT, tone="soft")
        self.add(self.what)
        columns = Columns((1, 1), gap=24, narrow=_NARROW)
        self.when = self._field(columns.column(0), "summary.when")
        self.who = self._field(columns.column(1), "summary.who")
        self.when.textEdited.connect(self._write_when)
        self.who.textEdited.connect(self._write_who)
        self.add(columns, 8)
        self.add(BsnLine(self.when, self.who))
        self.body.addStretch(1)

    def _field(self, column: QVBoxLayout, key: str) -> QLineEdit:
        said = self.spoken.say(key)
        field = QLineEdit()
        field.setFont(large_font(TEXT))
        field.setAccessibleName(said.text)
        field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        column.addWidget(SaidLabel(said, TEXT))
        column.addWidget(field)
        return field

    def show_talk(self, talk: Talk) -> None:
        """Show what was agreed."""
        self._step = talk.draft.conversation.step
        self.what.show_words(Said(self._step.what))
        for field, text in ((self.when, self._step.when), (self.who, self._step.with_whom)):
            if field.text() != text:
                field.setText(text)

    def start(self) -> bool:
        """In the first field."""
        self.when.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _write_when(self, text: str) -> None:
        self.change(_with(replace(self._step, when=text)))

    def _write_who(self, text: str) -> None:
        self.change(_with(replace(self._step, with_whom=text)))


class SureMarks(QWidget):
    """How sure someone is as a number, with words at both ends. `chosen` carries 0–10 or `None`."""

    chosen = Signal(object)

    def __init__(self, setting: Setting, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = setting.spoken.say
        self.row = BigMarks(question)
        self.row.chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.row)
        ends = QHBoxLayout()
        low, high = (SaidLabel(say(f"step.sure_{end}"), TEXT, tone="soft") for end in ("low", "high"))
        high.lean(Qt.AlignmentFlag.AlignRight)
        ends.addWidget(low, 1)
        ends.addWidget(high, 1)
        column.addLayout(ends)
        self.setMaximumWidth(px(_WIDEST_MARKS))


class StepSureScreen(AskingScreen):
    """Whether it will succeed: in words, or as a number for who likes that better; never both.

    Sends `smaller_wanted()` to make the step smaller.
    """

    smaller_wanted = Signal()

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        say = setting.spoken.say
        super().__init__(setting, say("step.sure"), "step", parent)
        self._step = NO_STEP
        self.what = SaidLabel(Said(""), TEXT, tone="soft")
        self.answers = BigAnswers(self.asks, [(value, say(key)) for value, key in _SURE_WORDS.items()], even=True)
        self.marks = SureMarks(setting, self.asks)
        self.other = BigButton(say("step.sure_number"), Dress("calm"))
        self.smaller = SaidLabel(say("step.smaller"), TEXT)
        self.again = BigButton(say("step.ask"), Dress("accent", icon="undo"))
        self.add(self.what)
        self.add(self.answers, 8)
        self.add(self.marks)
        self.body.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self._easier(), 16)
        self.body.addStretch(1)
        self._show_way(by_number=False)
        self.answers.chosen.connect(self._be_sure)
        self.marks.chosen.connect(self._give)
        self.other.clicked.connect(self._turn)
        self.again.clicked.connect(self.smaller_wanted)

    def _easier(self) -> QWidget:
        self._holder = QWidget()
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.smaller)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        return self._holder

    def show_talk(self, talk: Talk) -> None:
        """Show the answer; a hard step is made smaller."""
        self._step = talk.draft.conversation.step
        self.what.show_words(Said(said_step(self._step)))
        self.answers.show_value(self._step.sure)
        self.marks.row.show_mark(self._step.confidence)
        if self._step.confidence is not None:
            self._show_way(by_number=True)
        elif self._step.sure is not None:
            self._show_way(by_number=False)
        self._holder.setVisible(self._step.shaky)

    def start(self) -> bool:
        """On the answer that holds, or the first."""
        if self._by_number:
            self.marks.row.focus()
        else:
            self.answers.focus()
        return True

    def _show_way(self, by_number: bool) -> None:
        self._by_number = by_number
        self.answers.setHidden(by_number)
        self.marks.setVisible(by_number)
        self.other.show_words(self.spoken.say("step.sure_words" if by_number else "step.sure_number"))

    def _turn(self) -> None:
        self._show_way(by_number=not self._by_number)
        self.start()

    def _be_sure(self, value: Sureness | None) -> None:
        self.change(_with(replace(self._step, sure=value, confidence=None)))

    def _give(self, mark: int | None) -> None:
        announce_mark(self, self.asks, mark)
        self.change(_with(replace(self._step, sure=None, confidence=mark)))


def said_step(step: Step) -> str:
    """What, when and with whom, on one line."""
    return " · ".join(part for part in (step.what, step.when, step.with_whom) if part)


def _with(step: Step) -> edits.Edit:
    return partial(edits.with_step, step=step)
