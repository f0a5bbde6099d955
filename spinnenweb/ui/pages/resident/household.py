"""Who lives together with this resident."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.ui.names import display_name
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from spinnenweb.domain.residents import Resident
    from spinnenweb.ui.pages.resident.person import Person


class HouseholdCard(Card):
    """Sends `opened(str)` with the id of someone who lives here too, `asked()` for one more, and `left()`."""

    opened = Signal(str)
    asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        title = self.tr("Zelfde huishouden als")
        self.setAccessibleName(title)
        self._add_head(title, "")
        self.mates: dict[QPushButton, str] = {}
        self.alone = text_label(self.tr("Nog niemand."), "soft")
        holder = QWidget()
        self._flow = FlowLayout(holder, gap=12)
        self.take = link_button(self.tr("+ huisgenoot"))
        self.leave = link_button(self.tr("Woont hier niet meer"), "soft")
        self.take.clicked.connect(self.asked)
        self.leave.clicked.connect(self.left)
        self._lay_out(holder)

    def _lay_out(self, holder: QWidget) -> None:
        column = QVBoxLayout()
        column.setSpacing(px(8))
        column.addWidget(self.alone)
        column.addWidget(holder)
        line = QHBoxLayout()
        line.setSpacing(px(16))
        line.addWidget(self.take)
        line.addWidget(self.leave)
        line.addStretch(1)
        column.addLayout(line)
        self.add(column)

    def show_person(self, person: Person) -> None:
        """Show who lives here too."""
        self._show_mates(person.housemates)
        self.alone.setVisible(not person.housemates)
        self.leave.setVisible(bool(person.housemates))

    def _show_mates(self, mates: tuple[Resident, ...]) -> None:
        for old in self.mates:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.mates = {link_button(_named(mate), "strong"): mate.id for mate in mates}
        for button in self.mates:
            button.clicked.connect(self._open)
            self._flow.addWidget(button)

    def _open(self) -> None:
        sender = self.sender()
        self.opened.emit(next(mate for button, mate in self.mates.items() if button is sender))


def _named(resident: Resident) -> str:
    name = display_name(resident)
    return f"{name} ({resident.code})" if resident.calling_name else name
