"""The first screen of the first start: who you are, your first village, your password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from spinnenweb.ui.entrance import BusyLine, Sheet
from spinnenweb.ui.entrance.password_choice import PasswordChoice
from spinnenweb.ui.entrance.turning import Foot
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.cards import Card, Note
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
    """`begun(organisation, worker, village, password)`; beside it looking round, or a vault that is there.

    `start_file_asked()` and `place_asked()` want a file or a folder chosen; `place` is the folder proposed.
    """

    begun = Signal(str, str, str, str)
    look_round = Signal()
    have_vault = Signal()
    start_file_asked = Signal()
    place_asked = Signal()
    help_key = "first_start"

    def __init__(self, place: str = "", parent: QWidget | None = None) -> None:
        super().__init__(WIDTH, parent)
        self.start_button = link_button(self.tr("Ik kreeg een startbestand van mijn organisatie"))
        self.start_problem = Note("", "warn")
        self.start_problem.hide()
        self.place = text_label("")
        self.place_problem = text_label("", "error")
        self.place_button = link_button(self.tr("Andere map kiezen"))
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
        self.show_place(place)
        self._connect()

    def _fill(self) -> None:
        self.body.addLayout(self._head())
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(px(20))
        self._cards.addWidget(self._you(), 1)
        self._cards.addWidget(self._password(), 1)
        self.body.addLayout(self._cards)
        self.body.addWidget(self.busy)
        self._foot = Foot(self.have_button, self.look_button, self.begin_button)
        self.body.addLayout(self._foot)

    def _head(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(px(4))
        row = QHBoxLayout()
        row.addWidget(PageTitle(self.tr("Welkom bij Spinnenweb")), 1)
        row.addWidget(Chip(self.tr("Stap {n} van {total}").format(n=1, total=3)))
        words.addLayout(row)
        self.fold(row)
        intro = self.tr(
            "Spinnenweb helpt je bij gesprekken met inwoners. Wat je bewaart, blijft op deze laptop, achter slot."
        )
        words.addWidget(text_label(intro, "soft"))
        words.addWidget(self.start_button)
        words.addWidget(self.start_problem)
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
        said = self.tr(
            "Je kluis komt op deze laptop te staan, niet in OneDrive. Daar kan een open kluis stukgaan."
        )
        card.add(text_label(said, "small"))
        for part in (self.place, self.place_problem, self.place_button):
            card.add(part)
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
        self.start_button.clicked.connect(self.start_file_asked)
        self.place_button.clicked.connect(self.place_asked)
        self.begin_at(self.organisation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the two cards under each other where they do not fit side by side."""
        super().resizeEvent(event)
        wide = self.viewport().width() >= px(SIDE_BY_SIDE)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._cards.setDirection(direction)
        self._foot.turn(wide)

    def names(self) -> tuple[str, ...]:
        """What somebody who wants to guess the password would try first."""
        return (self.organisation.text(), self.worker.text(), self.village.text())

    def show_place(self, place: str) -> None:
        """Show where the vault will stand."""
        self.place.setText(self.tr("In de map {place}").format(place=place))
        self.place.setVisible(bool(place))
        self.place_problem.hide()

    def refuse_place(self, title: str, text: str) -> None:
        """Say why the chosen folder cannot be; the one before stays."""
        self.place_problem.setText(f"{title}. {text}")
        self.place_problem.show()
        announce(self.place_button, text)

    def refuse_start_file(self, title: str, text: str) -> None:
        """Say what is wrong with the file of the organisation; nothing was made."""
        self.start_problem.label.setText(f"{title}. {text}")
        self.start_problem.show()
        announce(self.start_button, text)

    def set_busy(self, busy: bool) -> None:
        """Whether the vault is being made."""
        for widget in (self.form, self.choice, self.begin_button, self.look_button, self.have_button):
            widget.setEnabled(not busy)
        for widget in (self.start_button, self.place_button):
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
