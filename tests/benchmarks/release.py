"""A whole release out of a real vault, beside the bare SQL that counts the same: 1,000 to a million conversations.

The bare twin asks the same encrypted file for the same counts per village and age group with `GROUP BY`, without
any rule: no thresholds, no ledger, no gate, no files. Residents have their random numbers already, as after any
release. The conversations are a thousand imported ones, copied inside the file with other keys. All is invented.
"""

from __future__ import annotations

import shutil
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, contextmanager
from datetime import date
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from spinnenweb.domain.clock import Clock
from spinnenweb.domain.releases import ReleaseChoice
from spinnenweb.security.kdf import KdfCost
from spinnenweb.services.environment import Environment
from spinnenweb.services.vaults import FirstSteps, create_vault, open_vault
from tests.benchmarks.figures import Row, timed
from tests.benchmarks.twins import RESOURCES
from tests.benchmarks.vault import write_talks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from spinnenweb.services.workspace import Workspace

SIZES = ((1_000, 1, 5), (10_000, 10, 5), (100_000, 60, 3), (1_000_000, 300, 1))
"""Conversations, villages, and how often: the fastest counts."""
QUICK = SIZES[:2]
TIMES_BARE, GROWTH, MOST_MEMORY = 5.0, 1.3, 1024
BASE = 1_000
UNTIL = date(2026, 6, 30)
PASSPHRASE = "molen kastanje fluit drempel wolk"
_MEGABYTE = 1 << 20
_KEYS = {"village": (), "resident": ("village_id",), "consent": ("resident_id",), "conversation": ("resident_id",)}
"""Tables that are copied, and which of their columns point at another copied one."""
_LAST = """
WITH last AS (
    SELECT r.village_id AS village, r.birth_year AS born, c.themes, c.signals, c.dimensions,
        CASE WHEN ? - r.birth_year < 45 THEN 1 WHEN ? - r.birth_year < 65 THEN 2
            WHEN ? - r.birth_year < 80 THEN 3 ELSE 4 END AS band
    FROM resident r JOIN conversation c ON c.rowid = (
        SELECT rowid FROM conversation o WHERE o.resident_id = r.id AND o.held_on <= ?
        AND o.finished_at IS NOT NULL AND o.deleted_at IS NULL ORDER BY o.held_on DESC, o.finished_at DESC LIMIT 1)
    WHERE r.deleted_at IS NULL AND EXISTS (SELECT 1 FROM consent a
        WHERE a.resident_id = r.id AND a.purpose = 'meetellen' AND a.answer = 'ja' AND a.deleted_at IS NULL))
"""
_COUNTS = (
    "SELECT village, band, count(*) FROM last GROUP BY 1, 2",
    "SELECT village, band, j.value, count(*) FROM last, json_each(themes) j GROUP BY 1, 2, 3",
    "SELECT village, j.value, count(*) FROM last, json_each(signals) j GROUP BY 1, 2",
    "SELECT village, band, j.value ->> 'code', count(*) FROM last, json_each(dimensions) j"
    " WHERE j.value ->> 'topic' GROUP BY 1, 2, 3",
    "SELECT village, band, j.value ->> 'code', avg(j.value ->> 'mark') FROM last, json_each(dimensions) j"
    " GROUP BY 1, 2, 3",
)


class Measured(NamedTuple):
    """Seconds of ours and of the bare twin, and the most memory the process ever had, in megabytes."""

    ours: float
    bare: float
    peak: float


def measure(*, quick: bool) -> Iterator[Row]:
    """Each size in a new process, because memory is never given back."""
    before: tuple[int, float] | None = None
    for talks, villages, runs in QUICK if quick else SIZES:
        with TemporaryDirectory() as name, ProcessPoolExecutor(1, mp_context=get_context("spawn")) as worker:
            vault = make_vault(Path(name), talks, villages)
            found = worker.submit(released, vault, 1 if quick else runs).result()
        kept = "" if found.peak < MOST_MEMORY else ", te veel"
        what = f"overzicht: {shown(talks)} gesprekken in {villages} kernen (piek {found.peak:.0f} MB{kept})"
        yield Row(what, found.ours, found.bare, TIMES_BARE)
        if before is not None:
            yield Row(f"per gesprek, naast {shown(before[0])}", found.ours / talks, before[1], GROWTH)
        before = talks, found.ours / talks


