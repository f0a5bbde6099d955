"""Does something have to change, what is the first small step, and when do we meet again."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from spinnenweb.domain.answers import HIGHEST_MARK, LOWEST_MARK
from spinnenweb.domain.conversations import NO_STEP, Sureness, WantsChange
from spinnenweb.ui.talk import edits
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.bsn_line import BsnLine
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.spoken import SpokenLabel, spoken_answers

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from spinnenweb.domain.wording import Spoken
    from spinnenweb.ui.talk.talk import Talk

_CHANGE_WORDS: Mapping[Hashable, str] = {
    WantsChange.YES: "change.yes",
    WantsChange.NOT_NOW: "change.not_now",
    WantsChange.UNKNOWN: "change.unknown",
}
_SURE_WORDS: Mapping[Hashable, str] = {
    Sureness.YES: "step.sure_yes",
    Sureness.MAYBE: "step.sure_maybe",
    Sureness.HARD: "step.sure_hard",
}


class AgreementPart(QWidget):
    """Asked in the resident's own words. Sends `edited(Edit)`."""

    edited = Signal(object)

    def __init__(self, spoken: Spoken, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = NO_STEP
        wanted, sure = spoken.say("change.ask"), spoken.say("step.sure")
        self.change = spoken_answers(spoken, wanted, _CHANGE_WORDS)
        self.sure = spoken_answers(spoken, sure, _SURE_WORDS)
        self.number = self._marks(spoken, sure.text)
        self.by_number = link_button(self.tr("of een cijfer 0–10"), "soft")
        self.what = self._line(self.tr("Wat"), self.tr("wat"))
        self.when = self._line(self.tr("Wanneer"), self.tr("wanneer"))
        self.with_whom = self._line(self.tr("Met wie"), self.tr("met wie"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(SpokenLabel(wanted, "strong", spoken.from_the_right))
        column.addWidget(self.change)
        column.addSpacing(px(8))
        column.addWidget(text_label(self.tr("Eerste kleine stap"), "strong"))
        column.addLayout(self._fields())
        column.addWidget(BsnLine(self.what, self.when, self.with_whom))
        column.addSpacing(px(4))
        column.addWidget(SpokenLabel(sure, "small", spoken.from_the_right))
        column.addWidget(self.sure)
        column.addWidget(self.number)
        column.addWidget(self.by_number, 0, Qt.AlignmentFlag.AlignLeft)
        self.change.chosen.connect(self._want)
        self.sure.chosen.connect(self._be_sure)
        self.number.activated.connect(self._give_number)
        self.by_number.clicked.connect(self._turn)

    def _marks(self, spoken: Spoken, question: str) -> QComboBox:
        box = ChoiceBox()
        box.setAccessibleName(question)
        box.setMaxVisibleItems(HIGHEST_MARK - LOWEST_MARK + 2)
        box.addItem(self.tr("nog geen cijfer"), None)
        for mark in range(LOWEST_MARK, HIGHEST_MARK + 1):
            end = {LOWEST_MARK: "step.sure_low", HIGHEST_MARK: "step.sure_high"}.get(mark)
            box.addItem(str(mark) if end is None else f"{mark} · {spoken.say(end).text}", mark)
        box.hide()
        return box

    def _line(self, spoken: str, hint: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(self.tr("Eerste kleine stap: {part}").format(part=spoken.lower()))
        line.setPlaceholderText(hint)
        line.textEdited.connect(self._write)
        return line

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(px(6))
        grid.addWidget(self.what, 0, 0, 1, 2)
        grid.addWidget(self.when, 1, 0)
        grid.addWidget(self.with_whom, 1, 1)
        return grid

    def show_talk(self, talk: Talk) -> None:
        """Show what was agreed."""
        self._step = talk.draft.conversation.step
        self.change.show_value(talk.draft.conversation.wants_change)
        self.sure.show_value(self._step.sure)
        self.number.setCurrentIndex(self.number.findData(self._step.confidence))
        if self._step.confidence is not None:
            self._show_number()
        for line, text in (
            (self.what, self._step.what),
            (self.when, self._step.when),
            (self.with_whom, self._step.with_whom),
        ):
            _show(line, text)

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in reading order."""
        lines: list[QWidget] = [self.what, self.when, self.with_whom]
        return [*self.change.buttons.values(), *lines, *self.sure.buttons.values(), self.number, self.by_number]

    def _want(self, value: WantsChange | None) -> None:
        self._emit(partial(edits.with_wants_change, wants=value))

    def _be_sure(self, value: Sureness | None) -> None:
        self._emit(partial(edits.with_step, step=replace(self._step, sure=value, confidence=None)))

    def _turn(self) -> None:
        self._show_number()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_number(self) -> None:
        self.number.show()
        self.by_number.hide()

    def _give_number(self) -> None:
        # one answer: in words or as a number
        step = replace(self._step, sure=None, confidence=self.number.currentData())
        self._emit(partial(edits.with_step, step=step))

    def _write(self) -> None:
        words = (self.what.text(), self.when.text(), self.with_whom.text())
        step = replace(self._step, what=words[0], when=words[1], with_whom=words[2])
        self._emit(partial(edits.with_step, step=step))

    def _emit(self, edit: edits.Edit) -> None:
        self.edited.emit(edit)


def _show(line: QLineEdit, text: str) -> None:
    if line.text() != text:
        line.setText(text)
