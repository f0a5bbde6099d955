"""Who else can open this vault: said openly, given after an explicit yes, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from spinnenweb.ui.entrance.start_file import broken
from spinnenweb.ui.widgets.cards import Card, Note
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.keys import OrganisationKey


class OrganisationSection(Card):
    """Sends `give_asked` and `take_asked`."""

    give_asked = Signal()
    take_asked = Signal()

    def __init__(self, words: Wording) -> None:
        super().__init__(self.tr("Wie kan je kluis openen?"))
        self._words = words
        self.on = Note("")
        self.off = Note(words.say("organisation_key.off"), "ok")
        self._public_title = text_label(words.say("organisation_key.public"), "small")
        self.public = text_label("")
        self.give = quiet_button(self.tr("Sleutel uit een startbestand inlezen"), "key")
        self.take = quiet_button(self.tr("Sleutel van je organisatie weghalen"))
        foot = QHBoxLayout()
        for button in (self.give, self.take):
            foot.addWidget(button)
        foot.addStretch(1)
        for part in (self.on, self.off, self._public_title, self.public):
            self.add(part)
        self.add(foot)
        self.give.clicked.connect(self.give_asked)
        self.take.clicked.connect(self.take_asked)

    def show_state(self, state: OrganisationKey) -> None:
        """Show whether the organisation can, and with which key."""
        name = state.organisation or self.tr("Je organisatie")
        said = self._words.say("organisation_key.text", organisation=name)
        self.on.label.setText(f"{self._words.say('organisation_key.title')}. {said}")
        self.public.setText(broken(state.public_key))
        for part in (self.on, self._public_title, self.public, self.take):
            part.setVisible(state.on)
        for part in (self.off, self.give):
            part.setVisible(not state.on)
