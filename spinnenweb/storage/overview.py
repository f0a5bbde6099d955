"""What is in a file in a few numbers, of any format this program reads, so that two can be laid side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from spinnenweb.storage.engine import keyed, refuse_unencrypted
from spinnenweb.storage.faults import blaming
from spinnenweb.storage.health import examine

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts without who was removed; `newest` is the day of the newest conversation, `problems` as in a check."""

    residents: int
    conversations: int
    newest: date | None
    schema: str
    problems: tuple[str, ...] = ()


_NEWEST = "SELECT max(held_on) FROM conversation WHERE deleted_at IS NULL"


def overview(path: Path, key: bytearray) -> Overview:
    """Check a closed copy and count what is in it.

    Raises:
        SpinnenwebError: `fault.damaged` (not even the conversations can be counted), `fault.plaintext`,
            `fault.empty`.
    """
    refuse_unencrypted(path)
    found = examine(path, key)
    connection = keyed(path, key, "mode=ro")
    try:
        with blaming():
            newest = connection.execute(_NEWEST).fetchone()[0]
    finally:
        connection.close()
    day = date.fromisoformat(newest) if newest else None
    return Overview(found.residents, found.conversations, day, found.schema, found.problems)
