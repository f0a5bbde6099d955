"""What Vandaag shows, read from the vault and put in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.agenda import Bucket
from spinnenweb.domain.contacts import ShortContact
from spinnenweb.domain.residents import Purpose

if TYPE_CHECKING:
    from datetime import date

    from spinnenweb.domain.contacts import Meeting
    from spinnenweb.domain.drafts import Draft
    from spinnenweb.domain.residents import Resident
    from spinnenweb.domain.settings import WorkSettings
    from spinnenweb.services.handovers import LeftBehind
    from spinnenweb.services.records import AgendaLine, ResidentLine
    from spinnenweb.services.workspace import Workspace

RECENT = 6
RECENT_CONTACTS = 3
MOST_LOOKED_UP = 20
"""So many promises say when the last time was: more are never read at a glance."""


@dataclass(frozen=True, slots=True)
class Today:
    """The page of one day. `agenda` holds everything that is open, the most overdue first.

    `old` holds the ids of drafts to finish or erase; `people` the residents of the contacts, by id; `lines` says
    what was last agreed with those of whom the agenda itself does not say it. `cards` holds the residents of the
    drafts as they are on file now, by id; `left` holds the hand-overs whose contact person is gone.
    """

    day: date
    settings: WorkSettings
    drafts: tuple[Draft, ...]
    old: frozenset[str]
    agenda: tuple[AgendaLine, ...]
    recent: tuple[ResidentLine, ...]
    ready: tuple[ResidentLine, ...]
    villages: dict[str, str]
    contacts: tuple[ShortContact | Meeting, ...]
    people: dict[str, Resident]
    lines: dict[str, ResidentLine]
    cards: dict[str, Resident]
    left: tuple[LeftBehind, ...] = ()

    def of(self, bucket: Bucket) -> tuple[AgendaLine, ...]:
        """What is due in one stretch of time."""
        return tuple(line for line in self.agenda if line.bucket is bucket)

    @property
    def coming(self) -> int:
        """How much is due today or in the coming week."""
        return len(self.of(Bucket.TODAY)) + len(self.of(Bucket.WEEK))

    @property
    def late(self) -> int:
        """How much is past its day."""
        return len(self.of(Bucket.OVERDUE))


def read_today(workspace: Workspace, wanted: str = "") -> Today:
    """Read what is open on the day it is now; a short talk or meeting that is `wanted` is there, however old."""
    day = workspace.clock.today()
    contacts = _contacts(workspace, wanted)
    agenda = workspace.agenda.open(day)
    drafts = workspace.conversations.drafts()
    return Today(
        day=day,
        settings=workspace.settings.get(),
        drafts=drafts,
        old=frozenset(draft.id for draft in workspace.conversations.old_drafts(day)),
        agenda=agenda,
        recent=workspace.residents.recent(RECENT),
        ready=workspace.residents.ready(),
        villages={village.id: village.name for village in workspace.residents.villages()},
        contacts=contacts,
        people=_people(workspace, contacts),
        lines=_last_times(workspace, agenda),
        cards=workspace.residents.on_file(draft.resident.id for draft in drafts),
        left=workspace.handovers.left_behind(),
    )


def _last_times(workspace: Workspace, agenda: tuple[AgendaLine, ...]) -> dict[str, ResidentLine]:
    silent = [line.resident.id for line in agenda if line.resident is not None and not line.follow_up.what]
    return {resident_id: workspace.residents.line(resident_id) for resident_id in silent[:MOST_LOOKED_UP]}


def _contacts(workspace: Workspace, wanted: str) -> tuple[ShortContact | Meeting, ...]:
    found: list[ShortContact | Meeting] = [*workspace.contacts.recent(RECENT_CONTACTS)]
    found += workspace.contacts.recent_meetings(RECENT_CONTACTS)
    newest = sorted(found, key=lambda one: (one.held_on, one.id), reverse=True)[:RECENT_CONTACTS]
    asked = workspace.contacts.get(wanted) if wanted else None
    return (*newest, *(() if asked is None or asked in newest else (asked,)))


def _people(workspace: Workspace, contacts: tuple[ShortContact | Meeting, ...]) -> dict[str, Resident]:
    ids = {one.resident_id for one in contacts if isinstance(one, ShortContact) and one.resident_id is not None}
    return {resident_id: workspace.residents.get(resident_id) for resident_id in ids}


def missing(draft: Draft) -> tuple[str, ...]:
    """What an unfinished conversation still waits for: "marks", "themes", "permissions"."""
    talk = draft.conversation
    waits = {
        "marks": not talk.has_marks(),
        "themes": not talk.themes and not talk.no_themes,
        "permissions": Purpose.RECORD not in draft.answers,
    }
    return tuple(what for what, is_missing in waits.items() if is_missing)


def days_open(draft: Draft, today: date) -> int:
    """For how many days nothing was written in an unfinished conversation."""
    saved = draft.saved_at
    return 0 if saved is None else max(0, (today - saved.astimezone().date()).days)
