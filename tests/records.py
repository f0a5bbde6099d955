"""Records with other fields, where a test says which ones by name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    _Record = TypeVar("_Record", bound=DataclassInstance)


def varied(record: _Record, /, **fields: object) -> _Record:
    """The record with other values in these fields; one it does not have is a `TypeError`."""
    given: dict[str, Any] = fields
    return replace(record, **given)
