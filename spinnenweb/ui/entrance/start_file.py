"""What the start file of an organisation fills in, before anything is made: a name and a password are left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from spinnenweb.domain.house_rules import FileKind
from spinnenweb.ui.entrance import BusyLine, Sheet
from spinnenweb.ui.entrance.password_choice import PasswordChoice
from spinnenweb.ui.entrance.turning import Foot
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card, Note
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.controls import link_button, primary_button
from spinnenweb.ui.widgets.forms import FieldRow, focus_first_error
from spinnenweb.ui.widgets.labels import PageTitle, text_label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from spinnenweb.domain.start_file import StartFile
    from spinnenweb.domain.wording import Wording

WIDTH = 980
SIDE_BY_SIDE = 800
LONGEST = 200
_NAMED = 8
"""Villages that are named; of more the number is said."""


class StartFileView(Sheet):
    """`begun(worker, password)`, or `back()` to the first screen."""

    begun = Signal(str, str)
    back = Signal()
    help_key = "first_start"

    def __init__(self, start: StartFile, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH, parent)
        self._start = start
        self._words = words
        self.lines: dict[str, str] = {}
        self.public_key = ""
        self.worker = QLineEdit()
        self.worker.setMaxLength(LONGEST)
        self.worker_row = FieldRow(self.tr("Je naam of voorletters"), self.worker, wide=True)
        self.choice = PasswordChoice()
        self.begin_button = primary_button(self.tr("Beginnen"))
        self.back_button = link_button(self.tr("Terug, zonder startbestand"))
        self.busy = BusyLine(self.tr("Je kluis wordt gemaakt…"))
        self.busy.hide()
        self._fill()
        self._connect()

    def _fill(self) -> None:
        self.body.addLayout(self._head())
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(px(20))
        self._cards.addWidget(self._given(), 1)
        self._cards.addWidget(self._asked(), 1)
        self.body.addLayout(self._cards)
        self.body.addWidget(self.busy)
        self._foot = Foot(self.back_button, self.begin_button)
        self.body.addLayout(self._foot)

    def _head(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(px(4))
        row = QHBoxLayout()
        row.addWidget(PageTitle(self.tr("Welkom bij Spinnenweb")), 1)
        row.addWidget(Chip(self.tr("Stap {n} van {total}").format(n=1, total=3)))
        column.addLayout(row)
        self.fold(row)
        intro = self.tr("{organisation} heeft alles klaargezet. Jij kiest alleen nog je wachtwoord.")
        column.addWidget(text_label(intro.format(organisation=self._start.organisation), "soft"))
        return column

    # what the file says

    def _given(self) -> Card:
        card = Card(self.tr("Dit vult het startbestand in"))
        for name, value in self._values():
            self.lines[name] = value
            card.add(_pair(name, value))
        card.body.addSpacing(px(8))
        card.add(self._key())
        card.body.addStretch(1)
        place = self.tr(
            "Je kluis komt op deze laptop te staan, niet in OneDrive. Daar kan een open kluis stukgaan."
        )
        card.add(text_label(place, "small"))
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

    # what is asked

    def _asked(self) -> Card:
        card = Card(self.tr("Kies je wachtwoord"))
        card.add(self.worker_row)
        card.body.addSpacing(px(8))
        card.add(self.choice)
        card.body.addStretch(1)
        return card

    def _connect(self) -> None:
        self.begin_button.clicked.connect(self._begin)
        self.choice.repeat.edit.returnPressed.connect(self._begin)
        self.back_button.clicked.connect(self.back)
        self.begin_at(self.worker)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the two cards under each other where they do not fit side by side."""
        super().resizeEvent(event)
        wide = self.viewport().width() >= px(SIDE_BY_SIDE)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._cards.setDirection(direction)
        self._foot.turn(wide)

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
