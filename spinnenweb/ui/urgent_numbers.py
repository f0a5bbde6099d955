"""Whom to call when it is urgent: few words, large numbers. Names nobody, so it may be shown to anyone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card, Note
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.flow_layout import Columns
from spinnenweb.ui.widgets.header import PageHeader
from spinnenweb.ui.widgets.labels import PageTitle, text_label
from spinnenweb.ui.widgets.scroll import PageScroll

if TYPE_CHECKING:
    from spinnenweb.domain.house_rules import UrgentNumber
    from spinnenweb.domain.wording import Wording

translate = QCoreApplication.translate

SERVICES = ("emergency", "doctor", "suicide", "home")
"""Those that everybody in the Netherlands has, in `werker.toml` under `urgent`."""


class UrgentNumbers(QWidget):
    """The services everybody has, and the numbers of the organisation under them. Sends `back_asked`."""

    back_asked = Signal()
    help_key = "urgent"

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        # the worker reads this, also beside a view that runs from the right
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.back = quiet_button(translate("UrgentPage", "Terug"), "undo")
        self.back.clicked.connect(self.back_asked)
        self.header = PageHeader(words.say("frame.urgent"), words.say("urgent.first"))
        self.header.add_action(self.back)
        self.own = QVBoxLayout()
        self.own.setSpacing(px(8))
        self.area = PageScroll()
        # the numbers take no keys: this is what the arrows scroll
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(words.say("frame.urgent"))
        self._lay_out()

    def _lay_out(self) -> None:
        self.area.add(self.header)
        columns = Columns((1, 1))
        for place, name in enumerate(SERVICES):
            column = columns.column(place % 2)
            column.addWidget(self._service(name))
            column.addSpacing(px(8))
        for place in (0, 1):
            columns.column(place).addStretch(1)
        self.area.add(columns)
        self.area.add(self.own)
        self.area.add(Note(self._words.say("urgent.no_judge")))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def begin(self) -> None:
        """Show it from the top, with the keyboard on the way back."""
        self.area.verticalScrollBar().setValue(0)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _service(self, name: str) -> Card:
        say = self._words.say
        # that of the doctor is another one in every place
        number = say(f"urgent.{name}.number") if self._words.has(f"urgent.{name}.number") else ""
        return number_card(say(f"urgent.{name}.name"), number, say(f"urgent.{name}.when"))

    def show_own(self, numbers: tuple[UrgentNumber, ...]) -> None:
        """Show the numbers of the organisation; without any, where they can be written down."""
        self._clear_own()
        for number in numbers:
            self.own.addWidget(number_card(number.name, number.phone))
        if not numbers:
            self.own.addWidget(text_label(self._words.say("urgent.none"), "soft"))

    def show_locked(self) -> None:
        """Say that the numbers of the organisation lie in the vault, which is not open."""
        self._clear_own()
        self.own.addWidget(text_label(self._words.say("urgent.locked"), "soft"))

    def _clear_own(self) -> None:
        while (item := self.own.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


def number_card(name: str, number: str, when: str = "") -> Card:
    """Who it is, the number in large letters, and when to call."""
    card = Card(name)
    if number:
        shown = PageTitle(number)
        # said in one piece with the name, for who does not see them together
        shown.setAccessibleName(f"{name}: {number}")
        card.add(shown)
    if when:
        card.add(text_label(when))
    return card
