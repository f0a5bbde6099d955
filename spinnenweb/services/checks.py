"""Whether the vault is whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spinnenweb.services.audit import AuditService
    from spinnenweb.storage.database import Database


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found: counts, the file format, and `problems` as codes.

    Of the file: `pages`, `structure`, `links`. Of the log: those of `AuditReport`, with `log_` before them.
    """

    sound: bool
    residents: int
    conversations: int
    schema: str
    problems: tuple[str, ...]


class CheckService:
    """Checks every page, row and link of the open vault, and every line of its log."""

    def __init__(self, database: Database, audit: AuditService) -> None:
        self._database = database
        self._audit = audit

    def check(self) -> CheckReport:
        """Check now; takes seconds for a large vault."""
        found = self._database.check()
        problems = found.problems or self._audit.verify().codes
        return CheckReport(not problems, found.residents, found.conversations, found.schema, problems)
