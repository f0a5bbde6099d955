"""macOS: asked every two seconds whether the screen is locked or another user has it (Quartz session dictionary).

Not run on the machines this was made on; `docs/` has the list to try by hand. Sleep is seen as a gap in time.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot

from spinnenweb.ui.locking.watch import SystemWatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

LOOK_MS = 2000
_GRAPHICS = "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"
_UTF8 = 0x08000100


class MacWatch(SystemWatch):
    """Sends `locked()` once each time the session is left."""

    def __init__(self, parent: QObject, away: Callable[[], bool] | None = None) -> None:
        super().__init__(parent)
        self._away = away or session_left
        self._was_away = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Ask now."""
        away = self._away()
        if away and not self._was_away:
            self.locked.emit()
        self._was_away = away

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()


def session_left() -> bool:
    """Whether the screen is locked, or another user has it; `False` where the system does not say."""
    try:
        library = ctypes.CDLL(_GRAPHICS)
    except OSError:
        return False
    for name in ("CGSessionCopyCurrentDictionary", "CFDictionaryGetValue", "CFStringCreateWithCString"):
        getattr(library, name).restype = ctypes.c_void_p
    about = library.CGSessionCopyCurrentDictionary()
    if not about:
        return False
    try:
        locked = _flag(library, about, b"CGSSessionScreenIsLocked")
        return locked is True or _flag(library, about, b"kCGSSessionOnConsoleKey") is False
    finally:
        library.CFRelease(ctypes.c_void_p(about))


def _flag(library: ctypes.CDLL, about: int, name: bytes) -> bool | None:
    key = library.CFStringCreateWithCString(None, name, _UTF8)
    found = library.CFDictionaryGetValue(ctypes.c_void_p(about), ctypes.c_void_p(key))
    library.CFRelease(ctypes.c_void_p(key))
    return bool(library.CFBooleanGetValue(ctypes.c_void_p(found))) if found else None
