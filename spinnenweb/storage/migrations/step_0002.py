"""Format 1.1: goals, steps, look-backs, follow-ups, short talks, meetings, and what a talk together adds.

The statements are frozen here and do not follow `tables.py`, which describes the newest format. An older program
still writes residents and conversations in this file, so every new column has a default. What was last agreed with
each resident is written down once more as a step and a follow-up, so that nothing that was promised is forgotten.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from sqlalchemy import column, insert, table

from spinnenweb.storage.migrations.step import Format, Info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, RowMapping

INFO = Info(Format(1, 1), program="0.1.0", summary="goals, agenda and contacts")

_COLUMNS = (
    "resident ADD COLUMN household_id TEXT",
    "resident ADD COLUMN instrument_id TEXT NOT NULL DEFAULT 'volwassenen'",
    "resident ADD COLUMN instrument_version INTEGER NOT NULL DEFAULT 2",
    "resident ADD COLUMN scale TEXT NOT NULL DEFAULT 'cijfers'",
    "conversation ADD COLUMN step_confidence INTEGER",
    "conversation ADD COLUMN noticed TEXT NOT NULL DEFAULT ''",
    "conversation ADD COLUMN gift TEXT NOT NULL DEFAULT ''",
    "conversation ADD COLUMN signals TEXT NOT NULL DEFAULT '[]'",
    "conversation ADD COLUMN via TEXT NOT NULL DEFAULT ''",
    "conversation ADD COLUMN tell_back INTEGER NOT NULL DEFAULT 0",
    "conversation ADD COLUMN subject_order TEXT NOT NULL DEFAULT '[]'",
    "conversation ADD COLUMN disagreements TEXT NOT NULL DEFAULT '[]'",
)

_STATEMENTS = (
    "CREATE INDEX ix_resident_household_id ON resident (household_id)",
    """
CREATE TABLE goal (
    id TEXT NOT NULL,
    resident_id TEXT NOT NULL,
    conversation_id TEXT,
    words TEXT NOT NULL,
    state TEXT NOT NULL,
    made_on TEXT NOT NULL,
    closed_on TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_goal PRIMARY KEY (id),
    CONSTRAINT fk_goal_resident_id FOREIGN KEY(resident_id) REFERENCES resident (id)
)
 STRICT
    """,
    "CREATE INDEX ix_goal_resident_id ON goal (resident_id)",
    """
CREATE TABLE goal_step (
    id TEXT NOT NULL,
    resident_id TEXT NOT NULL,
    goal_id TEXT,
    conversation_id TEXT,
    what TEXT NOT NULL,
    when_said TEXT NOT NULL,
    with_whom TEXT NOT NULL,
    sure TEXT,
    confidence INTEGER,
    state TEXT NOT NULL,
    made_on TEXT NOT NULL,
    due TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_goal_step PRIMARY KEY (id),
    CONSTRAINT fk_goal_step_resident_id FOREIGN KEY(resident_id) REFERENCES resident (id),
    CONSTRAINT fk_goal_step_goal_id FOREIGN KEY(goal_id) REFERENCES goal (id)
)
 STRICT
    """,
    "CREATE INDEX ix_goal_step_conversation_id ON goal_step (conversation_id)",
    "CREATE INDEX ix_goal_step_resident_id ON goal_step (resident_id)",
    """
CREATE TABLE look_back (
    id TEXT NOT NULL,
    resident_id TEXT NOT NULL,
    step_id TEXT,
    goal_id TEXT,
    conversation_id TEXT,
    told_on TEXT NOT NULL,
    state TEXT NOT NULL,
    words TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_look_back PRIMARY KEY (id),
    CONSTRAINT fk_look_back_resident_id FOREIGN KEY(resident_id) REFERENCES resident (id),
    CONSTRAINT fk_look_back_step_id FOREIGN KEY(step_id) REFERENCES goal_step (id),
    CONSTRAINT fk_look_back_goal_id FOREIGN KEY(goal_id) REFERENCES goal (id)
)
 STRICT
    """,
    "CREATE INDEX ix_look_back_resident_id ON look_back (resident_id)",
    """
CREATE TABLE follow_up (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    about_id TEXT NOT NULL,
    resident_id TEXT,
    what TEXT NOT NULL,
    due TEXT NOT NULL,
    at_time TEXT NOT NULL,
    done_on TEXT,
    sequence INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_follow_up PRIMARY KEY (id),
    CONSTRAINT fk_follow_up_resident_id FOREIGN KEY(resident_id) REFERENCES resident (id)
)
 STRICT
    """,
    "CREATE INDEX ix_follow_up_about_id ON follow_up (about_id)",
    "CREATE INDEX ix_follow_up_open_due ON follow_up (due) WHERE done_on IS NULL AND deleted_at IS NULL",
    "CREATE INDEX ix_follow_up_resident_id ON follow_up (resident_id)",
    """
