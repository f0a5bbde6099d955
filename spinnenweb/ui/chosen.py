"""What a resident chose and what runs already, with the way to arrange it while both sit at the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card, Divider
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.handover_records import HandoverLine
    from spinnenweb.services.proposal_records import Wish


class ChosenCard(Card):
    """Sends `opened(str)` with the id of a chosen offer or of a hand-over. Hidden while there is nothing."""

    opened = Signal(str)

    def __init__(self, words: Wording) -> None:
        super().__init__(self.tr("Gekozen"))
        self._words = words
        self.buttons: dict[QPushButton, str] = {}
        self._parts: list[QWidget] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(10))
        self.body.addSpacing(px(4))
        self.add(self._rows)
        self.hide()

    def show_chosen(self, wishes: tuple[Wish, ...], running: tuple[HandoverLine, ...] = ()) -> None:
        """Show what was chosen, then the hand-overs and tips that run."""
        self._clear()
        for wish in wishes:
            self._add(wish.name, wish.organisation_name, self.tr("Samen regelen"), wish.offer_id)
        for line in running:
            sub = " · ".join(part for part in (line.organisation_name, self._state(line)) if part)
            self._add(line.offer_name, sub, self.tr("Bekijken"), line.handover.id)
        self.setVisible(bool(self.buttons))

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in reading order."""
        return list(self.buttons)

    def _state(self, line: HandoverLine) -> str:
        if line.handover.is_tip:
            return self.tr("tip")
        return self._words.say(f"handover.state.{line.state.value}").rstrip("?").lower()

    def _clear(self) -> None:
        self.buttons = {}
        for part in self._parts:
            self._rows.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []

    def _add(self, name: str, sub: str, verb: str, target: str) -> None:
        if self._parts:
            self._put(Divider())
        button = quiet_button(verb)
        button.setAccessibleName(f"{name}: {verb}")
        button.clicked.connect(self._open)
        self.buttons[button] = target
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(text_label(name, "strong"))
        texts.addWidget(text_label(sub, "small"))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(16))
        line.addLayout(texts, 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._put(row)

    def _put(self, part: QWidget) -> None:
        self._parts.append(part)
        self._rows.addWidget(part)

    def _open(self) -> None:
        sender = self.sender()
        self._emit_opened(next(target for button, target in self.buttons.items() if button is sender))

    def _emit_opened(self, target: str) -> None:
        self.opened.emit(target)
