"""The Human Services Data Specification as a Tabular Data Package: CSV files with `datapackage.json`.

The descriptor names only the tables that are there, and only links between those: the descriptor of the standard
itself does not load without all of them (reference/ecosystem.md 1.2).
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.exchange.csv_records import csv_text
from spinnenweb.exchange.hsds_package import LONGEST_OTHER, LONGEST_VALUE, MOST_ROWS, HsdsRow, Package
from spinnenweb.exchange.hsds_shape import VERSION, FieldKind, HsdsField, table_of_file, tables
from spinnenweb.exchange.json_lines import JsonRefusedError, load
from spinnenweb.exchange.map_flaws import MapFlaw
from spinnenweb.exchange.package_files import DESCRIPTOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spinnenweb.exchange.csv_records import Record
    from spinnenweb.exchange.hsds_shape import HsdsTable
    from spinnenweb.exchange.map_flaws import Flaws

ALWAYS = ("organization", "program", "service")
"""Tables that are written when they are empty too: others expect the files to be there."""
MOST_COLUMNS = 200
_TYPES = {
    FieldKind.NUMBER: "number",
    FieldKind.DATE: "date",
    FieldKind.TIME: "time",
    FieldKind.MOMENT: "datetime",
}
_NESTED = ("object", "array", "number", "boolean")
"""Types of columns that are not of the standard, and whose cells are JSON."""


def is_package(names: Iterable[str]) -> bool:
    """Whether files with these names are such a package: the organisations or the services must be there."""
    found = {table.name for name in names if (table := table_of_file(name))}
    return bool(found & {"organization", "service"})


def read_csv(files: Mapping[str, bytes], flaws: Flaws) -> Package:
    """The rows of a package; what is wrong goes to `flaws`, and the package is then not to be used."""
    package = Package()
    extra = _extra_types(files.get(DESCRIPTOR), flaws)
    for name in sorted(files):
        if table := table_of_file(name):
            try:
                _read_table(package, table, files[name], flaws, extra.get(table.name, {}))
            except SpinnenwebError as error:
                line = int(error.values.get("line", 0))
                flaws.add(MapFlaw(line, "csv_" + error.code.partition(".")[2], file=table.file))
    return package


def _extra_types(descriptor: bytes | None, flaws: Flaws) -> dict[str, dict[str, str]]:
    """The types of the columns in a descriptor, by table; paths in it are never followed."""
    if descriptor is None:
        return {}
    try:
        value = load(descriptor)
    except JsonRefusedError as refused:
        flaws.add(MapFlaw(refused.line, refused.kind, file=DESCRIPTOR))
        return {}
    found: dict[str, dict[str, str]] = {}
    for resource in _list(_at(value, "resources")):
        fields = _list(_at(_at(resource, "schema"), "fields"))
        found[str(_at(resource, "name"))] = {str(_at(one, "name")): str(_at(one, "type")) for one in fields}
    return found


def _at(value: object, key: str) -> object:
    return value.get(key) if isinstance(value, dict) else None


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _read_table(package: Package, table: HsdsTable, data: bytes, flaws: Flaws, extra: Mapping[str, str]) -> None:
    records = csv_text(data, separator=",").records()
    header = next(records, None)
    if header is None:
        flaws.add(MapFlaw(0, "csv_empty", file=table.file))
        return
    names = [field.strip() for field in header.fields]
    if not _header_is_right(table, header, names, flaws):
        return
    kinds = {field.name: field.kind for field in table.fields}
    size = package.size
    for count, record in enumerate(records, 1):
        if size + count > MOST_ROWS:
            flaws.add(MapFlaw(record.line, "too_many_rows", file=table.file, values={"most": MOST_ROWS}))
            return
        if len(record.fields) != len(names):
            values = {"found": len(record.fields), "expected": len(names)}
            flaws.add(MapFlaw(record.line, "cells", file=table.file, values=values))
            continue
        package.add(table.name, _row(table, names, record, (kinds, extra, flaws)))


def _header_is_right(table: HsdsTable, header: Record, names: Sequence[str], flaws: Flaws) -> bool:
    twice = {name for name in names if names.count(name) > 1} if len(names) <= MOST_COLUMNS else {"*"}
    for name in sorted(twice):
        flaws.add(MapFlaw(header.line, "column_twice", name if table.field(name) else "", table.file))
    missing = [field.name for field in table.fields if field.required and field.name not in names]
    for name in missing:
        flaws.add(MapFlaw(header.line, "column_missing", name, table.file))
    return not twice and not missing


_Reading = tuple["Mapping[str, FieldKind]", "Mapping[str, str]", "Flaws"]


def _row(table: HsdsTable, names: Sequence[str], record: Record, reading: _Reading) -> HsdsRow:
    kinds, extra, flaws = reading
    values: dict[str, Any] = {}
    for name, cell in zip(names, record.fields, strict=True):
        longest = LONGEST_VALUE if name in kinds else LONGEST_OTHER
        if len(cell) > longest:
            place = name if name in kinds else ""
            flaws.add(MapFlaw(record.line, "too_long", place, table.file, {"longest": longest}))
        elif cell.strip():
            own = kinds.get(name)
            values[name] = _value(cell, own, extra.get(name, "") if own is None else "")
    return HsdsRow(values, record.line, table.file)


def _value(cell: str, kind: FieldKind | None, extra: str) -> object:
    """The value of a cell; one that is not what its column says stays text, and the check tells."""
    if kind is FieldKind.NUMBER or extra in _NESTED:
        try:
            return load(cell.strip().encode())
        except JsonRefusedError:
            return cell
    return cell


def write_csv(package: Package) -> dict[str, bytes]:
    """The files of a package by name, with the descriptor."""
    shown = [name for name in tables() if package.of(name) or name in ALWAYS]
    files: dict[str, bytes] = {}
    resources = []
    for name in shown:
        table, rows = tables()[name], package.of(name)
        columns = [*table.fields, *_unknown_columns(table, rows)]
        files[table.file] = _table_bytes([column.name for column in columns], rows)
        resources.append(_resource(table, rows, columns, shown))
    about = {
        "profile": "tabular-data-package",
        "name": "sociale-kaart",
        "title": "Sociale kaart",
        "version": VERSION,
        "homepage": "http://docs.openreferral.org",
        "resources": resources,
    }
    files[DESCRIPTOR] = (json.dumps(about, ensure_ascii=False, indent=1) + "\n").encode()
    return files


def _unknown_columns(table: HsdsTable, rows: Iterable[HsdsRow]) -> list[HsdsField]:
    known = {field.name for field in table.fields}
    names = {name: None for row in rows for name in row.values if name not in known}
    return [HsdsField(name) for name in names]


def _table_bytes(names: Sequence[str], rows: Iterable[HsdsRow]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_cell(row.values.get(name)) for name in names] for row in rows)
    return text.getvalue().encode()


def _cell(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, allow_nan=False)


def _resource(
    table: HsdsTable, rows: Sequence[HsdsRow], columns: Sequence[HsdsField], shown: Sequence[str]
) -> dict[str, Any]:
    links = [
        {"fields": field.name, "reference": {"resource": field.links_to, "fields": "id"}}
        for field in table.fields
        if field.links_to in shown and field.links_to != table.name
    ]
    schema: dict[str, Any] = {
        "primaryKey": "id",
        "fields": [_described(column, table, rows) for column in columns],
    }
    if links:
        schema["foreignKeys"] = links
    return {
        "name": table.name,
        "path": table.file,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _described(field: HsdsField, table: HsdsTable, rows: Sequence[HsdsRow]) -> dict[str, Any]:
    if table.field(field.name) is None:
        return {"name": field.name, "type": _extra_type([row.values.get(field.name) for row in rows])}
    made: dict[str, Any] = {"name": field.name, "type": _TYPES.get(field.kind, "string")}
    if field.kind in (FieldKind.UUID, FieldKind.EMAIL, FieldKind.URI):
        made["format"] = field.kind.value
    limits: dict[str, Any] = {}
    if field.required:
        limits["required"] = True
    if field.name == "id":
        limits["unique"] = True
    if field.choices:
        limits["enum"] = list(field.choices)
    return {**made, "constraints": limits} if limits else made


def _extra_type(values: Iterable[object]) -> str:
    found = {_json_type(value) for value in values if value is not None}
    return found.pop() if len(found) == 1 else "string"


def _json_type(value: object) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, dict):
        return "object"
    return "array" if isinstance(value, list) else "string"
