"""What became of goals and steps, as rows between the talks."""

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

    from spinnenweb.domain.goals import LookBack
    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.pages.resident.person import Person

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day: a goal or a step was agreed, or looked back on."""

    on: date
    first: str
    sub: str


def events(person: Person, words: Wording) -> tuple[Event, ...]:
    """The goals and steps that did not come from a talk, and how all of them went."""
    return (*_goals(person), *_steps(person), *(_told(told, person, words) for told in person.look_backs))


def _goals(person: Person) -> list[Event]:
    title = translate("Events", "Doel: {words}")
    dated = [(goal.made_on, goal.words) for goal in person.goals if goal.made_on is not None]
    return [Event(on, title.format(words=words), "") for on, words in dated]


def _steps(person: Person) -> list[Event]:
    # a step that was agreed in a talk stands in the row of that talk
    title = translate("Events", "Stap: {what}")
    return [
        Event(step.made_on, title.format(what=step.what), ", ".join(p for p in (step.when, step.with_whom) if p))
        for step in person.steps
        if step.made_on is not None and step.conversation_id is None
    ]


def _told(told: LookBack, person: Person, words: Wording) -> Event:
    about = told.goal_id or told.step_id
    named = {goal.id: goal.words for goal in person.goals} | {step.id: step.what for step in person.steps}
    state = words.say(f"goal_state.{told.state.value}")
    return Event(told.on, f"{named.get(about or '', '')}: {state}", told.words)


class EventRow(QWidget):
    """One event, to read."""

    def __init__(self, event: Event, today: date) -> None:
        super().__init__()
        lead = text_label(short_day(event.on, today), "lead")
        lead.setFixedWidth(px(118))
        sub = text_label(event.sub, "small")
        sub.setVisible(bool(event.sub))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(18), px(10), px(18), px(10))
        row.setSpacing(px(16))
        row.addWidget(lead)
        row.addWidget(two_lines(text_label(event.first), sub), 1)
