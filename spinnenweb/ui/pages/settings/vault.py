"""Where the vault and its backups are, and the emergency key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.ui.backup_card import BackupCard
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.controls import link_button, quiet_button
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from spinnenweb.domain.settings import WorkSettings
    from spinnenweb.ui.context import Context


class VaultSection(QWidget):
    """Sends `place_asked`, `key_asked`, `log_asked` and `backups_asked`."""

    place_asked = Signal()
    key_asked = Signal()
    log_asked = Signal()
    backups_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.card = Card(self.tr("Kluis en reservekopieën"))
        self.place = text_label("")
        self.choose = link_button(self.tr("Andere map kiezen"))
        self.key = quiet_button(self.tr("Nieuwe noodsleutel maken"), "key")
        self.log = quiet_button(self.tr("Logboek bekijken"), "book")
        self.log.clicked.connect(self.log_asked)
        self.backup = BackupCard(context)
        self.choose.clicked.connect(self.place_asked)
        self.look = link_button(self.tr("Reservekopieën bekijken of terugzetten"))
        self.look.clicked.connect(self.backups_asked)
        self.key.clicked.connect(self.key_asked)
        self._fill(str(context.workspace.folder))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.card)
        column.addWidget(self.backup)
        column.addWidget(self._log_card(context.words.say("message.log_purpose")))

    def _log_card(self, purpose: str) -> Card:
        card = Card(self.tr("Logboek"), purpose)
        foot = QHBoxLayout()
        foot.addWidget(self.log)
        foot.addStretch(1)
        card.add(foot)
        return card

    def _fill(self, folder: str) -> None:
        self.card.add(text_label(self.tr("Je kluis staat in"), "strong"))
        self.card.add(text_label(folder))
        self.card.add_divider()
        self.card.add(text_label(self.tr("Reservekopieën komen in"), "strong"))
        self.card.add(self.place)
        self.card.add(self.choose)
        self.card.add(self.look)
        self.card.add_divider()
        self.card.add(text_label(self.tr("Noodsleutel"), "strong"))
        self.card.add(
            text_label(
                self.tr("Is het papier kwijt? Maak dan een nieuwe. De oude past daarna niet meer."), "small"
            )
        )
        foot = QHBoxLayout()
        foot.addWidget(self.key)
        foot.addStretch(1)
        self.card.add(foot)

    def show_settings(self, settings: WorkSettings) -> None:
        """Show where backups go."""
        self.place.setText(settings.backup_place or self.tr("nog geen map gekozen"))
