"""Change as a dumbbell: six rows in the fixed order, from then to now (reference/ecosystem.md 3.5)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spinnenweb.charts.describe import Described, described
from spinnenweb.charts.margin import draw_footer, draw_keys
from spinnenweb.charts.sheet import new_sheet
from spinnenweb.charts.webs import mark_text
from spinnenweb.domain.geometry import RINGS, SCALE_END
from spinnenweb.domain.instruments import Scale
from spinnenweb.domain.scoring import ScoreState, Trend

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.figure import Figure

    from spinnenweb.charts.sheet import Sheet, Size
    from spinnenweb.charts.style import ChartStyle, SeriesStyle
    from spinnenweb.charts.webs import LabelledWeb
    from spinnenweb.domain.scoring import Web

TEXT_POINTS = 11.0
_MARKER = 0.85
_NUMBER = 0.86


@dataclass(frozen=True, slots=True)
class DumbbellWords:
    """The words beside the rows: `same` for "ongeveer gelijk", `gaps` for each reason why a mark is missing.

    `point` is the decimal sign of the marks.
    """

    same: str
    gaps: Mapping[ScoreState, str] = field(default_factory=dict)
    point: str = ","


@dataclass(frozen=True, slots=True)
class _Field:
    """The part of the sheet where marks lie: left and right end of the scale, top and height of the rows."""

    left: float
    right: float
    top: float
    row: float

    def x(self, mark: float) -> float:
        return self.left + (self.right - self.left) * mark / SCALE_END

    def y(self, index: int) -> float:
        return self.top - (index + 0.5) * self.row


def dumbbell_figure(
    earlier: LabelledWeb,
    later: LabelledWeb,
    labels: Mapping[str, str],
    words: DumbbellWords,
    style: ChartStyle,
    size: Size = (7.2, 4.4),
    *,
    text_size: float = TEXT_POINTS,
    footer: Sequence[str] = (),
) -> Figure:
    """The change per dimension; a difference within the noise is named, lower gets no colour of its own.

    `size` is in inches, `text_size` in points. `ValueError` for two webs that are not comparable.
    """
    rows = described(later.web, labels, earlier.web)
    sheet = new_sheet(size, style)
    bottom = draw_footer(sheet, footer, text_size)
    keys = [(style.earlier, earlier.label), (style.newest, later.label)]
    bottom += draw_keys(sheet, keys, bottom, text_size) + text_size * 0.5
    area = _field(sheet, rows, words, bottom, text_size)
    _draw_scale(sheet, area, len(rows), text_size, later.web.scale)
    for index, row in enumerate(rows):
        _draw_row(sheet, area, index, row, later.web, words, text_size)
    return sheet.figure


def _field(
    sheet: Sheet, rows: Sequence[Described], words: DumbbellWords, bottom: float, text_size: float
) -> _Field:
    edge = text_size * 0.75
    before = max(sheet.text_width(row.label, text_size, bold=row.topic) for row in rows)
    behind = max(sheet.text_width(_remark(row, words), text_size * _NUMBER) for row in rows)
    top = sheet.height - text_size * 2.2
    left = edge + before + text_size * 4.0
    right = max(left + text_size, sheet.width - edge - behind - text_size * 2.8)
    return _Field(left, right, top, (top - bottom) / len(rows))


def _draw_scale(sheet: Sheet, area: _Field, rows: int, text_size: float, scale: Scale) -> None:
    style = sheet.style
    bottom = area.top - rows * area.row
    for mark in (0, *RINGS):
        x = area.x(mark)
        sheet.line([(x, bottom), (x, area.top)], style.grid, style.grid_width)
        at = (x, area.top + text_size * 0.5)
        if scale is Scale.MARKS:
            sheet.write(at, str(mark), text_size * 0.78, colour=style.soft, across="center")


def _draw_row(
    sheet: Sheet, area: _Field, index: int, row: Described, web: Web, words: DumbbellWords, text_size: float
) -> None:
    y = area.y(index)
    start = (area.left - text_size * 3.2, y)
    sheet.write(start, row.label, text_size, bold=row.topic, across="right", up="center")
    remark = (area.right + text_size * 2.2, y)
    sheet.write(remark, _remark(row, words), text_size * _NUMBER, colour=sheet.style.soft, up="center")
    _draw_dumbbell(sheet, area, y, row, text_size)
    # a face has no number: its place on the scale says enough
    told = _marks(row) if web.scale is Scale.MARKS else []
    numbers = [(mark, mark_text(mark, web.mode, words.point)) for mark in told]
    _draw_numbers(sheet, area, y, row, numbers, text_size)


def _remark(row: Described, words: DumbbellWords) -> str:
    if row.trend is Trend.SAME:
        return words.same
    missing = row.state if row.value is None else row.earlier_state
    return words.gaps.get(missing, "") if row.trend is Trend.UNKNOWN else ""


def _draw_dumbbell(sheet: Sheet, area: _Field, y: float, row: Described, text_size: float) -> None:
    if row.earlier is not None and row.value is not None:
        ends = [(area.x(row.earlier), y), (area.x(row.value), y)]
        width = text_size * (0.09 if row.trend is Trend.SAME else 0.24)
        sheet.line(ends, sheet.style.axis, width, zorder=2.0)
    _set(sheet, area, y, row.earlier, sheet.style.earlier, text_size, 3.0)
    _set(sheet, area, y, row.value, sheet.style.newest, text_size, 4.0)


def _set(
    sheet: Sheet, area: _Field, y: float, mark: float | None, series: SeriesStyle, size: float, zorder: float
) -> None:
    if mark is not None:
        sheet.mark([(area.x(mark), y)], series, size * _MARKER, zorder=zorder)


def _marks(row: Described) -> list[float]:
    return sorted({mark for mark in (row.earlier, row.value) if mark is not None})


def _draw_numbers(
    sheet: Sheet, area: _Field, y: float, row: Described, numbers: Sequence[tuple[float, str]], text_size: float
) -> None:
    for mark, said in numbers:
        lower = len(numbers) == 2 and mark == numbers[0][0]
        x = area.x(mark) + (-text_size if lower else text_size)
        sheet.write(
            (x, y),
            said,
            text_size * _NUMBER,
            bold=mark == row.value,
            across="right" if lower else "left",
            up="center",
        )
