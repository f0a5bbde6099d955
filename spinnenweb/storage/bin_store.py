"""What lies in the bin: rows with a tombstone, each with what was put away together with it."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from sqlalchemy import select

from spinnenweb.domain.bin import BinItem, BinKind
from spinnenweb.storage import tables
from spinnenweb.storage.bundles import Bundle, bundle_of, rows_of
from spinnenweb.storage.forms import maybe_day, utc_time

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sqlalchemy import Connection

    from spinnenweb.storage.forms import Row

_WORDS = {
    BinKind.RESIDENT: ("calling_name", None),
    BinKind.CONVERSATION: (None, "held_on"),
    BinKind.GOAL: ("words", "made_on"),
    BinKind.STEP: ("what", "made_on"),
    BinKind.CONTACT: ("line", "held_on"),
    BinKind.MEETING: ("line", "held_on"),
    BinKind.FOLLOW_UP: ("what", "due"),
    BinKind.ORGANISATION: ("name", "checked_on"),
    BinKind.OFFER: ("name", "checked_on"),
    BinKind.CONTACT_PERSON: ("name", "starts"),
    BinKind.ORGANISATION_TALK: ("does", "held_on"),
    BinKind.HANDOVER: ("words", "until"),
}
"""Which columns of a table say what it is, and which day it is about."""
_ORDER = (
    *(BinKind.RESIDENT, BinKind.GOAL, BinKind.CONVERSATION, BinKind.CONTACT, BinKind.MEETING, BinKind.STEP),
    *(BinKind.ORGANISATION, BinKind.OFFER, BinKind.CONTACT_PERSON, BinKind.ORGANISATION_TALK, BinKind.HANDOVER),
    BinKind.FOLLOW_UP,
)
"""What takes others along comes before them."""


class BinStore:
    """Reads the bin; putting in and taking out go through the stores of the records."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def items(self) -> tuple[BinItem, ...]:
        """What can be taken back, the last put away first.

        What was put away together with something else is not listed apart; nor is what is of somebody who lies in
        the bin: it comes back and goes with that person.
        """
        found = [*self._rows()]
        gone = {row["id"] for kind, row in found if kind is BinKind.RESIDENT}
        covered = self._merged()
        items = []
        for kind, row in found:
            hidden = row["id"] in covered or (kind is not BinKind.RESIDENT and row.get("resident_id") in gone)
            if not hidden:
                items.append(_item(kind, row))
                together = self.together(kind, row["id"])
                covered |= {one for ids in together.values() for one in ids}
        return tuple(sorted(items, key=lambda item: (item.put_away_on, item.id), reverse=True))

    def _rows(self) -> Iterator[tuple[BinKind, Row]]:
        for kind in _ORDER:
            table = tables.metadata.tables[kind.value]
            # put in order here: asked for it, SQLite reads the whole table by its key (0.1 s of every opening)
            query = select(table).where(table.c.deleted_at.is_not(None))
            for row in sorted(self._connection.execute(query).mappings(), key=itemgetter("id")):
                yield kind, row

    def _merged(self) -> set[str]:
        """What of the map was merged into something else: it comes and goes with that."""
        merge = tables.map_merge.c
        return set(self._connection.scalars(select(merge.other_id).where(merge.deleted_at.is_(None))))

    def alive(self, kind: BinKind, record_id: str) -> Bundle:
        """What has to be put away with a record; of a resident the card alone, which hides all the rest."""
        return self._with_mark(kind, record_id, None)

    def together(self, kind: BinKind, record_id: str) -> Bundle:
        """What was put away in one go with a record, itself too."""
        table = tables.metadata.tables[kind.value]
        mark = self._connection.scalar(select(table.c.deleted_at).where(table.c.id == record_id))
        return {} if mark is None else self._with_mark(kind, record_id, mark)

    def _with_mark(self, kind: BinKind, record_id: str, mark: str | None) -> Bundle:
        alone: Bundle = {kind.value: {record_id}}
        bundle = alone if kind is BinKind.RESIDENT else bundle_of(self._connection, kind.value, record_id)
        rows = rows_of(self._connection, bundle)
        return {name: {row["id"] for row in some if row["deleted_at"] == mark} for name, some in rows.items()}


def _item(kind: BinKind, row: Row) -> BinItem:
    words, day = _WORDS[kind]
    said = "" if words is None else str(row[words])
    if kind is BinKind.RESIDENT:
        said = f"{said} ({row['code']})" if said else str(row["code"])
    whose = row["id"] if kind is BinKind.RESIDENT else row.get("resident_id")
    about = None if day is None else maybe_day(row[day])
    return BinItem(kind, row["id"], whose, said, about, _local(row["deleted_at"]))


def _local(written: str) -> date:
    return utc_time(written).astimezone().date()
