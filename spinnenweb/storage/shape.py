"""How a record of the domain lies in its table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Table

    from spinnenweb.storage.forms import Fields, Row
    from spinnenweb.storage.search_store import Line

R = TypeVar("R")


def _no_keys(_fields: Fields) -> Fields:
    return {}


def _no_lines(_record: R) -> tuple[Line, ...]:
    return ()


@dataclass(frozen=True)
class Shape(Generic[R]):
    """A table with both translations.

    `fields` gives the columns that are the record, by name; they are what the operation log holds. `keys` gives
    the columns that follow from them, for comparing and searching; `lines` what of it is found by words.
    """

    table: Table
    fields: Callable[[R], Fields]
    record: Callable[[Row], R]
    keys: Callable[[Fields], Fields] = _no_keys
    lines: Callable[[R], tuple[Line, ...]] = _no_lines
