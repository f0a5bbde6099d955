"""Icons in the colours of the theme, drawn anew for every size and screen.

One file per icon, drawn in `currentColor`. The colour is looked up while painting, so an icon follows the theme
by itself; each icon keeps its own few pictures, nothing is shared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from spinnenweb.ui.theme.look import active_theme

if TYPE_CHECKING:
    from pathlib import Path


def icon(name: str, tone: str = "ink") -> QIcon:
    """The icon `resources/icons/<name>.svg` in a colour of the theme; pale when its button is switched off.

    In an oblong it stands at the left, which gives a button air between picture and word. Do not add pictures to
    the result: it draws itself. Raises `FileNotFoundError` for an unknown name.
    """
    return QIcon(_Engine(_drawing(name), tone))


def picture(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a square picture of `size` logical pixels for a screen with `ratio` dots to each."""
    return _render(_drawing(name), colour, QSize(size, size), ratio)


def pictogram(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """The drawing `resources/pictograms/<name>.svg` for a resident, as a square of `size` logical pixels."""
    path: Path = active_theme().resources / "pictograms" / f"{name}.svg"
    return _render(path.read_text("utf-8"), colour, QSize(size, size), ratio)


def face_icon(number: int) -> QIcon:
    """A face 1–5 as an icon for a button; pressed down it has the colour that stands on the accent."""
    path: Path = active_theme().resources / "pictograms" / f"gezicht-{number}.svg"
    return QIcon(_Engine(path.read_text("utf-8"), "ink", "accent_ink"))


def app_icon() -> QIcon:
    """The icon of the program, in its own colours."""
    drawing = _drawing("logo")
    result = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(_render(drawing, QColor(), QSize(size, size), 1.0))
    return result


def _drawing(name: str) -> str:
    path: Path = active_theme().resources / "icons" / f"{name}.svg"
    return path.read_text("utf-8")


def _render(drawing: str, colour: QColor, size: QSize, ratio: float) -> QPixmap:
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour.name()).encode()))
    side = min(size.width(), size.height())
    renderer.render(painter, QRectF(0, (size.height() - side) / 2, side, side))
    painter.end()
    return pixmap


class _Engine(QIconEngine):
    """Draws one icon at whatever size and density Qt asks."""

    def __init__(self, drawing: str, tone: str, pressed: str = "") -> None:
        super().__init__()
        self._drawing = drawing
        self._tone = tone
        self._pressed = pressed or tone
        self._ready: dict[tuple[str, int, int, float], QPixmap] = {}

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self._picture(rect.size(), mode, ratio, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._picture(size, mode, 1.0, state)

    def _picture(self, size: QSize, mode: QIcon.Mode, ratio: float, state: QIcon.State) -> QPixmap:
        if size.isEmpty():
            # a layout that is still finding its sizes may leave no room for a moment
            return QPixmap()
        theme = active_theme()
        tone = self._pressed if state is QIcon.State.On else self._tone
        tone = "ink_faint" if mode is QIcon.Mode.Disabled else tone
        key = (f"{theme.name}/{tone}", size.width(), size.height(), ratio)
        if key not in self._ready:
            self._ready[key] = _render(self._drawing, theme.colour(tone), size, ratio)
        return self._ready[key]
