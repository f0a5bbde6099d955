"""Early signs: ticked by the worker, with the resident's knowledge, and never computed from marks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.ui.talk.around_edits import with_signal
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.chips import ToggleChip
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import SectionTitle, text_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.talk.edits import Edit
    from spinnenweb.ui.talk.talk import Talk


class SignalsPart(QWidget):
    """Sends `edited(Edit)`."""

    edited = Signal(object)

    def __init__(self, words: Wording, signals: Sequence[str]) -> None:
        super().__init__()
        self.chips = {code: ToggleChip(words.say(f"signal.{code}")) for code in signals}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(SectionTitle(self.tr("Signalen")))
        with_knowledge = self.tr(
            "Tik alleen aan wat je met de inwoner hebt besproken. Cijfers zeggen hier niets over."
        )
        column.addWidget(text_label(with_knowledge, "small"))
        flow = FlowLayout(gap=6)
        for chip in self.chips.values():
            flow.addWidget(chip)
            chip.clicked.connect(self._tick)
        column.addLayout(flow)

    def show_talk(self, talk: Talk) -> None:
        """Show what was ticked."""
        for code, chip in self.chips.items():
            chip.setChecked(code in talk.draft.conversation.signals)

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in reading order."""
        return [*self.chips.values()]

    def _tick(self, on: bool) -> None:
        sender = self.sender()
        code = next(code for code, chip in self.chips.items() if chip is sender)
        self._emit(partial(with_signal, code=code, on=on))

    def _emit(self, edit: Edit) -> None:
        self.edited.emit(edit)
