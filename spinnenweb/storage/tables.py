"""The tables as SQLAlchemy sees them. The migrations make them; a test holds the two equal.

Every record row carries what cannot be added later (reference/security.md 4.2): an id made by the client, UTC
times, a hybrid logical clock, a tombstone, and the owner and team.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from spinnenweb.storage.column_types import Flag, JsonText

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

STAMPS = ("created_at", "updated_at", "hlc", "deleted_at", "owner_id", "team_id")
"""Columns of every record row that are not fields of the record."""

_ALIVE = text("deleted_at IS NULL")


def _text(name: str) -> Column[Any]:
    return Column(name, Text, nullable=False)


def _maybe(name: str) -> Column[Any]:
    return Column(name, Text)


def _json(name: str) -> Column[Any]:
    return Column(name, JsonText, nullable=False)


def _flag(name: str) -> Column[Any]:
    return Column(name, Flag, nullable=False)


def _record(name: str, *columns: Column[Any]) -> Table:
    stamps = (_text("created_at"), _text("updated_at"), _text("hlc"), _maybe("deleted_at"))
    return Table(
        name,
        metadata,
        Column("id", Text, primary_key=True),
        *columns,
        *stamps,
        _text("owner_id"),
        _text("team_id"),
        sqlite_strict=True,
    )


village = _record(
    "village",
    _text("name"),
    _text("name_key"),
    _json("cbs_codes"),
)
Index("uq_village_name_key", village.c.name_key, unique=True, sqlite_where=_ALIVE)

resident = _record(
    "resident",
    _text("code"),
    _text("code_key"),
    _text("calling_name"),
    _text("search_name"),
    Column("village_id", ForeignKey("village.id")),
    Column("birth_year", Integer),
    _maybe("age_band"),
    _text("language"),
    _text("level"),
    _text("address"),
    _flag("ready_for_visit"),
)
Index("uq_resident_code_key", resident.c.code_key, unique=True, sqlite_where=_ALIVE)
Index(None, resident.c.village_id)

consent = _record(
    "consent",
    Column("resident_id", ForeignKey("resident.id"), nullable=False),
    _text("purpose"),
    _text("answer"),
    _text("given_on"),
    _text("recorded_at"),
    _text("way"),
    _text("answered_by"),
    _text("text_version"),
    _text("language"),
    _text("level"),
    _text("receiver"),
    _json("fields"),
    _maybe("until"),
)
Index(None, consent.c.resident_id)
Index(None, consent.c.purpose)

conversation = _record(
    "conversation",
    Column("resident_id", ForeignKey("resident.id"), nullable=False),
    _text("held_on"),
    _text("instrument_id"),
    Column("instrument_version", Integer, nullable=False),
    _text("mode"),
    _text("scale"),
    _json("switched_on"),
    _json("dimensions"),
    _json("aspects"),
    _json("themes"),
    _flag("no_themes"),
    _json("matters"),
    _maybe("wants_change"),
    _text("step_what"),
    _text("step_when"),
    _text("step_with"),
    _maybe("step_sure"),
    _maybe("return_on"),
    _text("note"),
    _text("source"),
    _maybe("started_at"),
    _maybe("finished_at"),
    _text("worker"),
)
Index(None, conversation.c.resident_id, conversation.c.held_on, conversation.c.finished_at)
Index(None, conversation.c.held_on, conversation.c.finished_at)

setting = _record(
    "setting",
    _text("name"),
    Column("value", JsonText),
)
Index("uq_setting_name", setting.c.name, unique=True, sqlite_where=_ALIVE)

draft = Table(
    "draft",
    metadata,
    Column("id", Text, primary_key=True),
    _text("saved_at"),
    _json("payload"),
    _text("created_at"),
    _text("owner_id"),
    _text("team_id"),
    sqlite_strict=True,
)

op = Table(
    "op",
    metadata,
    Column("seq", Integer, primary_key=True),
    _text("device"),
    Column("devseq", Integer, nullable=False),
    _text("hlc"),
    _text("kind"),
    _text("table_name"),
    _text("record_id"),
    _maybe("field"),
    Column("value", JsonText),
    _json("parents"),
    _text("owner_id"),
    _text("team_id"),
    UniqueConstraint("device", "devseq"),
    CheckConstraint("kind IN ('create', 'update', 'tombstone')", name="kind"),
    sqlite_strict=True,
)
Index(None, op.c.hlc)
Index(None, op.c.record_id)

app_meta = Table(
    "app_meta",
    metadata,
    Column("name", Text, primary_key=True),
    _text("value"),
    sqlite_strict=True,
)
