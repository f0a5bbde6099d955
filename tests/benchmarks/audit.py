"""What the audit log costs: a thousand saves of a card with its lines, and the same saves without."""

from __future__ import annotations

from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from unittest.mock import patch

from spinnenweb.domain.residents import Resident
from spinnenweb.storage.audit_trail import AuditTrail
from tests.benchmarks import twins
from tests.benchmarks.figures import Row, interleaved, timed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spinnenweb.storage.database import Database

SAVES = 1_000
TARGET = 1.5


def measure(*, quick: bool) -> Iterator[Row]:
    """Every save is its own transaction, as on the page of a resident."""
    with TemporaryDirectory() as name:
        saved = partial(save_all, Path(name))
        runs = interleaved(1 if quick else 7, partial(saved, True), partial(saved, False))
        yield runs.row("1.000 keer bewaren, met logboek naast zonder", TARGET)


@contextmanager
def log(*, on: bool) -> Iterator[None]:
    """Inside it saves have their lines in the log, or none at all."""
    with ExitStack() as stack:
        if not on:
            stack.enter_context(patch.object(AuditTrail, "write", lambda *_: None))
        yield


def save_all(folder: Path, on: bool) -> float:
    """A new dossier with one card, and the seconds of the saves; `RuntimeError` when the log is not as asked."""
    path = folder / "bewaren.db"
    path.unlink(missing_ok=True)
    with log(on=on), closing(twins.make(path, encrypted=True)) as database:
        card = Resident(twins.IDS.new(), "R-001")
        with database.writing() as work:
            work.residents.add(card)
        seconds = timed(lambda: change_often(database, card))
        if (lines(database) > SAVES) is not on:
            raise RuntimeError("the log is not as asked")
    return seconds


def change_often(database: Database, card: Resident) -> None:
    """A thousand changes of one field."""
    for number in range(SAVES):
        with database.writing() as work:
            work.residents.update(replace(card, birth_year=1900 + number % 100, calling_name=f"Bo {number}"))


def lines(database: Database) -> int:
    """How long the log is."""
    with database.reading() as work:
        return work.audit.head().seq
