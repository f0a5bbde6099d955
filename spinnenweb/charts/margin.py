"""What stands under a chart: which web is which, and the lines that say what a web is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.path import Path as Outline

from spinnenweb.charts.letters import letter, wrapped
from spinnenweb.charts.style import LINE_PITCH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spinnenweb.charts.sheet import Sheet
    from spinnenweb.charts.style import SeriesStyle

_SAMPLE = 3.0
_SMALL = 0.78
Key = tuple["SeriesStyle", str]


def draw_footer(sheet: Sheet, lines: Sequence[str], text_size: float) -> float:
    """Write lines at the bottom, small and centred; gives the height they take in points."""
    size = text_size * _SMALL
    properties = letter(sheet.style.fonts, size)
    room = sheet.width - 2 * text_size
    rows = [row for line in lines for row in wrapped(line, properties, room).split("\n") if row]
    for number, row in enumerate(reversed(rows)):
        at = (sheet.width / 2, text_size * 0.7 + number * size * LINE_PITCH)
        sheet.write(at, row, size, colour=sheet.style.soft, across="center")
    return len(rows) * size * LINE_PITCH + (text_size if rows else 0.0)


def draw_keys(sheet: Sheet, keys: Sequence[Key], bottom: float, text_size: float) -> float:
    """Write which line belongs to which web, side by side or under each other; gives the height taken."""
    shown = [key for key in keys if key[1]]
    if not shown:
        return 0.0
    widths = [_key_width(sheet, label, text_size) for _, label in shown]
    between = text_size * 2
    line = text_size * 1.7
    if sum(widths) + between * (len(shown) - 1) > sheet.width:
        for number, (key, width) in enumerate(zip(reversed(shown), reversed(widths), strict=True)):
            _draw_key(sheet, key, (sheet.width - width) / 2, bottom + line * (number + 0.5), text_size)
        return line * len(shown)
    x = (sheet.width - sum(widths) - between * (len(shown) - 1)) / 2
    for key, width in zip(shown, widths, strict=True):
        _draw_key(sheet, key, x, bottom + line / 2, text_size)
        x += width + between
    return line


def _key_width(sheet: Sheet, label: str, size: float) -> float:
    return size * (_SAMPLE + 0.6) + sheet.text_width(label, size)


def _draw_key(sheet: Sheet, key: Key, x: float, y: float, size: float) -> None:
    series, label = key
    draw_sample(sheet, series, x, y, size)
    sheet.write((x + size * (_SAMPLE + 0.6), y), label, size, up="center")


def draw_sample(sheet: Sheet, series: SeriesStyle, x: float, y: float, size: float) -> None:
    """A short piece of line with its marker."""
    half = size * _SAMPLE / 2
    for end in (x, x + 2 * half):
        # from the middle outwards, so that both sides show the same dashes
        sheet.stroke(Outline([(x + half, y), (end, y)]), series, size * 0.19, zorder=4.0)
    sheet.mark([(x + half, y)], series, size * 0.78, zorder=4.5)
