"""Who asked for restriction is only kept: nothing is written about them but answers and the end of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.storage import tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

RESTRICTED_ON = "restricted_on"
ALWAYS_ALLOWED = (tables.consent.name, tables.keeping.name)
"""Somebody may always withdraw an answer, and a decision about the term is about the file itself."""
_IDS_AT_ONCE = 500


def refuse_restricted(connection: Connection, residents: Iterable[str]) -> None:
    """Raise `SpinnenwebError` `resident.restricted` when one of these residents asked for restriction."""
    ids, columns = sorted(set(residents)), tables.resident.c
    for start in range(0, len(ids), _IDS_AT_ONCE):
        some = columns.id.in_(ids[start : start + _IDS_AT_ONCE])
        found = select(columns.id).where(some, columns.restricted_on.is_not(None)).limit(1)
        if connection.scalar(found) is not None:
            raise SpinnenwebError("resident.restricted")
