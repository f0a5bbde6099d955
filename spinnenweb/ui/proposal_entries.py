"""What stands in a list of proposals: an offer with its reasons, one that was declined, and why it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from spinnenweb.domain.choices import Choice
from spinnenweb.domain.conversations import LONGEST_LINE
from spinnenweb.services.proposal_words import caution_words, where_when_words, why_words
from spinnenweb.ui.dates import full_day
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.bsn_line import BsnLine
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.controls import link_button, quiet_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from spinnenweb.domain.social_map import ContactPerson
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.proposals import Declined, ProposalLine

REASONS = ("far", "dear", "tried", "unfit")
"""What is said most, for one touch; any other words may be typed. Keys under `proposal.reason`."""


class ProposalEntry(QWidget):
    """One offer with its reasons. Sends `chosen(str)`, `declined(str)` and `taken_back(str)` with its id.

    `answer` is what was said in a talk that is not finished yet.
    """

    chosen = Signal(str)
    declined = Signal(str)
    taken_back = Signal(str)

    def __init__(
        self, line: ProposalLine, village: str, words: Wording, *, answerable: bool, answer: Choice | None = None
    ) -> None:
        super().__init__()
        self._offer_id, self._name = line.proposal.offer.id, line.proposal.offer.name
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(3))
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(text_label(self._name, "strong"), 1)
        if line.chosen or answer is Choice.CHOSEN:
            head.addWidget(Chip(self.tr("gekozen"), "ok"), 0, Qt.AlignmentFlag.AlignTop)
        elif answer is Choice.DECLINED:
            head.addWidget(Chip(self.tr("liever niet")), 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        self._tell(line, village, words)
        self.choose = quiet_button(self.tr("Kiezen"))
        self.decline = link_button(self.tr("Past niet"), "soft")
        self.back = link_button(self.tr("Toch niet") if answer is Choice.CHOSEN else self.tr("Toch wel"), "soft")
        self._add_acts(answerable=answerable, answer=answer)

    def _tell(self, line: ProposalLine, village: str, words: Wording) -> None:
        told_lines = (
            (where_when_words(words, line), ""),
            (self._told(self.tr("Past hierbij: {why}."), why_words(words, line, village)), ""),
            (self._told(self.tr("Weet vooraf: {why}."), caution_words(words, line)), "warn"),
            (self._earlier(line.earlier), "warn"),
            (self._reach(line.contact), ""),
        )
        for text, tone in told_lines:
            if text:
                self._column.addWidget(text_label(text, "small", tone))

    def _add_acts(self, *, answerable: bool, answer: Choice | None) -> None:
        acts = FlowLayout(gap=16)
        for button, act in (
            (self.choose, self._emit_chosen),
            (self.decline, self._emit_declined),
            (self.back, self._emit_taken_back),
        ):
            button.setAccessibleName(f"{self._name}: {button.text()}")
            button.setVisible(answerable and (button is self.back) == (answer is not None))
            button.clicked.connect(act)
            acts.addWidget(button)
        self._column.addSpacing(px(3))
        self._column.addLayout(acts)

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in reading order."""
        return [self.choose, self.decline, self.back]

    def _told(self, sentence: str, why: str) -> str:
        return sentence.format(why=why[:1].lower() + why[1:]) if why else ""

    def _earlier(self, told: Declined | None) -> str:
        if told is None:
            return ""
        day = full_day(told.on)
        if not told.reason:
            return self.tr("Bij iets anders paste dit niet, op {date}.").format(date=day)
        return self.tr("Bij iets anders paste dit niet, op {date}: {why}.").format(date=day, why=told.reason)

    def _reach(self, contact: ContactPerson | None) -> str:
        if contact is None:
            return ""
        who = " · ".join(part for part in (contact.name, contact.role, contact.phone) if part)
        return self.tr("Vraag naar {who}").format(who=who) if who else ""

    def _emit_chosen(self) -> None:
        self.chosen.emit(self._offer_id)

    def _emit_declined(self) -> None:
        self.declined.emit(self._offer_id)

    def _emit_taken_back(self) -> None:
        self.taken_back.emit(self._offer_id)


class DeclinedEntry(QWidget):
    """An offer that was declined, when and why. Sends `wanted(str)` to have it proposed again."""

    wanted = Signal(str)

    def __init__(self, told: Declined) -> None:
        super().__init__()
        self._offer_id = told.offer_id
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addWidget(text_label(told.name, "strong"))
        day = full_day(told.on)
        said = f"{day}: {told.reason}" if told.reason else self.tr("{date}, zonder reden").format(date=day)
        column.addWidget(text_label(said, "small"))
        self.again = link_button(self.tr("Weer voorstellen"))
        self.again.setAccessibleName(f"{told.name}: {self.again.text()}")
        self.again.clicked.connect(self._emit_wanted)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)

    def _emit_wanted(self) -> None:
        self.wanted.emit(self._offer_id)


class WhyNot(QWidget):
    """Asks why an offer did not fit; nobody has to say. Sends `told(str)`, at most once for each time it asks."""

    told = Signal(str)

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self.question = text_label("")
        self.reasons: list[QPushButton] = []
        flow = FlowLayout(gap=8)
        for code in REASONS:
            button = quiet_button(words.say(f"proposal.reason.{code}"))
            button.clicked.connect(self._take)
            self.reasons.append(button)
            flow.addWidget(button)
        self.own = QLineEdit()
        self.own.setMaxLength(LONGEST_LINE)
        self.own.setPlaceholderText(self.tr("Iets anders, in eigen woorden"))
        self.own.setAccessibleName(self.tr("Waarom niet, in eigen woorden"))
        self.own.returnPressed.connect(self._take_own)
        self.keep = quiet_button(self.tr("Opschrijven"))
        self.keep.clicked.connect(self._take_own)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self.own, 1)
        line.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.question)
        column.addLayout(flow)
        column.addLayout(line)
        column.addWidget(BsnLine(self.own))
        self.hide()

    def ask(self, name: str) -> None:
        """Ask about this offer."""
        self.own.clear()
        self.question.setText(self.tr("Waarom past {name} niet? Dat mag leeg blijven.").format(name=name))
        self.show()

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in reading order."""
        return [*self.reasons, self.own, self.keep]

    def _take(self) -> None:
        sender = self.sender()
        self._tell(next(button.text() for button in self.reasons if button is sender))

    def _take_own(self) -> None:
        self._tell(self.own.text().strip())

    def _tell(self, reason: str) -> None:
        if reason:
            self.hide()
            self._emit_told(reason)

    def _emit_told(self, reason: str) -> None:
        self.told.emit(reason)
