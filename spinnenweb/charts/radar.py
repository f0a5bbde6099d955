"""The web as a figure: one talk, or now over before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.charts.margin import draw_footer, draw_keys
from spinnenweb.charts.sheet import new_sheet
from spinnenweb.charts.web_drawing import (
    EARLIER_LAYER,
    Box,
    axis_labels,
    draw_grid,
    draw_labels,
    draw_numbers,
    draw_web,
    place_web,
)
from spinnenweb.charts.webs import check_comparable
from spinnenweb.domain.instruments import Scale

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.figure import Figure

    from spinnenweb.charts.sheet import Size
    from spinnenweb.charts.style import ChartStyle
    from spinnenweb.charts.webs import LabelledWeb

MOST_WEBS = 2
TEXT_POINTS = 11.0


def radar_figure(
    webs: Sequence[LabelledWeb],
    labels: Mapping[str, str],
    style: ChartStyle,
    size: Size = (6.0, 5.6),
    *,
    text_size: float = TEXT_POINTS,
    footer: Sequence[str] = (),
) -> Figure:
    """One web, or two over each other, the newest first.

    `labels` holds the words by code of dimension, `size` is in inches, `text_size` in points. Labels and topics
    are those of the newest. `ValueError` for no web, more than two, or two that are not comparable.
    """
    _check(webs)
    sheet = new_sheet(size, style)
    series = (style.newest, style.earlier)
    bottom = draw_footer(sheet, footer, text_size)
    bottom += draw_keys(
        sheet, [(look, web.label) for look, web in zip(series, webs, strict=False)], bottom, text_size
    )
    around = axis_labels(webs[0].web, labels)
    edge = text_size * 0.5
    box = Box(edge, bottom + edge, sheet.width - 2 * edge, sheet.height - bottom - 2 * edge)
    place = place_web(sheet, box, around, text_size)
    draw_grid(sheet, place)
    if webs[0].web.scale is Scale.MARKS:
        draw_numbers(sheet, place)
    draw_labels(sheet, place, around)
    for earlier in webs[1:]:
        draw_web(sheet, place, earlier.web, style.earlier, filled=False, zorder=EARLIER_LAYER)
    draw_web(sheet, place, webs[0].web, style.newest, filled=True)
    return sheet.figure


def _check(webs: Sequence[LabelledWeb]) -> None:
    if not 1 <= len(webs) <= MOST_WEBS:
        raise ValueError("one web, or two over each other; more stand side by side")
    for earlier in webs[1:]:
        check_comparable(webs[0].web, earlier.web)
