from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinnenweb.exchange.calendar import CalendarEvent, calendar_file, fold

STAMP = datetime(2026, 11, 21, 12, 5, 9, tzinfo=UTC)
DAY = date(2026, 12, 31)


def unfolded(file: bytes) -> list[str]:
    """The lines of a file, as RFC 5545 3.1 reads them."""
    assert file.endswith(b"\r\n")
    return file.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")


def parsed(file: bytes) -> tuple[dict[str, str], list[dict[str, tuple[str, dict[str, str]]]]]:
    """The properties of the calendar and of each event in it; a name that comes twice is refused."""
    calendar: dict[str, str] = {}
    events: list[dict[str, tuple[str, dict[str, str]]]] = []
    inside = False
    lines = unfolded(file)
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    for line in lines[1:-1]:
        head, _, value = line.partition(":")
        name, *parameters = head.split(";")
        if (name, value) == ("BEGIN", "VEVENT"):
            assert not inside
            inside = True
            events.append({})
        elif (name, value) == ("END", "VEVENT"):
            assert inside
            inside = False
        elif inside:
            assert name not in events[-1]
            events[-1][name] = (value, dict(one.split("=") for one in parameters))
        else:
            assert name not in calendar
            calendar[name] = value
    assert not inside
    return calendar, events


def unescaped(value: str) -> str:
    out, rest = "", iter(value)
    for character in rest:
        assert character not in ";,"
        if character == "\\":
            escaped = next(rest)
            assert escaped in "\\;,n"
            out += "\n" if escaped == "n" else escaped
        else:
            out += character
    return out


def only(event: CalendarEvent, stamp: datetime = STAMP) -> dict[str, tuple[str, dict[str, str]]]:
    _, (found,) = parsed(calendar_file([event], stamp=stamp))
    return found


def test_that_a_calendar_says_what_it_is() -> None:
    calendar, events = parsed(calendar_file([], stamp=STAMP))
    assert calendar == {
        "VERSION": "2.0",
        "PRODID": "-//Spinnenweb//Agenda//NL",
        "CALSCALE": "GREGORIAN",
        "METHOD": "PUBLISH",
    }
    assert events == []


def test_that_an_event_of_a_whole_day_ends_on_the_next_and_leaves_the_day_free() -> None:
    assert only(CalendarEvent("f-1", "Bijeenkomst", DAY)) == {
        "UID": ("f-1@spinnenweb", {}),
        "DTSTAMP": ("20261121T120509Z", {}),
        "SEQUENCE": ("0", {}),
        "DTSTART": ("20261231", {"VALUE": "DATE"}),
        "DTEND": ("20270101", {"VALUE": "DATE"}),
        "TRANSP": ("TRANSPARENT", {}),
        "SUMMARY": ("Bijeenkomst", {}),
    }


def test_that_an_event_with_a_time_takes_an_hour_where_the_worker_is() -> None:
    event = only(CalendarEvent("f-1", "Bijeenkomst", DAY, "09:30", 3))
    assert (event["DTSTART"], event["DURATION"]) == (("20261231T093000", {}), ("PT1H", {}))
    assert event["SEQUENCE"] == ("3", {})
    assert not {"DTEND", "TRANSP"} & event.keys()


def test_that_the_stamp_is_in_utc_wherever_it_was_made() -> None:
    later = STAMP.astimezone(timezone(timedelta(hours=5)))
    assert only(CalendarEvent("f-1", "x", DAY), later)["DTSTAMP"] == ("20261121T120509Z", {})


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200), max_size=3))
def test_that_every_summary_reads_back_from_lines_of_at_most_75_octets(summaries: list[str]) -> None:
    events = [CalendarEvent(f"f-{number}", text, DAY) for number, text in enumerate(summaries)]
    file = calendar_file(events, stamp=STAMP)
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    assert [unescaped(event["SUMMARY"][0]) for event in parsed(file)[1]] == summaries


@pytest.mark.parametrize(
    ("text", "read"),
    [("a\nb", "a\nb"), ("a\r\nb", "a\nb"), ("a\rEND:VEVENT", "a\nEND:VEVENT"), ("a\0\x07\tb\x7f", "ab")],
)
def test_that_no_text_breaks_out_of_its_line(text: str, read: str) -> None:
    assert unescaped(only(CalendarEvent("f-1", text, DAY))["SUMMARY"][0]) == read


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_that_a_folded_line_never_cuts_a_character(line: str) -> None:
    folded = fold(line)
    for piece in folded.split(b"\r\n"):
        piece.decode()
    assert unfolded(folded) == [line]


def test_that_a_line_of_75_octets_stays_whole_and_one_more_is_folded() -> None:
    assert fold("x" * 75) == b"x" * 75 + b"\r\n"
    assert fold("x" * 76) == b"x" * 75 + b"\r\n x\r\n"
    assert fold("x" * 74 + "é") == b"x" * 74 + b"\r\n \xc3\xa9\r\n"
