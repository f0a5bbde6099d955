"""Follow-ups as an iCalendar file (RFC 5545), for the calendar a worker already uses.

The file leaves the vault, so it is told no more than a kind of thing and a time: no name, no code, no words.
Times are floating (3.3.5, form 1): 10:00 is 10:00 where the worker is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

LONGEST_LINE = 75
"""Octets on a line, without its end (RFC 5545, 3.1)."""
PRODUCT = "-//Spinnenweb//Agenda//NL"
UID_DOMAIN = "spinnenweb"

_HOUR = "PT1H"
_CONTROLS = {code: None for code in (*range(0x20), 0x7F) if code != 0x0A}


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One thing on one day, at a time such as "10:00" (it then takes an hour) or all day ("").

    `id` makes the UID, the same in every file; `sequence` says which of two files is newer.
    """

    id: str
    summary: str
    on: date
    at: str = ""
    sequence: int = 0


def calendar_file(events: Iterable[CalendarEvent], *, stamp: datetime) -> bytes:
    """The file with these events, as made at `stamp`."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for event in events:
        lines += _event_lines(event, stamp)
    lines.append("END:VCALENDAR")
    return b"".join(fold(line) for line in lines)


def _event_lines(event: CalendarEvent, stamp: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{event.id}@{UID_DOMAIN}",
        f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"SEQUENCE:{event.sequence}",
        *_time_lines(event),
        f"SUMMARY:{escape(event.summary)}",
        "END:VEVENT",
    ]


def _time_lines(event: CalendarEvent) -> list[str]:
    day = _day(event.on)
    if event.at:
        return [f"DTSTART:{day}T{event.at.replace(':', '')}00", f"DURATION:{_HOUR}"]
    return [
        f"DTSTART;VALUE=DATE:{day}",
        f"DTEND;VALUE=DATE:{_day(event.on + timedelta(days=1))}",
        "TRANSP:TRANSPARENT",
    ]


def _day(day: date) -> str:
    # strftime writes years before 1000 without their zeros
    return day.isoformat().replace("-", "")


def escape(text: str) -> str:
    r"""A text as the value of a property: \ ; , and line ends escaped (3.3.11), other controls left out."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)
    for character in ("\\", ";", ","):
        plain = plain.replace(character, f"\\{character}")
    return plain.replace("\n", "\\n")


def fold(line: str) -> bytes:
    """A line of any length as lines of at most 75 octets, ended by CRLF; no character is cut in two."""
    return b"\r\n ".join(_pieces(line)) + b"\r\n"


def _pieces(line: str) -> Iterator[bytes]:
    piece = b""
    longest = LONGEST_LINE
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > longest:
            yield piece
            # what follows starts with a blank that counts too
            piece, longest = b"", LONGEST_LINE - 1
        piece += octets
    yield piece
