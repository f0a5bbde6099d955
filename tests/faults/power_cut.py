"""The power goes: the writes of a real process are recorded, cut off at a random place and played back."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.faults.replay import Disk, Entry, read_entries
from tests.faults.rows import Row, counted, not_here
from tests.faults.sitting import VAULT, Found, look, new_vault
from tests.faults.worker import CALLED_OUT

CUTS, QUICK_CUTS = 1000, 60
BITING_CUTS, QUICK_BITING_CUTS = 200, 40
SAVES = 120
RECORDER = Path(__file__).with_name("recorder.c")


def measure(*, quick: bool, loops: int | None = None) -> list[Row]:
    """Cut a careful process off many times, and a careless one until the bench has shown that it sees a loss."""
    if shutil.which("cc") is None:
        return [not_here("stroom eraf (geen C-compiler)")]
    cuts = loops or (QUICK_CUTS if quick else CUTS)
    weak = min(cuts, QUICK_BITING_CUTS if quick else BITING_CUTS)
    return [
        _row("stroom eraf tijdens het bewaren", cuts),
        _row("stroom eraf, schijf zonder wachten (moet bijten)", weak, "--careless", bites=True),
    ]


def _row(fault: str, cuts: int, *more: str, bites: bool = False) -> Row:
    with tempfile.TemporaryDirectory() as place:
        found = list(_cut_often(Path(place), fault, cuts, *more))
    return Row(fault, len(found), sum(one.whole for one in found), sum(one.lost for one in found), bites)


def _cut_often(place: Path, fault: str, cuts: int, *more: str) -> list[Found]:
    start, entries = _recorded(place, *more)
    dice = random.Random(20261122)
    places = sorted(dice.randrange(len(entries)) for _ in range(cuts))
    disk, played, found = Disk(start), 0, []
    for stop in counted(fault, places):
        for entry in entries[played:stop]:
            disk.play(entry)
        played = max(played, stop)
        found.append(_after(place, disk.cut(dice), _called_out(entries[:stop])))
    return found


def _recorded(place: Path, *more: str) -> tuple[dict[str, bytes], list[Entry]]:
    """The files before a process began to save, and all it did to them."""
    library, log, folder = place / "recorder.so", place / "verslag", place / "echt"
    subprocess.run(["cc", "-shared", "-fPIC", "-O2", "-o", str(library), str(RECORDER), "-ldl"], check=True)
    folder.mkdir()
    vault = new_vault(folder)
    start = {str(path): path.read_bytes() for path in vault.iterdir() if path.is_file()}
    watched = {"LD_PRELOAD": str(library), "SPINNENWEB_RECORD": str(folder), "SPINNENWEB_LOG": str(log)}
    command = [sys.executable, "-m", "tests.faults.worker", str(vault), str(SAVES), *more]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, **watched})
    entries = [entry for entry in read_entries(log) if not entry.name.endswith("-shm")]
    if not any(entry.what == "S" and entry.name.endswith("-wal") for entry in entries) and not more:
        raise RuntimeError("the recorder saw no sync of the log")
    return start, entries


def _called_out(entries: list[Entry]) -> int:
    said = b"".join(entry.data for entry in entries if entry.what == "W" and entry.name.endswith(CALLED_OUT))
    return max(map(int, said.split()), default=0)


def _after(place: Path, files: dict[str, bytes], called_out: int) -> Found:
    folder = place / "na"
    shutil.rmtree(folder, ignore_errors=True)
    root = place / "echt"
    for name, content in files.items():
        target = folder / Path(name).relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        target.chmod(0o600)
    vault = folder / VAULT
    vault.chmod(0o700)
    return look(vault, called_out)
