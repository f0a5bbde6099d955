"""Webs over time: side by side, each on its own, the oldest first."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.charts.letters import in_two
from spinnenweb.charts.margin import draw_footer
from spinnenweb.charts.sheet import new_sheet
from spinnenweb.charts.web_drawing import (
    AxisLabel,
    Box,
    WebPlace,
    draw_grid,
    draw_labels,
    draw_web,
    place_web,
    side_of,
)
from spinnenweb.charts.webs import wanted
from spinnenweb.domain.geometry import SCALE_END, point_at, ring

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.figure import Figure

    from spinnenweb.charts.sheet import Sheet, Size
    from spinnenweb.charts.style import ChartStyle
    from spinnenweb.charts.webs import LabelledWeb
    from spinnenweb.domain.scoring import Web

TEXT_POINTS = 9.0
_HEAD = 2.6
_DOT = "•"
_NAME_MARK, _SIDE_NAME_MARK = 6.9, 5.3
_NAME_SIZE = 0.12
"""Where on the scale the names stand, and how large they are at most as a part of the radius."""


def small_multiples_figure(
    webs: Sequence[LabelledWeb],
    labels: Mapping[str, str],
    style: ChartStyle,
    size: Size = (11.0, 2.9),
    *,
    columns: int = 5,
    text_size: float = TEXT_POINTS,
    footer: Sequence[str] = (),
) -> Figure:
    """An empty web that names the axes, then the webs in the given order, the newest last in the colour of now.

    Webs side by side need not be comparable: each keeps its own label. A dot at an axis says that the resident
    wanted to discuss it. `size` is in inches, `text_size` in points. `ValueError` when there is no web.
    """
    if not webs:
        raise ValueError("no web to draw")
    sheet = new_sheet(size, style)
    bottom = draw_footer(sheet, footer, text_size)
    boxes = _boxes(sheet, bottom, len(webs) + 1, columns)
    _draw_names(sheet, boxes[0], webs[-1].web.codes, labels, text_size)
    for number, (box, web) in enumerate(zip(boxes[1:], webs, strict=True)):
        _draw_cell(sheet, box, web, text_size, newest=number == len(webs) - 1)
    return sheet.figure


def _boxes(sheet: Sheet, bottom: float, count: int, most_columns: int) -> list[Box]:
    columns = min(most_columns, count)
    rows = math.ceil(count / columns)
    width, height = sheet.width / columns, (sheet.height - bottom) / rows
    places = (divmod(number, columns) for number in range(count))
    return [Box(column * width, sheet.height - (row + 1) * height, width, height) for row, column in places]


def _draw_names(sheet: Sheet, box: Box, codes: Sequence[str], labels: Mapping[str, str], text_size: float) -> None:
    place = _place(sheet, box, len(codes), text_size)
    corners = place.all_at(ring(SCALE_END, place.axes))
    sheet.line([*corners, corners[0]], sheet.style.grid, sheet.style.grid_width)
    size = min(text_size * 0.92, place.radius * _NAME_SIZE)
    for index, code in enumerate(codes):
        upright = side_of(index, place.axes) == "center"
        at = place.at(point_at(index, _NAME_MARK if upright else _SIDE_NAME_MARK, place.axes))
        words = labels.get(code, code)
        text = words if upright else in_two(words)
        sheet.write(at, text, size, colour=sheet.style.soft, across="center", up="center")


def _place(sheet: Sheet, box: Box, axes: int, text_size: float) -> WebPlace:
    # room for one dot at every axis, so that all webs come out equally large
    below_head = Box(box.x, box.y, box.width, box.height - text_size * _HEAD)
    dots = [AxisLabel(index, _DOT, bold=True, across=side_of(index, axes)) for index in range(axes)]
    return place_web(sheet, below_head, dots, text_size)


def _draw_cell(sheet: Sheet, box: Box, web: LabelledWeb, text_size: float, *, newest: bool) -> None:
    title = (box.x + box.width / 2, box.y + box.height - text_size * 1.6)
    sheet.write(title, web.label, text_size * 1.1, bold=newest, across="center")
    place = _place(sheet, box, len(web.web.codes), text_size)
    draw_grid(sheet, place)
    draw_labels(sheet, place, _dots(web.web))
    draw_web(
        sheet,
        replace(place, text_size=text_size * 0.8),
        web.web,
        sheet.style.newest if newest else sheet.style.earlier,
        filled=newest,
    )


def _dots(web: Web) -> list[AxisLabel]:
    named = wanted(web)
    return [
        AxisLabel(index, _DOT, bold=True, across=side_of(index, len(web.codes)))
        for index, code in enumerate(web.codes)
        if code in named
    ]
