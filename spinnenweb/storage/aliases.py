"""The part of a query that sees merged cards as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, func, literal, or_, select

from spinnenweb.storage import tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement

_alias = tables.alias.c


def kept(resident_id: ColumnElement[Any]) -> ColumnElement[Any]:
    """The card under which a resident is found now."""
    other = select(_alias.kept_id).where(_alias.other_id == resident_id).scalar_subquery()
    return func.coalesce(other, resident_id)


def not_merged(resident_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether a card stands on its own or has taken others in."""
    return ~exists().where(_alias.other_id == resident_id)


def belongs_to(column: ColumnElement[Any], resident_id: str) -> ColumnElement[bool]:
    """Whether a record is of the person on this card, under whichever of their cards it was written."""
    root = kept(literal(resident_id))
    return or_(column == root, column.in_(select(_alias.other_id).where(_alias.kept_id == root)))


def belongs(column: ColumnElement[Any], resident_ids: Iterable[str]) -> ColumnElement[bool]:
    """The same for many cards at once, none of them merged itself."""
    ids = list(resident_ids)
    return or_(column.in_(ids), column.in_(select(_alias.other_id).where(_alias.kept_id.in_(ids))))
