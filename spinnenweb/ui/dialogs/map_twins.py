"""What comes in beside what may be the same here: looked at one by one, decided one by one or all at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from spinnenweb.services.map_imports import Choice, Decision
from spinnenweb.ui.dates import full_day
from spinnenweb.ui.dialogs.map_import_steps import Step
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.flow_layout import Columns
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.labels import SectionTitle, text_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.map_cells import MapNames
    from spinnenweb.services.map_imports import Incoming, Twin

_ROW = 36
_LIST = 8 * _ROW


class TwinsStep(Step):
    """`choices` holds what was decided; nobody has to look at all of them."""

    def __init__(self, words: Wording, names: MapNames) -> None:
        super().__init__(words)
        self._names = names
        self._asking: tuple[Incoming, ...] = ()
        self._chosen: dict[int, Choice] = {}
        self.intro = text_label("", "soft")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Wat er misschien al staat"))
        self.list.setMinimumHeight(px(_LIST))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.title = SectionTitle("")
        self.why = text_label("", "small")
        self.which = ChoiceBox()
        self.which_row = FieldRow(self.tr("Welke is het?"), self.which)
        self.decision = ChoiceBox()
        for one in Decision:
            self.decision.addItem(words.say(f"map_decision.{one.value}"), one.value)
        self.all = link_button("")
        self._beside = QWidget()
        self.grid = QGridLayout(self._beside)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show)
        self.decision.activated.connect(self._decide)
        self.which.activated.connect(self._decide)
        self.all.clicked.connect(self._decide_all)

    def _lay_out(self) -> None:
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(px(16))
        self.grid.setVerticalSpacing(px(6))
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 1)
        columns = Columns((2, 3), narrow=640)
        left, right = columns.column(0), columns.column(1)
        left.addWidget(self.list, 1)
        detail: QVBoxLayout = right
        for part in (self.title, self.why, self.which_row, self._beside):
            detail.addWidget(part)
        detail.addWidget(FieldRow(self.tr("Wat doen we ermee?"), self.decision))
        detail.addWidget(self.all)
        detail.addStretch(1)
        self.add(self.intro, columns)

    def show_asking(self, asking: Sequence[Incoming]) -> None:
        """Show those somebody should look at; what is suggested is chosen already."""
        # those that are in doubt come first: they are why somebody looks
        self._asking = tuple(sorted(asking, key=lambda one: one.twins[0].sure))
        self._chosen = {one.number: Choice(one.suggested) for one in asking}
        intro = self.tr("{n} staan er misschien al. We kozen alvast wat het meest past. Kijk waar je twijfelt.")
        self.intro.setText(intro.format(n=len(self._asking)))
        self.all.setText(self.tr("Doe dit bij alle {n}").format(n=len(self._asking)))
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._asking:
            item = QListWidgetItem(self._line(one), self.list)
            item.setSizeHint(QSize(0, px(_ROW)))
        self.list.blockSignals(False)
        self.list.setCurrentRow(0)

    @property
    def choices(self) -> Mapping[int, Choice]:
        """What was decided, by number in the file."""
        return dict(self._chosen)

    def _line(self, one: Incoming) -> str:
        decision = self._chosen[one.number].decision
        return f"{self._short(decision)}: {one.organisation.name}"

    def _short(self, decision: Decision) -> str:
        return {
            Decision.NEW: self.tr("Nieuw"),
            Decision.FILL: self.tr("Aanvullen"),
            Decision.OVERWRITE: self.tr("Vervangen"),
            Decision.SKIP: self.tr("Overslaan"),
        }[decision]

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._asking):
            return
        one = self._asking[row]
        choice = self._chosen[one.number]
        self.title.setText(one.organisation.name)
        self.which.clear()
        self.which.addItems([twin.name for twin in one.twins])
        self.which.setCurrentIndex(choice.twin)
        self.which_row.setVisible(len(one.twins) > 1)
        self.decision.setCurrentIndex(self.decision.findData(choice.decision.value))
        self._show_twin(one.twins[choice.twin])

    def _show_twin(self, twin: Twin) -> None:
        where = self.tr("Staat eerder in het bestand") if twin.number is not None else self.tr("Staat op de kaart")
        why = self.tr("hetzelfde nummer") if twin.why is None else self.words.say(f"map.like.{twin.why.value}")
        self.why.setText(f"{where}: {twin.name} ({why})")
        while (item := self.grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        heads = ("", self.tr("Nu"), self.tr("In het bestand"))
        differs = [
            (self._names.heads[f], self._said(f, ours), self._said(f, new)) for f, ours, new in twin.differs
        ]
        for number, line in enumerate([heads, *differs] if differs else []):
            for column, text in enumerate(line):
                role = "soft" if number == 0 or column == 0 else "body"
                label = text_label(text or ("" if number == 0 else "–"), role)
                self.grid.addWidget(label, number, column, Qt.AlignmentFlag.AlignTop)
        if not differs:
            self.grid.addWidget(text_label(self.tr("Er staat niets anders in.")), 0, 0, 1, 3)

    def _said(self, field: str, value: str) -> str:
        if field in ("checked_on", "check_before") and value:
            return full_day(date.fromisoformat(value))
        parts = (self._names.named(field, part.strip()) for part in value.split(","))
        return ", ".join(parts) if field in ("kind", "themes") else value

    def _decide(self) -> None:
        row = self.list.currentRow()
        one = self._asking[row]
        decision = Decision(self.decision.currentData())
        self._chosen[one.number] = Choice(decision, max(0, self.which.currentIndex()))
        self._relabel(row)
        self._show_twin(one.twins[self._chosen[one.number].twin])

    def _decide_all(self) -> None:
        decision = Decision(self.decision.currentData())
        for row, one in enumerate(self._asking):
            self._chosen[one.number] = Choice(decision, self._chosen[one.number].twin)
            self._relabel(row)

    def _relabel(self, row: int) -> None:
        item = self.list.item(row)
        if item is not None:
            item.setText(self._line(self._asking[row]))
