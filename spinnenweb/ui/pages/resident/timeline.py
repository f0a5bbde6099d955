"""The talks with one resident on one line of time, newest first; a talk unfolds where it stands."""

from __future__ import annotations

from string import digits
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from spinnenweb.domain.scoring import ScoreState
from spinnenweb.ui.dates import clock_time, full_day, short_day
from spinnenweb.ui.pages.resident.events import Event, EventRow, events
from spinnenweb.ui.pages.resident.person import Talked, excerpt
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Divider, RowCard
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.mark_text import said_mark
from spinnenweb.ui.widgets.rows import RowButton, end_row, list_row

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QPushButton

    from spinnenweb.domain.conversations import Conversation, Step
    from spinnenweb.domain.drafts import Draft
    from spinnenweb.domain.instruments import Scale
    from spinnenweb.domain.scoring import Score
    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.pages.resident.person import Person

_MOST_ROWS = 8
_STATES = {
    ScoreState.UNKNOWN: "state.unknown",
    ScoreState.DECLINED: "state.declined",
    ScoreState.NOT_DISCUSSED: "state.not_discussed",
    ScoreState.TOO_FEW: "state.too_few",
}


def score_text(score: Score, words: Wording, scale: Scale) -> str:
    """A mark or face as it is written, or the reason why there is none."""
    if score.value is not None:
        return said_mark(score.value, scale)
    return words.say(_STATES[score.state]) if score.state in _STATES else "–"


def matters_text(conversation: Conversation, words: Wording) -> str:
    """What matters most, in words."""
    return ", ".join(matter.words or words.say(f"label.{matter.code}") for matter in conversation.matters)


def step_text(step: Step) -> str:
    """What was agreed, when and with whom."""
    return ", ".join(part for part in (step.what, step.when, step.with_whom) if part)


