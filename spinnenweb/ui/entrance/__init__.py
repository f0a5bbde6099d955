"""What people see before a vault is open. Every view lies on the same sheet of paper."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from spinnenweb.ui.theme.look import active_theme, font_of, px, set_role

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QBoxLayout

    from spinnenweb.services.environment import Environment
    from spinnenweb.ui.asker import Asker
    from spinnenweb.ui.entrance.turning import Narrow

RINGS = 5
CONTRAST = "contrast"
_MARGIN = 28
_NARROW = 480
"""Narrower than this (pixels at 100 % text) rows fold, margins shrink and long buttons take two lines."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What `app` hands down to the window.

    `preferences` is the file of the preferences, `data` the program's own folder, `vaults` the folder proposed
    for new vaults. `after_first_frame` gets what may be called, from any thread, to report a bug. Tests bring an
    `asker` of their own. `relaunch(reason, minutes, vault)` ends this process after a lock and starts a fresh one;
    without it the lock screen comes in this one. `crash_report(said)` makes the report on what went wrong in the
    program; `said` gives the words of a key of `werker.toml`.
    """

    resources: Path
    preferences: Path
    data: Path
    vaults: Path
    environment: Callable[[], Environment]
    after_first_frame: Callable[[Callable[[], None]], None]
    asker: Asker | None = None
    relaunch: Callable[[str, int, Path], bool] | None = None
    crash_report: Callable[[Callable[[str], str]], str] | None = None


class Sheet(QScrollArea):
    """Paper with the name of the program at the top and a faint web in the corner; fill `body`.

    The content stands in the middle, at most `width` pixels wide at 100 % text, and scrolls when it is taller.
    """

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # asking for the viewport Qt makes would have PySide6 load every kind of widget: a tenth of the whole start
        self._window = QWidget()
        self._window.setAutoFillBackground(True)
        self.setViewport(self._window)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._paper = QWidget()
        set_role(self._paper, "column")
        self.body = QVBoxLayout()
        self.body.setSpacing(px(16))
        self._first: QWidget | None = None
        self._folding: list[QBoxLayout] = []
        self._narrow: Narrow | None = None
        self._lay_out(width)
        self.setWidget(self._paper)

    def _lay_out(self, width: int) -> None:
        column = QWidget()
        column.setMaximumWidth(px(width))
        # Qt asks for the height at the least width: one button that is too wide must not cut the lines off
        column.setMinimumWidth(1)
        column.setLayout(self.body)
        self.body.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(column, 1000)
        row.addStretch(1)
        page = QVBoxLayout(self._paper)
        page.setContentsMargins(px(_MARGIN), px(64), px(_MARGIN), px(32))
        page.addStretch(2)
        page.addLayout(row)
        page.addStretch(3)

    def fold(self, row: QBoxLayout) -> None:
        """Lay this row under each other where the window is narrow for the letters."""
        self._folding.append(row)

    def begin_at(self, widget: QWidget) -> None:
        """Where the keyboard goes when this gets it; with a focus proxy Tab would skip what stands above it."""
        self._first = widget

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the keyboard on."""
        super().focusInEvent(event)
        if self._first is not None:
            self._first.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hold the content to the width there is."""
        super().resizeEvent(event)
        self._paper.setMaximumWidth(self.viewport().width())
        self._fit_narrow()

    def _fit_narrow(self) -> None:
        width = self.viewport().width()
        if self._narrow is None and width < px(_NARROW):
            # hardly ever needed, so not one of the modules before the first frame
            from spinnenweb.ui.entrance.turning import Narrow

            self._narrow = Narrow(self._paper, self._folding)
        if self._narrow is not None:
            self._narrow.fit(width, narrow=width < px(_NARROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what belongs to the paper."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        self._draw_corner(painter)
        self._draw_name(painter)
        painter.end()

    def _draw_corner(self, painter: QPainter) -> None:
        theme = active_theme()
        if theme.name == CONTRAST:
            # who asks for contrast wants no lines that say nothing
            return
        radius = min(float(px(300)), self.viewport().width() * 0.22)
        centre = QPointF(self.viewport().width() - px(60), self.viewport().height() - px(40))
        painter.setPen(QPen(theme.colour("line"), max(1.0, px(10) / 10)))
        draw_rings(painter, centre, radius)

    def _draw_name(self, painter: QPainter) -> None:
        theme = active_theme()
        side = px(24)
        left, top = px(22), px(21)
        painter.setPen(QPen(theme.colour("data_now"), px(15) / 10))
        draw_rings(painter, QPointF(left + side / 2, top + side / 2), side / 2, 3)
        painter.setPen(theme.colour("ink"))
        painter.setFont(font_of(12 / 10.5, bold=True))
        words = QRectF(left + side + px(10), top, px(300), side)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, "Spinnenweb")


def draw_rings(painter: QPainter, centre: QPointF, radius: float, rings: int = RINGS) -> None:
    """An empty web of six axes in the painter's pen: it decorates and says nothing."""
    corners = [QPointF(math.sin(turn), -math.cos(turn)) for turn in (math.pi / 3 * n for n in range(6))]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ring in range(1, rings + 1):
        size = radius * ring / rings
        painter.drawPolygon(QPolygonF([centre + corner * size for corner in corners]))
    for corner in corners:
        painter.drawLine(centre, centre + corner * radius)


def words(text: str, role: str = "body", tone: str = "") -> QLabel:
    """Plain text that wraps."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    set_role(label, role, tone)
    return label


class PasswordField(QWidget):
    """A field that hides what is typed until the eye is pressed; `edit` is the field itself."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setAccessibleName(name)
        self.eye = QToolButton()
        self.eye.setCheckable(True)
        self.eye.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.eye.setAccessibleName(self.tr("Laat zien wat ik typ"))
        self.eye.setToolTip(self.tr("Laat zien wat ik typ"))
        self.eye.setFixedWidth(px(40))
        set_role(self.eye, "icon")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(4))
        row.addWidget(self.edit, 1)
        row.addWidget(self.eye)
        self.eye.toggled.connect(self._show_typed)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the keyboard on; with a focus proxy Tab would lose its way where somebody else sets its order."""
        self.edit.setFocus(event.reason())

    def draw_eye(self) -> None:
        """Give the eye its picture; after the first frame, because it loads the icons."""
        from spinnenweb.ui.theme.icons import icon

        self.eye.setIcon(icon("eye-off" if self.eye.isChecked() else "eye", "ink_nav"))
        self.eye.setIconSize(QSize(px(20), px(20)))

    def text(self) -> str:
        """What was typed."""
        return self.edit.text()

    def _show_typed(self, shown: bool) -> None:
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.draw_eye()


class BusyLine(QWidget):
    """A line of text over a bar that only says: this takes a moment."""

    def __init__(self, text: str) -> None:
        super().__init__()
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(8))
        column.addWidget(words(text, "soft"))
        column.addWidget(bar)
