"""What may be told, to whom and until when: asked of the resident, one field at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QVBoxLayout, QWidget

from spinnenweb.domain.dates import said_date
from spinnenweb.domain.handovers import MOST_DAYS, FieldCode
from spinnenweb.domain.residents import AnsweredBy
from spinnenweb.ui.dates import full_day, qt_date
from spinnenweb.ui.dialogs.day_choice import day_field, day_of
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.answer_buttons import AnswerButtons
from spinnenweb.ui.widgets.cards import Card, Note
from spinnenweb.ui.widgets.controls import link_button, primary_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from datetime import date

    from spinnenweb.domain.wording import Spoken, Wording
    from spinnenweb.services.handovers import HandoverCard

_WORDS_HEIGHT = 84


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the resident says yes to."""

    fields: tuple[FieldCode, ...]
    until: date
    words: str
    answered_by: AnsweredBy


class AgreementCard(Card):
    """Nothing is ticked at first. Sends `agreed(Agreed)` when the resident says yes."""

    agreed = Signal(object)

    def __init__(self, words: Wording, today: date) -> None:
        super().__init__(self.tr("Wat mag er mee?"))
        self._words = words
        self._spoken: Spoken | None = None
        self._receiver = ""
        self._shown: tuple[object, ...] = ()
        self.ticks = {code: QCheckBox(words.say(f"handover.field.{code.value}")) for code in FieldCode}
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(px(_WORDS_HEIGHT))
        self.until = day_field(self.tr("Tot en met"), today)
        who = words.say("consent.worker_who")
        self.who = AnswerButtons(who, [(by, words.say(f"answered_by.{by.value}")) for by in AnsweredBy])
        self.question = text_label("", "strong")
        self.under = text_label("", "small")
        self.problem = Note("", "warn")
        self.yes = primary_button(self.tr("De inwoner zegt ja"))
        self.summary = text_label("")
        self.again = link_button(self.tr("Anders afspreken"))
        self._form = QWidget()
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(
            text_label(self.tr("Vink samen aan wat je mag vertellen. Wat niet aan staat, blijft hier."))
        )
        ticks = FlowLayout(gap=12)
        for tick in self.ticks.values():
            ticks.addWidget(tick)
        column.addLayout(ticks)
        self.words_row = FieldRow(
            self.tr("Waar gaat het om?"), self.text, self._words.say("message.note_hint"), wide=True
        )
        column.addWidget(self.words_row)
        column.addWidget(FieldRow(self.tr("Tot en met"), self.until))
        self.until.setMinimumWidth(px(240))
        column.addWidget(FieldRow(self._words.say("consent.worker_who"), self.who, wide=True))
        self._ask_so = text_label(self.tr("Vraag het zo:"), "soft")
        column.addWidget(self._ask_so)
        column.addWidget(self.question)
        column.addWidget(self.under)
        column.addWidget(self.problem)
        column.addWidget(self.yes, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self._form)
        self.add(self.summary)
        self.add(self.again)
        self.body.setAlignment(self.again, Qt.AlignmentFlag.AlignLeft)

    def _listen(self) -> None:
        for tick in self.ticks.values():
            tick.toggled.connect(self._ask)
        self.until.dateChanged.connect(self._ask)
        self.who.chosen.connect(self._keep_someone)
        self.yes.clicked.connect(self._emit_agreed)
        self.again.clicked.connect(self._open_form)

    def show_card(self, card: HandoverCard, spoken: Spoken, usual: date, today: date) -> None:
        """Show what was agreed, or the form where nothing is yet; what was begun for the same one stays."""
        handover = card.line.handover
        self._spoken, self._receiver = spoken, card.line.organisation_name
        shown = (handover.id, handover.fields, handover.until, handover.words, card.line.state, card.line.expired)
        if shown == self._shown:
            self._ask()
            return
        self._shown = shown
        self.until.setDateRange(qt_date(today), qt_date(today + timedelta(days=MOST_DAYS)))
        for code, tick in self.ticks.items():
            tick.setChecked(code in handover.fields)
        self.text.setPlainText(handover.words)
        last = handover.until if handover.until is not None and handover.until > today else usual
        self.until.setDate(qt_date(last))
        self.who.show_value(AnsweredBy.SELF)
        self.say("")
        self._show_form(not handover.fields or card.line.expired)
        self.summary.setText(self._told(card))
        self._ask()

    def forget(self) -> None:
        """Begin anew with what is kept, the next time something is shown."""
        self._shown = ()

    def _told(self, card: HandoverCard) -> str:
        handover = card.line.handover
        if handover.until is None:
            return ""
        named = ", ".join(self._words.say(f"handover.field.{code.value}").lower() for code in handover.fields)
        said = self.tr("Aan {receiver}: {fields}. Tot en met {date}.")
        return said.format(receiver=card.line.organisation_name, fields=named, date=full_day(handover.until))

    def say(self, text: str) -> None:
        """Say what is missing; an empty text takes it away."""
        self.problem.label.setText(text)
        self.problem.setVisible(bool(text))

    def written(self) -> Agreed:
        """What is filled in."""
        fields = tuple(code for code, tick in self.ticks.items() if tick.isChecked())
        by = AnsweredBy.REPRESENTATIVE if self.who.value == AnsweredBy.REPRESENTATIVE else AnsweredBy.SELF
        return Agreed(fields, day_of(self.until), self.text.toPlainText(), by)

    def _show_form(self, shown: bool) -> None:
        self._form.setVisible(shown)
        self.summary.setVisible(not shown)
        self.again.setVisible(not shown)

    def _open_form(self) -> None:
        self._show_form(True)
        self.ticks[FieldCode.NAME].setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self.words_row.setVisible(self.ticks[FieldCode.QUESTION].isChecked() or bool(self.text.toPlainText()))
        written, receiver = self.written(), self._receiver
        asking = self._spoken is not None and bool(written.fields)
        for part in (self._ask_so, self.question, self.under):
            part.setVisible(asking)
        if self._spoken is None or not written.fields:
            return
        codes = [f"slip.field.{code.value}" for code in written.fields]
        said = self._spoken.both(
            lambda texts: texts.say(
                "consent.share",
                receiver=receiver,
                fields=", ".join(map(texts.say, codes)),
                date=said_date(written.until, texts.language),
            )
        )
        self.question.setText(said.text)
        self.under.setText(said.under)
        self.under.setVisible(bool(said.under))

    def _keep_someone(self, by: object) -> None:
        # somebody always answered
        if by is None:
            self.who.show_value(AnsweredBy.SELF)

    def _emit_agreed(self) -> None:
        self.agreed.emit(self.written())
