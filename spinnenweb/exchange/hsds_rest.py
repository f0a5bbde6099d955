"""What a package holds that we have no field for: kept with the record it belongs to, and given back.

A rest is a list of rows as JSON. One with a `key` goes back into the row our record makes under that key, and is
gone when the record no longer makes it; one without is written as it was. `with` names the contact person it is
about: it leaves only when that person does.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from spinnenweb.exchange.hsds_package import HsdsRow, Package
from spinnenweb.exchange.hsds_rows import REST
from spinnenweb.exchange.hsds_shape import tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spinnenweb.exchange.hsds_rows import Made

Owner = tuple[str, str]
"""`organization` or `service`, and the id."""
Entry = dict[str, Any]
Used = dict[tuple[str, str], str]
"""The key under which a row, by table and id, came into a record."""
_PERSONAL = {"address": ("attention",), "service": ("assurer_email",)}
_PERSONAL_TABLES = ("metadata",)
_OWN = ("organization", "service")


class Owners:
    """Which record every row of a package belongs to."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._rows = {name: package.by_id(name) for name in tables()}
        self._services_at: defaultdict[str, list[str]] = defaultdict(list)
        for row in package.of("service_at_location"):
            self._services_at[row.text("location_id")].append(row.text("service_id"))

    def by_owner(self) -> dict[Owner, list[tuple[str, HsdsRow]]]:
        """The rows by owner; one that several share stands with each."""
        found: dict[Owner, list[tuple[str, HsdsRow]]] = {}
        for table, row in self._package.all():
            for owner in self.of(table, row):
                found.setdefault(owner, []).append((table, row))
        return found

    def of(self, table: str, row: HsdsRow) -> tuple[Owner, ...]:
        """The records a row belongs to; none for what only describes the package."""
        if table in _OWN:
            return ((table, row.id),)
        if table in ("attribute", "metadata"):
            name = "link" if table == "attribute" else "resource"
            kind = row.text("link_entity" if table == "attribute" else "resource_type")
            found = self._rows.get(kind, {}).get(row.text(f"{name}_id"))
            return () if found is None or kind in ("attribute", "metadata") else self.of(kind, found)
        if table == "location":
            return self._of_location(row)
        for column, kind in _TO_OWNER:
            # only what the standard has as a link is one: a column of others could point round in a ring
            linked = row.text(column) if tables()[table].field(column) else ""
            found = self._rows[kind].get(linked) if linked else None
            if found is not None:
                return self.of(kind, found)
        return ()

    def _of_location(self, row: HsdsRow) -> tuple[Owner, ...]:
        services = dict.fromkeys(self._services_at.get(row.id, ()))
        if services:
            return tuple(("service", service) for service in services)
        return (("organization", row.text("organization_id")),) if row.text("organization_id") else ()

    def person(self, table: str, row: HsdsRow) -> str:
        """The contact person a row is about, or nothing."""
        if table == "contact":
            return row.id
        if row.text("contact_id"):
            return row.text("contact_id")
        if table in ("attribute", "metadata"):
            kind = row.text("link_entity" if table == "attribute" else "resource_type")
            above = self._rows.get(kind, {}).get(row.text("link_id" if table == "attribute" else "resource_id"))
        else:
            linked = row.text("phone_id") if tables()[table].field("phone_id") else ""
            kind, above = "phone", self._rows["phone"].get(linked)
        return "" if above is None or kind in _OWN else self.person(kind, above)


_TO_OWNER = (
    ("phone_id", "phone"),
    ("service_at_location_id", "service_at_location"),
    ("service_id", "service"),
    ("location_id", "location"),
    ("organization_id", "organization"),
    ("contact_id", "contact"),
)


def rest_of(
    rows: Iterable[tuple[str, HsdsRow]], made: Sequence[Made], used: Used, owners: Owners, package: Package
) -> list[Entry]:
    """What of the rows of one owner is not told by the rows its record makes."""
    by_key = {(one.table, one.key): one for one in made}
    found: list[Entry] = []
    for table, row in rows:
        key = used.get((table, row.id))
        ours = None if key is None else by_key.pop((table, key), None)
        values = row.values if ours is None else _left(row, ours)
        if not values:
            continue
        entry: Entry = {"table": table, "row": dict(values)}
        if ours is not None:
            entry["key"] = ours.key
        if person := owners.person(table, row):
            entry["with"] = person
        found.append(entry)
    return [*found, *_shared(found, package)]


