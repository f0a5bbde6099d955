"""Values of the domain as plain JSON values and back; explicit, so that a renamed field is a visible decision."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from enum import StrEnum

Json = Any
"""What JSON knows: text, numbers, flags, lists, tables and `None`."""
Fields = dict[str, Json]
"""A record as column name → JSON value."""
Row = Mapping[Any, Any]
"""The same as it comes back: a row of the database or a JSON table."""

E = TypeVar("E", bound="StrEnum")


def utc_text(moment: datetime) -> str:
    """A time as `2026-11-21T14:05:00.000000Z`: text whose order is the order in time."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def utc_time(written: str) -> datetime:
    """The time that `utc_text` wrote."""
    return datetime.fromisoformat(written)


def maybe_utc_text(moment: datetime | None) -> str | None:
    """`utc_text`, or `None`."""
    return None if moment is None else utc_text(moment)


def maybe_utc_time(written: str | None) -> datetime | None:
    """`utc_time`, or `None`."""
    return None if written is None else utc_time(written)


def maybe_day_text(day: date | None) -> str | None:
    """A date as `2026-11-21`, or `None`."""
    return None if day is None else day.isoformat()


def maybe_day(written: str | None) -> date | None:
    """The date that `maybe_day_text` wrote, or `None`."""
    return None if written is None else date.fromisoformat(written)


def maybe_one(kind: type[E], written: str | None) -> E | None:
    """The member of an enumeration, or `None`."""
    return None if written is None else kind(written)


def without_blanks(fields: Fields) -> Fields:
    """The fields that say something; parts of a conversation are mostly empty, and stored thousands of times."""
    return {name: value for name, value in fields.items() if value not in (None, "", False)}
