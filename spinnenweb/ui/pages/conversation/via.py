"""Through whom the talk came about, and whether the resident agrees that they hear how it went."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from spinnenweb.domain.conversations import VIA_SELF, VIAS
from spinnenweb.ui.talk.around_edits import with_tell_back, with_via
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.answer_buttons import AnswerButtons
from spinnenweb.ui.widgets.labels import SectionTitle

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.talk.edits import Edit
    from spinnenweb.ui.talk.talk import Talk


class ViaPart(QWidget):
    """Sends `edited(Edit)`."""

    edited = Signal(object)

    def __init__(self, words: Wording) -> None:
        super().__init__()
        question = self.tr("Hoe kwam dit gesprek tot stand?")
        self.via = AnswerButtons(question, [(code, words.say(f"via.{code}")) for code in VIAS])
        self.tell_back = QCheckBox(self.tr("De inwoner vindt het goed dat ik vertel hoe het ging"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(SectionTitle(question))
        column.addWidget(self.via)
        column.addWidget(self.tell_back)
        self.via.chosen.connect(self._choose)
        self.tell_back.clicked.connect(self._agree)

    def show_talk(self, talk: Talk) -> None:
        """Show what was said; without someone to tell, nothing is asked."""
        conversation = talk.draft.conversation
        self.via.show_value(conversation.via or None)
        self.tell_back.setVisible(conversation.via not in ("", VIA_SELF))
        self.tell_back.setChecked(conversation.tell_back)

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in reading order."""
        return [*self.via.buttons.values(), self.tell_back]

    def _choose(self, code: str | None) -> None:
        self._emit(partial(with_via, via=code or ""))

    def _agree(self, yes: bool) -> None:
        self._emit(partial(with_tell_back, yes=yes))

    def _emit(self, edit: Edit) -> None:
        self.edited.emit(edit)
