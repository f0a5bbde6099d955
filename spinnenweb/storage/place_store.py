"""Where the worker was when the vault was locked: kept in the vault, since it may point at someone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from spinnenweb.storage.tables import app_meta

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from spinnenweb.storage.journal import Journal

PLACE = "place"


class PlaceStore:
    """One place at a time; no record of the work, so it stands in no log."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        self._connection = connection
        self._journal = journal

    def put(self, place: str) -> None:
        """Keep a place instead of the former one; an empty one only forgets."""
        if self._journal is None:
            raise RuntimeError("this unit of work only reads")
        self._connection.execute(delete(app_meta).where(app_meta.c.name == PLACE))
        if place:
            self._connection.execute(insert(app_meta).values(name=PLACE, value=place))

    def get(self) -> str:
        """The place that is kept, or an empty text."""
        return self._connection.scalar(select(app_meta.c.value).where(app_meta.c.name == PLACE)) or ""
