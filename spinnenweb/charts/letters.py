"""The letter of a chart, taken straight from a file, and how wide a text comes out.

Fonts are named by path, so that matplotlib's list of the fonts on this computer is never asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.font_manager import FontProperties, findfont, get_font

if TYPE_CHECKING:
    from pathlib import Path

REGULAR = "NotoSans-Regular.ttf"
BOLD = "NotoSans-Bold.ttf"
_SIXTY_FOURTHS = 64
_NARROWER = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
_FINE = 10
"""Measured this many times larger, because letters are rounded to whole pixels."""


def letter(fonts: Path | None, size: float, *, bold: bool = False) -> FontProperties:
    """The letter at a size in points."""
    if fonts is None:
        return FontProperties(family="DejaVu Sans", weight="bold" if bold else "normal", size=size)
    return FontProperties(fname=str(fonts / (BOLD if bold else REGULAR)), size=size)


def width_of(text: str, properties: FontProperties) -> float:
    """The width of one line in points."""
    font = get_font(properties.get_file() or findfont(properties))
    font.set_size(properties.get_size_in_points(), 72 * _FINE)
    font.set_text(text, 0.0)
    return float(font.get_width_height()[0]) / (_SIXTY_FOURTHS * _FINE)


def in_two(text: str) -> str:
    """The text over two lines of about equal length; what a fixed blank binds stays together."""
    words = text.split(" ")
    if len(words) < 2:
        return text
    ways = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    return "\n".join(min(ways, key=lambda way: max(map(len, way))))


def wrapped(text: str, properties: FontProperties, width: float) -> str:
    """The text over as many lines as a width in points asks for, and those about equally long."""
    fullest = _filled(text, properties, width)
    for share in _NARROWER:
        narrower = _filled(text, properties, width * share)
        if narrower.count("\n") == fullest.count("\n"):
            return narrower
    return fullest


def _filled(text: str, properties: FontProperties, width: float) -> str:
    lines: list[str] = []
    for word in text.split():
        if lines and width_of(f"{lines[-1]} {word}", properties) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "\n".join(lines)
