"""The first screen of the first start: who you are, your first village, your password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from spinnenweb.ui.entrance.first_sheet import LONGEST, FirstSheet
from spinnenweb.ui.entrance.turning import Foot
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.cards import Card, Note
from spinnenweb.ui.widgets.controls import link_button, quiet_button
from spinnenweb.ui.widgets.forms import FormSection, focus_first_error
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class WelcomeView(FirstSheet):
    """`begun(organisation, worker, village, password)`; beside it looking round, or a vault that is there.

    `start_file_asked()` and `place_asked()` want a file or a folder chosen; `place` is the folder proposed.
    """

    begun = Signal(str, str, str, str)
    look_round = Signal()
    have_vault = Signal()
    start_file_asked = Signal()
    place_asked = Signal()

    def __init__(self, place: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start_button = link_button(self.tr("Ik kreeg een startbestand van mijn organisatie"))
        self.start_problem = Note("", "warn")
        self.start_problem.hide()
        self.place = text_label("")
        self.place_problem = text_label("", "error")
        self.place_button = link_button(self.tr("Andere map kiezen"))
        self.organisation = QLineEdit()
        self.worker = QLineEdit()
        self.village = QLineEdit()
        self.look_button = quiet_button(self.tr("Eerst rondkijken in het voorbeelddorp"))
        self.have_button = link_button(self.tr("Ik heb al een kluis"))
        self._fill()
        self.show_place(place)
        self._connect()

    def _fill(self) -> None:
        intro = self.tr(
            "Spinnenweb helpt je bij gesprekken met inwoners. Wat je bewaart, blijft op deze laptop, achter slot."
        )
        cards = self._you(), self.password_card()
        foot = Foot(self.have_button, self.look_button, self.begin_button)
        self.lay_out(intro, [self.start_button, self.start_problem], cards, foot)

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
        card.add(self.where_it_stands())
        for part in (self.place, self.place_problem, self.place_button):
            card.add(part)
        return card

    def _connect(self) -> None:
        self.begin_button.clicked.connect(self._begin)
        self.choice.repeat.edit.returnPressed.connect(self._begin)
        self.look_button.clicked.connect(self.look_round)
        self.have_button.clicked.connect(self.have_vault)
        self.start_button.clicked.connect(self.start_file_asked)
        self.place_button.clicked.connect(self.place_asked)
        self.begin_at(self.organisation)

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
