"""Whether the vault is whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spinnenweb.storage.database import Database


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found: counts, the file format, and `problems` as codes (`pages`, `structure`, `links`)."""

    sound: bool
    residents: int
    conversations: int
    schema: str
    problems: tuple[str, ...]


class CheckService:
    """Checks every page, row and link of the open vault."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def check(self) -> CheckReport:
        """Check now; takes seconds for a large vault."""
        found = self._database.check()
        return CheckReport(found.sound, found.residents, found.conversations, found.schema, found.problems)
