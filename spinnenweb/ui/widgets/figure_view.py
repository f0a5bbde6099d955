"""A chart of `charts` on the page: drawn for the size, letter and theme of this moment.

The one widget that knows matplotlib, which is loaded when the first chart is drawn. A figure lives only while it
is drawn: what stays is its picture. With `jobs` it is drawn beside the window, on the one thread that also makes
papers, so that matplotlib never runs on two.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from spinnenweb.ui.theme.look import active_theme, px

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.figure import Figure
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent

    from spinnenweb.charts.style import ChartStyle
    from spinnenweb.ui.jobs import Jobs

    Size = tuple[float, float]
    Chart = Figure
    Drawing = Callable[[Size, ChartStyle, float], Chart]
    """Makes a chart of a size in inches, in a style, with letters of so many points."""

FIRST_MS = 20
"""How long a page has to find its layout before the first picture: one drawn too early is drawn twice."""
SETTLE_MS = 60
"""How long a size must hold before the chart is drawn anew."""
_REDRAWING = (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


def screen_style() -> ChartStyle:
    """The style of charts in the theme of this moment, on a card."""
    from spinnenweb.charts.style import ChartStyle

    theme = active_theme()
    return ChartStyle(
        now=theme.data_now,
        before=theme.data_before,
        third=theme.data_third,
        ink=theme.ink,
        soft=theme.ink_soft,
        axis=theme.axis,
        grid=theme.grid,
        paper=theme.card,
        ground=theme.card,
        fill=0.18 if theme.dark else 0.13,
        fonts=theme.resources / "fonts",
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """All that decides a picture: the same again needs no second one."""

    drawing: Drawing
    width: int
    height: int
    dots: float
    ratio: float
    points: float
    theme: str


class FigureView(QWidget):
    """Shows one chart; `spoken` says in a sentence what it shows. `drawn` is sent when the picture is there.

    `height` gives the height in pixels for a width in pixels.
    """

    drawn = Signal()

    def __init__(self, jobs: Jobs | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._asked: _Asked | None = None
        self._drawing: Drawing | None = None
        self._height: Callable[[int], int] = _as_high
        self._picture: QImage | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw)

    @property
    def has_picture(self) -> bool:
        """Whether the chart is on screen."""
        return self._picture is not None

    def show_figure(self, drawing: Drawing, spoken: str, height: Callable[[int], int]) -> None:
        """Show another chart."""
        self._drawing = drawing
        self._height = height
        self._picture = self._asked = None
        self.setAccessibleName(spoken)
        self.setToolTip("")
        self.updateGeometry()
        self._draw_soon(FIRST_MS)

    def _draw_soon(self, wait: int) -> None:
        if self._drawing is not None and self.isVisible():
            self._timer.start(wait)

    def _draw(self) -> None:
        if self._drawing is None or self.width() <= 1 or self.height() <= 1:
            return
        points = QGuiApplication.font().pointSizeF()
        dots, ratio = float(self.logicalDpiX()), self.devicePixelRatioF()
        asked = _Asked(self._drawing, self.width(), self.height(), dots, ratio, points, active_theme().name)
        if asked == self._asked:
            return
        self._asked = asked
        if self._jobs is None:
            self._show(asked, _render(asked, screen_style()))
        else:
            self._jobs.run(self, partial(_render, asked, screen_style()), partial(self._show, asked))

    def _show(self, asked: _Asked, picture: QImage) -> None:
        # another chart or size may have been asked for while this one was drawn
        if asked == self._asked:
            self._picture = picture
            self.update()
            self.drawn.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The last picture, stretched for the moment while a new size settles."""
        if self._picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._picture.deviceIndependentSize()
        scale = min(self.width() / size.width(), self.height() / size.height())
        wide, high = size.width() * scale, size.height() * scale
        painter.drawImage(QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high), self._picture)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew once the size holds."""
        super().resizeEvent(event)
        self._draw_soon(SETTLE_MS if self.has_picture else FIRST_MS)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was asked for while nobody could see it."""
        super().showEvent(event)
        if not self.has_picture:
            self._draw_soon(FIRST_MS)

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in another theme or letter."""
        super().changeEvent(event)
        if event.type() in _REDRAWING:
            self._draw_soon(SETTLE_MS)

    def hasHeightForWidth(self) -> bool:
        """The chart decides its height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height the chart asks for."""
        return self._height(width)

    def sizeHint(self) -> QSize:
        """Wide enough to read."""
        return QSize(px(480), self._height(px(480)))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for large letters on a small screen."""
        return QSize(px(240), px(160))


def _render(asked: _Asked, style: ChartStyle) -> QImage:
    figure = asked.drawing((asked.width / asked.dots, asked.height / asked.dots), style, asked.points)
    picture = _pixels(figure, asked.dots * asked.ratio)
    figure.clear()
    picture.setDevicePixelRatio(asked.ratio)
    return picture


def _pixels(figure: Figure, dpi: float) -> QImage:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure.set_dpi(dpi)
    # matplotlib says nothing about the types of its canvas
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    wide, high = canvas.get_width_height()
    return QImage(canvas.buffer_rgba(), wide, high, QImage.Format.Format_RGBA8888).copy()


def _as_high(width: int) -> int:
    return width
