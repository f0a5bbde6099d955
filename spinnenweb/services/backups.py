"""Backups: one closed file that opens with the same passphrase."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.envelope import ENVELOPE_NAME, envelope_bytes, read_envelope
from spinnenweb.security.private_files import part_path, private_part

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.domain.clock import Clock
    from spinnenweb.storage.database import Database

SUFFIX = ".reserve"
_MOMENT = "%Y-%m-%d_%H%M"


class BackupService:
    """Makes backups of the open vault and finds them back."""

    def __init__(self, folder: Path, database: Database, clock: Clock) -> None:
        self._folder = folder
        self._name = folder.name.removesuffix(".vault")
        self._database = database
        self._clock = clock

    def make(self, place: Path) -> Path:
        """Write `NAAM_2026-11-21_1405.reserve` in a folder and give its path.

        It holds the envelope and a copy of the database that was opened and checked, uncompressed, mode 600.
        Another backup of the same minute is replaced. The name is local time.

        Raises:
            SpinnenwebError: `target.missing`, `target.no_rights`, `disk.full`, `disk.failed`, `fault.damaged`.
        """
        moment = self._clock.now().astimezone().strftime(_MOMENT)
        target = place / f"{self._name}_{moment}{SUFFIX}"
        envelope = read_envelope(self._folder)
        copy = part_path(self._database.path)
        copy.unlink(missing_ok=True)
        try:
            self._database.copy_into(copy)
            with private_part(target) as handle, zipfile.ZipFile(handle, "w", zipfile.ZIP_STORED) as archive:
                archive.writestr(ENVELOPE_NAME, envelope_bytes(envelope))
                archive.write(copy, envelope.database)
        finally:
            copy.unlink(missing_ok=True)
        _refuse_unreadable(target)
        return target

    def newest(self, place: Path) -> datetime | None:
        """The local time of the newest backup of this vault in a folder, or `None`."""
        pattern = re.compile(rf"{re.escape(self._name)}_(\d{{4}}-\d\d-\d\d_\d{{4}}){re.escape(SUFFIX)}")
        names = (path.name for path in place.iterdir()) if place.is_dir() else ()
        moments = (_moment(match[1]) for match in map(pattern.fullmatch, names) if match)
        return max((moment for moment in moments if moment is not None), default=None)


def _moment(written: str) -> datetime | None:
    try:
        return datetime.strptime(written, _MOMENT).astimezone()
    except ValueError:
        return None


def _refuse_unreadable(target: Path) -> None:
    if not _reads_back(target):
        target.unlink()
        raise SpinnenwebError("disk.failed")


def _reads_back(target: Path) -> bool:
    try:
        with zipfile.ZipFile(target) as archive:
            return archive.testzip() is None
    except (zipfile.BadZipFile, OSError):
        return False
