"""Format 1.5: the series of releases, its ledger, and the random numbers under which residents count.

The statements are frozen here and do not follow `tables.py`, which describes the newest format.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.storage.migrations.step import Format, Info
from spinnenweb.storage.migrations.team_tables import TEAM_STATEMENTS

if TYPE_CHECKING:
    from sqlalchemy import Connection

INFO = Info(Format(1, 5), program="0.2.0", summary="releases with a ledger")

_STATEMENTS = (
    """
CREATE TABLE release_series (
    one INTEGER NOT NULL,
    secret BLOB NOT NULL,
    digest BLOB NOT NULL,
    numbered INTEGER NOT NULL,
    seal_due INTEGER NOT NULL,
    CONSTRAINT pk_release_series PRIMARY KEY (one),
    CONSTRAINT ck_release_series_one CHECK (one = 1)
)
 STRICT
    """,
    """
CREATE TABLE release_ledger (
    name TEXT NOT NULL,
    body BLOB NOT NULL,
    CONSTRAINT pk_release_ledger PRIMARY KEY (name)
)
 STRICT
    """,
    """
CREATE TABLE release_village (
    village_id TEXT NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_release_village PRIMARY KEY (village_id)
)
 STRICT
    """,
    """
CREATE TABLE release_record (
    number INTEGER NOT NULL,
    month TEXT NOT NULL,
    villages TEXT NOT NULL,
    previous TEXT NOT NULL,
    manifest TEXT NOT NULL,
    made_on TEXT NOT NULL,
    summary TEXT NOT NULL,
    files BLOB NOT NULL,
    CONSTRAINT pk_release_record PRIMARY KEY (number)
)
 STRICT
    """,
    """
CREATE TABLE release_pending (
    number INTEGER NOT NULL,
    folder TEXT NOT NULL,
    before BLOB NOT NULL,
    CONSTRAINT pk_release_pending PRIMARY KEY (number)
)
 STRICT
    """,
    """
CREATE TABLE count_number (
    card_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    salt BLOB NOT NULL,
    CONSTRAINT pk_count_number PRIMARY KEY (card_id)
)
 STRICT
    """,
    """
CREATE TABLE count_household (
    household_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    CONSTRAINT pk_count_household PRIMARY KEY (household_id)
)
 STRICT
    """,
)


def migrate(connection: Connection) -> None:
    """Add the tables; the series begins with the first release."""
    for statement in (*_STATEMENTS, *TEAM_STATEMENTS):
        connection.exec_driver_sql(statement.strip())
