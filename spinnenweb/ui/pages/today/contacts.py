"""The last short talks and meetings, to read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.domain.contacts import Meeting, ShortContact
from spinnenweb.ui.dates import short_day
from spinnenweb.ui.names import display_name
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import RowCard
from spinnenweb.ui.widgets.controls import icon_button
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.pages.today.content import Today


class ContactsCard(RowCard):
    """One row for each, newest first. Sends `put_away` with the one that goes to the bin."""

    put_away = Signal(object)

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self._contacts: dict[QWidget, ShortContact | Meeting] = {}
        self._rows: dict[str, QWidget] = {}
        self.setAccessibleName(self.tr("Praatjes en bijeenkomsten"))

    def show_contacts(self, today: Today) -> None:
        """Show these in place of what stood there."""
        self.clear()
        self._contacts = {}
        self._rows = {contact.id: self._row(contact, today) for contact in today.contacts}
        for row in self._rows.values():
            self.add_row(row)

    def row_of(self, record_id: str) -> QWidget | None:
        """The row of a short talk or a meeting, or `None`."""
        return self._rows.get(record_id)

    def _row(self, contact: ShortContact | Meeting, today: Today) -> QWidget:
        first = contact.line or self._themes(contact)
        village = today.villages.get(contact.village_id or "", "")
        themes = self._themes(contact) if contact.line else ""
        parts = (
            short_day(contact.held_on, today.day),
            self._kind(contact),
            self._who(contact, today),
            village,
            themes,
        )
        sub = " · ".join(part for part in parts if part)
        holder = QWidget()
        holder.setAccessibleName(f"{first}, {sub}")
        line = QHBoxLayout(holder)
        line.setContentsMargins(px(18), px(10), px(10), px(10))
        column = QVBoxLayout()
        column.setSpacing(px(2))
        line.addLayout(column, 1)
        line.addWidget(self._away(contact), 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(text_label(first))
        column.addWidget(text_label(sub, "small"))
        return holder

    def _who(self, contact: ShortContact | Meeting, today: Today) -> str:
        if isinstance(contact, Meeting) or contact.resident_id is None:
            return ""
        resident = today.people[contact.resident_id]
        name = display_name(resident)
        return f"{name} · {self._words.say('restriction.chip')}" if resident.restricted else name

    def _away(self, contact: ShortContact | Meeting) -> QWidget:
        said = self.tr("Naar de prullenbak: {what}").format(what=contact.line or self._kind(contact))
        button = icon_button("trash", said, "ink_soft")
        button.clicked.connect(self._put_away)
        self._contacts[button] = contact
        return button

    def _put_away(self) -> None:
        sender = self.sender()
        self._emit_put_away(next(contact for button, contact in self._contacts.items() if button is sender))

    def _emit_put_away(self, contact: ShortContact | Meeting) -> None:
        self.put_away.emit(contact)

    def _kind(self, contact: ShortContact | Meeting) -> str:
        if isinstance(contact, Meeting):
            one = contact.people == 1
            return self.tr("1 inwoner") if one else self.tr("{n} inwoners").format(n=contact.people)
        return self._words.say(f"via.{contact.via}") if contact.via else self.tr("kort praatje")

    def _themes(self, contact: ShortContact | Meeting) -> str:
        return ", ".join(self._words.say(f"theme.{code}") for code in contact.themes)
