"""Format 1.4: the audit log, the register of erasures, restricted cards, files kept after their term, and the bin.

The statements are frozen here and do not follow `tables.py`, which describes the newest format. Both logs stay
append-only by trigger. One thing may change in them: an erasure that stands in `erasure` may put a stand-in,
`gewist:<erasure id>:<mark>`, in the place of the ids of who was erased, and wipe the values in the operation log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.storage.migrations.step import Format, Info

if TYPE_CHECKING:
    from sqlalchemy import Connection

INFO = Info(Format(1, 4), program="0.2.0", summary="audit log and erasures")

_ERASED = "EXISTS (SELECT 1 FROM erasure WHERE {value} GLOB 'gewist:' || erasure.id || ':*')"


def _same(*columns: str) -> str:
    return " AND ".join(f"NEW.{column} IS OLD.{column}" for column in columns)


def _same_or_erased(column: str) -> str:
    erased = _ERASED.format(value=f"NEW.{column}")
    return f"(NEW.{column} IS OLD.{column} OR (OLD.{column} IS NOT NULL AND {erased}))"


_AUDIT_KEPT = _same(
    "seq", "at", "device", "kind", "subject_mark", "about_table", "about_mark", "fields", "detail", "mac"
)
_OP_KEPT = _same("seq", "device", "devseq", "hlc", "kind", "table_name", "field", "parents", "owner_id", "team_id")

_STATEMENTS = (
    "ALTER TABLE resident ADD COLUMN restricted_on TEXT",
    """
CREATE TABLE audit (
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    device TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT,
    subject_mark BLOB NOT NULL,
    about_table TEXT,
    about_id TEXT,
    about_mark BLOB NOT NULL,
    fields TEXT NOT NULL,
    detail TEXT NOT NULL,
    mac BLOB NOT NULL,
    CONSTRAINT pk_audit PRIMARY KEY (seq)
)
 STRICT
    """,
    "CREATE INDEX ix_audit_subject ON audit (subject)",
    """
CREATE TABLE erasure (
    id TEXT NOT NULL,
    mark BLOB NOT NULL,
    erased_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT pk_erasure PRIMARY KEY (id)
)
 STRICT
    """,
    f"""
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
WHEN NOT ({_AUDIT_KEPT} AND {_same_or_erased("subject")} AND {_same_or_erased("about_id")})
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END
    """,
    """
CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END
    """,
    """
CREATE TABLE keeping (
    id TEXT NOT NULL,
    resident_id TEXT NOT NULL,
    kept_on TEXT NOT NULL,
    until TEXT NOT NULL,
    reason TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    hlc TEXT NOT NULL,
    deleted_at TEXT,
    owner_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    CONSTRAINT pk_keeping PRIMARY KEY (id),
    CONSTRAINT fk_keeping_resident_id FOREIGN KEY(resident_id) REFERENCES resident (id)
)
 STRICT
    """,
    "CREATE INDEX ix_keeping_resident_id ON keeping (resident_id)",
    *(
        f"CREATE INDEX ix_{name}_deleted_at ON {name} (deleted_at) WHERE deleted_at IS NOT NULL"
        for name in (
            "resident",
            "conversation",
            "goal",
            "goal_step",
            "look_back",
            "follow_up",
            "short_contact",
            "meeting",
        )
    ),
    "DROP TRIGGER op_is_not_changed",
    f"""
CREATE TRIGGER op_is_not_changed BEFORE UPDATE ON op
WHEN NOT ({_OP_KEPT} AND NEW.value IS '"gewist"' AND {_ERASED.format(value="NEW.record_id")})
BEGIN SELECT RAISE(ABORT, 'the operation log is append-only'); END
    """,
)


def migrate(connection: Connection) -> None:
    """Add the tables, the column and the triggers. The log itself begins when the file is opened."""
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement.strip())
