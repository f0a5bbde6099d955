"""Windows: the messages about the session and about power (WM_WTSSESSION_CHANGE, WM_POWERBROADCAST).

Not run on the machines this was made on; `docs/` has the list to try by hand.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication

from spinnenweb.ui.locking.watch import SystemWatch

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray, QObject
    from PySide6.QtGui import QWindow

SESSION_CHANGE, POWER = 0x02B1, 0x0218
LEFT = frozenset((0x2, 0x4, 0x6, 0x7))
"""Console or remote disconnected, logged off, locked."""
SUSPEND = 0x4


class _Message(ctypes.Structure):
    """The start of MSG."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wparam", ctypes.c_size_t),
        ("lparam", ctypes.c_ssize_t),
    )


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, watch: WindowsWatch) -> None:
        super().__init__()
        self._watch = watch

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> Any:  # noqa: ANN401, N802
        """Look at every message of this program; keep none."""
        if b"windows_generic_MSG" in (kind, getattr(kind, "data", bytes)()):
            found = _Message.from_address(int(message))
            self._watch.hear(found.message, found.wparam)
        return False, 0


class WindowsWatch(SystemWatch):
    """Asks Windows to tell one window of this program."""

    def __init__(self, parent: QObject, window: QWindow | None) -> None:
        super().__init__(parent)
        self._window = int(window.winId()) if window is not None else 0
        self._filter = _Filter(self)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self._filter)
        self._tell("WTSRegisterSessionNotification", 0)

    def hear(self, message: int, about: int) -> None:
        """One message and what it is about."""
        if message == SESSION_CHANGE and about in LEFT:
            self.locked.emit()
        elif message == POWER and about == SUSPEND:
            self.sleeping.emit()

    def stop(self) -> None:
        """Listen no more."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(self._filter)
        self._tell("WTSUnRegisterSessionNotification")

    def _tell(self, name: str, *more: int) -> None:
        loader = getattr(ctypes, "WinDLL", None)
        if loader is not None and self._window:
            getattr(loader("wtsapi32"), name)(ctypes.c_void_p(self._window), *more)
