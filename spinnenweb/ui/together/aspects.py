"""The keywords of a subject, each with its own mark, where a talk is held by aspect."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.domain.answers import EMPTY, SetBy, marked
from spinnenweb.ui.talk import edits
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.big_marks import BigMarks
from spinnenweb.ui.widgets.big_words import QUESTION, TEXT, SaidLabel

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Spoken
    from spinnenweb.ui.talk.talk import Talk

_WIDEST = 872


class AspectMarks(QWidget):
    """The mark question once, then a row of numbers for each keyword that is asked. Sends `edited(Edit)`."""

    edited = Signal(object)

    def __init__(self, spoken: Spoken, talk: Talk, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: dict[str, str] = {}
        self.rows: dict[str, BigMarks] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self._column.addWidget(SaidLabel(spoken.say("mark.ask"), QUESTION))
        asked = talk.draft.conversation.switched_on
        for aspect in talk.instrument.dimension(code).aspects:
            if aspect.code in asked:
                self._add(aspect.code, spoken)
        self.setMaximumWidth(px(_WIDEST))

    def _add(self, code: str, spoken: Spoken) -> None:
        said = spoken.say(f"label.{code}")
        row = BigMarks(said.text)
        row.chosen.connect(partial(self._give, code))
        self._words[code] = said.text
        self.rows[code] = row
        self._column.addSpacing(px(8))
        self._column.addWidget(SaidLabel(said, TEXT, bold=True))
        self._column.addWidget(row)

    def start(self) -> bool:
        """Bring the keyboard to the first row."""
        for row in tuple(self.rows.values())[:1]:
            row.focus()
        return bool(self.rows)

    def show_talk(self, talk: Talk) -> None:
        """Show the marks."""
        for code, row in self.rows.items():
            row.show_mark(talk.draft.conversation.aspect(code).answer.mark)

    def _give(self, code: str, mark: int | None) -> None:
        if mark is not None:
            announce(self, self.tr("{label} is nu {mark}").format(label=self._words[code], mark=mark))
        answer = EMPTY if mark is None else marked(mark, SetBy.RESIDENT)
        self.edited.emit(partial(edits.with_answer, code=code, answer=answer))