def _left(row: HsdsRow, made: Made) -> dict[str, Any]:
    left = {
        name: value
        for name, value in row.values.items()
        if name == "id" or (name not in made.values and made.fillers.get(name) != value)
    }
    return {} if left == {"id": made.id} else left


def _shared(entries: Iterable[Entry], package: Package) -> Iterator[Entry]:
    """The terms, taxonomies and units that the rest refers to."""
    wanted: dict[tuple[str, str], None] = {}
    for entry in entries:
        for column, table in (("taxonomy_term_id", "taxonomy_term"), ("unit_id", "unit")):
            if found := package.by_id(table).get(str(entry["row"].get(column, ""))):
                wanted[table, found.id] = None
                if found.text("taxonomy_id"):
                    wanted["taxonomy", found.text("taxonomy_id")] = None
    for table, row_id in wanted:
        if row := package.by_id(table).get(row_id):
            yield {"table": table, "row": dict(row.values)}


def with_ids(external: Mapping[str, Any], renamed: Mapping[str, str]) -> dict[str, Any]:
    """What lies in `external` for a record that got another identifier here, with all that points to it."""
    rest = external.get(REST)
    if not renamed or not isinstance(rest, list):
        return dict(external)
    return {**external, REST: [_with_ids(entry, renamed) for entry in rest]}


def _with_ids(entry: Mapping[str, Any], renamed: Mapping[str, str]) -> Entry:
    made = {**entry, "row": _renamed(entry["row"], renamed)}
    if "with" in entry:
        made["with"] = renamed.get(entry["with"], entry["with"])
    if "key" in entry:
        made["key"] = " ".join(renamed.get(part, part) for part in entry["key"].split(" "))
    return made


class Joining:
    """Puts the rows of our records and their rests together into one package."""

    def __init__(self, *, people: bool) -> None:
        self.package = Package()
        self._people = people
        self._rows: dict[tuple[str, str], HsdsRow] = {}

    def add(self, made: Sequence[Made], rest: Iterable[Mapping[str, Any]], persons: Iterable[str]) -> None:
        """The rows of one record; `persons` are the contact persons that leave too."""
        there = set(persons)
        entries = [self._cleaned(entry) for entry in rest if self._leaves(entry, there)]
        keyed = {(entry["table"], entry["key"]): entry["row"] for entry in entries if "key" in entry}
        rows = [(one, {**one.fillers, **keyed.get((one.table, one.key), {}), **one.values}) for one in made]
        renamed = {one.id: str(row["id"]) for one, row in rows if row["id"] != one.id}
        # a place that was shared and is another one now: what points to it from here points to a place of its own
        renamed |= {
            str(row["id"]): one.id for one, row in rows if one.table == "location" and self._differs(one, row)
        }
        for one, row in rows:
            self._put(one.table, _renamed(row, renamed), whose=one.id)
        for entry in entries:
            if "key" not in entry:
                self._put(str(entry["table"]), dict(entry["row"]), whose="")

    def _differs(self, made: Made, row: Mapping[str, Any]) -> bool:
        known = self._rows.get((made.table, str(row["id"])))
        return known is not None and any(known.values.get(name) != value for name, value in made.values.items())

    def _leaves(self, entry: Mapping[str, Any], persons: set[str]) -> bool:
        if entry.get("table") in _PERSONAL_TABLES and not self._people:
            return False
        return "with" not in entry or entry["with"] in persons

    def _cleaned(self, entry: Mapping[str, Any]) -> Entry:
        hidden = () if self._people else _PERSONAL.get(str(entry["table"]), ())
        return {**entry, "row": {name: value for name, value in entry["row"].items() if name not in hidden}}

    def _put(self, table: str, values: dict[str, Any], whose: str) -> None:
        known = self._rows.get((table, str(values["id"])))
        if known is None:
            row = HsdsRow(values)
            self._rows[table, row.id] = row
            self.package.add(table, row)
        elif not whose:
            known.values = {**values, **known.values}
        elif any(known.values.get(name, value) != value for name, value in values.items()):
            self._put(table, {**values, "id": whose}, whose="")
        else:
            known.values.update(values)

    def finish(self) -> Package:
        """The package without links to what did not leave."""
        known = {name: self.package.by_id(name) for name in tables()}
        for table, row in self.package.all():
            for field in tables()[table].fields:
                if field.links_to and row.text(field.name) and row.text(field.name) not in known[field.links_to]:
                    del row.values[field.name]
        return self.package


def _renamed(row: dict[str, Any], renamed: Mapping[str, str]) -> dict[str, Any]:
    if not renamed:
        return row
    return {name: renamed.get(value, value) if isinstance(value, str) else value for name, value in row.items()}
