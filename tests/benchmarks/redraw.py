"""One mark changes and is drawn: the web that people tap against a bare polygon of the same size."""

from __future__ import annotations

import os
from itertools import cycle
from typing import TYPE_CHECKING

from tests.benchmarks.figures import Row, interleaved, timed
from tests.benchmarks.start import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

TARGET = 2.0
SIZE = (560, 480)
CODES = ("LF", "MW", "ZG", "KL", "MD", "DF")
WORDS = ("Lichaam", "Gedachten en gevoelens", "Nu en later", "Lekker leven", "Samen leven", "Elke dag")
FIRST, SECOND = (6.0, 7.0, 8.0, 5.0, 6.0, 7.0), (6.0, 7.0, 9.0, 5.0, 6.0, 7.0)


def measure(*, quick: bool) -> Iterator[Row]:
    """Thousands of redraws of each, one after the other."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from spinnenweb.ui.theme.look import apply_theme, load_theme

    app = QApplication.instance() or QApplication([])
    if isinstance(app, QApplication):
        apply_theme(app, load_theme(ROOT / "resources", "licht"))
    web, change_mark = web_of_ours()
    polygon, change_corner = bare_polygon()
    for window, change in ((web, change_mark), (polygon, change_corner)):
        bring_up(window, change)
    times = interleaved(1_000 if quick else 5_000, lambda: timed(change_mark), lambda: timed(change_corner))
    for window in (web, polygon):
        window.close()
    yield times.row("web hertekenen na één cijfer", TARGET)
    yield times.row_of_slowest("web hertekenen, traagste 1 op 100")


def bring_up(window: QWidget, change: Callable[[], None]) -> None:
    """Show a window and draw it some times, which fills its cached layer.

    `RuntimeError` when changes are not painted at once: the figures would say nothing.
    """
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtTest import QTest

    class Counter(QObject):
        painted = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            self.painted += event.type() is QEvent.Type.Paint
            return False

    window.resize(*SIZE)
    window.show()
    QTest.qWaitForWindowExposed(window)
    counter = Counter()
    window.installEventFilter(counter)
    for _ in range(50):
        change()
    window.removeEventFilter(counter)
    if counter.painted != 50:
        raise RuntimeError(f"{counter.painted} of 50 changes were painted")


def web_of_ours() -> tuple[QWidget, Callable[[], None]]:
    """The input web, and what changes one mark of it and draws it at once."""
    from spinnenweb.ui.widgets.web_input import WebInput

    web = WebInput(CODES, WORDS)
    web.set_calm(True)
    marks = cycle((FIRST, SECOND))

    def change() -> None:
        web.set_values(next(marks))
        web.repaint()

    return web, change


def bare_polygon() -> tuple[QWidget, Callable[[], None]]:
    """A widget that only fills and strokes a polygon in the same place and colours, and the same change."""
    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.geometry import point_at
    from spinnenweb.ui.theme.look import active_theme
    from spinnenweb.ui.widgets import web_painting

    space = web_painting.fit(QSizeF(*SIZE), web_painting.labels_of(WORDS, [False] * 6))
    corners = cycle(
        [space.at(point_at(axis, mark, 6)) for axis, mark in enumerate(marks)] for marks in (FIRST, SECOND)
    )
    line = active_theme().colour("data_now")
    fill = QColor(line)
    fill.setAlpha(38)

    class Bare(QWidget):
        polygon = QPolygonF()

        def paintEvent(self, event: QPaintEvent) -> None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(line, 2.5))
            painter.setBrush(fill)
            painter.drawPolygon(self.polygon)
            painter.end()

    bare = Bare()

    def change() -> None:
        bare.polygon = QPolygonF(next(corners))
        bare.repaint()

    return bare, change
