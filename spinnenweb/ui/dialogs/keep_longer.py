"""Why a file is kept after its term, and until when."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from spinnenweb.domain.conversations import LONGEST_LINE
from spinnenweb.domain.retention import MONTHS_IN_A_YEAR, months_after
from spinnenweb.ui.dates import qt_date
from spinnenweb.ui.dialogs.day_choice import day_field, day_of
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.names import display_name
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.forms import FieldRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.residents import Resident
    from spinnenweb.ui.context import Context


class KeepLongerDialog(Sheet):
    """Writes the decision itself, sends `kept(Changes)` and goes; a refusal leaves it open."""

    kept = Signal(object)

    def __init__(self, context: Context, resident: Resident, parent: QWidget) -> None:
        super().__init__(context, parent)
        title = self.tr("{name} langer bewaren").format(name=display_name(resident))
        self.name(title, self.tr("Langer bewaren"))
        self._resident = resident
        today = context.workspace.clock.today()
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST_LINE)
        self.until = day_field(self.tr("Tot en met welke dag?"), months_after(today, MONTHS_IN_A_YEAR))
        self.until.setMinimumDate(qt_date(today))
        self.until.setMinimumWidth(px(240))
        help_text = self.tr("Dit wordt bewaard. De inwoner mag het lezen.")
        self.fields.addWidget(FieldRow(self.tr("&Waarom?"), self.reason, help_text))
        self.fields.addWidget(FieldRow(self.tr("&Tot en met welke dag?"), self.until))
        self.keep.clicked.connect(self._keep)
        self.reason.setFocus()

    def _keep(self) -> None:
        work = partial(
            self.context.workspace.retention.keep, self._resident.id, self.reason.text(), day_of(self.until)
        )
        self.context.jobs.run(self, work, self._done, self.fail)

    def _done(self, changes: Changes) -> None:
        self.accept()
        self.kept.emit(changes)
