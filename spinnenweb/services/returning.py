"""Coming back after a lock to where the worker was."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spinnenweb.storage.database import Database


class ReturnService:
    """Remembers the page, its record and what else it needs, until the vault is opened again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def remember(self, *place: str) -> None:
        """Remember a place; without one the next opening begins at the start.

        Raises:
            SpinnenwebError: `disk.full`, `disk.failed`.
        """
        with self._database.writing() as work:
            work.place.put(json.dumps(place) if place else "")

    def last(self) -> tuple[str, ...]:
        """The place, or nothing; also where it is of a record that is gone, which the caller finds out."""
        with self._database.reading() as work:
            kept = work.place.get()
        return tuple(str(part) for part in json.loads(kept)) if kept else ()
