"""The four permissions: what was said, when and how, and writing down what is said now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from spinnenweb.domain.handovers import FieldCode
from spinnenweb.domain.residents import AnsweredBy, Consent, ConsentAnswer, Purpose
from spinnenweb.ui.dates import full_day
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.answer_buttons import AnswerButtons
from spinnenweb.ui.widgets.cards import Card, Divider
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from spinnenweb.domain.handovers import Receiver
    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.pages.resident.person import Person

_TONES = {ConsentAnswer.YES: "ok", ConsentAnswer.WITHDRAWN: "warn"}
_NEXT = {
    ConsentAnswer.YES: (ConsentAnswer.WITHDRAWN,),
    ConsentAnswer.NO: (ConsentAnswer.YES,),
    ConsentAnswer.WITHDRAWN: (ConsentAnswer.YES,),
}
_ASKED = (ConsentAnswer.YES, ConsentAnswer.NO)
_FIELDS = frozenset(FieldCode)
_YES, _GONE = ConsentAnswer.YES, ConsentAnswer.WITHDRAWN


@dataclass(frozen=True, slots=True)
class Said:
    """An answer that was given now."""

    purpose: Purpose
    answer: ConsentAnswer
    answered_by: AnsweredBy
    receiver: str = ""


class ReceiverRow(QWidget):
    """One receiver: what may be told and until when. Sends `withdrawn()` and `mend_asked(Consent)`."""

    withdrawn = Signal()
    mend_asked = Signal(object)

    def __init__(self, one: Receiver, words: Wording, today: date) -> None:
        super().__init__()
        self.receiver = one.consent.receiver
        self._answer = one.refused or one.consent
        self.chip = Chip(self._said(one, words, today), "ok" if one.allowed and not one.over(today) else "")
        self.sub = text_label(self._what(one.consent, words), "small")
        self.stop = link_button(self.tr("wil dit niet meer"))
        self.stop.setAccessibleName(f"{self.receiver}: {self.stop.text()}")
        self.stop.clicked.connect(self.withdrawn)
        self.stop.setVisible(one.allowed)
        self.mend = link_button(self.tr("verbeteren"), "soft")
        self.mend.setAccessibleName(f"{self.receiver}: {self.mend.text()}")
        self.mend.clicked.connect(self._emit_mend_asked)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(text_label(self.receiver), 1)
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        acts = FlowLayout(gap=12)
        acts.addWidget(self.stop)
        acts.addWidget(self.mend)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(4), 0, 0)
        column.setSpacing(px(2))
        column.addLayout(head)
        column.addWidget(self.sub)
        column.addLayout(acts)

    def _said(self, one: Receiver, words: Wording, today: date) -> str:
        if one.allowed and one.over(today):
            return self.tr("voorbij")
        answer = ConsentAnswer.YES if one.allowed else ConsentAnswer.WITHDRAWN
        return words.say(f"consent_answer.{answer.value}")

    def _what(self, consent: Consent, words: Wording) -> str:
        # a vault of a later version may know fields this one has no words for
        named = ", ".join(
            words.say(f"handover.field.{code}").lower() if code in _FIELDS else code for code in consent.fields
        )
        until = "" if consent.until is None else self.tr("tot en met {date}").format(date=full_day(consent.until))
        return " · ".join(part for part in (named, until) if part)

    def _emit_mend_asked(self) -> None:
        self.mend_asked.emit(self._answer)


class PermissionRow(QWidget):
    """One permission. Sends `said(ConsentAnswer)`, and `mend_asked(Consent)` for what was written down wrongly.

    Sharing is said per receiver: it sends `withdrawn(str)` with the one it no longer may go to.
    """

    said = Signal(object)
    withdrawn = Signal(str)
    mend_asked = Signal(object)

    def __init__(self, purpose: Purpose, words: Wording) -> None:
        super().__init__()
        self._words = words
        self._purpose = purpose
        self.chip = Chip("")
        self.sub = text_label("", "small")
        self._buttons: dict[QPushButton, ConsentAnswer] = {}
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(text_label(words.say(f"purpose.{purpose.value}"), "strong"))
        head.addWidget(self.chip)
        head.addStretch(1)
        holder = QWidget()
        self._choices = FlowLayout(holder, gap=12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addLayout(head)
        column.addWidget(self.sub)
        column.addWidget(holder)
        for answer in (ConsentAnswer.YES, ConsentAnswer.NO, ConsentAnswer.WITHDRAWN):
            self._add(answer)
        self._consent: Consent | None = None
        self.mend = link_button(self.tr("verbeteren"), "soft")
        self.mend.setAccessibleName(f"{words.say(f'purpose.{purpose.value}')}: {self.mend.text()}")
        self.mend.clicked.connect(self._emit_mend_asked)
        self._choices.addWidget(self.mend)
        self._receivers = QVBoxLayout()
        self._receivers.setSpacing(px(6))
        column.insertLayout(column.indexOf(holder), self._receivers)
        self.shared: list[ReceiverRow] = []

    def _emit_mend_asked(self) -> None:
        self.mend_asked.emit(self._consent)

    def _add(self, answer: ConsentAnswer) -> None:
        verbs = {
            ConsentAnswer.YES: self.tr("zegt nu ja"),
            ConsentAnswer.NO: self.tr("zegt nu nee"),
            ConsentAnswer.WITHDRAWN: self.tr("wil dit niet meer"),
        }
        if self._purpose is Purpose.SHARE:
            verbs[ConsentAnswer.WITHDRAWN] = self.tr("wil met niemand meer delen")
        button = link_button(verbs[answer])
        button.setAccessibleName(f"{self._words.say(f'purpose.{self._purpose.value}')}: {verbs[answer]}")
        button.clicked.connect(self._say)
        self._buttons[button] = answer
        self._choices.addWidget(button)

    def button(self, answer: ConsentAnswer) -> QPushButton:
        """The button that records an answer."""
        return next(button for button, meant in self._buttons.items() if meant is answer)

    def show_answer(self, consent: Consent | None) -> None:
        """Show the answer in force and what may be said next."""
        self._consent = consent
        self.mend.setVisible(consent is not None)
        answer = ConsentAnswer.NOT_RECORDED if consent is None else consent.answer
        self.chip.setText(self._words.say(f"consent_answer.{answer.value}"))
        self.chip.set_tone(_TONES.get(answer, ""))
        self.sub.setText(self._how(consent))
        self.sub.setVisible(bool(self.sub.text()))
        offered: tuple[ConsentAnswer, ...] = _NEXT.get(answer, _ASKED)
        if self._purpose is Purpose.SHARE:
            # a yes to sharing names a receiver and belongs to a hand-over
            offered = tuple(choice for choice in offered if choice is not ConsentAnswer.YES)
        for button, choice in self._buttons.items():
            button.setVisible(choice in offered)

    def show_receivers(self, receivers: Sequence[Receiver], today: date) -> None:
        """Show each of them with its own withdrawal; what is said of sharing at all is then said once."""
        for old in self.shared:
            self._receivers.removeWidget(old)
            old.hide()
            old.deleteLater()
        # what can still leave stands first
        ordered = sorted(receivers, key=lambda one: (not one.allowed, one.over(today)))
        self.shared = [ReceiverRow(one, self._words, today) for one in ordered]
        for row in self.shared:
            row.withdrawn.connect(self._withdraw)
            row.mend_asked.connect(self.mend_asked)
            self._receivers.addWidget(row)
        if not receivers:
            return
        allowed = sum(one.allowed for one in receivers)
        self.chip.setText(self._words.say(f"consent_answer.{(_YES if allowed else _GONE).value}"))
        self.chip.set_tone(_TONES[_YES if allowed else _GONE])
        self.sub.hide()
        self.mend.hide()
        for button, answer in self._buttons.items():
            button.setVisible(answer is _GONE and allowed > 1)

    def _withdraw(self) -> None:
        sender = self.sender()
        self._emit_withdrawn(next(row.receiver for row in self.shared if row is sender))

    def _emit_withdrawn(self, receiver: str) -> None:
        self.withdrawn.emit(receiver)

    def _how(self, consent: Consent | None) -> str:
        if consent is None:
            share = self._purpose is Purpose.SHARE
            return self.tr("Delen vraag je per keer, en altijd voor één ontvanger.") if share else ""
        parts = (
            full_day(consent.given_on),
            self._words.say(f"consent_way.{consent.way.value}"),
            self._words.say(f"answered_by.{consent.answered_by.value}").lower(),
            consent.receiver,
        )
        return " · ".join(part for part in parts if part)

    def _say(self) -> None:
        sender = self.sender()
        answer = next(meant for button, meant in self._buttons.items() if button is sender)
        self._emit_said(answer)

    def _emit_said(self, answer: ConsentAnswer) -> None:
        self.said.emit(answer)


class PermissionsCard(Card):
    """Sends `said(Said)` and `mend_asked(Consent)`."""

    said = Signal(object)
    mend_asked = Signal(object)

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Toestemmingen"))
        self._add_head(self.tr("Toestemmingen"), words.say("consent.worker_ground"))
        who = words.say("consent.worker_who")
        self.who = AnswerButtons(who, [(by, words.say(f"answered_by.{by.value}")) for by in AnsweredBy])
        self.who.show_value(AnsweredBy.SELF)
        self.who.chosen.connect(self._keep_someone)
        self.rows = {purpose: PermissionRow(purpose, words) for purpose in Purpose}
        for row in self.rows.values():
            row.said.connect(self._pass_on)
            row.withdrawn.connect(self._pass_withdrawn)
            row.mend_asked.connect(self.mend_asked)
            self.add(row)
            self.add(Divider())
        self.add(text_label(who, "small"))
        self.add(self.who)

    def show_person(self, person: Person) -> None:
        """Show what is in force."""
        for purpose, row in self.rows.items():
            row.show_answer(person.answers.get(purpose))
        self.rows[Purpose.SHARE].show_receivers(person.receivers, person.today)

    def _keep_someone(self, by: AnsweredBy | None) -> None:
        # somebody always answered
        if by is None:
            self.who.show_value(AnsweredBy.SELF)

    def _pass_on(self, answer: ConsentAnswer) -> None:
        sender = self.sender()
        purpose = next(purpose for purpose, row in self.rows.items() if row is sender)
        self._emit_said(Said(purpose, answer, self._by()))

    def _pass_withdrawn(self, receiver: str) -> None:
        self._emit_said(Said(Purpose.SHARE, _GONE, self._by(), receiver))

    def _by(self) -> AnsweredBy:
        return AnsweredBy.REPRESENTATIVE if self.who.value == AnsweredBy.REPRESENTATIVE else AnsweredBy.SELF

    def _emit_said(self, said: Said) -> None:
        self.said.emit(said)
