"""Format 1.2: searching in words, and two cards of one person seen as one.

Statements and filling are frozen here and do not follow `tables.py` and `search_store.py`, which describe the
newest format. Of what was written before, everything that has words becomes searchable.
"""

from __future__ import annotations

import json
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from spinnenweb.storage.migrations.step import Format, Info
from spinnenweb.storage.text_keys import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, RowMapping

INFO = Info(Format(1, 2), program="0.1.0", summary="searching and merging")

_STATEMENTS = (
    """
CREATE TABLE merge (
    id TEXT NOT NULL,
    kept_id TEXT NOT NULL,
    other_id TEXT NOT NULL,
    merged_on TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_merge PRIMARY KEY (id),
    CONSTRAINT fk_merge_kept_id FOREIGN KEY(kept_id) REFERENCES resident (id),
    CONSTRAINT fk_merge_other_id FOREIGN KEY(other_id) REFERENCES resident (id)
)
 STRICT
    """,
    "CREATE INDEX ix_merge_kept_id ON merge (kept_id)",
    "CREATE UNIQUE INDEX uq_merge_other_id ON merge (other_id) WHERE deleted_at IS NULL",
    """
CREATE TABLE alias (
    other_id TEXT NOT NULL,
    kept_id TEXT NOT NULL,
    CONSTRAINT pk_alias PRIMARY KEY (other_id)
)
 STRICT
    """,
    "CREATE INDEX ix_alias_kept_id ON alias (kept_id)",
    """
CREATE TABLE search_line (
    line INTEGER NOT NULL,
    record_id TEXT NOT NULL,
    CONSTRAINT pk_search_line PRIMARY KEY (line)
)
 STRICT
    """,
    "CREATE INDEX ix_search_line_record_id ON search_line (record_id)",
    """
CREATE VIRTUAL TABLE search_text USING fts5(
    words, said UNINDEXED, kind UNINDEXED, record_id UNINDEXED, resident_id UNINDEXED, talk_id UNINDEXED,
    prefix = '1 2 3', tokenize = 'unicode61'
)
    """,
    # without it FTS5 only marks words as gone, and they stay in the file (reference/security.md, real deletion)
    "INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1)",
)

_RESIDENTS_FROM = 1 << 60
_ONE_DAY = 1 << 32
_LAST_TALKS = """
SELECT resident.id, resident.calling_name, resident.code, max(conversation.held_on) FROM resident
LEFT JOIN conversation ON conversation.resident_id = resident.id AND conversation.deleted_at IS NULL
WHERE resident.deleted_at IS NULL GROUP BY resident.id
"""
_TALKS = """
SELECT id, resident_id, held_on, note, noticed, gift, step_what, step_when, step_with, dimensions, matters
FROM conversation WHERE deleted_at IS NULL
"""
_GOALS = "SELECT id, resident_id, conversation_id, made_on, words FROM goal WHERE deleted_at IS NULL"
_STEPS = """
SELECT id, resident_id, conversation_id, made_on, what, when_said, with_whom FROM goal_step
WHERE deleted_at IS NULL
"""
_TEXT = """
INSERT INTO search_text (rowid, words, said, kind, record_id, resident_id, talk_id)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""


class _Line(NamedTuple):
    start: int
    said: str
    kind: str
    record_id: str
    resident_id: str
    talk_id: str = ""


def migrate(connection: Connection) -> None:
    """Add the tables and make searchable what is there."""
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement.strip())
    found = (line for read in (_residents, _talks, _goals, _steps) for line in read(connection))
    numbered = list(_numbered(line for line in found if line.said.strip()))
    if numbered:
        places = [(number, line.record_id) for number, line in numbered]
        connection.exec_driver_sql("INSERT INTO search_line (line, record_id) VALUES (?, ?)", places)
        rows = [(number, " ".join(words(line.said)), *line[1:]) for number, line in numbered]
        connection.exec_driver_sql(_TEXT, rows)


def _numbered(lines: Iterator[_Line]) -> Iterator[tuple[int, _Line]]:
    in_time = sorted(lines, key=lambda line: line.start)
    for start, one_day in groupby(in_time, key=lambda line: line.start):
        yield from enumerate(one_day, start)


def _residents(connection: Connection) -> Iterator[_Line]:
    for resident_id, name, code, last in connection.exec_driver_sql(_LAST_TALKS):
        start = _RESIDENTS_FROM + (_start(last) if last else 0)
        yield _Line(start, f"{name} {code}", "resident", resident_id, resident_id)


def _talks(connection: Connection) -> Iterator[_Line]:
    for row in connection.exec_driver_sql(_TALKS).mappings():
        notes = [row["note"], row["noticed"], row["gift"]]
        notes += [entry.get("note", "") for entry in json.loads(row["dimensions"])]
        about = (row["id"], row["resident_id"], row["id"])
        yield from (_Line(_start(row["held_on"]), note, "note", *about) for note in notes)
        yield _Line(_start(row["held_on"]), _step(row, "step_what", "step_when", "step_with"), "step", *about)
        matters = (entry.get("words", "") for entry in json.loads(row["matters"]))
        yield from (_Line(_start(row["held_on"]), said, "goal", *about) for said in matters)


def _goals(connection: Connection) -> Iterator[_Line]:
    for goal_id, resident_id, talk_id, day, said in connection.exec_driver_sql(_GOALS):
        yield _Line(_start(day), said, "goal", goal_id, resident_id, talk_id or "")


def _steps(connection: Connection) -> Iterator[_Line]:
    for row in connection.exec_driver_sql(_STEPS).mappings():
        said = _step(row, "what", "when_said", "with_whom")
        about = (row["id"], row["resident_id"], row["conversation_id"] or "")
        yield _Line(_start(row["made_on"]), said, "step", *about)


def _start(day: str) -> int:
    return date.fromisoformat(day).toordinal() * _ONE_DAY


def _step(row: RowMapping, *parts: str) -> str:
    return ", ".join(row[part] for part in parts if row[part])
