"""Writing down a short talk from a page: what was left half written goes on, what was kept can go back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from spinnenweb.domain.changes import Changes, Kind
from spinnenweb.ui.dialogs.short_contact import ShortContactDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.contacts import ShortContact
    from spinnenweb.domain.residents import Resident
    from spinnenweb.ui.context import Context


class ShortTalks(QObject):
    """The short talks of one page."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._begun: ShortContact | None = None
        self._last = ""

    def write(self, resident: Resident | None = None) -> None:
        """Open the form, for a resident when one is given."""
        begun, self._begun = self._begun, None
        if resident is not None and begun is not None and begun.resident_id != resident.id:
            begun = None
        dialog = ShortContactDialog(self._context, self._page, begun, resident)
        dialog.left.connect(self._remember)
        dialog.kept.connect(self._tell)
        dialog.open()

    def _remember(self, contact: ShortContact) -> None:
        self._begun = contact

    def _tell(self, changes: Changes) -> None:
        self._last = next(record_id for kind, record_id in changes.touched if kind is Kind.CONTACT)
        self._context.hub.say(self.tr("Je praatje is bewaard."), self._undo)

    def _undo(self) -> None:
        last, self._last = self._last, ""
        if last:
            self._context.jobs.run(self, partial(self._context.workspace.contacts.remove, last), self._report)

    def _report(self, changes: Changes) -> None:
        self._context.hub.report(changes, self)
