"""Everything the file holds about one person, table by table, as it lies there: for who asks what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from spinnenweb.storage import tables
from spinnenweb.storage.bundles import RESIDENT, Bundle, bundle_of, cards_of, parts, rows_of
from spinnenweb.storage.forms import utc_text
from spinnenweb.storage.hybrid_clock import time_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from spinnenweb.storage.forms import Fields, Json

TECHNICAL = frozenset(("hlc", "owner_id", "team_id", "code_key", "search_name"))
"""Stamps of the laptop, and forms of the code and the name in which they are compared: not about the person."""
OF_OTHERS = frozenset(("household_id",))
"""What is shared with somebody else, and would tell who."""


class WholeFile:
    """Reads; writes nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, resident_id: str) -> dict[str, list[Fields]]:
        """All rows about a person by table, under all their cards, also those in the bin."""
        found = rows_of(self._connection, self._bundle(resident_id))
        cards = cards_of(self._connection, resident_id)
        found[tables.draft.name] = [
            row
            for row in self._connection.execute(select(tables.draft)).mappings()
            if row["payload"]["resident"]["id"] in cards
        ]
        return {name: [_told(dict(row)) for row in rows] for name, rows in found.items()}

    def _bundle(self, resident_id: str) -> Bundle:
        found = bundle_of(self._connection, RESIDENT, resident_id)
        merge, cards = tables.merge.c, list(cards_of(self._connection, resident_id))
        # a merge that was taken back may have been with somebody else
        own = select(merge.id).where(merge.kept_id.in_(cards), merge.other_id.in_(cards))
        return {**found, tables.merge.name: set(self._connection.scalars(own))}

    def earlier(self, resident_id: str) -> list[Fields]:
        """What stood in their records before, and what was written first, oldest first."""
        ids = {one for some in self._bundle(resident_id).values() for one in some}
        log, lines = tables.op.c, []
        for part in parts(ids):
            query = select(log.seq, log.hlc, log.kind, log.table_name, log.record_id, log.field, log.value)
            lines += [
                dict(row) for row in self._connection.execute(query.where(log.record_id.in_(part))).mappings()
            ]
        told = [line for line in sorted(lines, key=lambda line: line["seq"]) if line["field"] not in OF_OTHERS]
        return [{**line, "at": utc_text(time_of(line["hlc"])), "value": _told(line["value"])} for line in told]

    def housemates(self, resident_id: str) -> int:
        """How many others on file live with this person."""
        card = tables.resident.c
        own = cards_of(self._connection, resident_id)
        homes = select(card.household_id).where(card.id.in_(own), card.household_id.is_not(None))
        query = select(card.id).where(card.household_id.in_(homes), card.deleted_at.is_(None))
        return len(set(self._connection.scalars(query)) - own)

    def count_numbers(self, resident_id: str) -> int:
        """Under how many random numbers this person counts in releases; the numbers themselves stay secret."""
        number = tables.count_number.c
        own = cards_of(self._connection, resident_id)
        return len(self._connection.scalars(select(number.number).where(number.card_id.in_(own))).all())


def _told(value: Json) -> Json:
    if isinstance(value, dict):
        return {name: _told(part) for name, part in value.items() if name not in TECHNICAL | OF_OTHERS}
    return [_told(part) for part in value] if isinstance(value, list) else value