class TalkDetails(QWidget):
    """All of one talk, unfolded. Sends `mend_asked(str)` and `put_away(str)` with the id of the talk."""

    mend_asked = Signal(object)
    put_away = Signal(object)

    def __init__(self, talk: Talked, words: Wording) -> None:
        super().__init__()
        self._words = words
        self._talk_id = talk.conversation.id
        day = full_day(talk.conversation.held_on)
        self.mend = link_button(self.tr("Verbeteren"))
        self.mend.setAccessibleName(self.tr("Gesprek van {day} verbeteren").format(day=day))
        self.mend.clicked.connect(self._emit_mend_asked)
        self.away = link_button(self.tr("Naar de prullenbak"), "soft")
        self.away.setAccessibleName(self.tr("Gesprek van {day} naar de prullenbak").format(day=day))
        self.away.clicked.connect(self._emit_put_away)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(4), px(20), px(16))
        column.setSpacing(px(10))
        column.addLayout(self._marks(talk))
        column.addWidget(Divider())
        column.addLayout(self._words_said(talk.conversation))
        acts = FlowLayout(gap=20)
        acts.addWidget(self.mend)
        acts.addWidget(self.away)
        column.addLayout(acts)

    def _emit_mend_asked(self) -> None:
        self.mend_asked.emit(self._talk_id)

    def _emit_put_away(self) -> None:
        self.put_away.emit(self._talk_id)

    def _marks(self, talk: Talked) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(2, 1)
        top = Qt.AlignmentFlag.AlignTop
        for number, code in enumerate(talk.web.codes):
            entry = talk.conversation.entry(code)
            name = text_label(self._words.say(f"label.{code}"), "strong" if entry.topic else "body")
            grid.addWidget(name, number, 0, top)
            grid.addWidget(text_label(score_text(talk.score(code), self._words, talk.web.scale)), number, 1, top)
            topics = self._topics(talk.conversation, code)
            parts = (self._words.say("state.topic") if entry.topic else "", topics, entry.note)
            grid.addWidget(text_label(" · ".join(part for part in parts if part), "soft"), number, 2)
        return grid

    def _words_said(self, conversation: Conversation) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(1, 1)
        for number, (name, text) in enumerate(self._lines(conversation)):
            grid.addWidget(text_label(name, "soft"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text_label(text), number, 1)
        return grid

    def _topics(self, conversation: Conversation, code: str) -> str:
        aspects = [a.code for a in conversation.aspects if a.topic and a.code.rstrip(digits) == code]
        return ", ".join(self._words.say(f"label.{aspect}") for aspect in aspects)

    def _lines(self, conversation: Conversation) -> list[tuple[str, str]]:
        words = self._words
        themes = ", ".join(words.say(f"theme.{code}") for code in conversation.themes)
        again = "" if conversation.return_on is None else full_day(conversation.return_on)
        lines = [
            (self.tr("Wat telt het meest"), matters_text(conversation, words)),
            (self.tr("Eerste kleine stap"), step_text(conversation.step)),
            (self.tr("Nieuwe afspraak"), again),
            (self.tr("Waar het over ging"), themes),
            (self.tr("Wat opviel"), conversation.noticed),
            (self.tr("Doet graag voor een ander"), conversation.gift),
            *self._more_lines(conversation),
            (self.tr("Notitie"), conversation.note),
            (self.tr("Ingevuld als"), words.say(f"mode.{conversation.mode.value}")),
        ]
        return [(name, text) for name, text in lines if text]

    def _more_lines(self, conversation: Conversation) -> list[tuple[str, str]]:
        words = self._words
        via = words.say(f"via.{conversation.via}") if conversation.via else ""
        back = self.tr("mag horen hoe het ging") if via and conversation.tell_back else ""
        sees = (f"{words.say(f'label.{one.code}')}: {one.words}" for one in conversation.disagreements)
        return [
            (self.tr("Signalen"), ", ".join(words.say(f"signal.{code}") for code in conversation.signals)),
            (self.tr("Hoe het begon"), ", ".join(part for part in (via, back) if part)),
            (self.tr("Jij ziet het anders"), "; ".join(sees)),
        ]


class TalkRow(QWidget):
    """A talk in one line; pressed it unfolds. Sends `mend_asked(str)` and `put_away(str)`."""

    mend_asked = Signal(object)
    put_away = Signal(object)

    def __init__(self, talk: Talked, words: Wording, today: date) -> None:
        super().__init__()
        self._talk, self._words = talk, words
        self.details: TalkDetails | None = None
        lead = short_day(talk.conversation.held_on, today)
        first, sub = self._first(talk.conversation), self._second(talk.conversation)
        self.button = list_row(f"{lead}, {first}, {sub}", text_label(first), sub, lead)
        end_row(self.button)
        self.button.setCheckable(True)
        self.button.toggled.connect(self._unfold)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.button)

    @property
    def talk_id(self) -> str:
        """Which conversation this is."""
        return self._talk.conversation.id

    def _first(self, conversation: Conversation) -> str:
        themes = ", ".join(self._words.say(f"theme.{code}") for code in conversation.themes)
        return themes or self.tr("Gesprek")

    def _second(self, conversation: Conversation) -> str:
        step = conversation.step.what
        parts = (self.tr("stap: {what}").format(what=step) if step else "", excerpt(conversation.note))
        return " · ".join(part for part in parts if part) or self._words.say(f"mode.{conversation.mode.value}")

    def _unfold(self, opened: bool) -> None:
        if opened and self.details is None:
            self.details = TalkDetails(self._talk, self._words)
            self.details.mend_asked.connect(self.mend_asked)
            self.details.put_away.connect(self.put_away)
            self._column.addWidget(self.details)
        if self.details is not None:
            self.details.setVisible(opened)


