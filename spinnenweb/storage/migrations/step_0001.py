"""Format 1.0: villages, residents, consents, conversations, settings, drafts and the operation log.

The statements are frozen here and do not follow `tables.py`, which describes the newest format.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.storage.migrations.step import Format, Info

if TYPE_CHECKING:
    from sqlalchemy import Connection

INFO = Info(Format(1, 0), program="0.1.0", summary="the first format")

_STATEMENTS = (
    """
CREATE TABLE app_meta (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_app_meta PRIMARY KEY (name)
)
 STRICT
    """,
    """
CREATE TABLE village (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    cbs_codes TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_village PRIMARY KEY (id)
)
 STRICT
    """,
    "CREATE UNIQUE INDEX uq_village_name_key ON village (name_key) WHERE deleted_at IS NULL",
    """
CREATE TABLE resident (
    id TEXT NOT NULL,
    code TEXT NOT NULL,
    code_key TEXT NOT NULL,
    calling_name TEXT NOT NULL,
    search_name TEXT NOT NULL,
    village_id TEXT,
    birth_year INTEGER,
    age_band TEXT,
    language TEXT NOT NULL,
    level TEXT NOT NULL,
    address TEXT NOT NULL,
    ready_for_visit INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_resident PRIMARY KEY (id),
    CONSTRAINT fk_resident_village_id FOREIGN KEY(village_id) REFERENCES village (id)
)
 STRICT
    """,
    "CREATE INDEX ix_resident_village_id ON resident (village_id)",
    "CREATE UNIQUE INDEX uq_resident_code_key ON resident (code_key) WHERE deleted_at IS NULL",
    """
CREATE TABLE consent (
    id TEXT NOT NULL,
    resident_id TEXT NOT NULL,
    purpose TEXT NOT NULL,
    answer TEXT NOT NULL,
    given_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    way TEXT NOT NULL,
    answered_by TEXT NOT NULL,
    text_version TEXT NOT NULL,
    language TEXT NOT NULL,
    level TEXT NOT NULL,
    receiver TEXT NOT NULL,
    fields TEXT NOT NULL,
    until TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_consent PRIMARY KEY (id),
    CONSTRAINT fk_consent_resident_id FOREIGN KEY(resident_id) REFERENCES resident (id)
)
 STRICT
    """,
    "CREATE INDEX ix_consent_purpose ON consent (purpose)",
    "CREATE INDEX ix_consent_resident_id ON consent (resident_id)",
    """
CREATE TABLE conversation (
    id TEXT NOT NULL,
    resident_id TEXT NOT NULL,
    held_on TEXT NOT NULL,
    instrument_id TEXT NOT NULL,
    instrument_version INTEGER NOT NULL,
    mode TEXT NOT NULL,
    scale TEXT NOT NULL,
    switched_on TEXT NOT NULL,
    dimensions TEXT NOT NULL,
    aspects TEXT NOT NULL,
    themes TEXT NOT NULL,
    no_themes INTEGER NOT NULL,
    matters TEXT NOT NULL,
    wants_change TEXT,
    step_what TEXT NOT NULL,
    step_when TEXT NOT NULL,
    step_with TEXT NOT NULL,
    step_sure TEXT,
    return_on TEXT,
    note TEXT NOT NULL,
    source TEXT NOT NULL,
    started_at TEXT,
    finished_at TEXT,
    worker TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_conversation PRIMARY KEY (id),
    CONSTRAINT fk_conversation_resident_id FOREIGN KEY(resident_id) REFERENCES resident (id)
)
 STRICT
    """,
    "CREATE INDEX ix_conversation_held_on_finished_at ON conversation (held_on, finished_at)",
    "CREATE INDEX ix_conversation_resident_id_held_on_finished_at "
    "ON conversation (resident_id, held_on, finished_at)",
    """
CREATE TABLE setting (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (id)
)
 STRICT
    """,
    "CREATE UNIQUE INDEX uq_setting_name ON setting (name) WHERE deleted_at IS NULL",
    """
CREATE TABLE draft (
    id TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    payload TEXT NOT NULL,
    created_at TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_draft PRIMARY KEY (id)
)
 STRICT
    """,
    """
CREATE TABLE op (
    seq INTEGER NOT NULL,
    device TEXT NOT NULL,
    devseq INTEGER NOT NULL,
    hlc TEXT NOT NULL,
    kind TEXT NOT NULL,
    table_name TEXT NOT NULL,
    record_id TEXT NOT NULL,
    field TEXT,
    value TEXT,
    parents TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_op PRIMARY KEY (seq),
    CONSTRAINT uq_op_device_devseq UNIQUE (device, devseq),
    CONSTRAINT ck_op_kind CHECK (kind IN ('create', 'update', 'tombstone'))
)
 STRICT
    """,
    "CREATE INDEX ix_op_hlc ON op (hlc)",
    "CREATE INDEX ix_op_record_id ON op (record_id)",
    """
CREATE TRIGGER op_is_not_changed BEFORE UPDATE ON op
BEGIN SELECT RAISE(ABORT, 'the operation log is append-only'); END
    """,
    """
CREATE TRIGGER op_is_not_removed BEFORE DELETE ON op
BEGIN SELECT RAISE(ABORT, 'the operation log is append-only'); END
    """,
)


def migrate(connection: Connection) -> None:
    """Make the tables in an empty file."""
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement.strip())
