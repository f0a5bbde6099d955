"""What became of early signs, and where to turn to when there are worries about safety."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.domain.choices import AboutKind
from spinnenweb.services.proposals import About
from spinnenweb.ui.dates import short_day
from spinnenweb.ui.dialogs.signal_follow_up import SignalDialog
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.signals import SignalLine
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.dialogs.signal_follow_up import Told
    from spinnenweb.ui.pages.resident.person import Person


class SignalsCard(Card):
    """Sends `asked(str)` with the code of a sign to write something down about, and `looked(About)` for offers."""

    asked = Signal(str)
    looked = Signal(object)

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        title = self.tr("Signalen")
        self.setAccessibleName(title)
        self._add_head(title, "")
        self._column = QVBoxLayout()
        self._column.setSpacing(px(10))
        self.add(self._column)
        self._rows: list[QWidget] = []
        self.buttons: dict[QPushButton, str] = {}
        self.looks: dict[QPushButton, str] = {}

    def show_person(self, person: Person) -> None:
        """Show the signs that were noted, the newest first."""
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons, self.looks = {}, {}
        self._rows = [self._row(line, person) for line in person.signals]
        for row in self._rows:
            self._column.addWidget(row)

    def _row(self, line: SignalLine, person: Person) -> QWidget:
        name, row = self._words.say(f"signal.{line.signal}"), QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addWidget(text_label(name, "strong"))
        column.addWidget(text_label(self._told(line, person), "small"))
        button = link_button(self.tr("Wat doe je ermee?"))
        button.setAccessibleName(f"{name}: {button.text()}")
        button.setEnabled(not person.resident.restricted)
        button.clicked.connect(self._ask)
        self.buttons[button] = line.signal
        look = link_button(self._words.say("proposal.title"))
        look.setAccessibleName(f"{name}: {look.text()}")
        look.setVisible(not person.resident.restricted)
        look.clicked.connect(self._look)
        self.looks[look] = line.signal
        acts = FlowLayout(gap=20)
        acts.addWidget(button)
        acts.addWidget(look)
        column.addLayout(acts)
        return row

    def _look(self) -> None:
        sender = self.sender()
        self._emit_looked(next(code for button, code in self.looks.items() if button is sender))

    def _emit_looked(self, code: str) -> None:
        self.looked.emit(About(AboutKind.SIGNAL, code))

    def _told(self, line: SignalLine, person: Person) -> str:
        noted = self.tr("besproken op {day}").format(day=short_day(line.noted_on, person.today))
        state = "" if line.state is None else self._words.say(f"signal_state.{line.state.value}")
        return " · ".join(part for part in (noted, state) if part)

    def _ask(self) -> None:
        sender = self.sender()
        self._emit_asked(next(code for button, code in self.buttons.items() if button is sender))

    def _emit_asked(self, code: str) -> None:
        self.asked.emit(code)


class Signals(QObject):
    """Asks and writes what is done about a sign. Sends `changed(Changes)`."""

    changed = Signal(object)

    def __init__(self, context: Context, card: SignalsCard, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._card = card
        self._page = page
        self._person: Person | None = None
        card.asked.connect(self._ask)

    def show_person(self, person: Person) -> None:
        """Show and write for this resident from now on."""
        self._person = person
        self._card.show_person(person)

    def _ask(self, signal: str) -> None:
        dialog = SignalDialog(self._context, signal, self._page)
        dialog.told.connect(partial(self._write, signal))
        dialog.open()

    def _write(self, signal: str, told: Told) -> None:
        if self._person is not None:
            tell = self._context.workspace.signals.tell
            work = partial(tell, self._person.resident.id, signal, told.state, told.words)
            self._context.jobs.run(self, work, self._emit, self._context.hub.fail)

    def _emit(self, changes: Changes) -> None:
        self.changed.emit(changes)
