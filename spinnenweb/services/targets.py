"""Where a file may go that leaves the vault."""

from __future__ import annotations

import os
from pathlib import Path

from spinnenweb.domain.errors import SpinnenwebError


def refuse_inside(vault: Path, target: Path) -> None:
    """Refuse a target in the vault itself, where it would stand open among what is closed, or replace it.

    Raises `SpinnenwebError` `target.in_vault`.
    """
    home, whole = _stat(vault), Path(os.path.realpath(target))
    if home is None:
        return
    folders = filter(None, map(_stat, (whole, *whole.parents)))
    # compared as the system knows them: capitals and links give one folder many names
    if any(os.path.samestat(folder, home) for folder in folders):
        raise SpinnenwebError("target.in_vault", path=str(target))


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None
