"""The agenda: what was promised for when, for all residents together, and as a file for a calendar."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.agenda import Bucket, FollowUp, FollowUpKind, bucket, is_time
from spinnenweb.domain.changes import Changes, Kind, changed
from spinnenweb.domain.conversations import LONGEST_LINE
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.handovers import HandoverState, state_now
from spinnenweb.domain.languages import BASE
from spinnenweb.domain.text_rules import clean_line
from spinnenweb.domain.wording import Wording
from spinnenweb.exchange.calendar import CalendarEvent, calendar_file
from spinnenweb.security.private_files import write_private
from spinnenweb.services.full_disk import again_when_full
from spinnenweb.services.records import AgendaLine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from pathlib import Path

    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.domain.residents import Resident
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.unit_of_work import UnitOfWork

__all__ = ["AgendaLine", "AgendaService"]
_OF_A_HANDOVER = (FollowUpKind.HANDOVER, FollowUpKind.HELPED)


class AgendaService:
    """What is done with follow-ups. One with an empty id gets one here; `Changes` tells which."""

    def __init__(self, database: Database, clock: Clock, ids: IdSource, texts_folder: Path) -> None:
        self._database = database
        self._clock = clock
        self._ids = ids
        self._texts_folder = texts_folder

    def open(self, today: date) -> tuple[AgendaLine, ...]:
        """What still has to be done, the earliest date first; on one date what has no time first."""
        with self._database.reading() as work:
            return _lines(work, work.follow_ups.open(), today)

    def of(self, resident_id: str) -> tuple[FollowUp, ...]:
        """The follow-ups of a resident, done ones too, the earliest date first."""
        with self._database.reading() as work:
            return work.follow_ups.of(resident_id)

    @again_when_full
    def add(self, follow_up: FollowUp) -> Changes:
        """Put something on the agenda.

        Raises:
            SpinnenwebError: `agenda.time` (not "" or a time as 10:00), `text.*`.
        """
        kept = replace(_cleaned(follow_up), id=follow_up.id or self._ids.new())
        with self._database.writing() as work:
            work.follow_ups.add(kept)
        return changed(Kind.FOLLOW_UP, kept.id)

    def done(self, follow_up_id: str, on: date) -> Changes:
        """Take something off the agenda because it was done; `KeyError` when it is not there."""
        return self._change(follow_up_id, lambda found: replace(found, done_on=on))

    def undone(self, follow_up_id: str) -> Changes:
        """Put something back that was taken off by mistake; `KeyError` when it is not there."""
        return self._change(follow_up_id, lambda found: replace(found, done_on=None))

    def move(self, follow_up_id: str, due: date, at: str | None = None) -> Changes:
        """Put something on another date, and at another time when one is given; a calendar sees it as newer.

        Raises:
            SpinnenwebError: `agenda.time`.
            KeyError: it is not there.
        """

        def moved(found: FollowUp) -> FollowUp:
            later = _cleaned(replace(found, due=due, at=found.at if at is None else at))
            return found if later == found else replace(later, sequence=found.sequence + 1)

        return self._change(follow_up_id, moved)

    def calendar(self, lines: Iterable[AgendaLine], language: str = BASE) -> bytes:
        """These lines as an iCalendar file. It tells what kind of thing is due and when, and about nobody.

        `language` is the one the worker reads.
        """
        words = Wording.read(self._texts_folder / language / "werker.toml")
        events = [_event(line.follow_up, words) for line in lines]
        return calendar_file(events, stamp=self._clock.now())

    def write_calendar(self, target: Path, language: str = BASE) -> None:
        """Write everything that is open as an iCalendar file for its owner's eyes only; whole or not at all.

        Raises:
            SpinnenwebError: `disk.full`, `target.no_rights`, `target.missing`, `target.exists`.
        """
        write_private(target, self.calendar(self.open(self._clock.today()), language))

    @again_when_full
    def _change(self, follow_up_id: str, change: Callable[[FollowUp], FollowUp]) -> Changes:
        with self._database.writing() as work:
            work.follow_ups.update(change(work.follow_ups.known(follow_up_id)))
        return changed(Kind.FOLLOW_UP, follow_up_id)


def _cleaned(follow_up: FollowUp) -> FollowUp:
    at = follow_up.at.strip()
    if at and not is_time(at):
        raise SpinnenwebError("agenda.time")
    return replace(follow_up, what=clean_line(follow_up.what, LONGEST_LINE, "follow_up"), at=at)


def _lines(work: UnitOfWork, found: tuple[FollowUp, ...], today: date) -> tuple[AgendaLine, ...]:
    people = work.residents.by_ids(one.resident_id for one in found if one.resident_id is not None)
    names = {village.id: village.name for village in work.villages.all()}
    seen = [one for one in found if one.resident_id is None or one.resident_id in people]
    seen = [one for one in seen if not _withdrawn(work, one, people.get(one.resident_id or ""))]
    return tuple(_line(one, people.get(one.resident_id or ""), names, today) for one in seen)


def _withdrawn(work: UnitOfWork, follow_up: FollowUp, resident: Resident | None) -> bool:
    """Whether it is about a hand-over that the resident withdrew while nothing may be written in the file."""
    if resident is None or not resident.restricted or follow_up.kind not in _OF_A_HANDOVER:
        return False
    handover = work.handovers.get(follow_up.about_id)
    return handover is not None and state_now(handover, work.consents.of(resident.id)) is HandoverState.WITHDRAWN


def _line(follow_up: FollowUp, resident: Resident | None, names: dict[str, str], today: date) -> AgendaLine:
    place = bucket(follow_up, today)
    village = "" if resident is None else names.get(resident.village_id or "", "")
    since = follow_up.due if place is Bucket.OVERDUE else None
    return AgendaLine(follow_up, resident, village, place, since)


def _event(follow_up: FollowUp, words: Wording) -> CalendarEvent:
    # what was promised is left out too: it may hold a name
    summary = words.say(f"calendar.{follow_up.kind.value}")
    return CalendarEvent(follow_up.id, summary, follow_up.due, follow_up.at, follow_up.sequence)
