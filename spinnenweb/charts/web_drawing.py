"""Draws a hexagonal web in a box on a sheet: rings, labels, and the webs themselves.

Plain axes and the geometry of `domain`, never matplotlib's polar axes: those draw round rings and lose the gaps.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline

from spinnenweb.charts.letters import in_two
from spinnenweb.charts.style import LINE_PITCH
from spinnenweb.charts.webs import axis_label, wanted
from spinnenweb.domain.geometry import RINGS, SCALE_END, axis_angle, outline, point_at, ring, triangles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spinnenweb.charts.sheet import Across, Sheet, Up
    from spinnenweb.charts.style import SeriesStyle
    from spinnenweb.domain.geometry import Point
    from spinnenweb.domain.scoring import Web

_UPRIGHT = 0.1
_NUMBER = 0.78
_MARKER = 0.78
_LINE = 0.19
GRID_LAYER, FILL_LAYER, EARLIER_LAYER, NOW_LAYER = 1.0, 2.0, 3.0, 4.0


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the sheet in points, from its lower left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class AxisLabel:
    """A label with its place in the order; bold where the resident wants to discuss it."""

    index: int
    text: str
    bold: bool
    across: Across


@dataclass(frozen=True, slots=True)
class WebPlace:
    """Where the web lies and how large its letters are, all in points."""

    x: float
    y: float
    radius: float
    text_size: float
    axes: int

    def at(self, point: Point) -> Point:
        """A point of the unit circle on the sheet."""
        return self.x + point[0] * self.radius, self.y + point[1] * self.radius

    def all_at(self, points: Sequence[Point]) -> list[Point]:
        """Some points of the unit circle on the sheet."""
        return [self.at(point) for point in points]


def axis_labels(web: Web, labels: Mapping[str, str]) -> tuple[AxisLabel, ...]:
    """The labels clockwise from the top: one line above and below, two lines at the sides."""
    return tuple(_axis_label(web, labels, index, code) for index, code in enumerate(web.codes))


def _axis_label(web: Web, labels: Mapping[str, str], index: int, code: str) -> AxisLabel:
    side = side_of(index, len(web.codes))
    text = axis_label(web, code, labels)
    return AxisLabel(index, text if side == "center" else in_two(text), code in wanted(web), side)


def side_of(index: int, axes: int) -> Across:
    """How a label at an axis is set: in the middle above and below, else away from the web."""
    aside = math.cos(axis_angle(index, axes))
    if abs(aside) < _UPRIGHT:
        return "center"
    return "left" if aside > 0 else "right"


def place_web(sheet: Sheet, box: Box, labels: Sequence[AxisLabel], text_size: float) -> WebPlace:
    """The largest web that fits in the box with its labels round it."""
    gap = _gap(text_size)
    left = _widest(sheet, labels, "right", text_size) + gap
    right = _widest(sheet, labels, "left", text_size) + gap
    above = text_size * LINE_PITCH + gap
    reach = math.cos(axis_angle(1, len(labels)))
    radius = min((box.width - left - right) / (2 * reach), (box.height - 2 * above) / 2)
    # in the middle of the box as far as the longest label leaves room
    middle = box.x + box.width / 2
    x = min(max(middle, box.x + left + radius * reach), box.x + box.width - right - radius * reach)
    return WebPlace(x, box.y + box.height / 2, max(radius, text_size), text_size, len(labels))


def _gap(text_size: float) -> float:
    return text_size * 0.75


def _widest(sheet: Sheet, labels: Sequence[AxisLabel], across: Across, size: float) -> float:
    widths = (sheet.text_width(label.text, size, bold=label.bold) for label in labels if label.across == across)
    return max(widths, default=0.0)


def draw_grid(sheet: Sheet, place: WebPlace) -> None:
    """The rings at 2-4-6-8-10 and the axes."""
    style = sheet.style
    for mark in RINGS:
        corners = place.all_at(ring(mark, place.axes))
        outer = mark == SCALE_END
        colour, width = (style.axis, style.grid_width * 1.4) if outer else (style.grid, style.grid_width)
        sheet.line([*corners, corners[0]], colour, width, zorder=GRID_LAYER)
    for index in range(place.axes):
        spoke = [place.at((0.0, 0.0)), place.at(point_at(index, SCALE_END, place.axes))]
        sheet.line(spoke, style.grid, style.grid_width, zorder=GRID_LAYER)


def draw_numbers(sheet: Sheet, place: WebPlace) -> None:
    """The numbers of the rings, beside the first axis."""
    size = place.text_size * _NUMBER
    for mark in RINGS:
        x, y = place.at(point_at(0, mark, place.axes))
        at = (x + size * 0.95, y)
        sheet.write(at, str(mark), size, colour=sheet.style.soft, up="center")


def draw_labels(sheet: Sheet, place: WebPlace, labels: Sequence[AxisLabel]) -> None:
    """The words round the web."""
    gap = _gap(place.text_size)
    for label in labels:
        x, y = place.at(point_at(label.index, SCALE_END, place.axes))
        if label.across == "center":
            above = y > place.y
            at = (x, y + gap if above else y - gap)
            up: Up = "bottom" if above else "top"
            sheet.write(at, label.text, place.text_size, bold=label.bold, across="center", up=up)
        else:
            at = (x + gap if label.across == "left" else x - gap, y)
            sheet.write(at, label.text, place.text_size, bold=label.bold, across=label.across, up="center")


def draw_web(
    sheet: Sheet, place: WebPlace, web: Web, series: SeriesStyle, *, filled: bool, zorder: float = NOW_LAYER
) -> None:
    """The marks of one web: light fill and lines between neighbouring answered axes only, then the markers."""
    if filled:
        _fill(sheet, place, web, series)
    pieces = outline(web.values)
    if pieces:
        path = _path([place.all_at(piece) for piece in pieces], closed=False)
        sheet.stroke(path, series, place.text_size * _LINE, zorder=zorder)
    points = [point_at(i, value, place.axes) for i, value in enumerate(web.values) if value is not None]
    sheet.mark(place.all_at(points), series, place.text_size * _MARKER, zorder=zorder + 0.5)


def _fill(sheet: Sheet, place: WebPlace, web: Web, series: SeriesStyle) -> None:
    # one path for all triangles: separate ones would leave fine seams between them
    found = [place.all_at(triangle) for triangle in triangles(web.values)]
    if found:
        patch = PathPatch(
            _path(found, closed=True),
            facecolor=series.colour,
            alpha=sheet.style.fill,
            linewidth=0,
            zorder=FILL_LAYER,
        )
        sheet.axes.add_patch(patch)


def _path(pieces: Sequence[Sequence[Point]], *, closed: bool) -> Outline:
    vertices: list[Point] = []
    codes: list[int] = []
    for piece in pieces:
        vertices += [*piece, piece[0]] if closed else piece
        codes += [int(Outline.MOVETO), *[int(Outline.LINETO)] * (len(piece) - 1)]
        codes += [int(Outline.CLOSEPOLY)] if closed else []
    return Outline(vertices, codes)
