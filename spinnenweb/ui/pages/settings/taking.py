"""One file on its way into the vault: how far it is, and a way to stop it."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from spinnenweb.domain.errors import SpinnenwebError

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.services.imports import ImportReport, ImportService

_BLOCK = 1 << 20


class TakingStoppedError(Exception):
    """The person stopped it; nothing was taken over."""


class Taking(QObject):
    """Belongs to no widget, so that the worker thread can report whatever becomes of the page.

    `counted(rows, of_about)` comes from the worker thread.
    """

    counted = Signal(int, int)

    def __init__(self, service: ImportService, path: Path) -> None:
        super().__init__()
        self._service = service
        self._path = path
        self._stopped = Event()
        self._lines = 0

    def run(self) -> ImportReport:
        """Take the file over, on the worker thread.

        Raises `TakingStoppedError`, and what `ImportService.import_csv` raises.
        """
        self._lines = count_lines(self._path)
        return self._service.import_csv(self._path, self._count)

    def _count(self, rows: int) -> None:
        if self._stopped.is_set():
            raise TakingStoppedError
        self.counted.emit(rows, max(rows, self._lines))

    def stop(self) -> None:
        """Ask it to stop at the next batch of rows; all that was read is then forgotten."""
        self._stopped.set()


def count_lines(path: Path) -> int:
    """About how many rows a file has; 0 when it cannot be read, which the import itself will say better."""
    try:
        with path.open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(_BLOCK), b""))
    except OSError:
        return 0


def write_template(target: Path, text: str) -> None:
    """Write the example file; it holds nobody. Raises `target.missing`, `target.no_rights`, `disk.failed`."""
    try:
        target.write_bytes(text.encode("utf-8-sig"))
    except FileNotFoundError:
        raise SpinnenwebError("target.missing", path=str(target)) from None
    except PermissionError:
        raise SpinnenwebError("target.no_rights", path=str(target)) from None
    except OSError:
        raise SpinnenwebError("disk.failed") from None
