"""The letter of a chart, taken straight from a file, and how wide a text comes out.

Fonts are named by path, so that matplotlib's list of the fonts on this computer is never asked. matplotlib joins
Arabic letters itself but takes every sign from one font, so words are handed to it in runs of one letter.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from matplotlib.font_manager import FontProperties, findfont, get_font

from spinnenweb.domain.bidi import as_seen, begins_from_the_right, has_words_from_the_right, signs_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.domain.bidi import Sign

REGULAR = "NotoSans-Regular.ttf"
BOLD = "NotoSans-Bold.ttf"
_OTHER = ("NotoSans-", "NotoSansArabic-")
"""How the name of a file changes into that of the letter that knows Arabic."""
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
    return sum(_width(words, letter_) for words, letter_ in runs(text, properties))


def _width(text: str, properties: FontProperties) -> float:
    font = get_font(properties.get_file() or findfont(properties))
    font.set_size(properties.get_size_in_points(), 72 * _FINE)
    font.set_text(text, 0.0)
    return float(font.get_width_height()[0]) / (_SIXTY_FOURTHS * _FINE)


def runs(text: str, properties: FontProperties) -> list[tuple[str, FontProperties]]:
    """One line cut where another letter takes over, from left to right as it is seen."""
    file = properties.get_file()
    if not isinstance(file, str) or not has_words_from_the_right(text):
        return [(text, properties)]
    arabic = FontProperties(fname=file.replace(*_OTHER), size=properties.get_size_in_points())
    line = as_seen(signs_of(text, begins_from_the_right(text)))
    return [(words, arabic if other else properties) for words, other in _runs(line, str(arabic.get_file()))]


def _runs(line: list[Sign], arabic: str) -> Iterator[tuple[str, bool]]:
    known = get_font(arabic).get_charmap()

    def joins(sign: Sign) -> bool:
        return sign.from_the_right and ord(sign.text) in known

    for other, group in groupby(line, joins):
        # in the Arabic letter matplotlib turns the words round itself
        yield ("".join(sign.text for sign in reversed(list(group))) if other else _shown(group)), other


def _shown(signs: Iterator[Sign]) -> str:
    return "".join(sign.shown for sign in signs)


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
