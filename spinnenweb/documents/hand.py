"""How words are set on a form: the letters of a script, and from which side a line begins."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import getFont, getRegisteredFontNames, registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, Spacer
from reportlab.platypus.flowables import CallerMacro

from spinnenweb.documents import arabic
from spinnenweb.documents.blocks import INK, SOFT, Flowable
from spinnenweb.documents.letters import BOLD, REGULAR, register_letters
from spinnenweb.documents.paper import TEXT_WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_ARABIC = "NotoSansArabic-Regular"
_ARABIC_BOLD = "NotoSansArabic-Bold"
_OTHER = {_ARABIC: REGULAR, _ARABIC_BOLD: BOLD}
"""Which letter has the signs that the Arabic one has not."""
_LEADING = 1.36


@dataclass(frozen=True, slots=True)
class Hand:
    """One way of writing. Widths and places are in points, measured from the side where a line begins."""

    from_the_right: bool = False

    def font(self, *, bold: bool = False) -> str:
        """The letter most of a text is set in."""
        if self.from_the_right:
            return _ARABIC_BOLD if bold else _ARABIC
        return BOLD if bold else REGULAR

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """How wide a text comes out on one line."""
        shown = arabic.joined(text) if self.from_the_right else text
        return self._width_seen(shown, size, bold)

    def _width_seen(self, shown: str, size: float, bold: bool) -> float:
        return float(sum(stringWidth(part, font, size) for font, part in _parts(shown, self.font(bold=bold))))

    def text(
        self,
        text: str,
        size: float,
        *,
        bold: bool = False,
        soft: bool = False,
        before: float = 0.0,
        width: float = TEXT_WIDTH,
    ) -> list[Flowable]:
        """A paragraph no wider than `width`."""
        style = ParagraphStyle(
            name="hand",
            fontName=self.font(bold=bold),
            fontSize=size,
            leading=size * (_LEADING + 0.2 * self.from_the_right),
            textColor=SOFT if soft else INK,
            spaceBefore=before,
            splitLongWords=1,
        )
        if not self.from_the_right:
            return [Paragraph(html.escape(text, quote=False), style)]
        return self._from_the_right(text, style, width, bold=bold, soft=soft)

    def _from_the_right(
        self, text: str, style: ParagraphStyle, width: float, *, bold: bool, soft: bool
    ) -> list[Flowable]:
        size = style.fontSize
        lines = arabic.lines(text, width, lambda line: self._width_seen(line, size, bold))

        def write(canvas: Flowable) -> None:
            for number, line in enumerate(lines):
                y = -style.spaceBefore - size - number * style.leading
                self._draw_seen(canvas, line, width - self._width_seen(line, size, bold), y, size, bold, soft)

        return drawn(style.spaceBefore + len(lines) * style.leading, write)

    def draw(
        self,
        canvas: Flowable,
        text: str,
        x: float,
        y: float,
        size: float,
        *,
        bold: bool = False,
        soft: bool = False,
    ) -> None:
        """Write one line with its left edge at `x` and its baseline at `y`."""
        shown = arabic.seen(arabic.joined(text)) if self.from_the_right else text
        self._draw_seen(canvas, shown, x, y, size, bold, soft)

    def _draw_seen(
        self, canvas: Flowable, shown: str, x: float, y: float, size: float, bold: bool, soft: bool
    ) -> None:
        canvas.setFillColor(SOFT if soft else INK)
        for font, part in _parts(shown, self.font(bold=bold)):
            canvas.setFont(font, size)
            canvas.drawString(x, y, part)
            x += stringWidth(part, font, size)


def drawn(height: float, draw: Callable[[Flowable], None]) -> list[Flowable]:
    """Room of a height in which `draw(canvas)` draws; the origin is at the upper left corner."""
    return [CallerMacro(drawCallable=lambda macro: draw(macro.canv)), Spacer(0, height)]


def hand_for(fonts: Path, *, from_the_right: bool) -> Hand:
    """The hand for a direction, its letters made known to the PDF library.

    `OSError` or reportlab's `TTFError` when a letter is not there or no font.
    """
    register_letters(fonts)
    for name in _OTHER if from_the_right else ():
        if name not in getRegisteredFontNames():
            registerFont(TTFont(name, str(fonts / f"{name}.ttf")))
    return Hand(from_the_right)


def _parts(shown: str, font: str) -> list[tuple[str, str]]:
    """The text cut where another letter has to take over."""
    other = _OTHER.get(font)
    if other is None:
        return [(font, shown)]
    known = getFont(font).face.charToGlyph
    parts: list[tuple[str, str]] = []
    for sign in shown:
        name = font if ord(sign) in known else other
        if parts and parts[-1][0] == name:
            parts[-1] = (name, parts[-1][1] + sign)
        else:
            parts.append((name, sign))
    return parts
