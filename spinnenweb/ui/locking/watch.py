"""What every platform's watch sends."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class SystemWatch(QObject):
    """Sends `locked()` when the person's session is locked or left, and `sleeping()` before the laptop sleeps."""

    locked = Signal()
    sleeping = Signal()

    def stop(self) -> None:
        """Listen no more."""
