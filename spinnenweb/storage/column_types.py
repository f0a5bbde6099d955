"""Column types that lie in the file as plain TEXT and INTEGER, the only ones STRICT tables know."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import Integer, Text
from sqlalchemy.types import TypeDecorator

from spinnenweb.storage.forms import Json

if TYPE_CHECKING:
    from sqlalchemy import Dialect


class JsonText(TypeDecorator[Json]):
    """A JSON value as text; `None` is NULL. NaN is refused: PostgreSQL would (reference/security.md 4.3)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Json, dialect: Dialect) -> str | None:
        """The value as compact JSON."""
        if value is None:
            return None
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)

    def process_result_value(self, value: Json, dialect: Dialect) -> Json:
        """The value that was written."""
        if value == "[]":
            # most lists of a record are empty, and a page reads hundreds of them
            return []
        return None if value is None else json.loads(value)


class Flag(TypeDecorator[bool]):
    """Yes or no as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        """The flag as a number."""
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        """The flag that was written."""
        return None if value is None else bool(value)
