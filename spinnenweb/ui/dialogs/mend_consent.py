"""A mistake in writing an answer down, mended: what was said, when, how and by whom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from spinnenweb.domain.residents import AnsweredBy, ConsentAnswer, ConsentWay
from spinnenweb.ui.dates import qt_date
from spinnenweb.ui.dialogs.day_choice import day_field, day_of
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from enum import StrEnum

    from PySide6.QtWidgets import QComboBox, QWidget

    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.residents import Consent
    from spinnenweb.ui.context import Context

_ANSWERS = (ConsentAnswer.YES, ConsentAnswer.NO, ConsentAnswer.LATER, ConsentAnswer.WITHDRAWN)


class MendConsentDialog(Sheet):
    """Writes it itself, sends `kept(Changes)` and goes; a refusal leaves it open."""

    kept = Signal(object)

    def __init__(self, context: Context, consent: Consent, parent: QWidget) -> None:
        super().__init__(context, parent)
        words = context.words
        purpose = words.say(f"purpose.{consent.purpose.value}")
        self.name(self.tr("{purpose}: antwoord verbeteren").format(purpose=purpose), self.tr("Bewaren"))
        self._consent = consent
        self.answer = self._box("consent_answer", _ANSWERS, consent.answer)
        self.way = self._box("consent_way", tuple(ConsentWay), consent.way)
        self.who = self._box("answered_by", tuple(AnsweredBy), consent.answered_by)
        self.day = day_field(self.tr("Wanneer gezegd?"), consent.given_on)
        self.day.setMaximumDate(qt_date(context.workspace.clock.today()))
        self.day.setMinimumWidth(px(240))
        self.fields.addWidget(
            text_label(self.tr("Alleen als het fout is opgeschreven. Het oude blijft terug te lezen."))
        )
        for label, field in (
            (self.tr("&Antwoord"), self.answer),
            (self.tr("&Wanneer gezegd?"), self.day),
            (self.tr("&Hoe?"), self.way),
            (self.tr("Wie &gaf antwoord?"), self.who),
        ):
            self.fields.addWidget(FieldRow(label, field))
        self.keep.clicked.connect(self._keep)
        self.answer.setFocus()

    def _box(self, words: str, values: tuple[StrEnum, ...], now: StrEnum) -> QComboBox:
        box = ChoiceBox()
        for value in values:
            box.addItem(self.context.words.say(f"{words}.{value.value}"), value.value)
        box.setCurrentIndex(box.findData(now.value))
        return box

    def _keep(self) -> None:
        work = partial(
            self.context.workspace.residents.correct_consent,
            self._consent.id,
            answer=ConsentAnswer(self.answer.currentData()),
            given_on=day_of(self.day),
            way=ConsentWay(self.way.currentData()),
            answered_by=AnsweredBy(self.who.currentData()),
        )
        self.context.jobs.run(self, work, self._done, self.fail)

    def _done(self, changes: Changes) -> None:
        self.accept()
        self.kept.emit(changes)
