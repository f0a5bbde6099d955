"""Real encrypted files in temporary folders, opened with a raw key."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from spinnenweb.domain.answers import marked
from spinnenweb.domain.clock import Clock
from spinnenweb.domain.conversations import Conversation, DimensionEntry
from spinnenweb.domain.ids import IdSource
from spinnenweb.domain.instruments import ADULT, Mode, Scale
from spinnenweb.domain.residents import Consent, ConsentAnswer, Purpose, Resident, Village
from spinnenweb.storage.database import Database
from spinnenweb.storage.identity import Identity
from tests.quick_disk import new_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import RowMapping

KEY = bytearray(range(32))
VAULT = "0123456789abcdef0123456789abcdef"
WHO = Identity("laptop-1", "01a0-owner", "01a0-team")
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
DAY = date(2026, 11, 21)


@dataclass
class SetTime:
    """A clock whose hands a test moves."""

    moment: datetime = NOON
    clock: Clock = field(init=False)
    ids: IdSource = field(init=False)

    def __post_init__(self) -> None:
        self.clock = Clock(lambda: self.moment)
        self.ids = IdSource(self.clock)


def create(path: Path, time: SetTime | None = None, **other: object) -> Database:
    """A new file."""
    time = time or SetTime()
    given: dict[str, Any] = {"vault_id": VAULT, "identity": WHO, "key": KEY, **other}
    return Database.create(path, clock=time.clock, ids=time.ids, **given)


def reopen(path: Path, time: SetTime | None = None, **other: object) -> Database:
    """A file that is there."""
    time = time or SetTime()
    given: dict[str, Any] = {"vault_id": VAULT, "device": WHO.device, "key": KEY, **other}
    return Database.open(path, clock=time.clock, ids=time.ids, **given)


@contextmanager
def opened(folder: Path, time: SetTime | None = None) -> Iterator[Database]:
    """A new file that is closed at the end; a copy of one that was made once, of the same moment."""
    time = time or SetTime()
    path = folder / "dossier-1.db"
    shutil.copyfile(_mould(time.moment), path)
    path.chmod(0o600)
    database = reopen(path, time)
    try:
        yield database
    finally:
        database.close()


@cache
def _mould(moment: datetime) -> Path:
    path = folder_for_moulds() / "dossier-1.db"
    create(path, SetTime(moment)).close()
    return path


def folder_for_moulds() -> Path:
    """A new folder that goes when the tests of this process end."""
    return new_folder()


def rows(database: Database, query: str) -> list[RowMapping]:
    """What lies in the file."""
    with database._reader.connect() as connection:
        return list(connection.execute(text(query)).mappings())


def execute(database: Database, statement: str) -> None:
    """Change the file past the stores."""
    with database._writer.begin() as connection:
        connection.execute(text(statement))


def resident(number: int = 1, **other: object) -> Resident:
    given: dict[str, Any] = {"id": f"resident-{number}", "code": f"R-{number:03d}", **other}
    return Resident(**given)


def village(name: str = "Ruinen") -> Village:
    return Village(f"village-{name}", name)


def talk(number: int = 1, resident_id: str = "resident-1", **other: object) -> Conversation:
    given: dict[str, Any] = {
        "id": f"talk-{number}",
        "resident_id": resident_id,
        "held_on": DAY,
        "instrument": ADULT,
        "mode": Mode.DIRECT,
        "scale": Scale.MARKS,
        "switched_on": ("LF1", "LF2"),
        "dimensions": (DimensionEntry("LF", marked(7)), DimensionEntry("MW")),
        "finished_at": NOON,
    }
    return Conversation(**{**given, **other})


def consent(number: int = 1, resident_id: str = "resident-1", **other: object) -> Consent:
    given: dict[str, Any] = {
        "id": f"consent-{number}",
        "resident_id": resident_id,
        "purpose": Purpose.COUNT,
        "answer": ConsentAnswer.YES,
        "given_on": DAY,
        "recorded_at": NOON,
    }
    return Consent(**{**given, **other})
