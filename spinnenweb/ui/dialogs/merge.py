"""Are these two cards of one person? Shown beside each other before anything happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from spinnenweb.ui.dates import full_day
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.names import display_name
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Note
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from spinnenweb.services.records import ResidentLine
    from spinnenweb.ui.context import Context


class MergeDialog(Sheet):
    """`kept` is the card that stays in sight. Sends `agreed(str)` with the id of the other one, and goes."""

    agreed = Signal(str)

    def __init__(self, context: Context, kept: ResidentLine, other: ResidentLine, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.name(self.tr("Is dit dezelfde inwoner?"), self.tr("Samenvoegen"))
        self._other = other.resident.id
        explained = self.tr("{name} blijft in beeld, met de gesprekken, doelen en toestemmingen van allebei.")
        self.explained = Note(explained.format(name=_called(kept)))
        self.calm = text_label(self.tr("Er wordt niets gewist. Losmaken kan altijd."), "small")
        self.grid = self._beside(kept, other)
        for part in (self.explained, self.grid, self.calm):
            self.fields.addWidget(part)
        self.keep.clicked.connect(self._agree)
        self.not_now.setFocus()

    def _beside(self, kept: ResidentLine, other: ResidentLine) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        pairs = zip(self._lines(kept), self._lines(other), strict=True)
        for number, ((name, mine), (_, theirs)) in enumerate(pairs):
            # what differs stands out: that is what has to be looked at
            role = "body" if mine == theirs else "strong"
            grid.addWidget(text_label(name, "soft"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text_label(mine, role), number, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text_label(theirs, role), number, 2, Qt.AlignmentFlag.AlignTop)
        return holder

    def _lines(self, line: ResidentLine) -> list[tuple[str, str]]:
        resident = line.resident
        unknown = self.tr("niet bekend")
        year = unknown if resident.birth_year is None else str(resident.birth_year)
        held = self.tr("nog niet") if line.last_held_on is None else full_day(line.last_held_on)
        return [
            (self.tr("Roepnaam"), resident.calling_name or unknown),
            (self.tr("Code"), resident.code),
            (self.tr("Kern"), line.village_name or unknown),
            (self.tr("Geboortejaar"), year),
            (self.tr("Gesprekken"), str(line.conversations)),
            (self.tr("Laatst gesproken"), held),
        ]

    def _agree(self) -> None:
        self.accept()
        self._emit_agreed()

    def _emit_agreed(self) -> None:
        self.agreed.emit(self._other)


def _called(line: ResidentLine) -> str:
    name = display_name(line.resident)
    return f"{name} ({line.resident.code})" if line.resident.calling_name else name