class Timeline(RowCard):
    """The newest rows, and the rest when asked: fifty rows at once take ten times as long to lay out as five.

    Sends `draft_chosen(str)` with the id of a conversation that was not finished, `mend_asked(str)` with the id of
    one to write down better, `put_away(str)` with the id of one that goes to the bin, and `handover_chosen(str)`
    with the id of a hand-over to go to.
    """

    draft_chosen = Signal(object)
    handover_chosen = Signal(object)
    mend_asked = Signal(object)
    put_away = Signal(object)

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Gesprekken, doelen en stappen"))
        self._words = words
        self._drafts: dict[RowButton, str] = {}
        self.handovers: dict[RowButton, str] = {}
        self._person: Person | None = None
        self._all = False
        self.talks: list[TalkRow] = []
        self._events: dict[str, QWidget] = {}
        self.more: QPushButton | None = None

    def show_person(self, person: Person, unfolded: str = "") -> None:
        """Show what happened; talks that were unfolded stay so, and what is named is there, a talk unfolded."""
        opened = {row.talk_id for row in self.talks if row.button.isChecked()} | {unfolded} - {""}
        entries = self._entries(person)
        same = self._person is not None and self._person.resident.id == person.resident.id
        self._all = (self._all and same) or any(_record_id(one) in opened for _, one in entries[_MOST_ROWS:])
        self._person = person
        self.clear()
        self._drafts = {}
        for draft in person.drafts:
            self.add_row(self._draft_row(draft, person))
        self.talks = []
        self._events = {}
        self.handovers = {}
        for _, entry in entries if self._all else entries[:_MOST_ROWS]:
            self.add_row(self._entry_row(entry, person))
        self._offer_more(0 if self._all else len(entries) - _MOST_ROWS)
        for talk in self.talks:
            talk.button.setChecked(talk.talk_id in opened)
        self.setVisible(bool(person.drafts or entries))

    def row_of(self, record_id: str) -> QWidget | None:
        """The row of a talk, a goal, a step, a look back or a short talk, or `None` when it has none."""
        talks = {row.talk_id: row for row in self.talks}
        return talks.get(record_id) or self._events.get(record_id)

    def _entries(self, person: Person) -> list[tuple[date, Talked | Event]]:
        entries: list[tuple[date, Talked | Event]] = [(talk.conversation.held_on, talk) for talk in person.talks]
        entries += [(event.on, event) for event in events(person, self._words)]
        return sorted(entries, key=_day, reverse=True)

    def _entry_row(self, entry: Talked | Event, person: Person) -> QWidget:
        if not isinstance(entry, Talked):
            make = self._handover_row if entry.opens else EventRow
            event = make(entry, person.today)
            self._events[entry.record] = event
            return event
        row = TalkRow(entry, self._words, person.today)
        row.mend_asked.connect(self.mend_asked)
        row.put_away.connect(self.put_away)
        self.talks.append(row)
        return row

    def _offer_more(self, count: int) -> None:
        self.more = None
        if count > 0:
            self.more = link_button(self.tr("Nog {n} eerdere tonen").format(n=count))
            self.more.clicked.connect(self._show_all)
            self.add_row(self.more)

    def _show_all(self) -> None:
        if self._person is not None:
            first_hidden = len(self.talks)
            self._all = True
            self.show_person(self._person)
            for row in self.talks[first_hidden:]:
                # at once and not when Qt comes to it, so that the keyboard can go there
                row.show()
            if first_hidden < len(self.talks):
                self.talks[first_hidden].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draft_row(self, draft: Draft, person: Person) -> RowButton:
        held = short_day(draft.conversation.held_on, person.today)
        state = self._words.say("state.open")
        saved = draft.saved_at
        sub = "" if saved is None else self._words.say("state.saved", time=clock_time(saved))
        first = text_label(self.tr("Gesprek"), "strong")
        row = list_row(f"{held}, {self.tr('Gesprek')}, {state}", first, sub, held, urgent=True)
        row.clicked.connect(self._go_on)
        self._drafts[row] = draft.id
        return end_row(row, Chip(state, "warn"))

    def _handover_row(self, event: Event, today: date) -> RowButton:
        lead = short_day(event.on, today)
        row = list_row(f"{lead}, {event.spoken}", text_label(event.first), event.sub, lead)
        row.clicked.connect(self._go_to)
        self.handovers[row] = event.record
        return end_row(row)

    def _go_to(self) -> None:
        sender = self.sender()
        self.handover_chosen.emit(next(one for row, one in self.handovers.items() if row is sender))

    def _go_on(self) -> None:
        sender = self.sender()
        self.draft_chosen.emit(next(draft_id for row, draft_id in self._drafts.items() if row is sender))


def _day(entry: tuple[date, Talked | Event]) -> date:
    return entry[0]


def _record_id(entry: Talked | Event) -> str:
    return entry.conversation.id if isinstance(entry, Talked) else entry.record
