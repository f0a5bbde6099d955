"""Short talks and meetings: contacts without a web. A short talk may be with someone who has a card."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.agenda import FollowUp, FollowUpKind
from spinnenweb.domain.changes import Changes, Kind, changed
from spinnenweb.domain.contacts import MOST_PEOPLE, Meeting, ShortContact
from spinnenweb.domain.conversations import LONGEST_LINE, VIA_SELF
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.text_rules import clean_line
from spinnenweb.services.full_disk import again_when_full
from spinnenweb.services.residents import known

if TYPE_CHECKING:
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.storage.database import Database


class ContactService:
    """What is done with contacts. A record with an empty id gets one here; `Changes` tells which."""

    def __init__(self, database: Database, ids: IdSource) -> None:
        self._database = database
        self._ids = ids

    @again_when_full
    def add(self, contact: ShortContact) -> Changes:
        """Write down a short talk; one with a `follow_up_on` date also stands on the agenda.

        Without someone to tell, the yes to telling them how it went is not kept.

        Raises:
            SpinnenwebError: `resident.gone`, `text.*`.
        """
        line = clean_line(contact.line, LONGEST_LINE, "line")
        tell_back = contact.tell_back and contact.via not in ("", VIA_SELF)
        kept = replace(contact, id=contact.id or self._ids.new(), line=line, tell_back=tell_back)
        promised = self._promised(kept)
        with self._database.writing() as work:
            if kept.resident_id is not None:
                known(work, kept.resident_id)
            work.contacts.add(kept)
            work.follow_ups.add_many(promised)
        return changed(Kind.CONTACT, kept.id) | changed(Kind.FOLLOW_UP, *(one.id for one in promised))

    def remove(self, contact_id: str) -> Changes:
        """Take a short talk away, and what was promised about it; `KeyError` when it is not there."""
        with self._database.writing() as work:
            work.contacts.remove(contact_id)
            promised = work.follow_ups.about(contact_id)
            for one in promised:
                work.follow_ups.remove(one.id)
        return changed(Kind.CONTACT, contact_id) | changed(Kind.FOLLOW_UP, *(one.id for one in promised))

    def of(self, resident_id: str) -> tuple[ShortContact, ...]:
        """The short talks with a resident, newest first."""
        with self._database.reading() as work:
            return work.contacts.of(resident_id)

    def get(self, contact_id: str) -> ShortContact | Meeting | None:
        """The short talk or the meeting with this id, or `None`."""
        with self._database.reading() as work:
            return work.contacts.in_sight(contact_id) or work.meetings.get(contact_id)

    @again_when_full
    def add_meeting(self, meeting: Meeting) -> Changes:
        """Write down a meeting.

        Raises:
            SpinnenwebError: `meeting.people` (not from 1 up to `last`), `text.*`.
        """
        if not 1 <= meeting.people <= MOST_PEOPLE:
            raise SpinnenwebError("meeting.people", last=MOST_PEOPLE)
        line = clean_line(meeting.line, LONGEST_LINE, "line")
        kept = replace(meeting, id=meeting.id or self._ids.new(), line=line)
        with self._database.writing() as work:
            work.meetings.add(kept)
        return changed(Kind.CONTACT, kept.id)

    def recent(self, limit: int) -> tuple[ShortContact, ...]:
        """The last short talks, newest first."""
        with self._database.reading() as work:
            return work.contacts.recent(limit)

    def recent_meetings(self, limit: int) -> tuple[Meeting, ...]:
        """The last meetings, newest first."""
        with self._database.reading() as work:
            return work.meetings.recent(limit)

    def _promised(self, contact: ShortContact) -> tuple[FollowUp, ...]:
        if contact.follow_up_on is None:
            return ()
        kind, due = FollowUpKind.CONTACT, contact.follow_up_on
        return (FollowUp(self._ids.new(), kind, contact.id, contact.resident_id, contact.line, due),)
