"""Backups: one closed file that opens with the same passphrase, made by hand and at every closing."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.rotation import surplus
from spinnenweb.security.envelope import read_envelope
from spinnenweb.security.private_files import part_path, private_part, sync
from spinnenweb.services.audit import ANCHOR_NAME
from spinnenweb.services.backup_files import (
    ERASED_NAME,
    SUFFIX,
    is_name_of,
    looks_ours,
    read_backup,
    unpack_database,
    write_parts,
)
from spinnenweb.services.backup_memory import BackupMemory, recall, remember
from spinnenweb.storage.audit_trail import Entry

if TYPE_CHECKING:
    from typing import BinaryIO

    from spinnenweb.domain.clock import Clock
    from spinnenweb.security.envelope import Envelope
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.health import CheckResult

__all__ = ["SUFFIX", "BackupService", "KeptBackup"]

_MOMENT = "%Y-%m-%d_%H%M"
_ID_SIGNS = 4


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A backup of this vault at a place; `made` is local time, `size` in bytes."""

    path: Path
    made: datetime
    size: int


class BackupService:
    """Makes backups of the open vault and finds them back."""

    def __init__(self, folder: Path, database: Database, clock: Clock) -> None:
        self._folder = folder
        self._name = folder.name.removesuffix(".vault")
        self._database = database
        self._clock = clock

    # making

    def make(self, place: Path, *, rotating: bool = True) -> Path:
        """Write `NAAM_2026-11-21_1405.reserve` in a folder and give its path.

        It holds the envelope, the anchor of the audit log, the marks of who was erased, and a copy of the
        database; uncompressed, mode 600. Before it gets its name it was read back from the disk, opened with the
        key and checked: every page, the structure, the links and the counts. Another backup of this vault of the
        same minute is replaced. The name is local time. Older ones are rotated; with `rotating` off none goes
        and none is replaced.

        Raises:
            SpinnenwebError: `target.missing`, `target.no_rights`, `disk.full`, `disk.failed`, `fault.damaged`.
        """
        envelope = read_envelope(self._folder)
        moment = self._clock.now()
        target = self._target(place, moment, envelope) if rotating else self._free(place, moment, envelope)
        mark, beside = self._log()
        self._write(target, envelope, beside)
        self._remember(target, moment, mark)
        if rotating:
            self.rotate(place)
        return target

    def make_as(self, target: Path) -> Path:
        """The same under a name of one's own, where nothing may be yet; it takes no part in the rotation.

        Raises:
            SpinnenwebError: `target.exists`, and as `make`.
        """
        if os.path.lexists(target):
            raise SpinnenwebError("target.exists", path=str(target))
        _, beside = self._log()
        self._write(target, read_envelope(self._folder), beside)
        return target

    def make_if_changed(self) -> Path | None:
        """At closing: a backup at the place of the settings when anything changed since the last; else `None`.

        What goes wrong is remembered for the next opening and keeps nobody from closing.
        """
        before = recall(self._folder)
        try:
            place = self._place()
            if place is None or self._is_made(before, place):
                return None
            return self.make(place)
        except SpinnenwebError as error:
            remember(self._folder, replace(before, missed=error.code))
            return None

    def is_due(self) -> bool:
        """Whether a place is set and something changed since the last backup."""
        place = self._place()
        return place is not None and not self._is_made(recall(self._folder), place)

    def take_missed(self) -> str:
        """The code of what kept the last closing from making a backup, once; empty when nothing did."""
        memory = recall(self._folder)
        if memory.missed:
            remember(self._folder, replace(memory, missed=""))
        return memory.missed

    def _place(self) -> Path | None:
        with self._database.reading() as work:
            place = work.settings.get().backup_place
        return Path(place) if place else None

    def _is_made(self, memory: BackupMemory, place: Path) -> bool:
        with self._database.reading() as work:
            mark = work.change_mark.now()
        same_place = bool(memory.name) and memory.place == str(place)
        # a stick that is out counts as not made: then it is said at the next opening
        return same_place and memory.mark == mark and (place / memory.name).is_file()

    def _target(self, place: Path, moment: datetime, envelope: Envelope) -> Path:
        written = moment.astimezone().strftime(_MOMENT)
        target = place / f"{self._name}_{written}{SUFFIX}"
        if os.path.lexists(target) and not looks_ours(target, envelope.id):
            # somebody else's vault of the same name, on the same network disk, in the same minute
            return place / f"{self._name}-{envelope.id[:_ID_SIGNS]}_{written}{SUFFIX}"
        return target

    def _free(self, place: Path, moment: datetime, envelope: Envelope) -> Path:
        """A name that is not taken: that of a later minute where this one has a backup."""
        later = (self._target(place, moment + timedelta(minutes=number), envelope) for number in range(1000))
        return next(target for target in later if not os.path.lexists(target))

    def _log(self) -> tuple[str, dict[str, bytes]]:
        """Write the making down, so that the backup says it too; give the mark and what goes beside the file."""
        with self._database.writing() as work:
            work.audit.note(Entry(AuditKind.BACKED_UP))
        with self._database.reading() as work:
            mark, beside = work.change_mark.now(), {ANCHOR_NAME: work.audit.anchor(self._clock.now())}
        with suppress(FileNotFoundError):
            beside[ERASED_NAME] = (self._folder / ERASED_NAME).read_bytes()
        return mark, beside

    def _write(self, target: Path, envelope: Envelope, beside: dict[str, bytes]) -> None:
        copy = part_path(self._database.path)
        copy.unlink(missing_ok=True)
        try:
            found = self._database.copy_into(copy)
            with private_part(target) as handle:
                write_parts(handle, envelope, copy, beside)
                copy.unlink()
                _bring_out(handle)
                self._refuse_other(part_path(target), copy, found)
        finally:
            copy.unlink(missing_ok=True)

    def _refuse_other(self, part: Path, copy: Path, found: CheckResult) -> None:
        """Open what the disk gives back with the key, and hold it against what was copied."""
        try:
            unpack_database(read_backup(part), copy)
            same = self._database.check_copy(copy) == found
        except SpinnenwebError as error:
            if error.code != "backup.unreadable":
                raise
            same = False
        if not same:
            raise SpinnenwebError("disk.failed")

    def _remember(self, target: Path, moment: datetime, mark: str) -> None:
        made = moment.astimezone().isoformat(timespec="seconds")
        before = recall(self._folder)
        new = replace(before, place=str(target.parent), name=target.name, made=made, mark=mark, missed="")
        remember(self._folder, new)

    # finding

    def all(self, place: Path) -> tuple[KeptBackup, ...]:
        """The backups of this vault in a folder, newest first; none where the folder is not there."""
        vault_id = read_envelope(self._folder).id
        found = [one for one in kept_backups(place, self._name) if looks_ours(one.path, vault_id)]
        return tuple(sorted(found, key=lambda one: (one.made, one.path.name), reverse=True))

    def newest(self, place: Path) -> datetime | None:
        """The local time of the newest backup of this vault in a folder, or `None`."""
        return max((one.made for one in self.all(place)), default=None)

    def last_good(self) -> datetime | None:
        """When the last good backup was made, as it is remembered; also while the stick is out."""
        return recall(self._folder).made_at

    def rotate(self, place: Path) -> tuple[str, ...]:
        """Remove the backups of this vault that may go, and halves of killed ones; the names.

        See `domain.rotation`. What was last put back stays, what it replaced too, and what is not of this vault.
        """
        mine = {one.path.name: one.made for one in self.all(place)}
        memory = recall(self._folder)
        gone = sorted(surplus(mine, (memory.restored_from, memory.before_restore, memory.name)))
        for name in gone:
            with suppress(OSError):
                (place / name).unlink()
        return tuple(gone)


def kept_backups(place: Path, vault: str) -> tuple[KeptBackup, ...]:
    """The files in a folder that are named as backups of a vault, in no order; none where it cannot be read."""
    try:
        return tuple(filter(None, (_kept(path, vault) for path in place.iterdir())))
    except OSError:
        return ()


def _kept(path: Path, vault: str) -> KeptBackup | None:
    match = is_name_of(path.name, vault)
    if match is None:
        return None
    try:
        return KeptBackup(path, datetime.strptime(match["moment"], _MOMENT).astimezone(), path.stat().st_size)
    except (ValueError, OSError):
        return None


def _bring_out(handle: BinaryIO) -> None:
    """Have the disk itself hold the file, so that what is read back is not what memory still holds."""
    handle.flush()
    sync(handle.fileno())
    if hasattr(os, "posix_fadvise"):
        with suppress(OSError):
            os.posix_fadvise(handle.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
