"""Giving out figures, killed at every step or on a full disk: no release or a whole one, and the ledger agrees.

A step is before or after a call that changes the disk, or a commit of the database.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from sqlalchemy import event

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.releases import ReleaseChoice
from spinnenweb.security.private_files import PART_SUFFIX
from spinnenweb.services.vaults import open_vault
from tests.faults.medium import can_mount, fill_up, small_disk
from tests.faults.rows import Row, not_here
from tests.unit.services import killing
from tests.unit.services.release_rooms import APRIL, MARCH, MAY, village
from tests.unit.services.rooms import PASSPHRASE, environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spinnenweb.services.workspace import Workspace

TRIES, QUICK_TRIES = 120, 10
FULL_TRIES, QUICK_FULL_TRIES = 12, 2
PEOPLE = 30
APRIL_FOLDER = "2026-04"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A closed vault that gave out one release, and the place where the next one is to come."""

    vault: Path
    out: Path

    def copied(self, place: Path) -> Prepared:
        """The same somewhere else, in a folder that is emptied first."""
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        out = place / "uit"
        shutil.copytree(self.out, out)
        return Prepared(Path(shutil.copytree(self.vault, place / "dorp.vault")), out)


def measure(*, quick: bool, loops: int | None = None) -> list[Row]:
    """Killed, the place of the folder full, and the place of the vault full."""
    tries = loops or (QUICK_TRIES if quick else TRIES)
    full = loops or (QUICK_FULL_TRIES if quick else FULL_TRIES)
    with tempfile.TemporaryDirectory() as place:
        made = prepared(Path(place))
        rows = [_row("cijfers delen, kill -9 bij elke stap", _killed(made, Path(place) / "poging", tries))]
        if not can_mount():
            return [*rows, not_here("cijfers delen, schijf vol")]
        rows.append(_row("cijfers delen, schijf van de map vol", (_full_out(made, n) for n in range(full))))
        rows.append(_row("cijfers delen, schijf van de kluis vol", (_full_vault(made, n) for n in range(full))))
        return rows


def _row(name: str, found: Iterator[bool]) -> Row:
    results = [*found]
    return Row(name, len(results), sum(results), results.count(False))


def prepared(place: Path) -> Prepared:
    """Make one."""
    with village(place) as here:
        here.crowd(PEOPLE)
        here.make(MARCH)
        here.crowd(PEOPLE, 100, datum="2026-04-02")
        folder, out = here.room.folder, here.out
    return Prepared(folder, out)


def give_out(made: Prepared, stepper: killing.Stepper) -> None:
    """Open the vault, give out April and close; steps count from the moment it is open."""
    workspace = open_vault(made.vault, PASSPHRASE, environment())
    event.listen(workspace.database._writer, "commit", lambda _connection: stepper.step())
    stepper.watch()
    workspace.releases.make(ReleaseChoice(APRIL), made.out / APRIL_FOLDER)
    workspace.close()


def steps_in(made: Prepared, place: Path) -> tuple[int, float]:
    """How many steps and seconds it takes when nobody kills it."""
    copy, stepper = made.copied(place), killing.Stepper(None)
    read, write = os.pipe()

    def counted() -> None:
        give_out(copy, stepper)
        os.write(write, str(stepper.count).encode())

    start = monotonic()
    if killing.in_child(counted) != killing.DONE:
        raise RuntimeError("giving out failed without being killed")
    return int(os.read(read, 20)), monotonic() - start


def _killed(made: Prepared, place: Path, tries: int) -> Iterator[bool]:
    steps, seconds = steps_in(made, place)
    dice = random.Random(tries)
    at_steps = min(steps, (2 * tries + 2) // 3)
    for number in range(at_steps):
        yield survives(made, place, (steps - 1) * number // max(at_steps - 1, 1))
    for _ in range(tries - at_steps):
        yield survives(made, place, None, dice.uniform(0, seconds))


def survives(made: Prepared, place: Path, kill_at: int | None, after: float | None = None) -> bool:
    """Whether what is left after one kill is as it has to be."""
    copy = made.copied(place)
    killing.in_child(lambda: give_out(copy, killing.Stepper(kill_at)), after)
    return agrees(copy)


def agrees(made: Prepared) -> bool:
    """No April or a whole one, the ledger says the same, and the series goes on with the same bytes."""
    workspace = open_vault(made.vault, PASSPHRASE, environment())
    try:
        folder = made.out / APRIL_FOLDER
        known = {one.number for one in workspace.releases.earlier()}
        whole = is_whole(folder) if folder.exists() else None
        before = {path.name: path.read_bytes() for path in folder.iterdir()} if whole else {}
        if (2 in known) != (whole is True) or whole is False:
            return False
        name = "nog-eens" if whole else APRIL_FOLDER
        again = workspace.releases.make(ReleaseChoice(APRIL), made.out / name)
        after = {path.name: path.read_bytes() for path in again.folder.iterdir()}
        later = workspace.releases.make(ReleaseChoice(MAY), made.out / "2026-05")
        return _in_order(workspace, made, (again.number, later.number), before in ({}, after))
    finally:
        workspace.close()


def _in_order(workspace: Workspace, made: Prepared, numbers: tuple[int, int], same: bool) -> bool:
    left = [path for path in made.out.iterdir() if path.name.endswith(PART_SUFFIX)]
    logged = workspace.audit.verify().sound and workspace.checks.check().sound
    workspace.releases.check_series(made.out / "2026-05")
    return same and numbers == (2, 3) and not left and logged


def is_whole(folder: Path) -> bool:
    """Whether every file a manifest names is there as it was made."""
    manifest = folder / "manifest.json"
    if not manifest.is_file():
        return False
    told = json.loads(manifest.read_text("utf-8"))["bestanden"]
    found = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir() if p != manifest}
    return bool(told) and found == told


def _full_out(made: Prepared, number: int) -> bool:
    """The disk of the folder takes a part of the files, and no more."""
    with tempfile.TemporaryDirectory() as place, small_disk() as disk:
        copy = made.copied(Path(place) / "poging")
        fill_up(disk / "vol")
        with (disk / "vol").open("r+b") as handle:
            handle.truncate(max(0, (disk / "vol").stat().st_size - 4096 * (1 + number)))
        return _is_refused(copy, disk / APRIL_FOLDER) and agrees(copy)


def _full_vault(made: Prepared, number: int) -> bool:
    """The disk of the vault takes next to nothing more, and has no ballast to give up."""
    with tempfile.TemporaryDirectory() as place, small_disk() as disk:
        copy = made.copied(Path(place) / "poging")
        full = Prepared(Path(shutil.copytree(copy.vault, disk / "dorp.vault")), copy.out)
        workspace = open_vault(full.vault, PASSPHRASE, environment())
        fill_up(disk / "vol")
        with (disk / "vol").open("r+b") as handle:
            handle.truncate(max(0, (disk / "vol").stat().st_size - 4096 * number))
        code = _code_of(workspace, full.out / APRIL_FOLDER)
        (disk / "vol").unlink()
        workspace.close()
        return code in ("", "disk.full") and agrees(full)


def _is_refused(made: Prepared, folder: Path) -> bool:
    workspace = open_vault(made.vault, PASSPHRASE, environment())
    try:
        return _code_of(workspace, folder) == "disk.full" and not folder.exists()
    finally:
        workspace.close()


def _code_of(workspace: Workspace, folder: Path) -> str:
    try:
        workspace.releases.make(ReleaseChoice(APRIL), folder)
    except SpinnenwebError as error:
        return error.code
    return ""
