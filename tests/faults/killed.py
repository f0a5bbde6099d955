"""kill -9 at random instants: no save that was called out is lost."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic, sleep

from tests.faults.rows import Row
from tests.faults.sitting import look, new_vault

LOOPS, QUICK_LOOPS = 2000, 50
MOST_SAVES = 100_000
SHORTEST, LONGEST = 0.01, 0.25
"""Seconds between the first save and the end."""
PATIENCE = 60.0


def measure(*, quick: bool, loops: int | None = None) -> list[Row]:
    """Kill a process that saves, open what it left, again and again."""
    tries = loops or (QUICK_LOOPS if quick else LOOPS)
    survived = lost = 0
    with tempfile.TemporaryDirectory() as place:
        for number in range(tries):
            folder = Path(place, str(number))
            folder.mkdir()
            found = look(new_vault(folder), killed_after(folder, random.uniform(SHORTEST, LONGEST)))  # noqa: S311
            survived += found.whole
            lost += found.lost
    return [Row("kill -9 tijdens het bewaren", tries, survived, lost)]


def killed_after(folder: Path, seconds: float, *more: str) -> int:
    """Let a process save for some seconds and kill it; the number of the last save it called out."""
    command = [
        sys.executable,
        "-m",
        "tests.faults.worker",
        str(next(folder.glob("*.vault"))),
        str(MOST_SAVES),
        *more,
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        start = monotonic()
        sleep(seconds)
        child.kill()
        rest = child.stdout.read()
    if not first or monotonic() - start > PATIENCE:
        raise RuntimeError("the process did not begin to save")
    # a line that was cut off was not called out whole
    return max(int(line) for line in (first + rest).rsplit(b"\n", 1)[0].splitlines())
