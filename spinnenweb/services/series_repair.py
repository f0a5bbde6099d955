"""Mending the series of releases after an older file was put back: from the sealed copy, or from a newer backup.

Only the memory of the series comes back (what was published, and under which number who counts), never a resident
or a talk: those are as the older file has them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.changes import Changes, Kind, changed
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.services.series_seal import (
    is_ahead,
    read_seal,
    series_in,
    settle_pending,
    settle_series,
)
from spinnenweb.storage.audit_trail import Entry
from spinnenweb.storage.series_store import SeriesStore

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from spinnenweb.security.envelope import Envelope
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.unit_of_work import UnitOfWork

    Unwrap = Callable[[Envelope], bytearray]

LEDGER = "grootboek"
"""What the audit log calls this kind of putting back."""


class SeriesRepairService:
    """Takes the ledger of releases from elsewhere."""

    def __init__(
        self,
        folder: Path,
        database: Database,
        data_key: bytearray,
        inside: Callable[[Path, Unwrap | None], AbstractContextManager[Database]],
    ) -> None:
        """`inside` opens the database of a backup for as long as its block lasts."""
        self._folder = folder
        self._database = database
        self._data_key = data_key
        self._inside = inside

    def is_needed(self) -> bool:
        """Whether this vault is older than the last release, or a part of its series is lost."""
        with self._database.reading() as work:
            return is_ahead(read_seal(self._folder, work), work) or not work.series.is_whole()

    def can_use_copy(self) -> bool:
        """Whether the sealed copy in the vault folder can mend it."""
        try:
            self._sealed()
        except SpinnenwebError:
            return False
        return True

    def from_sealed_copy(self) -> Changes:
        """Take the series from the sealed copy in the vault folder.

        Raises:
            SpinnenwebError: `release.no_copy` (there is none that this vault can open), `release.copy_older` (it
                knows no more than this vault), `release.other_series`, `disk.full`, `disk.failed`.
        """
        return self._take(self._sealed())

    def from_backup(self, path: Path, unwrap: Unwrap | None = None) -> Changes:
        """Take the series from a newer backup of this vault; `unwrap` as for `OwnBackupService.look`.

        Raises:
            SpinnenwebError: `release.copy_older`, `release.other_series`, `backup.*`, `disk.full`, `disk.failed`.
        """
        with self._inside(path, unwrap) as backup, backup.reading() as work:
            copy = work.series.copy()
        return self._take(copy)

    def _sealed(self) -> bytes:
        with self._database.reading() as work:
            seal = read_seal(self._folder, work)
        copy = None if seal is None else series_in(seal, self._data_key)
        if copy is None:
            raise SpinnenwebError("release.no_copy")
        return copy

    def _take(self, copy: bytes) -> Changes:
        settle_pending(self._database, given_out=True)
        with self._database.writing() as work:
            _refuse_other(work, copy)
            work.series.take(copy)
            work.audit.note(Entry(AuditKind.RESTORED, detail=LEDGER))
        settle_series(self._folder, self._database, self._data_key)
        return changed(Kind.RELEASE, "")


def _refuse_other(work: UnitOfWork, copy: bytes) -> None:
    """A series that goes on where ours is, or tells all of it where a part of ours was lost."""
    theirs = SeriesStore.releases_in(copy)
    ours = tuple((each.number, each.manifest) for each in work.series.releases())
    whole = work.series.is_whole()
    secret = work.series.secret()
    if secret not in (None, SeriesStore.secret_in(copy)) and ours:
        raise SpinnenwebError("release.other_series")
    if not set(ours) <= set(theirs):
        raise SpinnenwebError("release.other_series" if len(theirs) >= len(ours) else "release.copy_older")
    if len(theirs) < len(ours) or (whole and len(theirs) == len(ours)):
        raise SpinnenwebError("release.copy_older")
