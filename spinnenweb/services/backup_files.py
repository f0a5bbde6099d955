"""A backup as a file: an uncompressed zip of the envelope, what stands beside the database, and the database.

Whoever hands us such a file may have made it to harm: nothing is unpacked but the parts we know, and never more
bytes than the file itself has.
"""

from __future__ import annotations

import os
import re
import shutil
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.envelope import ENVELOPE_NAME, envelope_bytes, parse_envelope
from spinnenweb.security.os_errors import VAULT, os_errors
from spinnenweb.services.audit import ANCHOR_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from spinnenweb.security.envelope import Envelope

SUFFIX = ".reserve"
ERASED_NAME = "gewist.json"
"""Who was erased, as marks only the key can make; it goes along so that no backup brings anybody back."""
BESIDE = (ANCHOR_NAME, ERASED_NAME)
_MOST_PARTS = 8
_LARGEST_PART = 8 * 1024 * 1024
"""Bytes of what is read into memory."""
_NEW_FILE = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A file that looks like a backup; whether its database is whole is only known with the key."""

    path: Path
    envelope: Envelope
    size: int
    beside: Mapping[str, bytes]


def write_parts(handle: BinaryIO, envelope: Envelope, database: Path, beside: Mapping[str, bytes]) -> None:
    """Write a backup of a closed copy of a database."""
    with zipfile.ZipFile(handle, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(ENVELOPE_NAME, envelope_bytes(envelope))
        for name, data in beside.items():
            archive.writestr(name, data)
        archive.write(database, envelope.database)


def read_backup(path: Path) -> BackupFile:
    """Look at a backup without a key; nothing is written.

    Raises:
        SpinnenwebError: `backup.missing`, `backup.unreadable` (no backup, or a damaged one), `fault.newer`.
    """
    with _archive(path) as archive:
        envelope = parse_envelope(_small(archive, ENVELOPE_NAME))
        names = set(archive.namelist())
        _refuse_packed(archive.getinfo(envelope.database), path)
        beside = {name: _small(archive, name) for name in BESIDE if name in names}
    return BackupFile(path, envelope, path.stat().st_size, beside)


def unpack_database(backup: BackupFile, target: Path) -> None:
    """Write the database of a backup to a new file with mode 600.

    Raises:
        FileExistsError: there is something with this name.
        SpinnenwebError: `backup.unreadable` (it is not what was written), `disk.full`, `disk.failed`.
    """
    descriptor = os.open(target, _NEW_FILE, 0o600)
    with (
        os.fdopen(descriptor, "wb") as handle,
        _archive(backup.path) as archive,
        archive.open(backup.envelope.database) as source,
        os_errors(VAULT, target.parent),
    ):
        shutil.copyfileobj(source, handle, 1 << 20)


def looks_ours(path: Path, vault_id: str) -> bool:
    """Whether this is a backup of that vault; two workers may both call theirs "kluis" on one network disk."""
    try:
        return read_backup(path).envelope.id == vault_id
    except (SpinnenwebError, OSError):
        return False


def is_name_of(name: str, vault: str) -> re.Match[str] | None:
    """Whether a file is named as a backup of a vault with this name; the group `moment` says when."""
    pattern = rf"{re.escape(vault)}(-[0-9a-f]{{4}})?_(?P<moment>\d{{4}}-\d\d-\d\d_\d{{4}}){re.escape(SUFFIX)}"
    return re.fullmatch(pattern, name)


@contextmanager
def _archive(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            if len(archive.infolist()) > _MOST_PARTS:
                raise SpinnenwebError("backup.unreadable")
            yield archive
    except FileNotFoundError:
        raise SpinnenwebError("backup.missing") from None
    except SpinnenwebError as error:
        # the envelope is read as that of a vault; here it is the backup that is damaged
        raise SpinnenwebError("backup.unreadable") if error.code == "fault.damaged" else error from None
    except (zipfile.BadZipFile, KeyError, EOFError, ValueError, RuntimeError, OSError):
        raise SpinnenwebError("backup.unreadable") from None


def _small(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > _LARGEST_PART:
        raise SpinnenwebError("backup.unreadable")
    return archive.read(name)


def _refuse_packed(part: zipfile.ZipInfo, path: Path) -> None:
    # what we write is never compressed, so a part cannot be larger than the file
    if part.compress_type != zipfile.ZIP_STORED or part.file_size > path.stat().st_size:
        raise SpinnenwebError("backup.unreadable")
