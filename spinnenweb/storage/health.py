"""Whether a file is whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.storage.engine import keyed, pragma
from spinnenweb.storage.faults import blaming
from spinnenweb.storage.migrations.step import format_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import sqlcipher3.dbapi2 as driver

A = TypeVar("A")

PAGES, STRUCTURE, LINKS = "pages", "structure", "links"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found. `problems` holds codes: `pages`, `structure`, `links`; counts are 0 when unreadable."""

    problems: tuple[str, ...]
    residents: int
    conversations: int
    schema: str

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def examine(path: Path, key: bytearray) -> CheckResult:
    """Check a file without writes waiting in its log (with them, pages give false alarms: trap 5)."""
    tests = ((PAGES, _pages_sound), (STRUCTURE, _structure_sound), (LINKS, _links_sound))
    problems = tuple(name for name, sound in tests if not _ask(path, key, sound, False))
    return CheckResult(
        problems,
        _ask(path, key, _residents, 0),
        _ask(path, key, _conversations, 0),
        _ask(path, key, _schema, ""),
    )


def _ask(path: Path, key: bytearray, question: Callable[[driver.Connection], A], otherwise: A) -> A:
    # after one bad page a connection calls healthy tables damaged too, so each question has its own (trap 4)
    try:
        connection = keyed(path, key, "mode=ro")
        try:
            with blaming():
                return question(connection)
        finally:
            connection.close()
    except SpinnenwebError as error:
        if error.code != "fault.damaged":
            raise
        return otherwise


def _pages_sound(connection: driver.Connection) -> bool:
    return connection.execute("PRAGMA cipher_integrity_check").fetchone() is None


def _structure_sound(connection: driver.Connection) -> bool:
    return pragma(connection, "quick_check") == "ok"


def _links_sound(connection: driver.Connection) -> bool:
    return connection.execute("PRAGMA foreign_key_check").fetchone() is None


def _residents(connection: driver.Connection) -> int:
    return _count(connection, "SELECT count(*) FROM resident WHERE deleted_at IS NULL")


def _conversations(connection: driver.Connection) -> int:
    return _count(connection, "SELECT count(*) FROM conversation WHERE deleted_at IS NULL")


def _count(connection: driver.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])


def _schema(connection: driver.Connection) -> str:
    return str(format_of(int(pragma(connection, "user_version") or 0)))
