"""What an erasure does to the operation log: the lines stay, who and what they were about goes."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, update

from spinnenweb.storage import tables
from spinnenweb.storage.audit_chain import ERASED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection


class OperationLog:
    """The operation log, apart from the writing in it, which `Journal` does."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def redact(self, erasure_id: str, record_ids: Iterable[str]) -> int:
        """Put a random id and "gewist" in every line of these records; how many lines.

        What other laptops need to follow the order (stamps, parents, which field) stays. The erasure must stand
        in the table `erasure` already, else the file refuses (`IntegrityError`).
        """
        lines = tables.op
        renamed = [{"old": one, "new": f"{ERASED}:{erasure_id}:{secrets.token_hex(8)}"} for one in set(record_ids)]
        if not renamed:
            return 0
        statement = (
            update(lines)
            .where(lines.c.record_id == bindparam("old"))
            .values(record_id=bindparam("new"), value=ERASED)
        )
        return self._connection.execute(statement, renamed).rowcount
