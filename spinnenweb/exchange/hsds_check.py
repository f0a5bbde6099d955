"""Whether a package keeps the rules of the Human Services Data Specification, told by file and line.

The check is ours: the published validators need the network, a newer Python or a descriptor that does not load
(reference/ecosystem.md 1.3). One rule is stricter than theirs: what an attribute hangs on must be there.
"""

from __future__ import annotations

import json
import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from uuid import UUID

from spinnenweb.exchange.hsds_package import LONGEST_OTHER, LONGEST_VALUE
from spinnenweb.exchange.hsds_shape import FieldKind, tables
from spinnenweb.exchange.map_flaws import MapFlaw

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from spinnenweb.exchange.hsds_package import HsdsRow, Package
    from spinnenweb.exchange.hsds_shape import HsdsField, HsdsTable
    from spinnenweb.exchange.map_flaws import Flaws

_EMAIL = re.compile(r"[^\s@<>\"]{1,64}@[^\s@<>\"]{1,250}")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:[^\s<>\"]{1,2000}")
_UUID = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?")


def check(package: Package, flaws: Flaws) -> None:
    """Write down everything that breaks a rule."""
    known = {name: _ids(package.of(name)) for name in tables()}
    for table in tables().values():
        seen: set[str] = set()
        for row in package.of(table.name):
            _check_row(table, row, known, flaws)
            if row.id and row.id in seen:
                _tell(flaws, row, "id_twice", "id")
            seen.add(row.id)
    for row in package.of("attribute"):
        _check_link(row, known, flaws)


def _ids(rows: list[HsdsRow]) -> frozenset[str]:
    return frozenset(row.id for row in rows)


def _tell(flaws: Flaws, row: HsdsRow, kind: str, column: str) -> None:
    flaws.add(MapFlaw(row.line, kind, column, row.file))


def _check_row(table: HsdsTable, row: HsdsRow, known: Mapping[str, frozenset[str]], flaws: Flaws) -> None:
    _check_lengths(table, row, flaws)
    for field in table.fields:
        value = row.values.get(field.name)
        if value is None:
            if field.required:
                _tell(flaws, row, "empty", field.name)
        elif kind := _wrong(field, value):
            _tell(flaws, row, kind, field.name)
        elif field.links_to and value not in known[field.links_to]:
            _tell(flaws, row, "dangling", field.name)


def _check_lengths(table: HsdsTable, row: HsdsRow, flaws: Flaws) -> None:
    """Whatever comes in must be able to go out again, as a cell of a table too."""
    for name, value in row.values.items():
        own = table.field(name) is not None
        longest = LONGEST_VALUE if own else LONGEST_OTHER
        if "\0" in name or (isinstance(value, str) and "\0" in value):
            _tell(flaws, row, "letters", name if own else "")
        if len(value if isinstance(value, str) else json.dumps(value)) > longest:
            flaws.add(MapFlaw(row.line, "too_long", name if own else "", row.file, {"longest": longest}))


def _check_link(row: HsdsRow, known: Mapping[str, frozenset[str]], flaws: Flaws) -> None:
    entity = row.text("link_entity")
    if not entity:
        return
    if entity not in known:
        _tell(flaws, row, "link_entity", "link_entity")
    elif row.text("link_id") not in known[entity]:
        _tell(flaws, row, "dangling", "link_id")


def _wrong(field: HsdsField, value: object) -> str:
    """What is wrong with a value, or nothing."""
    if field.kind is FieldKind.NUMBER:
        return "" if isinstance(value, int | float) and not isinstance(value, bool) else "number"
    if not isinstance(value, str):
        return "text"
    if field.choices and value not in field.choices:
        return "choice"
    rule = _RULES.get(field.kind)
    return "" if rule is None or rule(value) else field.kind.value


def fits(kind: FieldKind, value: str) -> bool:
    """Whether a text may stand in a field of this kind."""
    return _RULES[kind](value)


def _is_uuid(value: str) -> bool:
    return _UUID.fullmatch(value) is not None and bool(UUID(value))


def _is_date(value: str) -> bool:
    try:
        return len(value) == len("2026-01-31") and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _is_time(value: str) -> bool:
    try:
        return _TIME.fullmatch(value) is not None and time.fromisoformat(value) is not None
    except ValueError:
        return False


def _is_moment(value: str) -> bool:
    try:
        return len(value) > len("2026-01-31") and bool(datetime.fromisoformat(_whole(value)))
    except ValueError:
        return False


def _whole(value: str) -> str:
    return re.sub(r"(\.[0-9]{6})[0-9]+", r"\1", value)


_RULES: Mapping[FieldKind, Callable[[str], bool]] = {
    FieldKind.UUID: _is_uuid,
    FieldKind.EMAIL: lambda value: _EMAIL.fullmatch(value) is not None,
    FieldKind.URI: lambda value: _URI.fullmatch(value) is not None,
    FieldKind.DATE: _is_date,
    FieldKind.TIME: _is_time,
    FieldKind.MOMENT: _is_moment,
}
