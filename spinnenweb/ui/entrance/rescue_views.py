"""The screens for a vault that does not open: which backup, what is in it, and what could be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from spinnenweb.ui.entrance import BusyLine, PasswordField, Sheet
from spinnenweb.ui.side_by_side import Pair, SideBySide
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card, Note
from spinnenweb.ui.widgets.controls import link_button, primary_button, quiet_button
from spinnenweb.ui.widgets.labels import PageTitle, text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from spinnenweb.services.salvage import SalvageReport
    from spinnenweb.ui.errors import Told

WIDTH = 640
WIDE = 820


class _Rescue(Sheet):
    help_key = "unlock"
    back = Signal()

    def __init__(self, title: str, width: int = WIDTH) -> None:
        super().__init__(width)
        self.card = Card()
        self.card.body.setContentsMargins(px(32), px(28), px(32), px(28))
        self.card.body.setSpacing(px(12))
        self.card.add(PageTitle(title))
        self.body.addWidget(self.card)

    def add_buttons(self, *buttons: QPushButton) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(12))
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.fold(row)
        self.card.body.addSpacing(px(4))
        self.card.add(row)


class SecretView(_Rescue):
    """Asks what opens it: `given(secret, is the emergency key)`, `file_asked()`, `back()`."""

    given = Signal(str, bool)
    file_asked = Signal()

    def __init__(self, title: str, text: str, verb: str, busy: str, file: str = "") -> None:
        """`file` is the name of a backup; without one nothing is to be chosen."""
        super().__init__(title)
        self.problem = Note("", "warn")
        self.problem.hide()
        self.field = PasswordField(self.tr("Wachtwoord of noodsleutel"))
        self.field.draw_eye()
        self.is_key = QCheckBox(self.tr("Dit is mijn noodsleutel"))
        self.go_on = primary_button(verb)
        self.leave = quiet_button(self.tr("Terug"))
        self.busy = BusyLine(busy)
        self.busy.hide()
        self._fill(text, file)
        self.go_on.clicked.connect(self._give)
        self.field.edit.returnPressed.connect(self._give)
        self.leave.clicked.connect(self.back)
        self.begin_at(self.field.edit)

    def _fill(self, text: str, file: str) -> None:
        self.card.add(text_label(text, "soft"))
        if file:
            self.other = link_button(self.tr("Ander bestand kiezen"))
            self.other.clicked.connect(self.file_asked)
            # a long name may go on in the next line
            self.card.add(text_label(file.replace("_", "_\u200b"), "strong"))
            self.card.add(self.other)
        label = text_label(self.tr("Wachtwoord"), "strong")
        label.setBuddy(self.field.edit)
        for part in (self.problem, label, self.field, self.is_key):
            self.card.add(part)
        self.add_buttons(self.go_on, self.leave)
        self.card.add(self.busy)

    def set_busy(self, busy: bool) -> None:
        """Whether it is being done: nothing can be pressed twice."""
        for part in (self.field, self.is_key, self.go_on, self.leave):
            part.setEnabled(not busy)
        self.busy.setVisible(busy)

    def show_problem(self, said: Told) -> None:
        """Say what was wrong; what was typed stays."""
        self.set_busy(False)
        self.problem.label.setText(f"{said.title}. {said.text}")
        self.problem.show()
        self.field.edit.setFocus()

    def _give(self) -> None:
        if self.field.text().strip():
            self.set_busy(True)
            self.given.emit(self.field.text(), self.is_key.isChecked())


class PairView(_Rescue):
    """A backup beside the vault of today: `agreed()`, `back()`."""

    agreed = Signal()

    def __init__(self, pair: Pair, text: str) -> None:
        super().__init__(self.tr("Deze reservekopie terugzetten?"), WIDE)
        self.card.add(SideBySide(pair))
        self.card.add(text_label(text, "soft"))
        self.go_on = primary_button(self.tr("Deze terugzetten"))
        self.leave = quiet_button(self.tr("Andere kiezen"))
        self.busy = BusyLine(self.tr("We zetten de reservekopie terug…"))
        self.busy.hide()
        self.add_buttons(self.go_on, self.leave)
        self.card.add(self.busy)
        self.go_on.clicked.connect(self._agree)
        self.leave.clicked.connect(self.back)
        self.begin_at(self.leave)

    def _agree(self) -> None:
        self.set_busy(True)
        self.agreed.emit()

    def set_busy(self, busy: bool) -> None:
        """Whether it is being put back."""
        self.go_on.setEnabled(not busy)
        self.leave.setEnabled(not busy)
        self.busy.setVisible(busy)


class ReportView(_Rescue):
    """What was saved and what was lost, by kind: `opened()`, `report_asked()`."""

    opened = Signal()
    report_asked = Signal()

    def __init__(self, report: SalvageReport, rows: tuple[tuple[str, int, int], ...]) -> None:
        """`rows` are a name, how many were saved and how many are known to be lost."""
        super().__init__(self.tr("Dit is gered"))
        told = self.tr("Alles wat te tellen was, is gered.")
        if report.lost:
            told = self.tr("Wat te lezen was, staat in een nieuwe kluis. De oude is niet veranderd.")
        self.card.add(text_label(told))
        self.card.add(self._table(rows))
        if report.stand_ins:
            line = self.tr("Van {n} inwoners was de kaart niet te lezen. Ze heten nu GERED-1 en verder.")
            self.card.add(Note(line.format(n=report.stand_ins), "warn"))
        self.card.add(text_label(str(report.folder), "small"))
        self.open_button = primary_button(self.tr("Nieuwe kluis openen"))
        self.keep_button = quiet_button(self.tr("Verslag bewaren"), "file-text")
        self.add_buttons(self.open_button, self.keep_button)
        self.open_button.clicked.connect(self.opened)
        self.keep_button.clicked.connect(self.report_asked)
        self.begin_at(self.open_button)

    def _table(self, rows: tuple[tuple[str, int, int], ...]) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(0, 1)
        for column, head in enumerate(("", self.tr("gered"), self.tr("verloren"))):
            grid.addWidget(text_label(head, "soft"), 0, column)
        for number, (name, kept, lost) in enumerate(rows, 1):
            grid.addWidget(text_label(name), number, 0)
            grid.addWidget(text_label(str(kept), "strong"), number, 1)
            grid.addWidget(text_label(str(lost), "strong" if lost else "soft"), number, 2)
        return table
