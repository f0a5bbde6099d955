"""What is done with the household of one resident."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from spinnenweb.ui.dialogs.choose_resident import ChooseResidentDialog
from spinnenweb.ui.places import RESIDENT, Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.changes import Changes
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.pages.resident.household import HouseholdCard
    from spinnenweb.ui.pages.resident.person import Person


class Household(QObject):
    """Writes what the card asks for. Sends `changed(Changes)`."""

    changed = Signal(object)

    def __init__(self, context: Context, card: HouseholdCard, page: QWidget) -> None:
        super().__init__(card)
        self._context = context
        self._card = card
        self._page = page
        self._person: Person | None = None
        self._way_back: Callable[[], Changes] | None = None
        card.opened.connect(self._open)
        card.asked.connect(self._ask)
        card.left.connect(self._leave)

    def show_person(self, person: Person) -> None:
        """Show and write for this resident from now on."""
        self._person = person
        self._card.show_person(person)

    def _open(self, resident_id: str) -> None:
        self._context.hub.open(Place(RESIDENT, record=resident_id))

    def _ask(self) -> None:
        if self._person is not None:
            known = (self._person.resident.id, *(mate.id for mate in self._person.housemates))
            dialog = ChooseResidentDialog(self._context, self.tr("Wie woont hier ook?"), known, self._page)
            dialog.chosen.connect(self._join)
            dialog.open()

    def _join(self, other_id: str) -> None:
        if self._person is not None:
            work = partial(self._context.workspace.households.join, other_id, self._person.resident.id)
            self._context.jobs.run(self, work, self._emit)

    def _leave(self) -> None:
        if self._person is not None and self._person.housemates:
            resident_id, mate_id = self._person.resident.id, self._person.housemates[0].id
            households = self._context.workspace.households
            self._way_back = partial(households.join, resident_id, mate_id)
            self._context.jobs.run(self, partial(households.leave, resident_id), self._tell_left)

    def _tell_left(self, changes: Changes) -> None:
        self._emit(changes)
        self._context.hub.say(self.tr("Deze inwoner hoort nu bij een eigen huishouden."), self._go_back)

    def _go_back(self) -> None:
        back, self._way_back = self._way_back, None
        if back is not None:
            self._context.jobs.run(self, back, self._emit)

    def _emit(self, changes: Changes) -> None:
        self.changed.emit(changes)
