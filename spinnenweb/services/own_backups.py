"""Backups of a vault that is open: laid beside it, and put back in it."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.envelope import read_envelope, with_database, write_envelope
from spinnenweb.security.keys import Purpose, subkey, wipe
from spinnenweb.services.backup_files import read_backup, unpack_database
from spinnenweb.services.backup_memory import recall, remember
from spinnenweb.services.putting_back import changing_over, erased_since, fresh_name, put_back, remove_database
from spinnenweb.services.restoring import BackupView, look_with
from spinnenweb.storage.database import Database
from spinnenweb.storage.overview import Overview

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spinnenweb.domain.ids import IdSource
    from spinnenweb.security.envelope import Envelope
    from spinnenweb.services.backup_files import BackupFile
    from spinnenweb.services.backups import BackupService
    from spinnenweb.services.environment import Environment
    from spinnenweb.services.putting_back import Beside


class OwnBackupService:
    """Looks into backups of the open vault and puts one back."""

    def __init__(
        self,
        folder: Path,
        data_key: bytearray,
        database: Database,
        backups: BackupService,
        ids: IdSource,
        environment: Environment,
    ) -> None:
        self._folder = folder
        self._data_key = data_key
        self._database = database
        self._backups = backups
        self._ids = ids
        self._environment = environment

    def today(self) -> Overview:
        """What is in the vault now, to lay beside a backup."""
        found = self._database.check()
        with self._database.reading() as work:
            newest = work.conversations.newest_day()
        return Overview(found.residents, found.conversations, newest, found.schema, found.problems)

    def look(self, path: Path, unwrap: Callable[[Envelope], bytearray] | None = None) -> BackupView:
        """Open a backup with the key of this vault, or with `unwrap` when it is of before the key was changed.

        Raises:
            SpinnenwebError: `backup.locked` (another key: ask the passphrase of then), `backup.other_vault`, and
                as `restoring.look`.
        """
        backup = self._own(path)
        with self._key_of(backup, unwrap) as data_key:
            return look_with(backup, data_key)

    @contextmanager
    def inside(self, path: Path, unwrap: Callable[[Envelope], bytearray] | None = None) -> Iterator[Database]:
        """The database of a backup of this vault, open as a copy that goes when the block ends.

        Raises:
            SpinnenwebError: as `look`.
        """
        backup = self._own(path)
        with self._key_of(backup, unwrap) as data_key, TemporaryDirectory(prefix="spinnenweb-") as place:
            look_with(backup, data_key)
            key, copy = subkey(data_key, Purpose.DATABASE), Path(place) / backup.envelope.database
            try:
                unpack_database(backup, copy)
                database = self._opened(backup, copy, key)
            finally:
                wipe(key)
            try:
                yield database
            finally:
                database.close()

    def put_back(self, path: Path, unwrap: Callable[[Envelope], bytearray] | None = None) -> Path:
        """Put a backup in the place of what is in the vault now, of which a backup is made first; its path.

        The passphrase stays that of today. Close the workspace right after it and open the vault again.

        Raises:
            SpinnenwebError: as `look`; `disk.full`, `disk.failed`, `target.no_rights`.
        """
        backup = self._own(path)
        with self._database.alone(), self._key_of(backup, unwrap) as data_key:
            safe = self._backups.make(path.parent, rotating=False)
            self._take(backup, data_key)
        memory = recall(self._folder)
        new = replace(memory, restored_from=path.name, before_restore=safe.name, mark="")
        remember(self._folder, new)
        return safe

    def _own(self, path: Path) -> BackupFile:
        backup = read_backup(path)
        if backup.envelope.id != read_envelope(self._folder).id:
            raise SpinnenwebError("backup.other_vault")
        return backup

    @contextmanager
    def _key_of(self, backup: BackupFile, unwrap: Callable[[Envelope], bytearray] | None) -> Iterator[bytearray]:
        if _fits(backup.envelope, self._data_key):
            yield self._data_key
            return
        if unwrap is None:
            raise SpinnenwebError("backup.locked")
        data_key = unwrap(backup.envelope)
        try:
            yield data_key
        finally:
            wipe(data_key)

    def _take(self, backup: BackupFile, data_key: bytearray) -> None:
        key = subkey(self._data_key, Purpose.DATABASE)
        try:
            name, beside = self._beside(backup, data_key, key)
            envelope = with_database(read_envelope(self._folder), self._data_key, name)
            with changing_over(self._folder, beside):
                self._commit(envelope)
                self._database.move(self._folder / name, key)
        finally:
            wipe(key)

    def _commit(self, envelope: Envelope) -> None:
        try:
            write_envelope(self._folder, envelope)
        except BaseException:
            self._discard(envelope.database)
            raise

    def _beside(self, backup: BackupFile, data_key: bytearray, key: bytearray) -> tuple[str, Beside]:
        """The backup as a database of this vault, under the key of today."""
        name, erased = fresh_name(self._folder), erased_since(self._folder, backup)
        then = subkey(data_key, Purpose.DATABASE)
        try:
            target = self._folder / name
            beside = put_back(backup, target, then, erased, self._environment, self._ids)
            if then == key:
                return name, beside
            return self._under_todays_key(backup, name, then, key), beside
        finally:
            wipe(then)

    def _under_todays_key(self, backup: BackupFile, name: str, then: bytearray, key: bytearray) -> str:
        fresh = fresh_name(self._folder)
        former = self._opened(backup, self._folder / name, then)
        try:
            former.copy_with_key(self._folder / fresh, key, lambda _done, _pages: None)
        finally:
            former.close()
            remove_database(self._folder / name)
        return fresh

    def _opened(self, backup: BackupFile, path: Path, key: bytearray) -> Database:
        return Database.open(
            path,
            key,
            vault_id=backup.envelope.id,
            device=self._environment.device,
            clock=self._environment.clock,
            ids=self._ids,
        )

    def _discard(self, name: str) -> None:
        with suppress(SpinnenwebError, OSError):
            if read_envelope(self._folder).database != name:
                remove_database(self._folder / name)


def _fits(envelope: Envelope, data_key: bytearray) -> bool:
    try:
        with_database(envelope, data_key, envelope.database)
    except SpinnenwebError:
        return False
    return True
