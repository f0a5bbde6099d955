"""The tables of a team of laptops as SQLAlchemy sees them; they belong with those in `tables.py`."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, Table, Text

from spinnenweb.storage.tables import metadata

team_self = Table(
    "team_self",
    metadata,
    Column("id", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("sign_seed", LargeBinary, nullable=False),
    Column("identity", Text, nullable=False),
    Column("team", Text, nullable=False),
    Column("team_name", Text, nullable=False),
    Column("team_key", LargeBinary, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("coordinator", Text, nullable=False),
    Column("last_order", Integer, nullable=False),
    sqlite_strict=True,
)
"""This vault in its team of laptops, with its secrets; one row or none, and in no log."""

team_laptop = Table(
    "team_laptop",
    metadata,
    Column("verify_key", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    sqlite_strict=True,
)
"""The laptops a coordinator took in."""

contribution = Table(
    "contribution",
    metadata,
    Column("laptop", Text, primary_key=True),
    Column("send_order", Integer, nullable=False),
    Column("until", Text, nullable=False),
    Column("taken_on", Text, nullable=False),
    Column("people", Integer, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""The last contribution of each laptop; `body` is compressed."""

team_link = Table(
    "team_link",
    metadata,
    Column("number", Text, primary_key=True),
    Column("person", Text, nullable=False),
    sqlite_strict=True,
)
"""Which numbers of residents are one in the ledger, in hexadecimal."""
