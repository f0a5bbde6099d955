"""What can be taken back of the social map as a whole: an import, and two organisations or offers made one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime


class MapKind(StrEnum):
    """The kinds of record of the map; the text is the name of the table."""

    ORGANISATION = "organisation"
    OFFER = "offer"
    CONTACT = "contact_person"
    TALK = "organisation_talk"


@dataclass(frozen=True, slots=True)
class Overwritten:
    """The fields of a record as they were before, as JSON values by column; `after` is what was written."""

    kind: MapKind
    id: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """One import: what it added and what it overwrote, so that it can be undone as a whole.

    `form` is the code of the recognised format, `name` what the worker calls it (a supplier, never a path).
    """

    id: str
    made_at: datetime
    form: str
    name: str = ""
    added: tuple[tuple[MapKind, str], ...] = ()
    changed: tuple[Overwritten, ...] = ()
    undone_on: date | None = None


@dataclass(frozen=True, slots=True)
class MapMerge:
    """`other_id` went into `kept_id`. `moved` is what came along, with the field that pointed to the other.

    `before` and `after` are the fields of the kept record that the merge filled.
    """

    id: str
    kind: MapKind
    kept_id: str
    other_id: str
    merged_on: date
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    moved: tuple[tuple[str, str, str], ...] = ()
    """Table, id and column of every row that pointed to the other."""


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Which column of a supplier's file is which field; recognised by its `headings`."""

    id: str
    name: str
    headings: tuple[str, ...]
    columns: Mapping[str, str]
    """Field by heading; headings without a field are left out."""
    encoding: str = ""
    delimiter: str = ""
