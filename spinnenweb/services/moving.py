"""Bringing a vault from a sync folder or a network share to this laptop, without opening it.

Killed at any instant there is a whole vault: the copy gets its name only when every byte of it was compared, and
the old one goes only after that. Moving again goes on where it stopped.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.envelope import ENVELOPE_NAME, read_envelope
from spinnenweb.security.os_errors import TARGET, VAULT, os_errors
from spinnenweb.security.private_files import (
    FILE_MODE,
    PART_SUFFIX,
    make_private_folder,
    sync,
    write_private_folder,
)
from spinnenweb.security.vault_folder import examine
from spinnenweb.security.vault_lock import LOCK_NAME, VaultLock
from spinnenweb.services.vault_places import refuse_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

_BLOCK = 1 << 20
_MOST_NAMES = 1000
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

Prints = dict[str, str]
"""A fingerprint for the name of every file."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Where the vault is now, and whether the old folder is gone; what changed in it meanwhile was left there."""

    folder: Path
    old_is_gone: bool


def move_to_laptop(folder: Path, vaults: Path, remember: Callable[[Path], None] = lambda _new: None) -> Moved:
    """Bring a vault that nobody has open to `vaults`, and remove the old one after the copy was compared.

    Args:
        folder: the vault, in a sync folder or on a share.
        vaults: folder on this laptop; made when it is not there.
        remember: gets the new place once the whole vault stands there, before the old one goes.

    Raises:
        SpinnenwebError: `lock.already_open`, and as `examine` (no vault, or none that is whole: nothing is moved);
            `vault.place_synced` or `vault.place_network` (`vaults` is no folder of this laptop), `target.*`,
            `disk.full`, `disk.failed` (it changed or broke while it was copied: the old one is as it was).
    """
    refuse_place(vaults)
    examine(folder)
    with VaultLock(folder), os_errors(VAULT, folder):
        prints = _prints(folder)
        new = _copy_made_before(folder, vaults, prints) or _copied(folder, _free(vaults, folder.name), prints)
        remember(new)
        _remove(folder, prints)
    return Moved(new, _remove_empty(folder))


def _copied(folder: Path, target: Path, prints: Mapping[str, str]) -> Path:
    with write_private_folder(target) as part:
        for name in prints:
            _copy(folder / name, part / name)
        if _prints(part) != prints or _prints(folder) != prints:
            raise SpinnenwebError("disk.failed")
    return target


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with source.open("rb") as old, os.fdopen(os.open(target, _NEW_FILE, FILE_MODE), "wb") as new:
        for block in _blocks(old):
            new.write(block)
        new.flush()
        sync(new.fileno())


def _prints(folder: Path) -> Prints:
    """Of every file but the lock, which says nothing by being there."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if _counts(path))
    return {name: _print(folder / name) for name in names if name != LOCK_NAME}


def _counts(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _print(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as handle:
        for block in _blocks(handle):
            digest.update(block)
    return digest.hexdigest()


def _blocks(handle: BinaryIO) -> Iterator[bytes]:
    while block := handle.read(_BLOCK):
        yield block


def _copy_made_before(folder: Path, vaults: Path, prints: Mapping[str, str]) -> Path | None:
    """The copy of a move that was killed after it stood there; a part of the old one may be gone already."""
    wanted = read_envelope(folder).id
    found = [one for one in sorted(vaults.iterdir()) if one.suffix != PART_SUFFIX] if vaults.is_dir() else []
    return next((one for one in found if _id(one) == wanted and prints.items() <= _prints(one).items()), None)


def _id(folder: Path) -> str:
    with suppress(SpinnenwebError, OSError):
        return read_envelope(folder).id if folder.is_dir() else ""
    return ""


def _free(vaults: Path, name: str) -> Path:
    if not vaults.is_dir():
        with os_errors(TARGET, vaults.parent):
            vaults.parent.mkdir(parents=True, exist_ok=True)
        make_private_folder(vaults)
    stem, dot, kind = name.partition(".")
    names = (f"{stem}{number}{dot}{kind}" for number in ("", *range(2, _MOST_NAMES)))
    return next(vaults / one for one in names if not os.path.lexists(vaults / one))


def _remove(folder: Path, prints: Mapping[str, str]) -> None:
    """Remove what the copy holds; the envelope goes last, so that what a kill leaves is known for a vault."""
    for name in sorted(prints, key=lambda one: one == ENVELOPE_NAME):
        path = folder / name
        # it was synchronised anew meanwhile: not what was copied, so not ours to throw away
        if _counts(path) and _print(path) == prints[name]:
            path.unlink()


def _remove_empty(folder: Path) -> bool:
    with suppress(OSError):
        if {path.name for path in folder.iterdir()} == {LOCK_NAME}:
            (folder / LOCK_NAME).unlink()
        for inner in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
            inner.rmdir()
        folder.rmdir()
    return not folder.exists()
