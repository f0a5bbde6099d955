"""Setting words in the letters of paper: joined, in the order they are seen, and from the letter that has them.

The PDF library puts one sign after another and knows one letter at a time. So a line is cut where another letter
has to take over: a name in Arabic on a Dutch page, a Dutch name in an Arabic line.
"""

from __future__ import annotations

import html
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from reportlab.lib.enums import TA_RIGHT
from reportlab.pdfbase.pdfmetrics import getFont, stringWidth
from reportlab.platypus import Paragraph

from spinnenweb.documents.arabic import joined
from spinnenweb.documents.letters import ARABIC, ARABIC_BOLD, BOLD, REGULAR
from spinnenweb.domain.bidi import Sign, as_seen, begins_from_the_right, has_words_from_the_right, signs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.lib.styles import ParagraphStyle


Untyped = Any
"""reportlab has no types."""

_OTHER = {REGULAR: ARABIC, BOLD: ARABIC_BOLD, ARABIC: REGULAR, ARABIC_BOLD: BOLD}
_NO_SIGN = "?"
"""For a sign that neither letter has: who reads it sees that something stood there."""
_FIXED_BLANK = "\u00a0"
_HAIR = 0.05
"""Points a line stays under its width, so that rounding never breaks it again."""


@dataclass(frozen=True, slots=True)
class Letters:
    """The letter words are set in: its size in points, and whether it is the bold one."""

    size: float
    bold: bool = False

    @property
    def font(self) -> str:
        """The name of the first letter; the Arabic one takes over where it has to."""
        return BOLD if self.bold else REGULAR

    def parts(self, line: Sequence[Sign]) -> list[tuple[str, str]]:
        """A line as it is seen, cut where another letter takes over: the letter and the words."""
        found: list[tuple[str, str]] = []
        wanted = next((_letter_for(sign.shown, self.font)[0] for sign in line if sign.text.isalpha()), self.font)
        for sign in line:
            # numbers, blanks and stops go along with the words before them
            first = self.font if sign.text.isalpha() else wanted
            wanted, shown = _letter_for(sign.shown, first)
            if found and found[-1][0] == wanted:
                found[-1] = (wanted, found[-1][1] + shown)
            else:
                found.append((wanted, shown))
        return found

    def width(self, line: Sequence[Sign]) -> float:
        """How wide a line comes out, in points."""
        return float(sum(stringWidth(words, name, self.size) for name, words in self.parts(line)))


@cache
def _letter_for(sign: str, font: str) -> tuple[str, str]:
    plain = unicodedata.normalize("NFKC", sign)
    for name, shown in ((font, sign), (_OTHER[font], sign), (font, plain), (_OTHER[font], plain)):
        if _has(name, shown):
            return name, shown
    return font, _NO_SIGN


def _has(font: str, shown: str) -> bool:
    known = getFont(font).face.charToGlyph
    return all(known.get(ord(sign)) for sign in shown)


def signs_seen(text: str, from_the_right: bool) -> list[Sign]:
    """A text of one line, joined, from left to right as it is seen."""
    return as_seen(signs_of(joined(unicodedata.normalize("NFC", text)), from_the_right))


def lines(text: str, width: float, letters: Letters, from_the_right: bool) -> list[list[Sign]]:
    """The text in lines no wider than `width`, each as it is seen; a word wider than that is cut."""
    found: list[list[Sign]] = []
    for blank, word in _words(signs_of(joined(text), from_the_right)):
        parts = _cut(word, width, letters)
        longer = [*found[-1], *blank, *parts[0]] if found else []
        if longer and letters.width(as_seen(longer)) <= width:
            found[-1:] = [longer, *parts[1:]]
        else:
            found += parts
    return [as_seen(line) for line in found]


def _words(signs: Sequence[Sign]) -> list[tuple[list[Sign], list[Sign]]]:
    """The words, each with the blank before it."""
    found: list[tuple[list[Sign], list[Sign]]] = [([], [])]
    for sign in signs:
        if sign.text.isspace() and sign.text != _FIXED_BLANK:
            found.append(([Sign(" ", sign.level)], []))
        else:
            found[-1][1].append(sign)
    return [(blank, word) for blank, word in found if word]


def _cut(word: list[Sign], width: float, letters: Letters) -> list[list[Sign]]:
    if letters.width(word) <= width:
        return [word]
    found: list[list[Sign]] = [[]]
    used = 0.0
    for sign in word:
        wide = letters.width([sign])
        if found[-1] and used + wide > width:
            found.append([])
            used = 0.0
        found[-1].append(sign)
        used += wide
    return found


def is_plain(text: str, bold: bool = False) -> bool:
    """Whether a text goes from left to right and the first letter has every sign of it."""
    font = BOLD if bold else REGULAR
    return not has_words_from_the_right(text) and all(sign.isspace() or _has(font, sign) for sign in text)


def paragraph(text: str, style: ParagraphStyle, width: float, from_the_right: bool, **more: object) -> Untyped:
    """A text no wider than `width`, beginning at the side of the document.

    Its own first letter tells in which order it is read. Signs such as < and & are shown as they are.
    """
    bold = style.fontName == BOLD
    text = unicodedata.normalize("NFC", text)
    if not from_the_right and is_plain(text, bold):
        return Paragraph(html.escape(text, quote=False), style, **more)
    letters = Letters(style.fontSize, bold)
    room = width - style.leftIndent - style.rightIndent - _HAIR
    set_ = lines(text, room, letters, begins_from_the_right(text, from_the_right))
    ready = style.clone("set", alignment=TA_RIGHT) if from_the_right else style
    return Paragraph("<br/>".join(_marked(letters.parts(line)) for line in set_), ready, **more)


def _marked(parts: list[tuple[str, str]]) -> str:
    return "".join(f'<font name="{name}">{html.escape(words, quote=False)}</font>' for name, words in parts)


def draw_line(
    canvas: Untyped, text: str, at: tuple[float, float], letters: Letters, *, from_the_right: bool = False
) -> None:
    """Write one line with its left edge and its baseline at `at`, in the colour the canvas has."""
    x, y = at
    for name, words in letters.parts(signs_seen(text, from_the_right)):
        canvas.setFont(name, letters.size)
        canvas.drawString(x, y, words)
        x += stringWidth(words, name, letters.size)


def line_width(text: str, letters: Letters, *, from_the_right: bool = False) -> float:
    """How wide a text comes out on one line, in points."""
    return letters.width(signs_seen(text, from_the_right))
