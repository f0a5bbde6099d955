"""Places on disk that a command was given: is the vault there, and may something be put at a target?"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from spinnenweb.cli.output import NO_ROOM
from spinnenweb.domain.errors import SpinnenwebError

if TYPE_CHECKING:
    from argparse import Namespace

PDF_START = b"%PDF-"
PNG_START = b"\x89PNG\r\n"


def refuse_no_vault(vault: Path) -> None:
    """Say that there is nothing before a password is asked; `SpinnenwebError` `vault.missing`, `fault.rights`."""
    try:
        vault.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise SpinnenwebError("vault.missing", path=str(vault)) from None
    except PermissionError:
        raise SpinnenwebError("fault.rights") from None


def refuse_no_file(file: Path) -> None:
    """Refuse a device or a pipe, which would be read without end or only once.

    Raises `SpinnenwebError` `import.missing`.
    """
    found = _stat(file)
    if found is not None and not stat.S_ISREG(found.st_mode):
        raise SpinnenwebError("import.missing", path=str(file))


def refuse_other_kind(target: Path, start: bytes) -> None:
    """Refuse to overwrite anything but an earlier file of the same kind, which begins with `start`.

    Raises `SpinnenwebError` `target.exists` or `target.no_rights`.
    """
    if not os.path.lexists(target):
        return
    found = _stat(target)
    if found is None or not stat.S_ISREG(found.st_mode) or _start(target, len(start)) not in (b"", start):
        raise SpinnenwebError("target.exists", path=str(target))


def _start(file: Path, length: int) -> bytes:
    try:
        with file.open("rb") as handle:
            return handle.read(length)
    except PermissionError:
        raise SpinnenwebError("target.no_rights", path=str(file)) from None


def _stat(path: Path) -> os.stat_result | None:
    """What the system knows of a path; `None` when it tells nothing."""
    try:
        return path.stat()
    except OSError:
        return None


def refused_by_system(error: OSError, given: Namespace) -> SpinnenwebError | None:
    """The expected error when the system refuses a name or place the command was given; `None` is a bug."""
    if error.errno in NO_ROOM:
        return SpinnenwebError("disk.full")
    if not isinstance(error.filename, str):
        return None
    place = Path(error.filename)
    for path in vars(given).values():
        if isinstance(path, Path) and (place.is_relative_to(path) or place.parent == path.parent):
            return SpinnenwebError("path.refused", path=str(path))
    return None
