"""What the system says about the person: the screen is locked, the laptop sleeps or closes, another user comes.

Each platform has its own way to say it, in a module of its own. One that says nothing costs nothing: the quiet
time and the gap of sleep lock all the same.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QWindow

    from spinnenweb.ui.locking.watch import SystemWatch


def watch_system(parent: QObject, window: QWindow | None) -> SystemWatch:
    """The watch of this platform; the window is the one Windows tells it to."""
    if sys.platform == "win32":
        from spinnenweb.ui.locking.windows import WindowsWatch

        return WindowsWatch(parent, window)
    if sys.platform == "darwin":
        from spinnenweb.ui.locking.macos import MacWatch

        return MacWatch(parent)
    from spinnenweb.ui.locking.linux import LinuxWatch

    return LinuxWatch(parent)
