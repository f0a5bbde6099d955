"""Another password, after the emergency key opened the vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from spinnenweb.ui.entrance import BusyLine, Sheet
from spinnenweb.ui.entrance.password_choice import PasswordChoice
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.controls import primary_button
from spinnenweb.ui.widgets.labels import SectionTitle, text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

WIDTH = 560


class NewPasswordView(Sheet):
    """`chosen(password)`; `others_asked()` wants five other words."""

    chosen = Signal(str)
    others_asked = Signal()
    help_key = "unlock"

    def __init__(self, parent: QWidget | None = None, *, by_organisation: bool = False) -> None:
        """`by_organisation`: it was the organisation's key that opened the vault, and not the emergency key."""
        super().__init__(WIDTH, parent)
        self.choice = PasswordChoice()
        self.save_button = primary_button(self.tr("Wachtwoord bewaren en openen"))
        self.busy = BusyLine(self.tr("Je kluis gaat open…"))
        self.busy.hide()
        card = Card()
        card.body.setContentsMargins(px(32), px(28), px(32), px(24))
        card.add(SectionTitle(self.tr("Kies je nieuwe wachtwoord"), "title"))
        card.add(text_label(self._why(by_organisation), "soft"))
        card.body.addSpacing(px(8))
        card.add(self.choice)
        card.body.addSpacing(px(8))
        card.add(self.save_button)
        card.add(self.busy)
        self.body.addWidget(card)
        self.choice.others_asked.connect(self.others_asked)
        self.save_button.clicked.connect(self._save)
        self.choice.repeat.edit.returnPressed.connect(self._save)
        self.begin_at(self.choice.repeat.edit)

    def _why(self, by_organisation: bool) -> str:
        if by_organisation:
            return self.tr(
                "De sleutel van je organisatie past. Dat staat nu in het logboek. Het oude wachtwoord opent de "
                "kluis straks niet meer."
            )
        return self.tr("Je noodsleutel past. Je oude wachtwoord opent de kluis straks niet meer.")

    def propose(self, passphrase: str) -> None:
        """Show five words."""
        self.choice.propose(passphrase)

    def set_busy(self, busy: bool) -> None:
        """Whether the password is being written."""
        self.save_button.setEnabled(not busy)
        self.choice.setEnabled(not busy)
        self.busy.setVisible(busy)

    def _save(self) -> None:
        if self.choice.complete():
            self.set_busy(True)
            self.chosen.emit(self.choice.password())
