"""The tables of a team of laptops as SQLAlchemy sees them; they belong with those in `tables.py`."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, Text

from spinnenweb.storage.table_parts import bytes_column, metadata, text_column

team_self = Table(
    "team_self",
    metadata,
    Column("id", Text, primary_key=True),
    text_column("role"),
    text_column("name"),
    bytes_column("sign_seed"),
    text_column("identity"),
    text_column("team"),
    text_column("team_name"),
    bytes_column("team_key"),
    text_column("recipient"),
    text_column("coordinator"),
    Column("last_order", Integer, nullable=False),
    sqlite_strict=True,
)
"""This vault in its team of laptops, with its secrets; one row or none, and in no log."""

team_laptop = Table(
    "team_laptop",
    metadata,
    Column("verify_key", Text, primary_key=True),
    text_column("name"),
    text_column("recipient"),
    sqlite_strict=True,
)
"""The laptops a coordinator took in."""

contribution = Table(
    "contribution",
    metadata,
    Column("laptop", Text, primary_key=True),
    Column("send_order", Integer, nullable=False),
    text_column("until"),
    text_column("taken_on"),
    Column("people", Integer, nullable=False),
    bytes_column("digest"),
    bytes_column("body"),
    sqlite_strict=True,
)
"""The last contribution of each laptop; `body` is compressed."""

team_link = Table(
    "team_link",
    metadata,
    Column("number", Text, primary_key=True),
    text_column("person"),
    sqlite_strict=True,
)
"""Which numbers of residents are one in the ledger, in hexadecimal."""