def shown(number: int) -> str:
    """A whole number with Dutch dots."""
    return f"{number:,}".replace(",", ".")


def environment() -> Environment:
    """Cheap to open."""
    return Environment(RESOURCES, Clock(), KdfCost.for_tests(), "laptop")


def make_vault(folder: Path, talks: int, villages: int) -> Path:
    """A vault with so many conversations, four to a resident, in so many villages."""
    path = folder / "dorp.vault"
    made = create_vault(path, PASSPHRASE, FirstSteps("Welzijn Verzonnen", "AB", None), environment())
    with closing(made.workspace) as workspace:
        workspace.imports.import_csv(write_talks(folder / "gesprekken.csv", BASE))
        with copying(workspace) as connection:
            fill(connection, talks // BASE, villages)
        workspace.releases.preview(ReleaseChoice(UNTIL))
    return path


@contextmanager
def copying(workspace: Workspace) -> Iterator[Connection]:
    """The connection that writes, in one transaction."""
    with workspace.database._gate, workspace.database._writer.begin() as connection:
        yield connection


def fill(connection: Connection, copies: int, villages: int) -> None:
    """Copy what was imported so many times; one in three residents wants to discuss something and has a signal."""
    spice = """UPDATE conversation SET signals = '["wachtlijst"]',
        dimensions = json_set(dimensions, '$[0].topic', json('true')) WHERE rowid % 3 = 0"""
    connection.exec_driver_sql(spice)
    for table, pointing in _KEYS.items():
        names = [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")]
        connection.exec_driver_sql(_copy(table, names, pointing), {"copies": copies - 1})
    everywhere = [row[0] for row in connection.exec_driver_sql("SELECT id FROM village ORDER BY rowid")][:villages]
    connection.exec_driver_sql("CREATE TEMP TABLE home (place INTEGER PRIMARY KEY, village TEXT)")
    connection.exec_driver_sql("INSERT INTO home VALUES (?, ?)", list(enumerate(everywhere)))
    move = "UPDATE resident SET village_id = (SELECT village FROM home WHERE place = resident.rowid % ?)"
    connection.exec_driver_sql(move, (len(everywhere),))


def _copy(table: str, names: list[str], pointing: tuple[str, ...]) -> str:
    """Every row once more per copy, under other keys."""
    changed = {"id", "name", "name_key", "code", "code_key", *pointing}
    cells = ", ".join(f"{name} || '-' || n" if name in changed else name for name in names)
    copy = (
        "WITH RECURSIVE copy(n) AS (SELECT 1 WHERE :copies > 0 UNION ALL SELECT n + 1 FROM copy WHERE n < :copies)"
    )
    return f"{copy} INSERT INTO {table} ({', '.join(names)}) SELECT {cells} FROM {table}, copy"  # noqa: S608


def released(vault: Path, runs: int) -> Measured:
    """The fastest of some releases (each from the same ledger) and of the bare counts."""
    bare = ours = float("inf")
    peak = 0.0
    for turn in range(runs):
        # apart, because a release beside a newer one of its series is refused
        place = vault.with_name(f"keer-{turn}")
        copy = shutil.copytree(vault, place / "dorp.vault")
        with closing(open_vault(copy, PASSPHRASE, environment())) as workspace:
            ours = min(ours, timed(partial(workspace.releases.make, ReleaseChoice(UNTIL), place / "overzicht")))
            # before the bare counts, whose memory is not ours
            peak = peak or most_memory()
            bare = min(bare, timed(partial(count, workspace)))
        shutil.rmtree(place)
    return Measured(ours, bare, peak)


def most_memory() -> float:
    """The most this program ever had, in megabytes.

    Not `getrusage`: on Linux a new process starts with the most of the one that began it.
    """
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    kilobytes = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
    return kilobytes * 1024 / _MEGABYTE


def count(workspace: Workspace) -> None:
    """The same counts by SQL alone."""
    year = UNTIL.year
    with workspace.database._reader.connect() as connection:
        for query in _COUNTS:
            connection.exec_driver_sql(f"{_LAST} {query}", (year, year, year, UNTIL.isoformat())).fetchall()
