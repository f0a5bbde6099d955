"""Format 1.3: short talks with a resident, how someone likes to answer, own instruments, wider searching.

The statements are frozen here and do not follow `tables.py` and `search_store.py`, which describe the newest
format. An older program still writes residents, short talks and search lines in this file: every new column has a
default or may be empty, and a kind of line it does not know stands there as a note.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from spinnenweb.storage.migrations.step import Format, Info
from spinnenweb.storage.text_keys import searched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

INFO = Info(Format(1, 3), program="0.2.0", summary="short talks with a resident, own instruments, wider searching")

_COLUMNS = (
    "resident ADD COLUMN way TEXT NOT NULL DEFAULT 'knoppen'",
    "short_contact ADD COLUMN resident_id TEXT CONSTRAINT fk_short_contact_resident_id REFERENCES resident (id)",
    "short_contact ADD COLUMN tell_back INTEGER NOT NULL DEFAULT 0",
)

_STATEMENTS = (
    "CREATE INDEX ix_short_contact_resident_id ON short_contact (resident_id)",
    """
CREATE TABLE own_instrument (
    id TEXT NOT NULL,
    instrument_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    active INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_own_instrument PRIMARY KEY (id)
)
 STRICT
    """,
    "CREATE UNIQUE INDEX uq_own_instrument_instrument_id_version ON own_instrument (instrument_id, version) "
    "WHERE deleted_at IS NULL",
    "DROP TABLE search_text",
    """
CREATE VIRTUAL TABLE search_text USING fts5(
    words, said UNINDEXED, kind UNINDEXED, record_id UNINDEXED, resident_id UNINDEXED, talk_id UNINDEXED,
    exact UNINDEXED, prefix = '1 2 3 4', tokenize = 'unicode61'
)
    """,
    # without it FTS5 only marks words as gone, and they stay in the file (reference/security.md, real deletion)
    "INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1)",
)

_RESIDENTS_FROM = 1 << 60
_ONE_DAY = 1 << 32
_OLD_LINES = "SELECT rowid, said, kind, kind, record_id, resident_id, talk_id FROM search_text ORDER BY rowid"
_LAST_NUMBERS = "SELECT line / ?, max(line) FROM search_line WHERE line < ? GROUP BY 1"
_DISAGREEMENTS = """
SELECT id, resident_id, held_on, disagreements FROM conversation
WHERE deleted_at IS NULL AND disagreements <> '[]'
"""
_OTHERS = """
SELECT told_on, words, 'look_back', id, resident_id, coalesce(conversation_id, '') FROM look_back
WHERE deleted_at IS NULL
UNION ALL SELECT held_on, line, 'contact', id, '', '' FROM short_contact WHERE deleted_at IS NULL
UNION ALL SELECT held_on, line, 'meeting', id, '', '' FROM meeting WHERE deleted_at IS NULL
UNION ALL SELECT due, what, 'agenda', id, coalesce(resident_id, ''), '' FROM follow_up
WHERE deleted_at IS NULL AND done_on IS NULL
"""
_TEXT = """
INSERT INTO search_text (rowid, words, said, kind, exact, record_id, resident_id, talk_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""


class _Line(NamedTuple):
    number: int
    said: str
    kind: str
    exact: str
    record_id: str
    resident_id: str
    talk_id: str


def migrate(connection: Connection) -> None:
    """Add the columns and the tables, and fill the index anew: what was searched, and what was not yet."""
    old = [_Line(*row) for row in connection.exec_driver_sql(_OLD_LINES)]
    for addition in _COLUMNS:
        connection.exec_driver_sql(f"ALTER TABLE {addition}")
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement.strip())
    new = list(_numbered(connection))
    if new:
        places = [(line.number, line.record_id) for line in new]
        connection.exec_driver_sql("INSERT INTO search_line (line, record_id) VALUES (?, ?)", places)
    # in rising order: FTS5 writes a piece of its index to the file every time a number falls
    if rows := [(line.number, searched(line.said), *line[1:]) for line in sorted([*old, *new])]:
        connection.exec_driver_sql(_TEXT, rows)


def _numbered(connection: Connection) -> Iterator[_Line]:
    free: dict[int, int] = defaultdict(int)
    for day, last in connection.exec_driver_sql(_LAST_NUMBERS, (_ONE_DAY, _RESIDENTS_FROM)):
        free[day] = last % _ONE_DAY + 1
    for day, said, exact, *about in (*_disagreements(connection), *connection.exec_driver_sql(_OTHERS)):
        if said.strip():
            ordinal = date.fromisoformat(day).toordinal()
            yield _Line(ordinal * _ONE_DAY + free[ordinal], said, "note", exact, *about)
            free[ordinal] += 1


def _disagreements(connection: Connection) -> Iterator[tuple[str, str, str, str, str, str]]:
    for talk_id, resident_id, day, found in connection.exec_driver_sql(_DISAGREEMENTS):
        for entry in json.loads(found):
            yield day, entry.get("words", ""), "disagreement", talk_id, resident_id, talk_id
