"""Looking into a backup and putting it back: always as a copy beside, and the envelope names it as the last step.

The database of before stays until the vault was opened well again (`architecture.md` 13). Whoever is killed on the
way has the vault as it was, or as it was put back, and never half of one.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.ids import IdSource
from spinnenweb.security.envelope import (
    ENVELOPE_NAME,
    envelope_bytes,
    open_with_passphrase,
    open_with_recovery,
    read_envelope,
    with_database,
    write_envelope,
)
from spinnenweb.security.keys import Purpose, subkey, wipe
from spinnenweb.security.os_errors import VAULT, os_errors
from spinnenweb.security.private_files import write_private, write_private_folder
from spinnenweb.security.vault_folder import BALLAST_NAME
from spinnenweb.security.vault_lock import LOCK_NAME, VaultLock
from spinnenweb.services.backup_files import read_backup, unpack_database
from spinnenweb.services.backup_memory import recall, remember
from spinnenweb.services.putting_back import (
    changing_over,
    erased_since,
    fresh_name,
    put_back,
    remove_database,
)
from spinnenweb.storage.migrations import STEPS
from spinnenweb.storage.overview import Overview, overview
from spinnenweb.storage.probe import probe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spinnenweb.security.envelope import Envelope
    from spinnenweb.services.backup_files import BackupFile
    from spinnenweb.services.environment import Environment
    from spinnenweb.services.putting_back import Beside

    Unwrap = Callable[[Envelope], bytearray]

__all__ = ["BackupView", "Overview", "Unwrap", "by_emergency_key", "by_passphrase", "look", "look_with", "restore"]


@dataclass(frozen=True, slots=True)
class BackupView:
    """A backup that was opened: what is in it, its size in bytes, and whether it is of the vault it is held to."""

    path: Path
    size: int
    inside: Overview


def by_passphrase(passphrase: str) -> Unwrap:
    """Open with the passphrase of when the backup was made."""
    return partial(open_with_passphrase, passphrase=passphrase)


def by_emergency_key(code: str) -> Unwrap:
    """Open with the emergency key of when the backup was made."""
    return partial(open_with_recovery, code=code)


def look(path: Path, unwrap: Unwrap) -> BackupView:
    """Open a backup and count what is in it; takes about a second, and changes nothing.

    Raises:
        SpinnenwebError: `backup.missing`, `backup.unreadable`, `fault.passphrase`, `key.form`, `key.check`,
            `key.wrong`, `fault.newer` with `version`, `disk.full`, `memory.full`.
    """
    backup = read_backup(path)
    data_key = unwrap(backup.envelope)
    try:
        return look_with(backup, data_key)
    finally:
        wipe(data_key)


def look_with(backup: BackupFile, data_key: bytearray) -> BackupView:
    """The same with the data key of the backup; what is unpacked for it is encrypted, and goes at once."""
    key = subkey(data_key, Purpose.DATABASE)
    try:
        with tempfile.TemporaryDirectory(prefix="spinnenweb-") as place, _unreadable():
            copy = Path(place) / backup.envelope.database
            unpack_database(backup, copy)
            probe(copy, key, vault_id=backup.envelope.id, newest=STEPS[-1].info.to)
            inside = overview(copy, key)
    finally:
        wipe(key)
    if inside.problems:
        raise SpinnenwebError("backup.unreadable")
    return BackupView(backup.path, backup.size, inside)


def restore(path: Path, folder: Path, unwrap: Unwrap, environment: Environment) -> Path | None:
    """Put a backup back where no vault is open: in a new folder, or in that of a vault that does not open.

    What is left of a vault that does not open is first copied to a folder beside it, which is given; `None` when
    there was none. The vault then opens with what opens the backup.

    Raises:
        SpinnenwebError: as `look`; `backup.other_vault` (another vault is there), `lock.already_open`,
            `target.missing`, `target.no_rights`, `disk.full`, `disk.failed`.
    """
    backup = read_backup(path)
    data_key = unwrap(backup.envelope)
    try:
        if not folder.exists() or not any(folder.iterdir()):
            _restore_new(backup, folder, data_key, environment)
            return None
        return _restore_over(backup, folder, data_key, unwrap, environment)
    finally:
        wipe(data_key)


def _restore_new(backup: BackupFile, folder: Path, data_key: bytearray, environment: Environment) -> None:
    if folder.exists():
        folder.rmdir()
    with write_private_folder(folder) as part:
        write_private(part / ENVELOPE_NAME, envelope_bytes(backup.envelope))
        beside = _put(backup, part, backup.envelope.database, data_key, environment)
        for name, data in beside.items():
            write_private(part / name, data)
        with VaultLock(part):
            pass
    remember(folder, replace(recall(folder), restored_from=backup.path.name))


def _restore_over(
    backup: BackupFile, folder: Path, data_key: bytearray, unwrap: Unwrap, environment: Environment
) -> Path:
    with VaultLock(folder):
        today = _today(folder)
        if today is not None and today.id != backup.envelope.id:
            raise SpinnenwebError("backup.other_vault")
        aside = _keep_aside(folder)
        name = fresh_name(folder)
        envelope = with_database(_fitting(today, backup.envelope, data_key, unwrap), data_key, name)
        try:
            beside = _put(backup, folder, name, data_key, environment)
            with changing_over(folder, beside):
                write_envelope(folder, envelope)
        except BaseException:
            _discard(folder, name)
            raise
        remember(folder, replace(recall(folder), restored_from=backup.path.name, mark=""))
    return aside


def _put(
    backup: BackupFile,
    folder: Path,
    name: str,
    data_key: bytearray,
    environment: Environment,
) -> Beside:
    key = subkey(data_key, Purpose.DATABASE)
    try:
        with _unreadable():
            erased = erased_since(folder, backup)
            return put_back(backup, folder / name, key, erased, environment, IdSource(environment.clock))
    finally:
        wipe(key)


def _today(folder: Path) -> Envelope | None:
    with suppress(SpinnenwebError):
        return read_envelope(folder)
    return None


def _fitting(today: Envelope | None, former: Envelope, data_key: bytearray, unwrap: Unwrap) -> Envelope:
    """Today's ways in where what was typed opens them too, else those of the backup."""
    if today is None:
        return former
    try:
        opened = unwrap(today)
    except SpinnenwebError:
        return former
    same = opened == data_key
    wipe(opened)
    return today if same else former


def _keep_aside(folder: Path) -> Path:
    """A copy of what is left, so that what is newer than the backup can still be saved from it."""
    stem = folder.name.removesuffix(".vault")
    names = (f"{stem}-beschadigd{number}.vault" for number in ("", *range(2, 1000)))
    aside = next(folder.parent / name for name in names if not (folder.parent / name).exists())
    with write_private_folder(aside) as part, os_errors(VAULT, folder):
        for path in folder.iterdir():
            if path.is_file() and path.name not in (LOCK_NAME, BALLAST_NAME):
                shutil.copyfile(path, part / path.name)
                (part / path.name).chmod(0o600)
    return aside


def _discard(folder: Path, name: str) -> None:
    with suppress(SpinnenwebError, OSError):
        today = _today(folder)
        # only while the envelope surely names another one
        if today is not None and today.database != name:
            remove_database(folder / name)


@contextmanager
def _unreadable() -> Iterator[None]:
    """Of a vault it is the vault that is damaged; here it is the backup."""
    try:
        yield
    except SpinnenwebError as error:
        if error.code in ("fault.damaged", "fault.empty", "fault.plaintext"):
            raise SpinnenwebError("backup.unreadable") from None
        raise
