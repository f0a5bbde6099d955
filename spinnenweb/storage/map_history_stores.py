"""Merges of the map, imports and remembered columns.

What stood in a record before is kept here for taking back, and not in the operation log: it would stay there when
the record itself is erased.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import delete, or_, select, update

from spinnenweb.domain.map_history import ColumnMapping, ImportBatch, MapKind, MapMerge, Overwritten
from spinnenweb.storage import tables
from spinnenweb.storage.bundles import parts
from spinnenweb.storage.forms import Fields, Row, maybe_day, maybe_day_text, utc_text, utc_time
from spinnenweb.storage.record_store import RecordStore
from spinnenweb.storage.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy import Connection

    from spinnenweb.storage.journal import Journal


def merge_fields(merge: MapMerge) -> Fields:
    """A merge as JSON values, without what stood there before."""
    return {
        "id": merge.id,
        "kind": merge.kind.value,
        "kept_id": merge.kept_id,
        "other_id": merge.other_id,
        "merged_on": merge.merged_on.isoformat(),
        "moved": [list(one) for one in merge.moved],
    }


def merge_from(row: Row) -> MapMerge:
    """The merge that a row describes."""
    return MapMerge(
        id=row["id"],
        kind=MapKind(row["kind"]),
        kept_id=row["kept_id"],
        other_id=row["other_id"],
        merged_on=date.fromisoformat(row["merged_on"]),
        before=row["before"],
        after=row["after"],
        moved=tuple((one[0], one[1], one[2]) for one in row["moved"]),
    )


def batch_fields(batch: ImportBatch) -> Fields:
    """An import as JSON values, without what stood there before."""
    return {
        "id": batch.id,
        "made_at": utc_text(batch.made_at),
        "form": batch.form,
        "name": batch.name,
        "added": [[kind.value, record_id] for kind, record_id in batch.added],
        "undone_on": maybe_day_text(batch.undone_on),
    }


def batch_from(row: Row) -> ImportBatch:
    """The import that a row describes."""
    return ImportBatch(
        id=row["id"],
        made_at=utc_time(row["made_at"]),
        form=row["form"],
        name=row["name"],
        added=tuple((MapKind(kind), record_id) for kind, record_id in row["added"]),
        changed=tuple(
            Overwritten(MapKind(one["kind"]), one["id"], one["before"], one["after"]) for one in row["changed"]
        ),
        undone_on=maybe_day(row["undone_on"]),
    )


def mapping_fields(mapping: ColumnMapping) -> Fields:
    """Remembered columns as JSON values."""
    return {
        "id": mapping.id,
        "name": mapping.name,
        "headings": list(mapping.headings),
        "columns": dict(mapping.columns),
        "encoding": mapping.encoding,
        "delimiter": mapping.delimiter,
    }


def mapping_from(row: Row) -> ColumnMapping:
    """The columns that `mapping_fields` described."""
    return ColumnMapping(
        row["id"], row["name"], tuple(row["headings"]), row["columns"], row["encoding"], row["delimiter"]
    )


MAP_MERGE = Shape(tables.map_merge, merge_fields, merge_from)
IMPORT_BATCH = Shape(tables.import_batch, batch_fields, batch_from)
COLUMN_MAPPING = Shape(tables.column_mapping, mapping_fields, mapping_from)


class MapMergeStore(RecordStore[MapMerge]):
    """The merges in force. A record is merged into one other at most."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, MAP_MERGE)

    def add(self, record: MapMerge) -> None:
        """Write a merge; from then on the other stands in no list."""
        super().add(record)
        before = {"before": dict(record.before), "after": dict(record.after)}
        self._connection.execute(update(self._table).where(self._table.c.id == record.id).values(before))

    def into(self, kept_id: str) -> tuple[MapMerge, ...]:
        """The merges into this record, oldest first."""
        columns = self._table.c
        return self._many(self._query().where(columns.kept_id == kept_id).order_by(columns.id))

    def into_any(self, kept_ids: Iterable[str]) -> tuple[MapMerge, ...]:
        """The merges into one of these records, oldest first."""
        columns = self._table.c
        found = (self._query().where(columns.kept_id.in_(part)) for part in parts(set(kept_ids)))
        return tuple(sorted((one for query in found for one in self._many(query)), key=lambda one: one.id))

    def kept(self) -> dict[str, str]:
        """Of every merged record the one that stands for it now."""
        into = {merge.other_id: merge.kept_id for merge in self._many(self._query())}
        return {other: _last(into, other) for other in into}

    def standing_for(self, record_id: str) -> str:
        """The id of the record that stands for this one now; itself when it was not merged."""
        return self.kept().get(record_id, record_id)

    def all_of(self, record_id: str) -> frozenset[str]:
        """The ids of everything that was merged into this record, and its own."""
        return frozenset((record_id, *(other for other, kept in self.kept().items() if kept == record_id)))


def _last(into: dict[str, str], other: str) -> str:
    # merges that cross each other on two laptops could make a ring: a record is then passed once
    passed = {other}
    while (found := into.get(other)) is not None and found not in passed:
        passed.add(found)
        other = found
    return other


class ImportBatchStore(RecordStore[ImportBatch]):
    """What came in at once."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, IMPORT_BATCH)

    def add(self, record: ImportBatch) -> None:
        """Write an import down."""
        super().add(record)
        changed = [
            {"kind": one.kind.value, "id": one.id, "before": dict(one.before), "after": dict(one.after)}
            for one in record.changed
        ]
        self._connection.execute(update(self._table).where(self._table.c.id == record.id).values(changed=changed))

    def recent(self, limit: int = 20) -> tuple[ImportBatch, ...]:
        """The last ones, newest first."""
        columns = self._table.c
        return self._many(self._query().order_by(columns.made_at.desc(), columns.id.desc()).limit(limit))


class ColumnMappingStore(RecordStore[ColumnMapping]):
    """Which columns of whose file are which fields."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, COLUMN_MAPPING)

    def all(self) -> tuple[ColumnMapping, ...]:
        """All remembered columns, the last one first."""
        return self._many(self._query().order_by(self._table.c.updated_at.desc(), self._table.c.id.desc()))


def forget(connection: Connection, gone: Collection[str]) -> None:
    """Take what was erased out of merges and imports."""
    merge = tables.map_merge
    ids = sorted(gone)
    for start in range(0, len(ids), 500):
        some = ids[start : start + 500]
        connection.execute(delete(merge).where(or_(merge.c.kept_id.in_(some), merge.c.other_id.in_(some))))
    batch = tables.import_batch
    for row in connection.execute(select(batch.c.id, batch.c.changed)).all():
        left = [one for one in row.changed if one["id"] not in gone]
        if len(left) < len(row.changed):
            connection.execute(update(batch).where(batch.c.id == row.id).values(changed=left))
