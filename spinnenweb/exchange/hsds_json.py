"""The Human Services Data Specification as JSON: nested objects as rows and back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from spinnenweb.exchange.hsds_package import MOST_ROWS, HsdsRow, Package
from spinnenweb.exchange.hsds_shape import CHILDREN, LINKED, PARENTS, tables
from spinnenweb.exchange.json_lines import JsonObject, JsonRefusedError, load
from spinnenweb.exchange.map_flaws import Flaws, MapFlaw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_LISTS = {"organizations": "organization", "services": "service", "locations": "location", "contents": ""}


def read_json(data: bytes, flaws: Flaws, file: str = "") -> Package:
    """The rows of a JSON text; what is wrong goes to `flaws`, and the package is then not to be used.

    Organisations, services and locations are read, alone, in a list, or in a page of a list.
    """
    try:
        value = load(data)
    except JsonRefusedError as refused:
        flaws.add(MapFlaw(refused.line, refused.kind, file=file))
        return Package()
    reader = _Reader(flaws, file)
    reader.read(value)
    return reader.package


class _Reader:
    """Walks through the objects; one met again under the same id adds to what is known of it.

    Where an object stands says whose it is, whatever its fields say: in the examples of the standard those differ.
    """

    def __init__(self, flaws: Flaws, file: str) -> None:
        self.package = Package()
        self._flaws = flaws
        self._file = file
        self._known: dict[tuple[str, str], HsdsRow] = {}
        self._count = 0

    def read(self, value: object) -> None:
        for table, item in _entries(value):
            if not isinstance(item, JsonObject) or not (name := table or _table_of(item)):
                self._wrong(item, "json_unknown")
                return
            self._take(name, item, {})

    def _take(self, table: str, item: JsonObject, above: Mapping[str, str]) -> None:
        values = {key: value for key, value in item.items() if value is not None and value != ""}
        inner = _taken_out(values, CHILDREN.get(table, {}))
        single = _taken_out(values, PARENTS.get(table, {}))
        linked = _taken_out(values, LINKED if table not in _NEVER_LINKED else {})
        for key, (parent, column) in PARENTS.get(table, {}).items():
            if key in single and isinstance(single[key], JsonObject):
                values.setdefault(column, single[key].get("id"))
                # the program of a service is run by who offers the service
                whose = {"organization_id": values["organization_id"]} if _is_run_by(parent, values) else {}
                self._take(parent, single[key], whose)
        row = self._keep(table, HsdsRow({**values, **above}, item.line, self._file))
        for key, (child, column) in CHILDREN.get(table, {}).items():
            self._take_list(child, inner.get(key), {column: row.id}, item)
        for key, (child, column, kind) in LINKED.items():
            self._take_list(child, linked.get(key), {column: row.id, kind: table}, item)

    def _take_list(self, table: str, items: object, above: Mapping[str, str], owner: JsonObject) -> None:
        if items is None:
            return
        if not isinstance(items, list) or not all(isinstance(item, JsonObject) for item in items):
            self._wrong(owner, "json_list", table)
            return
        for item in items:
            self._take(table, item, above)

    def _keep(self, table: str, row: HsdsRow) -> HsdsRow:
        known = self._known.get((table, row.id)) if row.id else None
        if known is None:
            if self._count >= MOST_ROWS:
                self._flaws.add(MapFlaw(0, "too_many_rows", file=self._file, values={"most": MOST_ROWS}))
                return row
            self._count += 1
            self.package.add(table, row)
            self._known[table, row.id] = row
            return row
        if any(known.values.get(n, v) != v for n, v in row.values.items() if not n.endswith("_id")):
            self._flaws.add(MapFlaw(row.line, "id_twice", "id", self._file))
        known.values = {**row.values, **known.values}
        return known

    def _wrong(self, item: object, kind: str, column: str = "") -> None:
        line = item.line if isinstance(item, JsonObject) else 0
        self._flaws.add(MapFlaw(line, kind, column, self._file))


_NEVER_LINKED = ("attribute", "metadata", "taxonomy", "taxonomy_term")


def _entries(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, list):
        yield from (("", item) for item in value)
        return
    lists = [key for key in _LISTS if isinstance(value, dict) and isinstance(value.get(key), list)]
    if isinstance(value, dict) and lists and "id" not in value:
        yield from ((_LISTS[key], item) for key in lists for item in value[key])
    else:
        yield "", value


def _table_of(item: Mapping[str, Any]) -> str:
    """What an object on its own is: told by the fields only that table has."""
    if "location_type" in item:
        return "location"
    if "status" in item or "organization" in item or "organization_id" in item:
        return "service"
    return "organization" if "name" in item else ""


def _is_run_by(parent: str, values: Mapping[str, Any]) -> bool:
    return parent == "program" and isinstance(values.get("organization_id"), str)


def _taken_out(values: dict[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    return {key: values.pop(key) for key in tuple(keys) if key in values}


def write_json(package: Package) -> bytes:
    """The package as a list of organisations with everything inside them."""
    writer = _Writer(package)
    found = [writer.object("organization", row) for row in package.of("organization")]
    return (json.dumps(found, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


class _Writer:
    """Puts rows inside the objects they belong to; each row once, in the first that asks."""

    def __init__(self, package: Package) -> None:
        self._by_id = {name: package.by_id(name) for name in tables()}
        self._owned = _owned(package)

    def object(self, table: str, row: HsdsRow) -> dict[str, Any]:
        """A row with what lies inside it."""
        made = dict(row.values)
        for key, (parent, column) in PARENTS.get(table, {}).items():
            found = self._by_id[parent].get(row.text(column))
            # a place of nobody has no organisation to stand in
            if found and (parent in _SHARED or (parent == "location" and not found.text("organization_id"))):
                made[key] = self.object(parent, found)
        for key, (child, column) in CHILDREN.get(table, {}).items():
            self._list(made, key, child, (child, column, row.id))
        if table not in _NEVER_LINKED:
            for key, (child, column, _) in LINKED.items():
                self._list(made, key, child, (child, column, row.id))
        return made

    def _list(self, made: dict[str, Any], key: str, child: str, owner: tuple[str, str, str]) -> None:
        if rows := self._owned.pop(owner, None):
            made[key] = [self.object(child, row) for row in rows]


_SHARED = ("taxonomy_term", "taxonomy", "unit")
_NEAREST = ("contact_id", "phone_id", "service_at_location_id", "location_id", "service_id", "organization_id")
"""In which object a row stands that names more than one: the first of these."""


def _owned(package: Package) -> dict[tuple[str, str, str], list[HsdsRow]]:
    """The rows that lie inside an object, by table, the column that names the object, and its id."""
    columns = {child: [column] for child, column, _ in LINKED.values()}
    for children in CHILDREN.values():
        for child, column in children.values():
            columns.setdefault(child, []).append(column)
    found: dict[tuple[str, str, str], list[HsdsRow]] = {}
    for table, row in package.all():
        for column in sorted(
            columns.get(table, ()), key=lambda name: _NEAREST.index(name) if name in _NEAREST else 0
        ):
            if row.text(column):
                found.setdefault((table, column, row.text(column)), []).append(row)
                break
    return found
