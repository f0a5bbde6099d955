"""Where the tests write: in memory where there is plenty of it, since waiting for a disk is half of their time.

A vault forces every change to the disk, thousands of times in a run. The same calls are made on a disk in memory;
what a disk loses when the power goes is tested by `tests/faults`, which records them.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

MEMORY_DISK = Path("/dev") / "shm"
LEAST_FREE = 4 * 2**30
"""A whole run holds a quarter of it at most."""


def use_quick_disk() -> None:
    """Put temporary files in memory, also those of programs that are started, unless somebody chose a place."""
    if "TMPDIR" in os.environ or not _has_room(MEMORY_DISK):
        return
    os.environ["TMPDIR"] = str(MEMORY_DISK)
    # the place was looked up before, to catch what the tests say
    tempfile.tempdir = None


def _has_room(disk: Path) -> bool:
    if not os.access(disk, os.W_OK | os.X_OK):
        return False
    return min(shutil.disk_usage(disk).free, _free_memory()) >= LEAST_FREE


def _free_memory() -> int:
    told = Path("/proc/meminfo")
    lines = told.read_text("utf-8").splitlines() if told.exists() else []
    return sum(1024 * int(line.split()[1]) for line in lines if line.startswith("MemAvailable:"))


def share_font_list() -> None:
    """Let matplotlib look through the fonts of this computer once for a whole run, and not anew in every home."""
    if "MPLCONFIGDIR" not in os.environ:
        os.environ["MPLCONFIGDIR"] = str(new_folder())


def new_folder() -> Path:
    """A folder for as long as this process tests."""
    folder = Path(tempfile.mkdtemp())
    _FOLDERS.append(folder)
    return folder


def remove_folders() -> None:
    """Remove what `new_folder` made."""
    while _FOLDERS:
        shutil.rmtree(_FOLDERS.pop(), ignore_errors=True)


_FOLDERS: list[Path] = []
atexit.register(remove_folders)
