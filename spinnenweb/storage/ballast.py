"""The ballast: some megabytes beside the database that are thrown overboard when the disk is full.

On a full disk not even removing a record is possible (reference/security.md 5). Without the ballast the last
sentence somebody typed would be lost; with it there is room to keep that, and to close in order.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from spinnenweb.security.vault_folder import BALLAST_NAME

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 2 * 1024 * 1024
"""Bytes: room for a conversation of many pages, the log of it, and bringing both into the file at closing."""
ROOM = 2 * SIZE
"""Bytes that must be free before a ballast is made: it may not be what fills the disk."""


def take_on(folder: Path) -> bool:
    """Make the ballast when it is not there and there is room; whether it is there now."""
    path = folder / BALLAST_NAME
    with suppress(OSError):
        if path.exists():
            return path.stat().st_size >= SIZE
        if shutil.disk_usage(folder).free >= ROOM:
            _fill(path)
            return True
    return False


def throw_out(folder: Path) -> bool:
    """Give the room of the ballast back to the disk; whether there was any."""
    try:
        (folder / BALLAST_NAME).unlink()
    except OSError:
        return False
    return True


def _fill(path: Path) -> None:
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        _take_room(descriptor)
    except OSError:
        os.close(descriptor)
        path.unlink(missing_ok=True)
        raise
    os.close(descriptor)


def _take_room(descriptor: int) -> None:
    if hasattr(os, "posix_fallocate"):
        with suppress(OSError):
            os.posix_fallocate(descriptor, 0, SIZE)
            return
    # chance does not shrink on a disk that compresses, nor becomes a hole on one that leaves zeros out
    os.write(descriptor, os.urandom(SIZE))
