"""Which cards are of one person. Nothing is moved: the small table `alias` says whose a record is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert

from spinnenweb.domain.merges import Merge, aliases
from spinnenweb.storage import tables
from spinnenweb.storage.record_store import RecordStore
from spinnenweb.storage.shape import Shape

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from spinnenweb.storage.forms import Fields, Row
    from spinnenweb.storage.journal import Journal


def merge_fields(merge: Merge) -> Fields:
    """A merge as JSON values."""
    return {
        "id": merge.id,
        "kept_id": merge.kept_id,
        "other_id": merge.other_id,
        "merged_on": merge.merged_on.isoformat(),
    }


def merge_from(row: Row) -> Merge:
    """The merge that `merge_fields` described."""
    return Merge(row["id"], row["kept_id"], row["other_id"], date.fromisoformat(row["merged_on"]))


MERGE = Shape(tables.merge, merge_fields, merge_from)


class MergeStore(RecordStore[Merge]):
    """The merges in force. A card is merged into one other at most."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, MERGE)

    def add(self, record: Merge) -> None:
        """Write a merge; from then on it holds in every query."""
        super().add(record)
        self._follow()

    def remove(self, record_id: str) -> None:
        """Take a merge back: both cards are as they were. `KeyError` when there is no such merge."""
        super().remove(record_id)
        self._follow()

    def into(self, resident_id: str) -> tuple[Merge, ...]:
        """The merges into this card, oldest first."""
        columns = self._table.c
        query = self._query().where(columns.kept_id == resident_id)
        return self._many(query.order_by(columns.merged_on, columns.id))

    def _follow(self) -> None:
        kept = aliases(self._many(self._query()))
        self._connection.execute(delete(tables.alias))
        if kept:
            rows = [{"other_id": other, "kept_id": last} for other, last in kept.items()]
            self._connection.execute(insert(tables.alias), rows)
