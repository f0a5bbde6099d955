"""A figure as a sheet of paper: one pair of plain axes over the whole of it, measured in points.

Everything is placed by measure, so screen, PNG and PDF show the same picture. In a window the sheet grows
as a whole and keeps its shape.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch

from spinnenweb.charts.letters import letter, runs, width_of
from spinnenweb.charts.style import LINE_PITCH, TRANSPARENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.font_manager import FontProperties
    from matplotlib.path import Path as Outline

    from spinnenweb.charts.style import ChartStyle, SeriesStyle
    from spinnenweb.domain.geometry import Point

POINTS = 72.0
Size = tuple[float, float]
Across = Literal["left", "center", "right"]
Up = Literal["top", "center", "bottom", "baseline"]
_CAPITAL = 0.714
_DESCENT = 0.24
"""Height of a capital and depth of a g, as parts of the size of Noto Sans."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A figure and where to draw on it. `width` and `height` in points, y upwards."""

    figure: Figure
    axes: Axes
    style: ChartStyle
    width: float
    height: float

    def text_width(self, text: str, size: float, *, bold: bool = False) -> float:
        """The width in points of the longest line of a text."""
        properties = letter(self.style.fonts, size, bold=bold)
        return max((width_of(line, properties) for line in text.split("\n")), default=0.0)

    def write(
        self,
        at: Point,
        text: str,
        size: float,
        *,
        colour: str = "",
        bold: bool = False,
        across: Across = "left",
        up: Up = "baseline",
    ) -> None:
        """Write a text, line by line on even baselines; never read as a formula.

        `up` says which part of the text lies at `at`; with "baseline" that of its first line.
        """
        lines = text.split("\n")
        pitch = size * LINE_PITCH
        top = at[1] + _rise(up, size, pitch * (len(lines) - 1))
        properties = letter(self.style.fonts, size, bold=bold)
        for number, line in enumerate(lines):
            self._write_line((at[0], top - number * pitch), line, properties, colour or self.style.ink, across)

    def _write_line(self, at: Point, line: str, properties: FontProperties, colour: str, across: Across) -> None:
        parts = runs(line, properties)
        x, side = at[0], across
        if len(parts) > 1:
            x -= width_of(line, properties) * {"left": 0.0, "center": 0.5, "right": 1.0}[across]
            side = "left"
        for words, own in parts:
            self.axes.text(
                x,
                at[1],
                words,
                fontproperties=own,
                color=colour,
                ha=side,
                va="baseline",
                parse_math=False,
                zorder=5,
            )
            x += width_of(words, own) if len(parts) > 1 else 0.0

    def line(self, points: Sequence[Point], colour: str, width: float, *, zorder: float = 1.0) -> None:
        """Draw a plain line."""
        xs, ys = zip(*points, strict=True)
        self.axes.add_line(Line2D(xs, ys, color=colour, linewidth=width, zorder=zorder))

    def stroke(self, outline: Outline, series: SeriesStyle, width: float, *, zorder: float) -> None:
        """Draw the line of a web in its dash."""
        dash = (0.0, series.dash) if series.dash else "solid"
        self.axes.add_patch(
            PathPatch(
                outline,
                fill=False,
                edgecolor=series.colour,
                linewidth=width,
                linestyle=dash,
                joinstyle="round",
                zorder=zorder,
            )
        )

    def mark(self, points: Sequence[Point], series: SeriesStyle, size: float, *, zorder: float) -> None:
        """Set the markers of a web; `size` is their width in points."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        self.axes.add_line(
            Line2D(
                xs,
                ys,
                linestyle="none",
                marker=series.marker,
                markersize=size * series.marker_scale,
                markerfacecolor=self.style.ground if series.hollow else series.colour,
                markeredgecolor=series.colour if series.hollow else self.style.ground,
                markeredgewidth=size * (0.2 if series.hollow else 0.14),
                zorder=zorder,
            )
        )


def _rise(up: Up, size: float, block: float) -> float:
    # from the given height to the first baseline; `block` lies between the first and the last one
    return {
        "baseline": 0.0,
        "top": -_CAPITAL * size,
        "center": block / 2 - _CAPITAL * size / 2,
        "bottom": block + _DESCENT * size,
    }[up]


def new_sheet(size: Size, style: ChartStyle) -> Sheet:
    """An empty sheet; `size` is width and height in inches."""
    figure = Figure(figsize=size, dpi=100, facecolor=style.paper)
    if style.paper == TRANSPARENT:
        figure.patch.set_alpha(0.0)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    width, height = size[0] * POINTS, size[1] * POINTS
    axes.set_axis_off()
    axes.set_xlim(0.0, width)
    axes.set_ylim(0.0, height)
    axes.set_aspect("equal")
    return Sheet(figure, axes, style, width, height)
