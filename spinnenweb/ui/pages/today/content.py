"""What Vandaag shows, read from the vault and put in order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from spinnenweb.domain.drafts import Draft
    from spinnenweb.domain.settings import WorkSettings
    from spinnenweb.services.records import ResidentLine
    from spinnenweb.services.workspace import Workspace

WEEK = timedelta(days=7)
RECENT = 6


@dataclass(frozen=True, slots=True)
class Appointment:
    """A talk that was promised; `late` when its day has gone by."""

    line: ResidentLine
    day: date
    late: bool


@dataclass(frozen=True, slots=True)
class Today:
    """The page of one day. `appointments` reach to a week from now, and back to all that are late."""

    day: date
    settings: WorkSettings
    drafts: tuple[Draft, ...]
    appointments: tuple[Appointment, ...]
    recent: tuple[ResidentLine, ...]
    ready: tuple[ResidentLine, ...]
    villages: dict[str, str]

    @property
    def coming(self) -> int:
        """How many appointments are today or in the coming week."""
        return sum(not appointment.late for appointment in self.appointments)

    @property
    def late(self) -> int:
        """How many appointments are past their day."""
        return sum(appointment.late for appointment in self.appointments)


def read_today(workspace: Workspace) -> Today:
    """Read what is open on the day it is now."""
    day = workspace.clock.today()
    return Today(
        day=day,
        settings=workspace.settings.get(),
        drafts=workspace.conversations.drafts(),
        appointments=appointments(workspace.residents.all(), day),
        recent=workspace.residents.recent(RECENT),
        ready=workspace.residents.ready(),
        villages={village.id: village.name for village in workspace.residents.villages()},
    )


def appointments(lines: Iterable[ResidentLine], today: date) -> tuple[Appointment, ...]:
    """The appointments up to a week from today and those gone by, nearest to today first."""
    found = [
        Appointment(line, line.return_on, late=line.return_on < today)
        for line in lines
        if line.return_on is not None and line.return_on <= today + WEEK
    ]
    return tuple(sorted(found, key=lambda one: (abs(one.day - today), one.late)))
