"""The first screen of the first start: who you are, your first village, your password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from spinnenweb.ui.entrance import BusyLine, Sheet
from spinnenweb.ui.entrance.password_choice import PasswordChoice
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.controls import link_button, primary_button, quiet_button
from spinnenweb.ui.widgets.forms import FormSection, focus_first_error
from spinnenweb.ui.widgets.labels import PageTitle, text_label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

WIDTH = 980
SIDE_BY_SIDE = 800
LONGEST = 200


class WelcomeView(Sheet):
    """`begun(organisation, worker, village, password)`; beside it looking round, or a vault that is there."""

    begun = Signal(str, str, str, str)
    look_round = Signal()
    have_vault = Signal()
    help_key = "first_start"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH, parent)
        self.organisation = QLineEdit()
        self.worker = QLineEdit()
        self.village = QLineEdit()
        self.choice = PasswordChoice()
        self.begin_button = primary_button(self.tr("Beginnen"))
        self.look_button = quiet_button(self.tr("Eerst rondkijken in het voorbeelddorp"))
        self.have_button = link_button(self.tr("Ik heb al een kluis"))
        self.busy = BusyLine(self.tr("Je kluis wordt gemaakt…"))
        self.busy.hide()
        self._fill()
        self._connect()

    def _fill(self) -> None:
        self.body.addLayout(self._head())
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(px(20))
        self._cards.addWidget(self._you(), 1)
        self._cards.addWidget(self._password(), 1)
        self.body.addLayout(self._cards)
        self.body.addWidget(self.busy)
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(self.have_button)
        row.addStretch(1)
        row.addWidget(self.look_button)
        row.addWidget(self.begin_button)
        self.body.addLayout(row)

    def _head(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(px(4))
        row = QHBoxLayout()
        row.addWidget(PageTitle(self.tr("Welkom bij Spinnenweb")), 1)
        row.addWidget(Chip(self.tr("Stap {n} van {total}").format(n=1, total=3)))
        words.addLayout(row)
        intro = self.tr(
            "Spinnenweb helpt je bij gesprekken met inwoners. Wat je bewaart, blijft op deze laptop, achter slot."
        )
        words.addWidget(text_label(intro, "soft"))
        return words

    def _you(self) -> Card:
        card = Card(self.tr("Waar werk je?"))
        self.form = FormSection()
        for field in (self.organisation, self.worker, self.village):
            field.setMaxLength(LONGEST)
        self.organisation_row = self.form.add_row(self.tr("Organisatie"), self.organisation, wide=True)
        self.worker_row = self.form.add_row(self.tr("Je naam of voorletters"), self.worker, wide=True)
        self.village_row = self.form.add_row(self.tr("Je eerste dorp of wijk"), self.village, wide=True)
        card.add(self.form)
        card.body.addStretch(1)
        place = self.tr(
            "Je kluis komt op deze laptop te staan, niet in OneDrive. Daar kan een open kluis stukgaan."
        )
        card.add(text_label(place, "small"))
        return card

    def _password(self) -> Card:
        card = Card(self.tr("Kies je wachtwoord"))
        card.add(self.choice)
        card.body.addStretch(1)
        return card

    def _connect(self) -> None:
        self.begin_button.clicked.connect(self._begin)
        self.choice.repeat.edit.returnPressed.connect(self._begin)
        self.look_button.clicked.connect(self.look_round)
        self.have_button.clicked.connect(self.have_vault)
        self.begin_at(self.organisation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the two cards under each other where they do not fit side by side."""
        super().resizeEvent(event)
        wide = self.viewport().width() >= px(SIDE_BY_SIDE)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._cards.setDirection(direction)

    def set_busy(self, busy: bool) -> None:
        """Whether the vault is being made."""
        for widget in (self.form, self.choice, self.begin_button, self.look_button, self.have_button):
            widget.setEnabled(not busy)
        self.busy.setVisible(busy)

    def _begin(self) -> None:
        self.form.clear_errors()
        if not self.village.text().strip():
            self.village_row.set_error(self.tr("Vul een dorp of wijk in. Er kunnen er later meer bij."))
        if not self.worker.text().strip():
            self.worker_row.set_error(self.tr("Vul je naam of voorletters in. Alleen jij en je team zien ze."))
        complete = self.choice.complete()
        if focus_first_error(self.form.rows) or not complete:
            return
        self.set_busy(True)
        names = (self.organisation.text(), self.worker.text(), self.village.text())
        self.begun.emit(*names, self.choice.password())
