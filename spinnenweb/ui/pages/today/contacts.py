"""The last short talks and meetings, to read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.domain.contacts import Meeting, ShortContact
from spinnenweb.ui.dates import short_day
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import RowCard
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from spinnenweb.domain.wording import Wording


class ContactsCard(RowCard):
    """One row for each, newest first."""

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(self.tr("Praatjes en bijeenkomsten"))

    def show_contacts(
        self, contacts: Sequence[ShortContact | Meeting], villages: Mapping[str, str], today: date
    ) -> None:
        """Show these in place of what stood there."""
        self.clear()
        for contact in contacts:
            self.add_row(self._row(contact, villages, today))

    def _row(self, contact: ShortContact | Meeting, villages: Mapping[str, str], today: date) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(px(18), px(10), px(18), px(10))
        column.setSpacing(px(2))
        column.addWidget(text_label(contact.line or self._themes(contact)))
        village = villages.get(contact.village_id or "", "")
        parts = (short_day(contact.held_on, today), self._kind(contact), village)
        themes = self._themes(contact) if contact.line else ""
        column.addWidget(text_label(" · ".join(part for part in (*parts, themes) if part), "small"))
        return holder

    def _kind(self, contact: ShortContact | Meeting) -> str:
        if isinstance(contact, Meeting):
            one = contact.people == 1
            return self.tr("1 inwoner") if one else self.tr("{n} inwoners").format(n=contact.people)
        return self._words.say(f"via.{contact.via}") if contact.via else self.tr("kort praatje")

    def _themes(self, contact: ShortContact | Meeting) -> str:
        return ", ".join(self._words.say(f"theme.{code}") for code in contact.themes)
