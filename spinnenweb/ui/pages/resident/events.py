"""What happened between the talks, as rows: goals and steps, how they went, and short talks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from spinnenweb.ui.dates import short_day
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.rows import two_lines

if TYPE_CHECKING:
    from datetime import date

    from spinnenweb.domain.contacts import ShortContact
    from spinnenweb.domain.goals import LookBack
    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.pages.resident.person import Person

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day: a goal, a step, a look back, a short talk or a hand-over, by its id.

    `opens` says that it has a page of its own: that of a hand-over.
    """

    on: date
    first: str
    sub: str
    record: str = ""
    opens: bool = False

    @property
    def spoken(self) -> str:
        """As it is read aloud."""
        return _listed(self.first, self.sub)


def events(person: Person, words: Wording) -> tuple[Event, ...]:
    """Goals and steps that did not come from a talk, how they went, short talks, hand-overs and signals."""
    told = (_told(told, person, words) for told in person.look_backs)
    contacts = (_contact(one, words) for one in person.contacts)
    return (
        *_goals(person),
        *_steps(person),
        *told,
        *contacts,
        *_handovers(person, words),
        *_signals(person, words),
    )


def _handovers(person: Person, words: Wording) -> list[Event]:
    kinds = {True: translate("Events", "Tip"), False: translate("Events", "Overdracht")}
    return [
        Event(
            line.since,
            f"{kinds[line.handover.is_tip]}: {line.offer_name}",
            _listed(line.organisation_name, words.say(f"handover.state.{line.state.value}").lower().rstrip("?")),
            line.handover.id,
            opens=True,
        )
        for line in person.handovers
    ]


def _signals(person: Person, words: Wording) -> list[Event]:
    return [
        Event(
            told.followed_on,
            f"{words.say(f'signal.{told.signal}')}: {words.say(f'signal_state.{told.state.value}')}",
            told.words,
            told.id,
        )
        for line in person.signals
        for told in line.told
    ]


def _goals(person: Person) -> list[Event]:
    title = translate("Events", "Doel: {words}")
    dated = [(goal.made_on, goal) for goal in person.goals if goal.made_on is not None]
    return [Event(on, title.format(words=goal.words), "", goal.id) for on, goal in dated]


def _steps(person: Person) -> list[Event]:
    # a step that was agreed in a talk stands in the row of that talk
    title = translate("Events", "Stap: {what}")
    return [
        Event(step.made_on, title.format(what=step.what), _listed(step.when, step.with_whom), step.id)
        for step in person.steps
        if step.made_on is not None and step.conversation_id is None
    ]


def _told(told: LookBack, person: Person, words: Wording) -> Event:
    about = told.goal_id or told.step_id
    named = {goal.id: goal.words for goal in person.goals} | {step.id: step.what for step in person.steps}
    state = words.say(f"goal_state.{told.state.value}")
    return Event(told.on, f"{named.get(about or '', '')}: {state}", told.words, told.id)


def _contact(contact: ShortContact, words: Wording) -> Event:
    kind = translate("Events", "Kort praatje")
    themes = _listed(*(words.say(f"theme.{code}") for code in contact.themes))
    via = words.say(f"via.{contact.via}") if contact.via else ""
    back = translate("Events", "mag horen hoe het ging") if contact.tell_back else ""
    first = f"{kind}: {contact.line or themes}"
    return Event(contact.held_on, first, _listed(themes if contact.line else "", via, back), contact.id)


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


class EventRow(QWidget):
    """One event, to read."""

    def __init__(self, event: Event, today: date) -> None:
        super().__init__()
        self.record = event.record
        self.setAccessibleName(event.spoken)
        lead = text_label(short_day(event.on, today), "lead")
        lead.setFixedWidth(px(118))
        sub = text_label(event.sub, "small")
        sub.setVisible(bool(event.sub))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(18), px(10), px(18), px(10))
        row.setSpacing(px(16))
        row.addWidget(lead)
        row.addWidget(two_lines(text_label(event.first), sub), 1)
