"""A vault on disk: where its parts are, and the faults that can be seen without a key."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.envelope import ENVELOPE_NAME, FORMER_NAME, read_envelope
from spinnenweb.security.envelope_format import DATABASE_PATTERN, Envelope
from spinnenweb.security.os_errors import VAULT, os_errors
from spinnenweb.security.private_files import sync_folder

if TYPE_CHECKING:
    from pathlib import Path

BALLAST_NAME = "ballast"
#: One page of SQLCipher: below it a file opens as an empty database (`reference/security.md` 1.5, trap 2).
MIN_DATABASE_BYTES = 4096

#: What may be wrong with the envelope for its second copy to be read.
_SPARED = ("fault.damaged", "fault.empty", "vault.missing")
_PLAIN_HEADER = b"SQLite format 3\0"
_DATABASE_FILE = re.compile(rf"(?P<database>{DATABASE_PATTERN})(-wal|-shm|-journal)?(?P<part>\.part(-journal)?)?")
_COPY_OF_DATABASE = re.compile(r"(?P<stem>dossier-[1-9][0-9]{0,8})\.voor-[0-9.]+\.db(-journal)?")
_ENVELOPE_PART = re.compile(rf"({re.escape(ENVELOPE_NAME)}|{re.escape(FORMER_NAME)})\.part")


@dataclass(frozen=True)
class VaultFolder:
    """A vault in which nothing wrong is seen from outside.

    `from_spare`: `sleutel.json` is damaged, and its second copy `sleutel.vorige.json` was read.
    """

    root: Path
    envelope: Envelope
    from_spare: bool = False

    @property
    def database(self) -> Path:
        """The one database the envelope names."""
        return self.root / self.envelope.database

    @property
    def ballast(self) -> Path:
        """The file that is given up when the disk is full."""
        return self.root / BALLAST_NAME


def examine(folder: Path) -> VaultFolder:
    """Look at a vault before any key is asked; nothing on disk changes, whatever is found.

    Raises:
        SpinnenwebError: `vault.missing` (no folder, or no vault in it), `fault.rights`, `fault.empty`,
            `fault.plaintext`, `fault.newer` with `version`, `fault.damaged`.
    """
    with os_errors(VAULT, folder):
        _refuse_no_vault(folder)
        found = _read(folder)
        _refuse_bad_database(found.database)
    return found


def _read(folder: Path) -> VaultFolder:
    try:
        return VaultFolder(folder, read_envelope(folder))
    except SpinnenwebError as error:
        spare = _spare(folder) if error.code in _SPARED else None
        if spare is None:
            raise
        return VaultFolder(folder, spare, from_spare=True)


def _spare(folder: Path) -> Envelope | None:
    """The second copy of the envelope, unless another database lies there that the damaged one may have named."""
    try:
        spare = read_envelope(folder, FORMER_NAME)
    except SpinnenwebError:
        return None
    databases = {path.name for path in folder.iterdir() if re.fullmatch(DATABASE_PATTERN, path.name)}
    return spare if databases == {spare.database} else None


def remove_unnamed_databases(folder: Path, envelope: Envelope) -> tuple[str, ...]:
    """Remove the databases that the envelope does not name, and parts of writes that were killed.

    To be called with the vault locked and after the named database was opened with the key.

    Returns:
        The names of the removed files, sorted.

    Raises:
        SpinnenwebError: `fault.damaged` when the named database is not there: then nothing is removed;
            `fault.rights`.
    """
    with os_errors(VAULT, folder):
        if not (folder / envelope.database).is_file():
            raise SpinnenwebError("fault.damaged")
        unnamed = sorted(path for path in folder.iterdir() if _is_unnamed(path.name, envelope))
        for path in unnamed:
            path.unlink()
        sync_folder(folder)
    return tuple(path.name for path in unnamed)


def _is_unnamed(name: str, envelope: Envelope) -> bool:
    match = _DATABASE_FILE.fullmatch(name)
    copy = _COPY_OF_DATABASE.fullmatch(name)
    if copy is not None:
        # made before a migration, and kept until that database was opened once more
        return f"{copy['stem']}.db" != envelope.database
    if match is None:
        return _ENVELOPE_PART.fullmatch(name) is not None
    return match["part"] is not None or match["database"] != envelope.database


def _refuse_no_vault(folder: Path) -> None:
    found = folder.stat()
    if not stat.S_ISDIR(found.st_mode):
        # a few lines of text are no empty vault; only a file without anything in it is called empty
        if found.st_size == 0 or found.st_size >= MIN_DATABASE_BYTES:
            _refuse_bad_database(folder)
        raise SpinnenwebError("vault.missing", path=str(folder))
    _refuse_without(folder, os.R_OK | os.W_OK | os.X_OK)
    names = {path.name for path in folder.iterdir()}
    if ENVELOPE_NAME not in names and not (FORMER_NAME in names and _spare(folder)):
        raise SpinnenwebError("fault.damaged" if _was_vault(names) else "vault.missing", path=str(folder))
    for name in names & {ENVELOPE_NAME, FORMER_NAME}:
        _refuse_without(folder / name, os.R_OK | os.W_OK)


def _was_vault(names: set[str]) -> bool:
    return FORMER_NAME in names or any(_DATABASE_FILE.fullmatch(name) for name in names)


def _refuse_bad_database(database: Path) -> None:
    if not database.is_file():
        raise SpinnenwebError("fault.damaged")
    for suffix in ("", "-wal", "-shm"):
        beside = database.with_name(database.name + suffix)
        if beside.exists():
            _refuse_without(beside, os.R_OK | os.W_OK)
    with database.open("rb") as handle:
        if handle.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER:
            raise SpinnenwebError("fault.plaintext")
    if database.stat().st_size < MIN_DATABASE_BYTES:
        raise SpinnenwebError("fault.empty")


def _refuse_without(path: Path, rights: int) -> None:
    if not os.access(path, rights):
        raise SpinnenwebError("fault.rights", path=str(path))
