"""What every table is made with: the names of constraints, the kinds of columns, and the stamps of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, LargeBinary, MetaData, Table, Text, text

from spinnenweb.storage.column_types import Flag, JsonText

if TYPE_CHECKING:
    from sqlalchemy.types import TypeEngine

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
ALIVE = text("deleted_at IS NULL")
PUT_AWAY = text("deleted_at IS NOT NULL")


def text_column(name: str) -> Column[Any]:
    """Text that is always there."""
    return Column(name, Text, nullable=False)


def maybe_column(name: str) -> Column[Any]:
    """Text, or nothing."""
    return Column(name, Text)


def json_column(name: str) -> Column[Any]:
    """A JSON value that is always there."""
    return Column(name, JsonText, nullable=False)


def bytes_column(name: str) -> Column[Any]:
    """Bytes that are always there."""
    return Column(name, LargeBinary, nullable=False)


def flag_column(name: str) -> Column[Any]:
    """Yes or no."""
    return Column(name, Flag, nullable=False)


def later_column(name: str, kind: type[TypeEngine[Any]], default: str) -> Column[Any]:
    """A column that came in a later format; `default` is SQL, for rows that were there and older programs."""
    return Column(name, kind, nullable=False, server_default=text(default))


def record_table(name: str, *columns: Column[Any], later: tuple[Column[Any], ...] = ()) -> Table:
    """A table of records: an id, its columns, and what cannot be added later (reference/security.md 4.2)."""
    stamps = (text_column("created_at"), text_column("updated_at"), text_column("hlc"), maybe_column("deleted_at"))
    return Table(
        name,
        metadata,
        Column("id", Text, primary_key=True),
        *columns,
        *stamps,
        text_column("owner_id"),
        text_column("team_id"),
        *later,
        sqlite_strict=True,
    )
