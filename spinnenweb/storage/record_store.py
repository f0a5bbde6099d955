"""What all stores of records share: add, update, remove and get, each write with its line in the operation log."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy import bindparam, insert, select, update

from spinnenweb.storage import tables
from spinnenweb.storage.aliases import kept
from spinnenweb.storage.journal import CREATE, DELETED_AT, SETTING, TOMBSTONE, UPDATE, Operation
from spinnenweb.storage.search_store import SearchStore

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table

    from spinnenweb.storage.forms import Fields, Row
    from spinnenweb.storage.journal import Journal
    from spinnenweb.storage.shape import Shape

R = TypeVar("R")

BATCH = 1000
WHOSE = "resident_id"
"""The column that says whose a record is, in every table that has it."""
_SUBJECTS = {tables.merge.name: "kept_id"}


@cache
def _alive(table: Table) -> ColumnElement[bool]:
    # a unit of work makes all stores; the same condition each time anew took longer than many a query
    return table.c.deleted_at.is_(None)


class RecordStore(Generic[R]):
    """The records of one table, without those that were removed."""

    def __init__(self, connection: Connection, journal: Journal | None, shape: Shape[R]) -> None:
        self._connection = connection
        self._journal_or_none = journal
        self._shape = shape
        self._table = shape.table
        self._alive = _alive(shape.table)
        self._lines = SearchStore(connection)

    def add(self, record: R) -> None:
        """Write a new record."""
        self._add_batch([record])

    def add_many(self, records: Iterable[R]) -> None:
        """Write many new records, a batch at a time."""
        rest = iter(records)
        while batch := list(islice(rest, BATCH)):
            self._add_batch(batch)

    def update(self, record: R) -> None:
        """Write the fields that differ; nothing when none does. `KeyError` when there is no such record."""
        fields = self._shape.fields(record)
        row = self._row(fields["id"])
        if row is None:
            raise KeyError(fields["id"])
        changed = {name: value for name, value in fields.items() if row[name] != value}
        if changed:
            self._write(row, UPDATE, {**changed, **self._shape.keys(fields)}, changed)
            self._search_again(row, record)

    def remove(self, record_id: str) -> None:
        """Leave a tombstone: the record is seen nowhere any more. `KeyError` when there is no such record."""
        row = self._row(record_id)
        if row is None:
            raise KeyError(record_id)
        self._write(row, TOMBSTONE, {}, {})
        self._lines.drop(record_id)

    def remove_many(self, record_ids: Iterable[str]) -> None:
        """The same of many, a batch at a time; those that are not there are left out."""
        rest = iter(record_ids)
        while some := list(islice(rest, BATCH)):
            rows = self._connection.execute(self._query().where(self._table.c.id.in_(some))).mappings().all()
            if rows:
                self._remove_batch(rows)

    def _remove_batch(self, rows: Sequence[RowMapping]) -> None:
        journal, name = self._journal, self._table.name
        touched, operations = [], []
        for row in rows:
            hlc = journal.tick()
            columns = journal.touch(hlc)
            touched.append({**columns, DELETED_AT: columns["updated_at"], "removed": row["id"]})
            about = (_subject(name, row), _setting(name, row))
            operations.append(Operation(TOMBSTONE, name, row["id"], hlc, None, None, (row["hlc"],), *about))
        self._connection.execute(update(self._table).where(self._table.c.id == bindparam("removed")), touched)
        journal.log(operations)
        self._lines.drop_many([row["id"] for row in rows])

    def put_back(self, record_id: str) -> None:
        """Take the tombstone away: the record is seen again as it was. `KeyError` when there is none."""
        query = select(*map(seen_together, self._table.c)).where(self._table.c.id == record_id, ~self._alive)
        row = self._connection.execute(query).mappings().first()
        if row is None:
            raise KeyError(record_id)
        self._write(row, UPDATE, {DELETED_AT: None}, {DELETED_AT: None})
        self._lines.put(self._shape.lines(self._shape.record(row)))

    def get(self, record_id: str) -> R | None:
        """The record with this id, or `None`."""
        return self._one(self._query().where(self._table.c.id == record_id))

    def known(self, record_id: str) -> R:
        """The record with this id; `KeyError` when there is no such record."""
        found = self.get(record_id)
        if found is None:
            raise KeyError(record_id)
        return found

    def taken(self, ids: Iterable[str]) -> frozenset[str]:
        """Those of these ids that are in use, also by what was removed."""
        column, rest = self._table.c.id, iter(ids)
        found: set[str] = set()
        while some := list(islice(rest, BATCH)):
            found.update(self._connection.scalars(select(column).where(column.in_(some))))
        return frozenset(found)

    def search_anew(self) -> None:
        """Make every record searchable in an index that was emptied."""
        self._lines.put(line for record in self._many(self._query()) for line in self._shape.lines(record))

    def _query(self) -> Select[Any]:
        return select(*map(seen_together, self._table.c)).where(self._alive)

    def _one(self, query: Select[Any]) -> R | None:
        row = self._connection.execute(query).mappings().first()
        return None if row is None else self._shape.record(row)

    def _many(self, query: Select[Any]) -> tuple[R, ...]:
        return tuple(self._stream(query))

    def _stream(self, query: Select[Any]) -> Iterator[R]:
        return map(self._shape.record, self._connection.execute(query).mappings())

    def _row(self, record_id: str) -> RowMapping | None:
        return self._connection.execute(self._query().where(self._table.c.id == record_id)).mappings().first()

    @property
    def _journal(self) -> Journal:
        if self._journal_or_none is None:
            raise RuntimeError("this unit of work only reads")
        return self._journal_or_none

    def _add_batch(self, records: list[R]) -> None:
        journal, name = self._journal, self._table.name
        rows, operations = [], []
        for record in records:
            fields, hlc = self._shape.fields(record), journal.tick()
            rows.append({**fields, **self._shape.keys(fields), **journal.stamps(hlc)})
            whose, setting = _subject(name, fields), _setting(name, fields)
            operations.append(
                Operation(CREATE, name, fields["id"], hlc, value=fields, subject=whose, setting=setting)
            )
        self._connection.execute(insert(self._table), rows)
        journal.log(operations)
        self._lines.put(line for record in records for line in self._shape.lines(record))

    def _search_again(self, row: RowMapping, record: R) -> None:
        lines = self._shape.lines(record)
        if lines != self._shape.lines(self._shape.record(row)):
            self._lines.replace(row["id"], lines)

    def _write(self, row: RowMapping, kind: str, columns: Fields, logged: Fields) -> None:
        journal = self._journal
        hlc, parents, record_id = journal.tick(), (row["hlc"],), row["id"]
        touched = journal.touch(hlc)
        if kind == TOMBSTONE:
            touched["deleted_at"] = touched["updated_at"]
        self._connection.execute(
            update(self._table).where(self._table.c.id == record_id).values({**columns, **touched})
        )
        fields: list[tuple[str | None, Any]] = [*logged.items()] or [(None, None)]
        name = self._table.name
        about = (_subject(name, row), _setting(name, row))
        journal.log([Operation(kind, name, record_id, hlc, f, value, parents, *about) for f, value in fields])


def _subject(table: str, fields: Row) -> str | None:
    """Which resident a record is about, for the audit log."""
    whose: str | None = fields["id"] if table == tables.resident.name else fields.get(_SUBJECTS.get(table, WHOSE))
    return whose


def _setting(table: str, fields: Row) -> str:
    return str(fields["name"]) if table == SETTING else ""


def seen_together(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A column as records show it: whose a record is follows the merges, and the row itself stays as it is."""
    return kept(column).label(WHOSE) if getattr(column, "name", "") == WHOSE else column
