"""Bel nu samen: the number large, whom to ask for, and two sentences to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from spinnenweb.ui.widgets.cards import Card, Divider, Note
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import PageTitle, text_label

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.handover_letters import OpeningLines
    from spinnenweb.services.handover_records import CallCard


class CallingCard(Card):
    """Sends `mail_asked()`, `mail_file_asked()` and `contact_asked()`."""

    mail_asked = Signal()
    mail_file_asked = Signal()
    contact_asked = Signal()

    def __init__(self, words: Wording) -> None:
        super().__init__(words.say("button.call"))
        self._words = words
        self.left_note = Note("", "warn")
        self.take = quiet_button("")
        self.take.clicked.connect(self.contact_asked)
        self.whom = text_label("", "strong")
        self.number = PageTitle("")
        self.number.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.no_number = text_label("", "soft")
        self.first, self.second = text_label(""), text_label("")
        self.mail_note = text_label(words.say("message.mail"), "small")
        self.mail = quiet_button(self.tr("Mail klaarzetten"))
        self.mail_file = quiet_button(self.tr("Mail bewaren als bestand"))
        self.mail.clicked.connect(self.mail_asked)
        self.mail_file.clicked.connect(self.mail_file_asked)
        self._lay_out()

    def _lay_out(self) -> None:
        for part in (self.left_note, self.take, self.whom, self.number, self.no_number):
            self.add(part)
        self.body.setAlignment(self.take, Qt.AlignmentFlag.AlignLeft)
        self.add(text_label(self.tr("Zo kun je beginnen:"), "soft"))
        self.add(self.first)
        self.add(self.second)
        self._rule = Divider()
        self.add(self._rule)
        buttons = FlowLayout(gap=12)
        buttons.addWidget(self.mail)
        buttons.addWidget(self.mail_file)
        self.add(buttons)
        self.add(self.mail_note)

    def show_call(self, call: CallCard, lines: OpeningLines, *, mailing: bool, along: bool) -> None:
        """Show whom to call; `mailing`: a mail may be prepared now; `along`: the resident looks along."""
        nowhere = self.tr("Er staat geen nummer op de sociale kaart. Zoek het op en zet het erbij.")
        hidden = self.tr("Er is geen nummer dat nu op het scherm mag. Kijk na het bezoek nog eens.")
        self.no_number.setText(hidden if along else nowhere)
        self.whom.setText(" · ".join(part for part in (call.name, call.role) if part))
        self.whom.setVisible(bool(self.whom.text()))
        self.number.setText(call.phone)
        self.number.setVisible(bool(call.phone))
        self.no_number.setVisible(not call.phone)
        self.first.setText(f"“{lines.first}”")
        self.second.setText(f"“{lines.second}”")
        for part in (self._rule, self.mail, self.mail_file, self.mail_note):
            part.setVisible(mailing)

    def show_left(self, left: bool, gone: str, now: str) -> None:
        """Warn when the contact person `left`: `gone`, when the name is still known; `now` is there instead."""
        self.left_note.setVisible(left)
        self.take.setVisible(left and bool(now))
        unnamed = self.tr("De contactpersoon staat niet meer op de sociale kaart.")
        said = self.tr("{name} is er niet meer contactpersoon.").format(name=gone) if gone else unnamed
        ask = "" if now else self.tr("Bel de organisatie en vraag wie het nu is.")
        self.left_note.label.setText(" ".join(part for part in (said, ask) if part))
        self.take.setText(self.tr("Verder met {name}").format(name=now))
