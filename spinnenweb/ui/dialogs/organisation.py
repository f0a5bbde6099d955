"""An organisation as a form; while a new one is typed, those it may be stand beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from spinnenweb.domain.social_map import Organisation
from spinnenweb.ui.dialogs.map_record import RecordDialog
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.cards import RowCard
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.rows import RowButton, end_row, list_row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.services.map_cells import MapNames
    from spinnenweb.services.map_records import LikeLine
    from spinnenweb.ui.context import Context

DELAY_MS = 250


class OrganisationDialog(RecordDialog):
    """Also sends `there_already(str)` for one that was there, and then nothing is added."""

    there_already = Signal(str)

    def __init__(
        self, context: Context, record: Organisation, names: MapNames, parent: QWidget, *, new: bool
    ) -> None:
        super().__init__(context, record, names, "", parent, new=new)
        title = self.tr("Nieuwe organisatie") if new else self.tr("Organisatie aanpassen")
        self.setAccessibleName(title)
        self.title.setText(title)
        self._typed: tuple[str, ...] = ()
        self.rows: dict[RowButton, str] = {}
        self.question = text_label(self.tr("Is het een van deze? Die staat er al."), "strong")
        self.candidates = RowCard()
        for number, part in enumerate((self.question, self.candidates), 0):
            self.fields.insertWidget(number, part)
            part.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self._look)
        if new:
            self.form.changed.connect(self._timer.start)

    def _look(self) -> None:
        typed = self.form.glance()
        if not isinstance(typed, Organisation):
            return
        marks = (typed.name, typed.phone, typed.email, typed.website, typed.kvk)
        if marks != self._typed:
            self._typed = marks
            work = partial(self.context.workspace.map_merging.like_organisation, typed)
            self.context.jobs.run(self, work, partial(self._show, marks))

    def _show(self, marks: tuple[str, ...], found: tuple[LikeLine, ...]) -> None:
        if marks != self._typed:
            return
        self.candidates.clear()
        self.rows = {}
        for one in found[:3]:
            why = self.context.words.say(f"map.like.{one.why.value}")
            row = list_row(f"{one.name}, {why}", text_label(one.name, "strong"), why)
            row.clicked.connect(self._choose)
            self.rows[row] = one.id
            self.candidates.add_row(end_row(row))
        for part in (self.question, self.candidates):
            part.setVisible(bool(found))
        if found:
            announce(self.question, f"{self.question.text()} {found[0].name}")
            self.grow()

    def _choose(self) -> None:
        sender = self.sender()
        there = next(one for row, one in self.rows.items() if row is sender)
        self.reject()
        self._emit_there(there)

    def _emit_there(self, organisation_id: str) -> None:
        self.there_already.emit(organisation_id)
