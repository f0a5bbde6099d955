"""What the start file of an organisation fills in, before anything is made: a name and a password are left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from spinnenweb.domain.house_rules import FileKind
from spinnenweb.ui.entrance.first_sheet import LONGEST, FirstSheet
from spinnenweb.ui.entrance.turning import Foot
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card, Note
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.forms import FieldRow, focus_first_error
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from spinnenweb.domain.start_file import StartFile
    from spinnenweb.domain.wording import Wording

_NAMED = 8
"""Villages that are named; of more the number is said."""


class StartFileView(FirstSheet):
    """`begun(worker, password)`, or `back()` to the first screen."""

    begun = Signal(str, str)
    back = Signal()

    def __init__(self, start: StartFile, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start = start
        self._words = words
        self.lines: dict[str, str] = {}
        self.public_key = ""
        self.worker = QLineEdit()
        self.worker.setMaxLength(LONGEST)
        self.worker_row = FieldRow(self.tr("Je naam of voorletters"), self.worker, wide=True)
        self.back_button = link_button(self.tr("Terug, zonder startbestand"))
        self._fill()
        self._connect()

    def _fill(self) -> None:
        intro = self.tr("{organisation} heeft alles klaargezet. Jij kiest alleen nog je wachtwoord.")
        cards = self._given(), self.password_card(self.worker_row)
        foot = Foot(self.back_button, self.begin_button)
        self.lay_out(intro.format(organisation=self._start.organisation), [], cards, foot)

    # what the file says

    def _given(self) -> Card:
        card = Card(self.tr("Dit vult het startbestand in"))
        for name, value in self._values():
            self.lines[name] = value
            card.add(_pair(name, value))
        card.body.addSpacing(px(8))
        card.add(self._key())
        card.body.addStretch(1)
        card.add(self.where_it_stands())
        return card

    def _values(self) -> list[tuple[str, str]]:
        start = self._start
        languages = (self._words.say(f"language.{code}") for code in start.languages)
        found = (
            (self.tr("Organisatie"), start.organisation),
            (self.tr("Kernen"), self._villages()),
            (self.tr("Zo lang bewaren we"), self._terms()),
            (self.tr("Reservekopieën komen in"), start.backup_place),
            (self.tr("Op slot"), self._idle()),
            (self.tr("Talen erbij"), ", ".join(languages)),
            (self.tr("Nummers als het dringend is"), ", ".join(one.name for one in start.urgent_numbers)),
        )
        return [(name, value) for name, value in found if value]

    def _villages(self) -> str:
        names = [village.name for village in self._start.villages]
        more = len(names) - _NAMED
        named = ", ".join(names[:_NAMED])
        return self.tr("{names} en nog {n}").format(names=named, n=more) if more > 0 else named

    def _terms(self) -> str:
        months = self._start.retention.months
        line = self.tr(
            "na het laatste contact: gesprekken {talks} maanden, korte contacten {contacts} maanden, "
            "alleen een kaart {card} maanden"
        )
        return line.format(
            talks=months[FileKind.CONVERSATIONS], contacts=months[FileKind.CONTACTS], card=months[FileKind.CARD]
        )

    def _idle(self) -> str:
        idle = self._start.idle
        line = self.tr(
            "aan je bureau na {desk} minuten zonder aanraken; op bezoek gaat het scherm na {cover} minuten dicht "
            "en de kluis na {lock} minuten op slot"
        )
        return line.format(desk=idle.desk, cover=idle.visit_cover, lock=idle.visit_lock)

    def _key(self) -> QWidget:
        if not self._start.public_key:
            self.key_note = Note(self._words.say("organisation_key.off"), "ok")
            return self.key_note
        said = self._words.say("first.key_text_organisation", organisation=self._start.organisation)
        self.key_note = Note(said)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(text_label(self._words.say("organisation_key.title"), "strong"))
        column.addWidget(self.key_note)
        self.public_key = broken(self._start.public_key)
        column.addWidget(_pair(self._words.say("organisation_key.public"), self.public_key))
        return holder

    def _connect(self) -> None:
        self.begin_button.clicked.connect(self._begin)
        self.choice.repeat.edit.returnPressed.connect(self._begin)
        self.back_button.clicked.connect(self.back)
        self.begin_at(self.worker)

    def set_busy(self, busy: bool) -> None:
        """Whether the vault is being made."""
        for widget in (self.worker_row, self.choice, self.begin_button, self.back_button):
            widget.setEnabled(not busy)
        self.busy.setVisible(busy)

    def _begin(self) -> None:
        missing = not self.worker.text().strip()
        said = self.tr("Vul je naam of voorletters in. Alleen jij en je team zien ze.")
        self.worker_row.set_error(said if missing else "")
        complete = self.choice.complete()
        if focus_first_error([self.worker_row]) or not complete:
            return
        self.set_busy(True)
        self.begun.emit(self.worker.text(), self.choice.password())


def broken(key: str) -> str:
    """A long key with places where a line may end."""
    return "\u200b".join(key[start : start + 8] for start in range(0, len(key), 8))


def _pair(name: str, value: str) -> QWidget:
    pair = QWidget()
    column = QVBoxLayout(pair)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(text_label(name, "small"))
    column.addWidget(text_label(value))
    return pair
