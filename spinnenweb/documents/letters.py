"""The letters of paper, embedded from the bundled files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames, registerFont
from reportlab.pdfbase.ttfonts import TTFont

if TYPE_CHECKING:
    from pathlib import Path

REGULAR = "NotoSans-Regular"
BOLD = "NotoSans-Bold"
ARABIC = "NotoSansArabic-Regular"
ARABIC_BOLD = "NotoSansArabic-Bold"


def register_letters(fonts: Path) -> None:
    """Make the letters known to reportlab, which finds letters by name only; done once for a program.

    `OSError` or reportlab's `TTFError` when a file is not there or no font.
    """
    for name in (REGULAR, BOLD, ARABIC, ARABIC_BOLD):
        if name not in getRegisteredFontNames():
            registerFont(TTFont(name, str(fonts / f"{name}.ttf")))
