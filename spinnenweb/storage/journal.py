"""The operation log: what changed, by whom, in what order; written in the same transaction as the change itself.

Several laptops will agree by exchanging it (reference/security.md 4.2), so it cannot be added later and nothing
in it changes but by an erasure: triggers refuse that. Every record that changes gives a line in the audit log too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select

from spinnenweb.domain.audit import AuditKind
from spinnenweb.storage import tables
from spinnenweb.storage.audit_trail import Entry
from spinnenweb.storage.forms import Fields, utc_text
from spinnenweb.storage.restriction import ALWAYS_ALLOWED, RESTRICTED_ON, refuse_restricted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from sqlalchemy import Connection

    from spinnenweb.storage.audit_trail import AuditTrail
    from spinnenweb.storage.hybrid_clock import HybridClock
    from spinnenweb.storage.identity import Identity

CREATE = "create"
UPDATE = "update"
TOMBSTONE = "tombstone"
SETTING = tables.setting.name
DELETED_AT = "deleted_at"
"""The field of an update that takes a tombstone away."""

_KINDS = {CREATE: AuditKind.MADE, UPDATE: AuditKind.CHANGED, TOMBSTONE: AuditKind.REMOVED}


@dataclass(frozen=True, slots=True)
class Operation:
    """One line of the log. `value` is all fields at a creation, one field's value at an update.

    For the audit log only: `subject` is the resident it is about, `setting` the name of the setting.
    """

    kind: str
    table: str
    record: str
    hlc: str
    field: str | None = None
    value: Any = None
    parents: tuple[str, ...] = ()
    subject: str | None = None
    setting: str = ""


@dataclass
class Journal:
    """Stamps the rows of one unit of work and logs what happened to them."""

    connection: Connection
    identity: Identity
    hybrid: HybridClock
    now: datetime
    audit: AuditTrail
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
        """Write operations down, in order.

        Raises:
            SpinnenwebError: `resident.restricted`: of somebody whose file is only kept.
        """
        if operations:
            refuse_restricted(self.connection, _used(operations))
            start = self._take(len(operations))
            rows = [self._row(start + place, one) for place, one in enumerate(operations)]
            self.connection.execute(insert(tables.op), rows)
            self.audit.write(_audited(operations))

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


def _used(operations: Iterable[Operation]) -> set[str]:
    """Whose file these operations change; to give back what was put away before is no change of it."""
    free = (RESTRICTED_ON, DELETED_AT)
    return {
        one.subject
        for one in operations
        if one.subject is not None and one.field not in free and one.table not in ALWAYS_ALLOWED
    }


def _audited(operations: Iterable[Operation]) -> Iterator[Entry]:
    """One line per record and act, with the names of the fields that changed."""
    changed: dict[tuple[str, str, str], list[Operation]] = {}
    for one in operations:
        changed.setdefault((one.kind, one.table, one.record), []).append(one)
    for (kind, table, record), lines in changed.items():
        first = lines[0]
        if table == SETTING:
            yield Entry(AuditKind.SETTING, None, table, record, (first.setting,))
        else:
            names = tuple(line.field for line in lines if line.field is not None)
            back = names == (DELETED_AT,)
            what = AuditKind.PUT_BACK if back else _KINDS[kind]
            yield Entry(what, first.subject, table, record, () if back else names)
