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
        self.no_number = text_label(
            self.tr("Er staat geen nummer op de sociale kaart. Zoek het op en zet het erbij."), "soft"
        )
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

    def show_call(self, call: CallCard, lines: OpeningLines, mailing: bool) -> None:
        """Show whom to call; `mailing` says that a mail may be prepared now."""
        self.whom.setText(" · ".join(part for part in (call.name, call.role) if part))
        self.whom.setVisible(bool(self.whom.text()))
        self.number.setText(call.phone)
        self.number.setVisible(bool(call.phone))
        self.no_number.setVisible(not call.phone)
        self.first.setText(f"“{lines.first}”")
        self.second.setText(f"“{lines.second}”")
        for part in (self._rule, self.mail, self.mail_file, self.mail_note):
            part.setVisible(mailing)

    def show_left(self, gone: str, now: str) -> None:
        """Warn that `gone` left; `now` is who is there instead. Both may be empty."""
        self.left_note.setVisible(bool(gone))
        self.take.setVisible(bool(gone and now))
        if gone and now:
            text = self.tr("{name} is er niet meer contactpersoon.")
        else:
            text = self.tr("{name} is er niet meer contactpersoon. Bel de organisatie en vraag wie het nu is.")
        self.left_note.label.setText(text.format(name=gone))
        self.take.setText(self.tr("Verder met {name}").format(name=now))
