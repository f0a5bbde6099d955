"""Follow-ups, short talks and meetings as rows and back."""

from __future__ import annotations

from datetime import date

from spinnenweb.domain.agenda import FollowUp, FollowUpKind
from spinnenweb.domain.contacts import Meeting, ShortContact
from spinnenweb.storage import tables
from spinnenweb.storage.forms import Fields, Row, maybe_day, maybe_day_text
from spinnenweb.storage.search_lines import lines_of_follow_up, lines_of_meeting, lines_of_short_contact
from spinnenweb.storage.shape import Shape


def follow_up_fields(follow_up: FollowUp) -> Fields:
    """A follow-up as JSON values."""
    return {
        "id": follow_up.id,
        "kind": follow_up.kind.value,
        "about_id": follow_up.about_id,
        "resident_id": follow_up.resident_id,
        "what": follow_up.what,
        "due": follow_up.due.isoformat(),
        "at_time": follow_up.at,
        "done_on": maybe_day_text(follow_up.done_on),
        "sequence": follow_up.sequence,
    }


def follow_up_from(row: Row) -> FollowUp:
    """The follow-up that `follow_up_fields` described."""
    return FollowUp(
        id=row["id"],
        kind=FollowUpKind(row["kind"]),
        about_id=row["about_id"],
        resident_id=row["resident_id"],
        what=row["what"],
        due=date.fromisoformat(row["due"]),
        at=row["at_time"],
        done_on=maybe_day(row["done_on"]),
        sequence=row["sequence"],
    )


def short_contact_fields(contact: ShortContact) -> Fields:
    """A short talk as JSON values."""
    return {
        "id": contact.id,
        "village_id": contact.village_id,
        "held_on": contact.held_on.isoformat(),
        "themes": list(contact.themes),
        "line": contact.line,
        "via": contact.via,
        "follow_up_on": maybe_day_text(contact.follow_up_on),
        "resident_id": contact.resident_id,
        "tell_back": contact.tell_back,
    }


def short_contact_from(row: Row) -> ShortContact:
    """The short talk that `short_contact_fields` described."""
    return ShortContact(
        id=row["id"],
        village_id=row["village_id"],
        held_on=date.fromisoformat(row["held_on"]),
        themes=tuple(row["themes"]),
        line=row["line"],
        via=row["via"],
        follow_up_on=maybe_day(row["follow_up_on"]),
        resident_id=row["resident_id"],
        tell_back=row["tell_back"],
    )


def meeting_fields(meeting: Meeting) -> Fields:
    """A meeting as JSON values."""
    return {
        "id": meeting.id,
        "village_id": meeting.village_id,
        "held_on": meeting.held_on.isoformat(),
        "people": meeting.people,
        "themes": list(meeting.themes),
        "line": meeting.line,
    }


def meeting_from(row: Row) -> Meeting:
    """The meeting that `meeting_fields` described."""
    return Meeting(
        id=row["id"],
        village_id=row["village_id"],
        held_on=date.fromisoformat(row["held_on"]),
        people=row["people"],
        themes=tuple(row["themes"]),
        line=row["line"],
    )


FOLLOW_UP = Shape(tables.follow_up, follow_up_fields, follow_up_from, lines=lines_of_follow_up)
SHORT_CONTACT = Shape(tables.short_contact, short_contact_fields, short_contact_from, lines=lines_of_short_contact)
MEETING = Shape(tables.meeting, meeting_fields, meeting_from, lines=lines_of_meeting)
