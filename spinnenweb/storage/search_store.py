"""Searching in words: the lines of all records in one full-text table, filled in the transaction that writes them.

The number of a line is its place in time, residents above all others. So FTS5 gives the newest first by itself and
stops when it has enough; sorting thousands of hits of one letter would take a hundred times as long.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from spinnenweb.domain.search import HitKind
from spinnenweb.storage.text_keys import searched, term, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

RESIDENTS_FROM = 1 << 60
"""The first line number of residents; all others lie under it."""
_ABOVE_ALL = 1 << 62
_ONE_DAY = 1 << 32
_FIRST_KINDS = (HitKind.RESIDENT, HitKind.NOTE, HitKind.STEP, HitKind.GOAL)
"""The kinds of format 1.2. A program that knows no others reads a newer kind as a note."""
_MOST_WORDS = 12
"""More words than these add nothing to a search by hand, and would make one query endless."""

_INSERT = """
INSERT INTO search_text (rowid, words, said, kind, record_id, resident_id, talk_id, exact)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_DELETE = "DELETE FROM search_text WHERE rowid IN (SELECT line FROM search_line WHERE record_id = ?)"
_LAST_LINE = "SELECT max(line) FROM search_line WHERE record_id = ?"
_OWN_LINE = """
SELECT rowid, said FROM search_text WHERE rowid = (SELECT max(line) FROM search_line WHERE record_id = ?)
"""
_HITS = """
SELECT hit.line, hit.said, coalesce(hit.exact, hit.kind), hit.record_id, hit.talk_id,
       coalesce(resident.id, ''), coalesce(resident.code, ''), coalesce(resident.calling_name, ''),
       coalesce(village.name, ''), coalesce(organisation.id, ''), coalesce(organisation.name, '')
FROM (
    SELECT rowid AS line, said, kind, record_id, resident_id, talk_id, exact FROM search_text
    WHERE search_text MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?
) AS hit
LEFT JOIN alias ON alias.other_id = hit.resident_id
LEFT JOIN resident ON resident.id = coalesce(alias.kept_id, hit.resident_id) AND resident.deleted_at IS NULL
LEFT JOIN short_contact AS contact ON contact.id = hit.record_id
LEFT JOIN meeting ON meeting.id = hit.record_id
LEFT JOIN village ON village.id = coalesce(resident.village_id, contact.village_id, meeting.village_id)
LEFT JOIN offer ON offer.id = hit.record_id
LEFT JOIN contact_person AS person ON person.id = hit.record_id
LEFT JOIN organisation_talk ON organisation_talk.id = hit.record_id
LEFT JOIN organisation ON organisation.id = coalesce(
    offer.organisation_id, person.organisation_id, organisation_talk.organisation_id, hit.record_id
)
WHERE hit.resident_id = '' OR resident.id IS NOT NULL
ORDER BY hit.line DESC
"""


