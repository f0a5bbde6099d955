"""The operation log: what changed, by whom, in what order; written in the same transaction as the change itself.

Several laptops will agree by exchanging it (reference/security.md 4.2), so it cannot be added later and nothing
in it changes: triggers refuse that.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select

from spinnenweb.storage import tables
from spinnenweb.storage.forms import Fields, utc_text

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from spinnenweb.storage.hybrid_clock import HybridClock
    from spinnenweb.storage.identity import Identity

CREATE = "create"
UPDATE = "update"
TOMBSTONE = "tombstone"


@dataclass(frozen=True, slots=True)
class Operation:
    """One line of the log. `value` is all fields at a creation, one field's value at an update."""

    kind: str
    table: str
    record: str
    hlc: str
    field: str | None = None
    value: Any = None
    parents: tuple[str, ...] = ()


@dataclass
class Journal:
    """Stamps the rows of one unit of work and logs what happened to them."""

    connection: Connection
    identity: Identity
    hybrid: HybridClock
    now: datetime
    _next: int = field(default=0, init=False)

    def tick(self) -> str:
        """The stamp of the next write."""
        return self.hybrid.tick()

    def stamps(self, hlc: str) -> Fields:
        """The columns of a new record row that are not its fields."""
        now = utc_text(self.now)
        return {"created_at": now, "updated_at": now, "hlc": hlc, "deleted_at": None, **self.whose()}

    def touch(self, hlc: str) -> Fields:
        """The columns that a later write changes."""
        return {"updated_at": utc_text(self.now), "hlc": hlc}

    def whose(self) -> Fields:
        """Owner and team."""
        return {"owner_id": self.identity.owner, "team_id": self.identity.team}

    def log(self, operations: list[Operation]) -> None:
        """Write operations down, in order."""
        if operations:
            start = self._take(len(operations))
            rows = [self._row(start + place, one) for place, one in enumerate(operations)]
            self.connection.execute(insert(tables.op), rows)

    def _take(self, count: int) -> int:
        if not self._next:
            newest = select(func.max(tables.op.c.devseq)).where(tables.op.c.device == self.identity.device)
            self._next = (self.connection.scalar(newest) or 0) + 1
        start, self._next = self._next, self._next + count
        return start

    def _row(self, devseq: int, one: Operation) -> Fields:
        return {
            "device": self.identity.device,
            "devseq": devseq,
            "hlc": one.hlc,
            "kind": one.kind,
            "table_name": one.table,
            "record_id": one.record,
            "field": one.field,
            "value": one.value,
            "parents": list(one.parents),
            **self.whose(),
        }
