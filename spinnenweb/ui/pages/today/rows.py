"""The rows of Vandaag: what was promised, and conversations that wait to be finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from spinnenweb.ui.dates import clock_time, coming_day, full_day
from spinnenweb.ui.names import display_name
from spinnenweb.ui.pages.today.content import days_open, missing
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.controls import danger_button, link_button, quiet_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import mixed, plain, strong, text_label
from spinnenweb.ui.widgets.rows import RowButton, end_row, list_row, two_lines

if TYPE_CHECKING:
    from datetime import date

    from spinnenweb.domain.drafts import Draft
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.handovers import LeftBehind
    from spinnenweb.services.records import AgendaLine
    from spinnenweb.ui.pages.today.sayings import Said

translate = QCoreApplication.translate

OTHER_DAY = 0
"""In place of a number of days: the worker chooses a day."""


class AgendaRow(QWidget):
    """One promise. Sends `opened(AgendaLine)`, `done(AgendaLine)` and `moved(AgendaLine, days ahead)`."""

    opened = Signal(object)
    done = Signal(object)
    moved = Signal(object, int)

    def __init__(self, line: AgendaLine, said: Said) -> None:
        super().__init__()
        self._line = line
        self.record = line.follow_up.id
        self.row = self._make_row(said)
        self.setAccessibleName(said.spoken)
        self.ready = link_button(self.tr("Gedaan"))
        self.ready.setAccessibleName(self.tr("Gedaan: {what}").format(what=said.spoken))
        self.ready.clicked.connect(self._do)
        self.later = link_button(self.tr("Verplaatsen"), "soft")
        self.later.setAccessibleName(self.tr("Verplaatsen: {what}").format(what=said.spoken))
        self.later.clicked.connect(self._open_menu)
        self.days = QMenu(self)
        for words, ahead in (
            (self.tr("Naar morgen"), 1),
            (self.tr("Naar over een week"), 7),
            (self.tr("Naar over 2 weken"), 14),
            (self.tr("Naar een andere dag…"), OTHER_DAY),
        ):
            self.days.addAction(words).setData(ahead)
        self.days.triggered.connect(self._move)
        self._lay_out()

    def _make_row(self, said: Said) -> QWidget:
        sub = " · ".join(part for part in (said.sub, self._line.village_name) if part)
        if self._line.resident is None:
            return plain_row(said.spoken, said.label, sub, said.lead, urgent=said.urgent)
        row = list_row(said.spoken, said.label, sub, said.lead, urgent=said.urgent)
        row.clicked.connect(self._open)
        return row

    def _lay_out(self) -> None:
        acts = QVBoxLayout()
        acts.setContentsMargins(0, px(8), px(16), px(8))
        acts.setSpacing(0)
        acts.addStretch(1)
        for button in (self.ready, self.later):
            acts.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        acts.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(4))
        line.addWidget(self.row, 1)
        line.addLayout(acts)

    def _open(self) -> None:
        self.opened.emit(self._line)

    def _do(self) -> None:
        self.done.emit(self._line)

    def _open_menu(self) -> None:
        self.days.popup(self.later.mapToGlobal(QPoint(0, self.later.height())))

    def _move(self, action: object) -> None:
        chosen = next((known for known in self.days.actions() if known is action), None)
        if chosen is not None:
            self.moved.emit(self._line, int(chosen.data()))


class DraftRow(QWidget):
    """A conversation that was not finished. Sends `opened(Draft)` and `erased(Draft)`."""

    opened = Signal(object)
    erased = Signal(object)

    def __init__(self, draft: Draft, village: str, today: date, words: Wording, *, old: bool) -> None:
        super().__init__()
        self._draft = draft
        self._words = words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.row = self._make_row(village, today)
        column.addWidget(self.row)
        self.finish: QPushButton | None = None
        self.erase: QPushButton | None = None
        if old:
            column.addWidget(self._choice(days_open(draft, today)))

    def _make_row(self, village: str, today: date) -> RowButton:
        draft = self._draft
        name, held_on = display_name(draft.resident), draft.conversation.held_on
        first = mixed(plain(self.tr("Gesprek met ")), strong(name))
        lead = self.tr("Vandaag") if held_on == today else coming_day(held_on, today)
        sub = " · ".join(part for part in (self._mark(), self._sub(), village) if part)
        row = list_row(self._spoken(name, held_on), first, sub, lead)
        row.clicked.connect(self._open)
        return end_row(row)

    def _spoken(self, name: str, held_on: date) -> str:
        reminder = self._words.say("message.finish_reminder", name=name, day=full_day(held_on))
        return " ".join(part for part in (reminder, self._mark(), self._sub()) if part)

    def _mark(self) -> str:
        """Of somebody whose file is only kept: that."""
        return self._words.say("restriction.chip") if self._draft.resident.restricted else ""

    def _sub(self) -> str:
        saved = self._draft.saved_at
        resume = "" if saved is None else self._words.say("message.resume", time=clock_time(saved))
        parts = (resume, self._waits(), self.tr("ongeveer twee minuten"))
        return " · ".join(part for part in parts if part)

    def _waits(self) -> str:
        names = {
            "marks": self.tr("de cijfers"),
            "themes": self.tr("waar het over ging"),
            "permissions": self.tr("de vraag of je het mag bewaren"),
        }
        waiting = [names[what] for what in missing(self._draft)]
        return self.tr("mist nog {what}").format(what=_listed(waiting, self.tr("en"))) if waiting else ""

    def _choice(self, days: int) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(px(18), 0, px(18), px(14))
        column.setSpacing(px(8))
        ask = self.tr("Dit gesprek wacht al {n} dagen en telt nergens mee. Rond het af, of wis het.")
        column.addWidget(text_label(ask.format(n=days)))
        name = display_name(self._draft.resident)
        self.finish = quiet_button(self._words.say("button.conversation_finish"))
        self.finish.setAccessibleName(self.tr("Gesprek met {name} afronden").format(name=name))
        self.erase = danger_button(self._words.say("button.erase"))
        self.erase.setAccessibleName(self.tr("Gesprek met {name} definitief wissen").format(name=name))
        self.finish.clicked.connect(self._open)
        self.erase.clicked.connect(self._erase)
        buttons = FlowLayout(gap=12)
        buttons.addWidget(self.finish)
        buttons.addWidget(self.erase)
        column.addLayout(buttons)
        return holder

    def _open(self) -> None:
        self.opened.emit(self._draft)

    def _erase(self) -> None:
        self.erased.emit(self._draft)


def left_row(left: LeftBehind) -> RowButton:
    """A hand-over whose contact person is gone: who, and what can be done now."""
    line, resident = left.line, display_name(left.resident)
    named = line.contact is not None and line.contact.name
    if named:
        first = translate("LeftRow", "{name} is geen contactpersoon meer van {organisation}")
    else:
        first = translate("LeftRow", "De contactpersoon bij {organisation} staat niet meer op de kaart")
    what = translate("LeftRow", "Overdracht van {name}: {what}").format(name=resident, what=line.offer_name)
    if left.now is not None:
        then = translate("LeftRow", "nu is {name} er").format(name=left.now.name)
    else:
        then = translate("LeftRow", "vraag wie het nu is")
    said, sub = first.format(name=named, organisation=line.organisation_name), f"{what} · {then}"
    row = RowButton(f"{said}, {sub}")
    row.add(two_lines(text_label(said, "strong"), text_label(sub, "small")), 1)
    return end_row(row)


def plain_row(spoken: str, first: QLabel, sub: str, lead: str, urgent: bool) -> QWidget:
    """A row that leads nowhere: there is only something to do."""
    row = QWidget()
    row.setAccessibleName(spoken)
    line = QHBoxLayout(row)
    line.setContentsMargins(px(18), px(12), px(18), px(12))
    line.setSpacing(px(16))
    when = text_label(lead, "lead", "warn" if urgent else "")
    when.setFixedWidth(px(118))
    line.addWidget(when)
    line.addWidget(two_lines(first, text_label(sub, "small")) if sub else first, 1)
    return row


def _listed(parts: list[str], last: str) -> str:
    if len(parts) == 1:
        return parts[0]
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"
