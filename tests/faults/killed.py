"""kill -9 at random instants: no save that was called out is lost."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic, sleep

from tests.faults.rows import Row, counted
from tests.faults.sitting import Found, look, new_vault

FAULT = "kill -9 tijdens het bewaren"
LOOPS, QUICK_LOOPS = 2000, 50
MOST_SAVES = 100_000
SHORTEST, LONGEST = 0.01, 0.25
"""Seconds between the first save and the end."""
PATIENCE = 60.0


def measure(*, quick: bool, loops: int | None = None) -> list[Row]:
    """Kill a process that saves, open what it left, again and again."""
    tries = loops or (QUICK_LOOPS if quick else LOOPS)
    found = [_killed_once(random.uniform(SHORTEST, LONGEST)) for _ in counted(FAULT, range(tries))]
    return [Row(FAULT, tries, sum(one.whole for one in found), sum(one.lost for one in found))]


def _killed_once(seconds: float) -> Found:
    # each in a folder of its own that goes at once: two thousand vaults are six gigabytes
    with tempfile.TemporaryDirectory() as place:
        vault = new_vault(Path(place))
        return look(vault, killed_after(Path(place), seconds))


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
        try:
            first = child.stdout.readline()
            start = monotonic()
            sleep(seconds)
        finally:
            child.kill()
        rest = child.stdout.read()
    if not first or monotonic() - start > PATIENCE:
        raise RuntimeError("the process did not begin to save")
    # a line that was cut off was not called out whole
    return max(int(line) for line in (first + rest).rsplit(b"\n", 1)[0].splitlines())
