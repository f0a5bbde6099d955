"""Pages of an older copy are put back: their own MACs fit, so only the audit log and its anchor can tell."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.envelope import open_with_passphrase, read_envelope
from spinnenweb.security.keys import Purpose, subkey
from spinnenweb.storage.engine import PAGE_BYTES, keyed
from tests.faults.rows import Row
from tests.faults.strokes import copied, database_of, go_on, vault_with_history, what_is_seen
from tests.unit.services.rooms import PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Iterator

TRIES, QUICK_TRIES = 60, 4
BEFORE, AFTER = 60, 60


def measure(*, quick: bool, loops: int | None = None) -> list[Row]:
    """Single pages with lines of the log on them, and the whole file as it was."""
    tries = loops or (QUICK_TRIES if quick else TRIES)
    with tempfile.TemporaryDirectory() as place:
        vault = vault_with_history(Path(place), BEFORE)
        older = database_of(vault).read_bytes()
        go_on(vault, AFTER, first=BEFORE)
        copy = Path(place, "terug.vault")
        if what_is_seen(copied(vault, copy)):
            raise RuntimeError("something is found in a vault that nobody touched")
        pages = [*_pages_of_the_log(vault, older, copy)]
        if not pages:
            raise RuntimeError("no older page changes what the log says")
        chosen = [random.Random(number).choice(pages) for number in range(tries)]
        found = [_found(vault, older, page, copy) for page in chosen]
        whole = _whole_found(vault, older, copy)
        return [
            Row("oudere bladzijde van het logboek teruggezet: gevonden", tries, sum(found), tries - sum(found)),
            Row("heel ouder bestand teruggezet: gevonden", 1, int(whole), int(not whole)),
        ]


def _with_page(vault: Path, older: bytes, page: int, copy: Path) -> Path:
    copied(vault, copy)
    database = database_of(copy)
    content = bytearray(database.read_bytes())
    span = slice(page * PAGE_BYTES, (page + 1) * PAGE_BYTES)
    content[span] = older[span]
    database.write_bytes(content)
    return copy


def _pages_of_the_log(vault: Path, older: bytes, copy: Path) -> Iterator[int]:
    """The pages of which an older one lets the log say something else, while the engine reads on."""
    newer, told = database_of(vault).read_bytes(), _log_of(vault)
    for page in range(len(older) // PAGE_BYTES):
        span = slice(page * PAGE_BYTES, (page + 1) * PAGE_BYTES)
        if older[span] != newer[span]:
            tells = _log_of(_with_page(vault, older, page, copy))
            if tells is not None and tells != told:
                yield page


def _log_of(vault: Path) -> list[tuple[object, ...]] | None:
    """All lines as the engine reads them; `None` when it refuses, so that it needs no anchor."""
    key = subkey(open_with_passphrase(read_envelope(vault), PASSPHRASE), Purpose.DATABASE)
    try:
        connection = keyed(database_of(vault), key, "mode=ro")
    except SpinnenwebError:
        return None
    try:
        return [tuple(row) for row in connection.execute("SELECT * FROM audit ORDER BY seq")]
    except driver.DatabaseError:
        return None
    finally:
        connection.close()


def _found(vault: Path, older: bytes, page: int, copy: Path) -> bool:
    return bool(what_is_seen(_with_page(vault, older, page, copy)))


def _whole_found(vault: Path, older: bytes, copy: Path) -> bool:
    database_of(copied(vault, copy)).write_bytes(older)
    return "log_tail" in what_is_seen(copy)
