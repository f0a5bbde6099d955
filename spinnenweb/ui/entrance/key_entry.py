"""Typing the emergency key over from paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from spinnenweb.ui.entrance import BusyLine, Sheet
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.controls import primary_button, quiet_button
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.labels import SectionTitle, text_label

WIDTH = 640
GROUP_SIGNS = 4
GROUPS = 9


class KeyEntryView(Sheet):
    """One field for the whole key; blanks and hyphens come by themselves. `key_given(text)`, `back()`.

    `organisation_asked()`: the organisation opens this vault with its own key, where it has one.
    """

    key_given = Signal(str)
    organisation_asked = Signal()
    back = Signal()
    help_key = "unlock"

    def __init__(self, parent: QWidget | None = None, *, organisation: bool = False) -> None:
        """`organisation`: this vault has a way in for one."""
        super().__init__(WIDTH, parent)
        self.organisation = _OrganisationWay()
        self.organisation.setVisible(organisation)
        self.key = QLineEdit()
        self.row = FieldRow(
            self.tr("Noodsleutel"),
            self.key,
            self.tr("Negen groepjes van vier. Hoofdletters, spaties en streepjes maken niet uit."),
            wide=True,
        )
        self.open_button = primary_button(self.tr("Openen"))
        self.back_button = quiet_button(self.tr("Terug naar het wachtwoord"))
        self.busy = BusyLine(self.tr("Je kluis gaat open…"))
        self._fill()
        self.key.textEdited.connect(self._group)
        self.key.returnPressed.connect(self._give)
        self.open_button.clicked.connect(self._give)
        self.back_button.clicked.connect(self.back)
        self.organisation.button.clicked.connect(self.organisation_asked)
        self.begin_at(self.key)

    def _fill(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 1.15)
        self.key.setFont(font)
        card = Card()
        card.body.setContentsMargins(px(32), px(28), px(32), px(24))
        card.add(SectionTitle(self.tr("Noodsleutel gebruiken"), "title"))
        card.add(text_label(self.tr("Pak je noodblad erbij en typ de groepjes over. Neem de tijd."), "soft"))
        card.body.addSpacing(px(12))
        card.add(self.row)
        card.body.addSpacing(px(8))
        buttons = QHBoxLayout()
        buttons.setSpacing(px(12))
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        card.add(buttons)
        self.fold(buttons)
        card.add(self.busy)
        self.busy.hide()
        self.body.addWidget(card)
        self.body.addWidget(self.organisation)

    def _group(self, typed: str) -> None:
        """Hyphens between the groups while typing at the end; what is mended in the middle stays as it is."""
        if self.key.cursorPosition() == len(typed):
            self.key.setText(grouped(typed))

    def _give(self) -> None:
        if self.key.text().strip():
            self.set_busy(True)
            self.row.set_error("")
            self.key_given.emit(self.key.text())

    def show_problem(self, title: str, text: str) -> None:
        """Say what does not fit; what was typed stays."""
        self.set_busy(False)
        self.row.set_error(f"{title}. {text}")
        self.key.setFocus()

    def show_organisation_problem(self, title: str, text: str) -> None:
        """Say what is wrong with the file of the organisation."""
        self.set_busy(False)
        self.organisation.tell(f"{title}. {text}")

    def set_busy(self, busy: bool) -> None:
        """Whether the vault is being opened: nothing can be pressed twice."""
        for widget in (self.key, self.open_button, self.back_button, self.organisation.button):
            widget.setEnabled(not busy)
        self.busy.setVisible(busy)
        self.organisation.tell("")


class _OrganisationWay(Card):
    def __init__(self) -> None:
        super().__init__(self.tr("Geen noodsleutel bij de hand?"))
        said = self.tr(
            "Je organisatie heeft een eigen sleutel voor deze kluis. Wie het bestand met die sleutel heeft, kan "
            "de kluis voor je openen. Dat komt altijd in het logboek."
        )
        self.add(text_label(said, "soft"))
        self.button = quiet_button(self.tr("Mijn organisatie opent mijn kluis"), "key")
        self.problem = text_label("", "error")
        self.problem.hide()
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.add(row)
        self.add(self.problem)

    def tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if problem:
            announce(self.button, problem)


def grouped(typed: str) -> str:
    """The signs of a key in capitals, in groups of four with hyphens between."""
    signs = "".join(sign for sign in typed.upper() if sign.isalnum())[: GROUPS * GROUP_SIGNS]
    return "-".join(signs[start : start + GROUP_SIGNS] for start in range(0, len(signs), GROUP_SIGNS))
