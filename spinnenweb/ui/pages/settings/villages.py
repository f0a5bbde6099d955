"""The villages: their names, and adding one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from spinnenweb.domain.residents import Village

_WIDTH = 360


class VillagesSection(Card):
    """Sends `renamed(Village)` and `added(str)`."""

    renamed = Signal(object)
    added = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Kernen"), self.tr("De dorpen en wijken van je inwoners."))
        self.lines: dict[QLineEdit, Village] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(px(8))
        self.new = QLineEdit()
        self.add_button = quiet_button(self.tr("Toevoegen"), "plus")
        self.row = FieldRow(self.tr("Een kern erbij"), self.new)
        self.problem = text_label("", "error")
        self.problem.hide()
        self.add(self._list)
        self.add(self.problem)
        self.add(self._foot())
        self.new.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(px(12))
        foot.addWidget(self.row, 4)
        foot.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addStretch(1)
        return foot

    def show_villages(self, villages: tuple[Village, ...]) -> None:
        """Show the names; those being typed in stay as they are."""
        if tuple(self.lines.values()) == villages:
            return
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = {}
        for village in villages:
            self._show(village)

    def _show(self, village: Village) -> None:
        line = QLineEdit(village.name)
        line.setMaximumWidth(px(_WIDTH))
        line.setAccessibleName(self.tr("Naam van de kern {name}").format(name=village.name))
        line.editingFinished.connect(self._rename)
        self.lines[line] = village
        self._list.addWidget(line)

    def _rename(self) -> None:
        sender = self.sender()
        if isinstance(sender, QLineEdit) and sender in self.lines:
            village, name = self.lines[sender], sender.text().strip()
            if name and name != village.name:
                self.renamed.emit(replace(village, name=name))
            elif not name:
                sender.setText(village.name)

    def _add(self) -> None:
        name = self.new.text().strip()
        if name:
            self.added.emit(name)

    def tell(self, problem: str) -> None:
        """Show why a name was refused; an empty text takes it away, and empties the new field."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if not problem:
            self.new.clear()
        for line, village in self.lines.items():
            line.setText(village.name)
