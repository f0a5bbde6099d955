"""Somebody with the key writes in the audit log, its guards removed: always found."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.rows import Row
from tests.faults.strokes import behind_the_door, copied, vault_with_history, what_is_seen

if TYPE_CHECKING:
    from collections.abc import Callable

    import sqlcipher3.dbapi2 as driver

    Stroke = Callable[[driver.Connection, random.Random], None]

TRIES, QUICK_TRIES = 100, 4
SAVES = 30
CHANGES = {
    "at": "'2020-01-01T00:00:00.000Z'",
    "device": "'een-andere-laptop'",
    "kind": "'afgedrukt'",
    "subject": "'iemand-anders'",
    "about_id": "'iets-anders'",
    "detail": "detail || '.'",
    "fields": "'[\"iets anders\"]'",
    "mac": "zeroblob(32)",
}


def measure(*, quick: bool, loops: int | None = None) -> list[Row]:
    """Each way to write in the log, at random lines."""
    tries = loops or (QUICK_TRIES if quick else TRIES)
    strokes: tuple[tuple[str, Stroke], ...] = (
        ("regel van het logboek gewijzigd", change),
        ("regel van het logboek weggehaald", remove),
        ("regel tussen het logboek gezet", put_in),
        ("staart van het logboek afgeknipt", cut_off),
    )
    with tempfile.TemporaryDirectory() as place:
        vault = vault_with_history(Path(place), SAVES)
        if what_is_seen(copied(vault, Path(place, "gaaf.vault"))):
            raise RuntimeError("something is found in a vault that nobody touched")
        return [_row(f"{name}: gevonden", vault, tries, stroke) for name, stroke in strokes]


def _row(name: str, vault: Path, tries: int, stroke: Stroke) -> Row:
    found = [_found(vault, stroke, random.Random(number)) for number in range(tries)]
    return Row(name, tries, sum(found), tries - sum(found))


def _found(vault: Path, stroke: Stroke, dice: random.Random) -> bool:
    copy = copied(vault, vault.with_name("log.vault"))
    with behind_the_door(copy) as connection:
        stroke(connection, dice)
    return any(problem.startswith("log_") for problem in what_is_seen(copy))


def _last(connection: driver.Connection) -> int:
    return int(connection.execute("SELECT max(seq) FROM audit").fetchone()[0])


def change(connection: driver.Connection, dice: random.Random) -> None:
    """Another value in one column of one line."""
    column = dice.choice(sorted(CHANGES))
    seq = dice.randint(1, _last(connection))
    connection.execute(f"UPDATE audit SET {column} = {CHANGES[column]} WHERE seq = ?", (seq,))  # noqa: S608


def remove(connection: driver.Connection, dice: random.Random) -> None:
    """One line away, from before the last one, with or without numbering the others anew."""
    seq = dice.randint(1, _last(connection) - 1)
    connection.execute("DELETE FROM audit WHERE seq = ?", (seq,))
    if dice.random() < 1 / 2:
        later = connection.execute("SELECT seq FROM audit WHERE seq > ? ORDER BY seq", (seq,)).fetchall()
        for (number,) in later:
            connection.execute("UPDATE audit SET seq = ? WHERE seq = ?", (number - 1, number))


def put_in(connection: driver.Connection, dice: random.Random) -> None:
    """A line that looks like another, after the last one."""
    seq, last = dice.randint(1, _last(connection)), _last(connection)
    columns = "at, device, kind, subject, subject_mark, about_table, about_id, about_mark, fields, detail, mac"
    copy = f"INSERT INTO audit (seq, {columns}) SELECT ?, {columns} FROM audit WHERE seq = ?"  # noqa: S608
    connection.execute(copy, (last + 1, seq))


def cut_off(connection: driver.Connection, dice: random.Random) -> None:
    """The last lines away, one or many."""
    connection.execute("DELETE FROM audit WHERE seq > ?", (dice.randint(0, _last(connection) - 1),))