@dataclass(frozen=True, slots=True)
class Line:
    """What of a record is searched. `resident_id` and `talk_id` say whose it is and in which talk, or are ""."""

    kind: HitKind
    record_id: str
    resident_id: str
    said: str
    day: date | None = None
    talk_id: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A line that was found, with the card or the organisation it belongs to; without one its fields are empty."""

    kind: HitKind
    record_id: str
    talk_id: str
    said: str
    day: date | None
    resident_id: str
    code: str
    calling_name: str
    village: str
    organisation_id: str = ""
    organisation: str = ""


def match_of(text: str) -> str:
    """What is typed as a query of FTS5: every word quoted, as far as typed, also inside words; else empty."""
    return " AND ".join(map(term, words(text)[:_MOST_WORDS]))


class SearchStore:
    """The lines of all records. What is written here was written by a store of records just before."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, text: str, residents: int, others: int) -> tuple[Found, ...]:
        """At most so many residents and so many other lines that hold every word, as far as it was typed.

        Residents first, and in both the newest first. Case and accents do not matter.
        """
        match = match_of(text)
        if not match:
            return ()
        found = self._hits(match, _ABOVE_ALL, residents + others)
        # FTS5 gathers every line of a query before it gives the first, so it is asked a second time only in need
        seen = sum(one.kind is HitKind.RESIDENT for one in found)
        if seen <= residents:
            return found[: seen + others]
        return found[:residents] + self._hits(match, RESIDENTS_FROM, others)

    def _hits(self, match: str, below: int, limit: int) -> tuple[Found, ...]:
        rows = self._connection.exec_driver_sql(_HITS, (match, below, limit))
        return tuple(
            Found(HitKind(kind), record_id, talk_id, said, _day_of(line), *whose)
            for line, said, kind, record_id, talk_id, *whose in rows
        )

    def put(self, lines: Iterable[Line]) -> None:
        """Add lines; blank ones are left out. A talk brings its resident's own line to its date."""
        written = [line for line in lines if line.said.strip()]
        self._insert(written)
        self._bring_forward(_latest(written))

    def drop(self, record_id: str) -> None:
        """Take the lines of a record away; no byte of their words stays in the index."""
        self.drop_many([record_id])

    def drop_many(self, record_ids: Iterable[str]) -> None:
        """The same of many."""
        one_each = [(record_id,) for record_id in record_ids]
        if one_each:
            self._connection.exec_driver_sql(_DELETE, one_each)
            self._connection.exec_driver_sql("DELETE FROM search_line WHERE record_id = ?", one_each)

    def replace(self, record_id: str, lines: Iterable[Line]) -> None:
        """Put lines in the place of those a record had; a resident's keeps the date of the last talk."""
        new = [line if line.day is not None else replace(line, day=self._day_of(record_id)) for line in lines]
        self.drop(record_id)
        self.put(new)

    def bring_forward(self, resident_id: str, day: date | None) -> None:
        """Bring a resident's own line to the date of their last talk, when that is later."""
        if day is not None:
            self._bring_forward({resident_id: day})

    def _day_of(self, record_id: str) -> date | None:
        line = self._connection.exec_driver_sql(_LAST_LINE, (record_id,)).scalar()
        return None if line is None else _day_of(line)

    def _insert(self, written: list[Line]) -> None:
        numbered = self._numbered(written)
        if not numbered:
            return
        places = [(number, line.record_id) for number, line in numbered]
        self._connection.exec_driver_sql("INSERT INTO search_line (line, record_id) VALUES (?, ?)", places)
        self._connection.exec_driver_sql(_INSERT, [_row(number, line) for number, line in numbered])

    def _numbered(self, written: list[Line]) -> list[tuple[int, Line]]:
        by_start: dict[int, list[Line]] = defaultdict(list)
        for line in written:
            by_start[_start(line)].append(line)
        # in rising order: FTS5 writes a piece of its index to the file every time a number falls
        return [pair for start in sorted(by_start) for pair in enumerate(by_start[start], self._first_free(start))]

    def _first_free(self, start: int) -> int:
        query = "SELECT max(line) FROM search_line WHERE line >= ? AND line < ?"
        last = self._connection.exec_driver_sql(query, (start, start + _ONE_DAY)).scalar()
        return start if last is None else int(last) + 1

    def _bring_forward(self, days: Mapping[str, date]) -> None:
        earlier = {}
        for resident_id, day in days.items():
            own = self._own_line(resident_id)
            if own is not None and (own.day is None or own.day < day):
                earlier[resident_id] = replace(own, day=day)
        self.drop_many(earlier)
        self._insert([*earlier.values()])

    def _own_line(self, resident_id: str) -> Line | None:
        row = self._connection.exec_driver_sql(_OWN_LINE, (resident_id,)).first()
        if row is None:
            return None
        return Line(HitKind.RESIDENT, resident_id, resident_id, row[1], _day_of(row[0]))


def _latest(written: Iterable[Line]) -> dict[str, date]:
    days: dict[str, date] = {}
    for line in written:
        if line.kind is not HitKind.RESIDENT and line.talk_id and line.day is not None:
            days[line.resident_id] = max(line.day, days.get(line.resident_id, line.day))
    return days


def _row(number: int, line: Line) -> tuple[object, ...]:
    # the words are folded here and not by FTS5, so that a search folds in exactly the same way
    older = line.kind if line.kind in _FIRST_KINDS else HitKind.NOTE
    about = (line.record_id, line.resident_id, line.talk_id, line.kind.value)
    return (number, searched(line.said), line.said, older.value, *about)


def _start(line: Line) -> int:
    above = RESIDENTS_FROM if line.kind is HitKind.RESIDENT else 0
    return above + (0 if line.day is None else line.day.toordinal()) * _ONE_DAY


def _day_of(number: int) -> date | None:
    days = number % RESIDENTS_FROM // _ONE_DAY
    return date.fromordinal(days) if days else None