CREATE TABLE short_contact (
    id TEXT NOT NULL,
    village_id TEXT,
    held_on TEXT NOT NULL,
    themes TEXT NOT NULL,
    line TEXT NOT NULL,
    via TEXT NOT NULL,
    follow_up_on TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_short_contact PRIMARY KEY (id),
    CONSTRAINT fk_short_contact_village_id FOREIGN KEY(village_id) REFERENCES village (id)
)
 STRICT
    """,
    "CREATE INDEX ix_short_contact_held_on ON short_contact (held_on)",
    """
CREATE TABLE meeting (
    id TEXT NOT NULL,
    village_id TEXT,
    held_on TEXT NOT NULL,
    people INTEGER NOT NULL,
    themes TEXT NOT NULL,
    line TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_meeting PRIMARY KEY (id),
    CONSTRAINT fk_meeting_village_id FOREIGN KEY(village_id) REFERENCES village (id)
)
 STRICT
    """,
    "CREATE INDEX ix_meeting_held_on ON meeting (held_on)",
)


_DEVICE = "format-1.1"
_NAMES = UUID("01a1f000-0000-7000-8000-000000000011")
"""Made once: the same conversation gives the same ids on every laptop."""

_LAST_TALKS = """
SELECT * FROM (
    SELECT held.*, row_number() OVER (
        PARTITION BY held.resident_id ORDER BY held.held_on DESC, held.finished_at DESC, held.id DESC
    ) AS place
    FROM conversation AS held JOIN resident ON resident.id = held.resident_id
    WHERE held.deleted_at IS NULL AND held.finished_at IS NOT NULL AND resident.deleted_at IS NULL
)
WHERE place = 1 AND (return_on IS NOT NULL OR step_what <> '')
ORDER BY id
"""


def migrate(connection: Connection) -> None:
    """Add the columns and the tables, and bring over what was last agreed."""
    for addition in _COLUMNS:
        connection.exec_driver_sql(f"ALTER TABLE {addition}")
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement.strip())
    talks = connection.exec_driver_sql(_LAST_TALKS).mappings().all()
    agreed = [one for talk in talks for one in _agreed(talk)]
    for devseq, (name, fields, talk) in enumerate(agreed, 1):
        _insert(connection, name, {**fields, **_stamps(talk)})
        _insert(connection, "op", _operation(devseq, name, fields, talk))


def _agreed(talk: RowMapping) -> Iterator[tuple[str, dict[str, Any], RowMapping]]:
    if talk["step_what"]:
        yield "goal_step", _step(talk), talk
    if talk["return_on"] is not None:
        yield "follow_up", _follow_up(talk), talk


def _step(talk: RowMapping) -> dict[str, Any]:
    return {
        "id": str(uuid5(_NAMES, f"goal_step/{talk['id']}")),
        "resident_id": talk["resident_id"],
        "goal_id": None,
        "conversation_id": talk["id"],
        "what": talk["step_what"],
        "when_said": talk["step_when"],
        "with_whom": talk["step_with"],
        "sure": talk["step_sure"],
        "confidence": None,
        "state": "open",
        "made_on": talk["held_on"],
        "due": None,
    }


def _follow_up(talk: RowMapping) -> dict[str, Any]:
    return {
        "id": str(uuid5(_NAMES, f"follow_up/{talk['id']}")),
        "kind": "gesprek",
        "about_id": talk["id"],
        "resident_id": talk["resident_id"],
        "what": " ".join(talk["step_what"].split()),
        "due": talk["return_on"],
        "at_time": "",
        "done_on": None,
        "sequence": 0,
    }


def _stamps(talk: RowMapping) -> dict[str, Any]:
    names = ("created_at", "updated_at", "hlc", "owner_id", "team_id")
    return {"deleted_at": None, **{name: talk[name] for name in names}}


def _operation(devseq: int, name: str, fields: dict[str, Any], talk: RowMapping) -> dict[str, Any]:
    return {
        "device": _DEVICE,
        "devseq": devseq,
        "hlc": talk["hlc"],
        "kind": "create",
        "table_name": name,
        "record_id": fields["id"],
        "field": None,
        "value": json.dumps(fields, ensure_ascii=False, separators=(",", ":")),
        "parents": "[]",
        "owner_id": talk["owner_id"],
        "team_id": talk["team_id"],
    }


def _insert(connection: Connection, name: str, columns: dict[str, Any]) -> None:
    connection.execute(insert(table(name, *map(column, columns))), columns)
