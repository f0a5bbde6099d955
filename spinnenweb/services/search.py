"""One box over everything with words: residents, talks, goals, steps, look-backs, contacts and the agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.search import Hit, HitKind

if TYPE_CHECKING:
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.search_store import Found

MOST_RESIDENTS = 8
"""Residents come first; more of them would push everything else out of sight."""
_SNIPPET = 64
_BEFORE = 24


class SearchService:
    """What is found while someone types."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, text: str, limit: int = 20) -> tuple[Hit, ...]:
        """At most `limit` hits: first residents, then everything else, in both the newest first.

        Every word has to be there, as far as it was typed, and of three letters on also inside a word; case and
        accents do not matter. What is no letter or digit only separates words, so no text that is typed is an
        error. The same words twice are shown once: a step stands in the conversation, among the goals and on the
        agenda.
        """
        residents = min(limit, MOST_RESIDENTS)
        with self._database.reading() as work:
            found = work.search.find(text, residents, limit)
        shown = {_seen_as(one): one for one in reversed(found) if not _promised_elsewhere(one, found)}
        return tuple(_hit(one, text) for one in reversed(shown.values()))[:limit]


def _seen_as(found: Found) -> tuple[str, ...]:
    if found.kind is HitKind.RESIDENT:
        return (found.kind, found.resident_id)
    return (found.kind, found.resident_id, found.talk_id, found.said)


def _promised_elsewhere(one: Found, found: tuple[Found, ...]) -> bool:
    if one.kind is not HitKind.AGENDA:
        return False
    others = (other for other in found if other.kind is not HitKind.AGENDA)
    return any(other.resident_id == one.resident_id and one.said in other.said for other in others)


def _hit(found: Found, text: str) -> Hit:
    code = "" if found.calling_name or not found.resident_id else found.code
    title = found.calling_name or (f"Inwoner {code}" if code else found.organisation or found.village)
    is_resident = found.kind is HitKind.RESIDENT
    snippet = _about(found) if is_resident else around(found.said, text)
    record_id = found.resident_id if is_resident else found.record_id
    return Hit(
        found.kind,
        record_id,
        found.resident_id,
        title,
        snippet,
        found.day,
        found.talk_id,
        code,
        found.organisation_id,
    )


def _about(found: Found) -> str:
    parts = (found.code if found.calling_name else "", found.village)
    return " · ".join(part for part in parts if part)


def around(said: str, text: str) -> str:
    """The words around the first place where something that was typed stands, on one line."""
    line = " ".join(said.split())
    if len(line) <= _SNIPPET:
        return line
    lowered = line.casefold()
    places = [lowered.find(word) for word in text.casefold().split()]
    first = min((place for place in places if place >= 0), default=0)
    start = 0 if first <= _BEFORE else line.rfind(" ", 0, first - _BEFORE) + 1
    end = line.rfind(" ", start, start + _SNIPPET) if len(line) - start > _SNIPPET else len(line)
    # one word that is longer than the snippet has no blank to end at
    end = end if end > first else start + _SNIPPET
    return f"{'…' if start else ''}{line[start:end]}{'…' if end < len(line) else ''}"
