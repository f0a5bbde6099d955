"""What goes along with a record when it is put away, taken back or erased: everything that is only about it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from spinnenweb.storage import tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import ColumnElement, Connection, Table

    from spinnenweb.storage.forms import Row

Bundle = dict[str, set[str]]
"""Ids by the name of their table."""
_IDS_AT_ONCE = 500
WHOSE = "resident_id"
RESIDENT = tables.resident.name


def owned() -> tuple[Table, ...]:
    """Every table whose rows are somebody's, also those of later formats."""
    return tuple(table for table in tables.metadata.sorted_tables if WHOSE in table.c)


def cards_of(connection: Connection, resident_id: str) -> set[str]:
    """All cards of the person on this card: the one that is shown, and those that were merged into it."""
    alias = tables.alias.c
    shown = connection.scalar(select(alias.kept_id).where(alias.other_id == resident_id)) or resident_id
    return {shown, resident_id, *connection.scalars(select(alias.other_id).where(alias.kept_id == shown))}


def bundle_of(connection: Connection, table: str, record_id: str) -> Bundle:
    """A record with all that goes along with it, alive or put away."""
    if table == RESIDENT:
        return _person(connection, cards_of(connection, record_id))
    found: Bundle = defaultdict(set)
    found[table] = {record_id}
    _follow(connection, found)
    return found


def _person(connection: Connection, cards: set[str]) -> Bundle:
    found: Bundle = defaultdict(set)
    found[RESIDENT] = cards
    for table in owned():
        found[table.name] |= _ids(connection, table, table.c[WHOSE], cards)
    merge = tables.merge
    for side in (merge.c.kept_id, merge.c.other_id):
        found[merge.name] |= _ids(connection, merge, side, cards)
    _follow(connection, found)
    return found


def _follow(connection: Connection, found: Bundle) -> None:
    """Add the steps of a talk or a goal, what was told about them, and what stands on the agenda for any of it.

    Of an organisation its offers, contact persons and talks, and what was merged into any of it.
    """
    step, told, promised = tables.goal_step, tables.look_back, tables.follow_up
    _follow_map(connection, found)
    talks, goals = found[tables.conversation.name], found[tables.goal.name]
    found[step.name] |= _ids(connection, step, step.c.conversation_id, talks)
    found[step.name] |= _ids(connection, step, step.c.goal_id, goals)
    found[told.name] |= _ids(connection, told, told.c.conversation_id, talks)
    found[told.name] |= _ids(connection, told, told.c.goal_id, goals)
    found[told.name] |= _ids(connection, told, told.c.step_id, found[step.name])
    about = {one for ids in found.values() for one in ids}
    found[promised.name] |= _ids(connection, promised, promised.c.about_id, about)


def _follow_map(connection: Connection, found: Bundle) -> None:
    offer, person, talk = tables.offer, tables.contact_person, tables.organisation_talk
    organisations, offers = found[tables.organisation.name], found[offer.name]
    _add_merged(connection, organisations)
    offers |= _ids(connection, offer, offer.c.organisation_id, organisations)
    _add_merged(connection, offers)
    found[person.name] |= _ids(connection, person, person.c.organisation_id, organisations)
    found[person.name] |= _ids(connection, person, person.c.offer_id, offers)
    found[talk.name] |= _ids(connection, talk, talk.c.organisation_id, organisations)


def _add_merged(connection: Connection, ids: set[str]) -> None:
    """Add what was merged into these records, also by way of another."""
    merge = tables.map_merge.c
    new = set(ids)
    while new:
        found: set[str] = set()
        for part in parts(new):
            query = select(merge.other_id).where(merge.kept_id.in_(part), merge.deleted_at.is_(None))
            found |= set(connection.scalars(query))
        new = found - ids
        ids |= new


def _ids(connection: Connection, table: Table, column: ColumnElement[Any], ids: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for part in parts(ids):
        found |= set(connection.scalars(select(table.c.id).where(column.in_(part))))
    return found


def parts(ids: Iterable[str]) -> list[list[str]]:
    """The ids, no more at once than one statement takes."""
    names = sorted(ids)
    return [names[start : start + _IDS_AT_ONCE] for start in range(0, len(names), _IDS_AT_ONCE)]


def rows_of(connection: Connection, bundle: Mapping[str, set[str]]) -> dict[str, list[Row]]:
    """The rows of a bundle by table, in the order in which they were written down."""
    found: dict[str, list[Row]] = {}
    for name, ids in bundle.items():
        table = tables.metadata.tables[name]
        rows: list[Any] = []
        for part in parts(ids):
            rows += connection.execute(select(table).where(table.c.id.in_(part))).mappings()
        found[name] = sorted(rows, key=lambda row: (row["created_at"], row["id"]))
    return found
