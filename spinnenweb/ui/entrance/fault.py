"""A fault of a vault: what happened, that nothing changed, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from spinnenweb.ui.entrance import Sheet
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.controls import primary_button, quiet_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import IconMark, SectionTitle, text_label

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.errors import Told

WIDTH = 560
RESTORE = "button.backup_restore"
SALVAGE = "button.salvage"
RETRY = "button.retry"
OTHER_VAULT = "button.vault_other"
BEGIN = "first.begin"


def offered(said: Told) -> tuple[str, ...]:
    """The keys of the buttons that do something; never none."""
    return said.buttons or (OTHER_VAULT,)


class FaultView(Sheet):
    """Title, text and buttons of a fault; `chosen(key)` names the button."""

    chosen = Signal(str)
    help_key = "unlock"

    def __init__(self, said: Told, words: Wording, lost: bool = False, parent: QWidget | None = None) -> None:
        """`lost`: there is no vault at its place, so trying again and beginning anew are offered too."""
        super().__init__(WIDTH, parent)
        self.buttons: dict[str, QPushButton] = {}
        self.said = said
        card = Card()
        card.body.setContentsMargins(px(32), px(28), px(32), px(28))
        card.add(self._head(said.title))
        card.add(text_label(said.text))
        card.body.addSpacing(px(12))
        card.add(self._answers((RETRY, RESTORE, OTHER_VAULT, BEGIN) if lost else offered(said), words))
        card.setAccessibleName(said.title)
        card.setAccessibleDescription(said.text)
        self.body.addWidget(card)
        self.begin_at(next(iter(self.buttons.values())))

    def _head(self, title: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(IconMark("alert", "warn", 24), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(SectionTitle(title, "heading"), 1)
        return row

    def _answers(self, keys: tuple[str, ...], words: Wording) -> FlowLayout:
        # four of them, or large letters: they go on under each other
        row = FlowLayout(gap=12)
        for key in keys:
            make = quiet_button if self.buttons else primary_button
            self.buttons[key] = button = make(self._label(key, words))
            button.setObjectName(key)
            button.clicked.connect(self._choose)
            row.addWidget(button)
        return row

    def _label(self, key: str, words: Wording) -> str:
        return self.tr("Nieuwe kluis maken") if key == BEGIN else words.say(key)

    def _choose(self) -> None:
        self.chosen.emit(self.sender().objectName())
