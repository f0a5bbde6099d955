"""How words are set on a form: the letters of a script, and from which side a line begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Spacer
from reportlab.platypus.flowables import CallerMacro

from spinnenweb.documents.blocks import INK, SOFT, TEXT_WIDTH, Flowable
from spinnenweb.documents.letters import register_letters
from spinnenweb.documents.setting import Letters, draw_line, line_width, paragraph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_LEADING = 1.36


@dataclass(frozen=True, slots=True)
class Hand:
    """One way of writing. Widths and places are in points, measured from the side where a line begins."""

    from_the_right: bool = False

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """How wide a text comes out on one line."""
        return line_width(text, Letters(size, bold), from_the_right=self.from_the_right)

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
            fontName=Letters(size, bold).font,
            fontSize=size,
            leading=size * (_LEADING + 0.2 * self.from_the_right),
            textColor=SOFT if soft else INK,
            spaceBefore=before,
            splitLongWords=1,
        )
        return [paragraph(text, style, width, self.from_the_right)]

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
        canvas.setFillColor(SOFT if soft else INK)
        draw_line(canvas, text, (x, y), Letters(size, bold), from_the_right=self.from_the_right)


def drawn(height: float, draw: Callable[[Flowable], None]) -> list[Flowable]:
    """Room of a height in which `draw(canvas)` draws; the origin is at the upper left corner."""
    return [CallerMacro(drawCallable=lambda macro: draw(macro.canv)), Spacer(0, height)]


def hand_for(fonts: Path, *, from_the_right: bool) -> Hand:
    """The hand for a direction, its letters made known to the PDF library.

    `OSError` or reportlab's `TTFError` when a letter is not there or no font.
    """
    register_letters(fonts)
    return Hand(from_the_right)
