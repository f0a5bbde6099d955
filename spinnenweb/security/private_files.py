"""Files and folders that only their owner may read, and that are either whole or not there."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager, suppress
from errno import EACCES, EINVAL, ENOTSUP
from typing import TYPE_CHECKING, BinaryIO

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.os_errors import TARGET, os_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FILE_MODE = 0o600
FOLDER_MODE = 0o700
PART_SUFFIX = ".part"

# O_BINARY exists on Windows only; without it every newline in a PDF would change there.
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def part_path(target: Path) -> Path:
    """Where `target` is made, in the same folder so that the last step is one rename."""
    return target.with_name(target.name + PART_SUFFIX)


def make_private_folder(path: Path) -> None:
    """Make one new folder with mode 700.

    Raises:
        SpinnenwebError: `target.exists`, `target.missing` (no parent), `target.no_rights`, `disk.full`,
            `disk.failed`.
    """
    with os_errors(TARGET, path):
        path.mkdir(mode=FOLDER_MODE)


def write_private(target: Path, data: bytes) -> None:
    """Write `data` as a whole to `target` with mode 600; a former file stays until the new one is safe.

    Raises:
        SpinnenwebError: `disk.full`, `disk.failed`, `target.no_rights`, `target.missing`, `target.exists`
            (a folder is there).
    """
    with private_part(target) as handle:
        handle.write(data)


@contextmanager
def private_part(target: Path) -> Iterator[BinaryIO]:
    """Open `<target>.part` with mode 600 for writing; it becomes `target` when the block ends well.

    A leftover part of an earlier, killed attempt is removed first. At any failure the part is removed and a
    former `target` is as it was.

    Raises:
        SpinnenwebError: `disk.full`, `disk.failed`, `target.no_rights`, `target.missing`, `target.exists`
            (a folder is there).
    """
    with os_errors(TARGET, target.parent), replacing(target) as handle:
        yield handle


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """As `private_part`, for a caller in this room that has its own names for what the disk refuses.

    Raises:
        OSError: as the system gave it.
    """
    part = part_path(target)
    part.unlink(missing_ok=True)
    descriptor = os.open(part, _NEW_FILE, FILE_MODE)
    try:
        with os.fdopen(descriptor, "wb") as handle:
            yield handle
            handle.flush()
            sync(handle.fileno())
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


@contextmanager
def write_private_folder(target: Path, before_name: Callable[[], None] = lambda: None) -> Iterator[Path]:
    """Give a new folder with mode 700 beside `target`; it becomes `target` when the block ends well.

    A leftover of an earlier, killed attempt is removed first. At any failure the new folder is removed.
    `before_name` is called when the disk holds every file and only the name is still to come.

    Raises:
        SpinnenwebError: `target.exists`, `disk.full`, `disk.failed`, `target.no_rights`, `target.missing`.
    """
    with os_errors(TARGET, target.parent):
        if os.path.lexists(target):
            raise SpinnenwebError("target.exists", path=str(target))
        part = part_path(target)
        _remove_leftover(part)
        part.mkdir(mode=FOLDER_MODE)
        try:
            yield part
            _sync_tree(part)
            before_name()
            part.rename(target)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
        sync_folder(target.parent)


def sync(descriptor: int) -> None:
    """Wait until the disk holds what was written (macOS keeps it in the disk's cache without `F_FULLFSYNC`)."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Wait until the disk holds the names in `folder`; Windows keeps them itself and cannot be asked.

    Network shares do not know the request, and some folders may be written but not read: nothing to ask there.
    """
    if sys.platform == "win32":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in (EINVAL, ENOTSUP, EACCES):
            raise


def _remove_leftover(part: Path) -> None:
    if part.is_dir() and not part.is_symlink():
        shutil.rmtree(part)
    else:
        part.unlink(missing_ok=True)


def _sync_tree(folder: Path) -> None:
    # The rename may reach the disk before the files do: a whole folder name over half a file.
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            sync_folder(path)
        elif path.is_file():
            with path.open("r+b") as handle:
                sync(handle.fileno())
    sync_folder(folder)
