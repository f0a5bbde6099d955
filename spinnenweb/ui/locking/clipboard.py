"""What was copied from an open vault does not stay: gone after ten seconds and at the lock, and kept by nobody.

The marks are those that clipboard histories look for (reference/security.md 3): of Windows, of KDE, and of macOS.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer, Slot
from PySide6.QtGui import QClipboard, QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

KEPT_MS = 10_000
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
_NONE = (0).to_bytes(4, "little")
MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): _NONE,
    _WINDOWS.format("CanIncludeInClipboardHistory"): _NONE,
    _WINDOWS.format("CanUploadToCloudClipboard"): _NONE,
    "application/x-nspasteboard-concealed-type": b"",
}
OURS = "application/x-spinnenweb"
"""Says that a content was marked, so that marking it does not begin again."""


class ClipboardGuard(QObject):
    """Guards what this program puts on the clipboard, from opening to locking."""

    def __init__(self, parent: QObject, owns: Callable[[], bool] | None = None) -> None:
        """`owns` tells whether the content is this program's own; a test says so where the platform does not."""
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._owns = owns or self._clipboard.ownsClipboard
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self._clipboard.dataChanged.connect(self._look)
        self._names = _mac_names() if sys.platform == "darwin" else None

    @Slot()
    def clear(self) -> None:
        """Take away what this program put there; what came from elsewhere stays."""
        self._timer.stop()
        content = self._clipboard.mimeData()
        if content is not None and content.hasFormat(OURS):
            self._clipboard.clear()
        if self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def stop(self) -> None:
        """Clear and look no more."""
        self._clipboard.dataChanged.disconnect(self._look)
        self.clear()

    @Slot()
    def _look(self) -> None:
        content = self._clipboard.mimeData()
        if content is None or not content.formats():
            return
        if content.hasFormat(OURS):
            self._timer.start(KEPT_MS)
        elif self._owns():
            self._clipboard.setMimeData(marked(content))


def marked(content: QMimeData) -> QMimeData:
    """The same content with the marks."""
    copy = QMimeData()
    for name in content.formats():
        copy.setData(name, content.data(name))
    for name, value in {**MARKS, OURS: b"1"}.items():
        copy.setData(name, value)
    return copy


def _mac_names() -> QObject | None:
    """The name under which macOS knows a concealed content; only there Qt has a place to say it."""
    from PySide6 import QtGui

    base = getattr(QtGui, "QUtiMimeConverter", None)
    if base is None:
        return None

    class Concealed(base):  # type: ignore[misc, valid-type]
        def mimeForUti(self, uti: str) -> str:  # noqa: N802
            return "application/x-nspasteboard-concealed-type" if uti == "org.nspasteboard.ConcealedType" else ""

        def utiForMime(self, mime: str) -> str:  # noqa: N802
            return "org.nspasteboard.ConcealedType" if mime == "application/x-nspasteboard-concealed-type" else ""

        def convertFromMime(self, _mime: str, _data: object, _uti: str) -> list[bytes]:  # noqa: N802
            return [b""]

    found: QObject = Concealed()
    return found
