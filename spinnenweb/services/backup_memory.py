"""What is remembered of the last backup, beside the vault: also when the stick is out, or the vault does not open.

It holds a place, a file name, times and counts; nothing of what is in the vault.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.private_files import write_private

if TYPE_CHECKING:
    from pathlib import Path

MEMORY_NAME = "reservekopie.json"
_LONGEST = 16 * 1024


@dataclass(frozen=True, slots=True)
class BackupMemory:
    """The last good backup of a vault.

    Attributes:
        place: the folder it was written to.
        name: the file.
        made: when, in ISO 8601 with the offset of that time.
        mark: how far the vault was; see `storage.change_mark`.
        missed: the code of what kept the last closing from making one; empty when nothing did.
        restored_from: the file that was last put back.
        before_restore: the file with what was in the vault before that. Neither rotates away.
    """

    place: str = ""
    name: str = ""
    made: str = ""
    mark: str = ""
    missed: str = ""
    restored_from: str = ""
    before_restore: str = ""

    @property
    def made_at(self) -> datetime | None:
        """When the last good backup was made, or `None`."""
        try:
            return datetime.fromisoformat(self.made).astimezone() if self.made else None
        except ValueError:
            return None


def recall(folder: Path) -> BackupMemory:
    """What is remembered; nothing when it cannot be read."""
    names = {field.name for field in fields(BackupMemory)}
    try:
        with (folder / MEMORY_NAME).open("rb") as handle:
            found = json.loads(handle.read(_LONGEST))
        return BackupMemory(**{name: str(value) for name, value in found.items() if name in names})
    except (OSError, ValueError, AttributeError, TypeError, RecursionError):
        return BackupMemory()


def remember(folder: Path, memory: BackupMemory) -> None:
    """Write it down; a disk that refuses is no reason to call a good backup bad."""
    with suppress(SpinnenwebError):
        write_private(folder / MEMORY_NAME, json.dumps(asdict(memory), indent=2).encode())
