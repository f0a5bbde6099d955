"""The process that is measured: shows one window and says when it was first painted, then ends at once.

Arguments: `spinnenweb` or `leeg`, when the parent started this process (`time.monotonic_ns`), and a folder for
what the program keeps. Nothing is imported here that the measured program would not import itself.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QMainWindow, QWidget

SIZE = (1366, 768)


def main() -> None:
    """Show the window that is asked for."""
    kind, started, folder = sys.argv[1:]
    if kind == "leeg":
        show_empty(int(started))
    else:
        show_spinnenweb(int(started), folder)


def show_empty(started: int) -> None:
    """The least that PySide6 can show and that hears of its first paint event."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)

    app = QApplication(sys.argv[:1])
    window = Window()
    window.resize(*SIZE)
    watch(window, started)
    window.show()
    app.exec()


def show_spinnenweb(started: int, folder: str) -> None:
    """What `main.py` does on a laptop where this vault was open last; only the folders are others."""
    from pathlib import Path

    from spinnenweb.app import main as run
    from spinnenweb.app import start

    own_folders, make_shell = start.own_folders, start._shell

    def folders_elsewhere() -> start.Folders:
        own_folders()
        return start.Folders(Path(folder), Path(folder), Path(folder))

    def watched(*parts: object) -> QMainWindow:
        shell = make_shell(*parts)  # type: ignore[arg-type]  # handed on as they come
        watch(shell, started)
        return shell

    vars(start).update(own_folders=folders_elsewhere, _shell=watched)
    run([])


def watch(window: QMainWindow, started: int) -> None:
    """Print three times in ns: from `started` to the first paint event, the processor time of that, to its end.

    A view that covers its window leaves that nothing to paint, so the first of the two counts. No event filter:
    that would make Python know every kind of event, which takes as long as the rest of the frame.
    """
    from PySide6.QtCore import QTimer

    view = window.centralWidget()
    times: list[int] = []

    def note() -> None:
        if not times:
            times.extend((time.monotonic_ns() - started, time.process_time_ns()))
            QTimer.singleShot(0, finish)

    def finish() -> None:
        times.append(time.monotonic_ns() - started)
        sys.stdout.write(" ".join((*map(str, times), type(view).__name__)))
        sys.stdout.flush()
        os._exit(0)

    for widget in (window, view):
        if widget is not None:
            tell_of_paint(type(widget), note)


def tell_of_paint(kind: type[QWidget], note: Callable[[], None]) -> None:
    """Call `note` at every paint event of a class of widgets."""
    paint = kind.paintEvent

    def painted(self: QWidget, event: QPaintEvent) -> None:
        note()
        paint(self, event)

    kind.paintEvent = painted  # type: ignore[method-assign]  # that is the point
