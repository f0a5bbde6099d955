"""Choosing a password: five proposed words in calm type, or something of one's own, typed twice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from spinnenweb.ui.entrance import PasswordField, words
from spinnenweb.ui.entrance.strength_meter import StrengthMeter
from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.labels import text_label


class PasswordChoice(QWidget):
    """`others_asked()` wants five other words; `password()` is the choice once `complete()` is true."""

    others_asked = Signal()
    own_turned_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposal = ""
        self._own_is_on = False
        self.proposal = words("", "heading")
        self.others = link_button(self.tr("Andere woorden"))
        self.own_button = link_button(self.tr("Zelf iets bedenken"))
        self.own = PasswordField(self.tr("Je eigen wachtwoord"))
        self.repeat = PasswordField(self.tr("Typ je wachtwoord nog een keer"))
        self.own_row = FieldRow(self.tr("Je eigen wachtwoord"), self.own, wide=True)
        self.repeat_row = FieldRow(self.tr("Typ je wachtwoord nog een keer"), self.repeat, wide=True)
        self.meter = StrengthMeter()
        self._fill()
        self.others.clicked.connect(self.others_asked)
        self.own_button.clicked.connect(self._turn)

    def _fill(self) -> None:
        self._words_box = self._proposal_box()
        self.own_row.hide()
        self.meter.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        intro = self.tr(
            "Hier zijn vijf gewone woorden. Samen zijn ze goed te onthouden en heel lastig te raden. "
            "Hoofdletters en streepjes maken niet uit."
        )
        self._intro = text_label(intro, "soft")
        column.addWidget(self._intro)
        column.addWidget(self._words_box)
        column.addWidget(self.own_row)
        column.addWidget(self.meter)
        links = QWidget()
        flow = FlowLayout(links, gap=20)
        flow.addWidget(self.others)
        flow.addWidget(self.own_button)
        column.addWidget(links)
        column.addWidget(self.repeat_row)
        for field in (self.own, self.repeat):
            field.draw_eye()

    def _proposal_box(self) -> QFrame:
        box = QFrame()
        set_role(box, "note")
        inner = QVBoxLayout(box)
        inner.setContentsMargins(px(16), px(18), px(16), px(18))
        self.proposal.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.proposal.setMinimumHeight(px(56))
        inner.addWidget(self.proposal)
        return box

    def propose(self, passphrase: str) -> None:
        """Show five words."""
        self._proposal = passphrase
        self.proposal.setText(passphrase)
        self.proposal.setAccessibleName(self.tr("Voorgesteld wachtwoord: {words}").format(words=passphrase))
        self.repeat.edit.clear()
        self.repeat_row.set_error("")

    def password(self) -> str:
        """The five words, or what was typed."""
        return self.own.text() if self._own_is_on else self._proposal

    def complete(self) -> bool:
        """Whether both are there and equal; says what is wrong otherwise."""
        from spinnenweb.services.typed_again import same_passphrase

        self.own_row.set_error("")
        equal = bool(self.repeat.text().strip()) and same_passphrase(self.password(), self.repeat.text())
        differs = self.tr("De twee zijn niet gelijk. Tik op het oogje om te zien wat je typt.")
        self.repeat_row.set_error("" if equal else differs)
        return equal

    def show_weak(self) -> None:
        """Say that this is too easy to guess."""
        text = self.tr("Dit is te makkelijk te raden. Maak het langer, of kies de vijf woorden.")
        (self.own_row if self._own_is_on else self.repeat_row).set_error(text)

    def _turn(self) -> None:
        self._own_is_on = not self._own_is_on
        self._words_box.setVisible(not self._own_is_on)
        self._intro.setVisible(not self._own_is_on)
        self.others.setVisible(not self._own_is_on)
        self.own_row.setVisible(self._own_is_on)
        self.meter.hide()
        own, words_again = self.tr("Zelf iets bedenken"), self.tr("Toch de vijf woorden")
        self.own_button.setText(words_again if self._own_is_on else own)
        self.own_row.set_error("")
        self.repeat_row.set_error("")
        (self.own if self._own_is_on else self.repeat).setFocus()
        if self._own_is_on:
            self.own_turned_on.emit()
