"""One program per vault: the lock that the window and the command line both hold."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.os_errors import VAULT, os_errors
from spinnenweb.security.private_files import FILE_MODE

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

LOCK_NAME = "slot"


class VaultLock:
    """The lock on the file `slot` in a vault folder; the system gives it back when the program dies.

    The file itself stays: whether the vault is open is in the lock on it, not in its being there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = FileLock(folder / LOCK_NAME, timeout=0, mode=FILE_MODE, thread_local=False)

    @property
    def held(self) -> bool:
        """Whether this object holds the lock now."""
        return self._lock.is_locked

    def acquire(self) -> None:
        """Take the lock without waiting.

        Raises:
            SpinnenwebError: `lock.already_open`, `vault.missing` (no such folder), `fault.rights`.
        """
        try:
            with os_errors(VAULT, self._folder):
                _refuse_no_folder(self._folder)
                self._lock.acquire()
        except Timeout:
            raise SpinnenwebError("lock.already_open") from None

    def release(self) -> None:
        """Give the lock back; nothing happens when it is not held."""
        self._lock.release(force=True)

    def __enter__(self) -> VaultLock:
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def _refuse_no_folder(folder: Path) -> None:
    # filelock would make the folder.
    if not stat.S_ISDIR(folder.stat().st_mode):
        raise SpinnenwebError("vault.missing", path=str(folder))
