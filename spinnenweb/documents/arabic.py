"""Arabic for a PDF library that knows no Arabic: joined letters, and lines in the order they are seen.

The joined forms are those of Unicode's Arabic Presentation Forms-B, told by the decompositions in `unicodedata`.
Enough for our own sentences with a number or a Latin name in them; not the whole bidirectional algorithm.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_FORMS = range(0xFE70, 0xFEFD)
_NAMES = ("<isolated>", "<final>", "<initial>", "<medial>")
_OURS = r"[^\W_\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]+"
_LEFT_TO_RIGHT = re.compile(rf"{_OURS}(?:[ .,:;/+'’-]+{_OURS})*")
"""Latin words and numbers, with what stands between them."""
_ISOLATES = dict.fromkeys((0x2068, 0x2069))
"""Signs that keep a value apart on a screen; here Latin words are told apart by their letters."""
_MIRRORED = str.maketrans("()[]<>«»", ")(][><»«")


@dataclass(frozen=True, slots=True)
class _Letter:
    """What one letter looks like by its neighbours; a letter without `initial` never joins the one after it."""

    isolated: str = ""
    final: str = ""
    initial: str = ""
    medial: str = ""


@cache
def _letters() -> dict[str, _Letter]:
    found: dict[str, dict[str, str]] = {}
    for number in _FORMS:
        name, *parts = unicodedata.decomposition(chr(number)).split() or [""]
        base = "".join(chr(int(part, 16)) for part in parts)
        if name in _NAMES and base and not base.startswith((" ", "ـ")):
            found.setdefault(base, {})[name.strip("<>")] = chr(number)
    return {base: _Letter(**forms) for base, forms in found.items()}


def joined(text: str) -> str:
    """The text in its joined letters, still in the order it is read; lam with alef is one sign."""
    letters = _letters()
    signs = _signs(text.translate(_ISOLATES), letters)
    shown = []
    for place, sign in enumerate(signs):
        letter = letters.get(sign)
        if letter is None:
            shown.append(sign)
            continue
        before, after = _neighbour(signs, place, -1), _neighbour(signs, place, 1)
        from_before = before in letters and bool(letters[before].initial) and bool(letter.final)
        to_after = bool(letter.initial) and after in letters and bool(letters[after].final)
        shown.append(_form(letter, from_before, to_after) or sign)
    return "".join(shown)


def _signs(text: str, letters: dict[str, _Letter]) -> list[str]:
    signs: list[str] = []
    for sign in text:
        if signs and signs[-1] + sign in letters:
            signs[-1] += sign
        else:
            signs.append(sign)
    return signs


def _neighbour(signs: list[str], place: int, step: int) -> str:
    place += step
    while 0 <= place < len(signs) and unicodedata.combining(signs[place][0]):
        place += step
    return signs[place] if 0 <= place < len(signs) else ""


def _form(letter: _Letter, from_before: bool, to_after: bool) -> str:
    if from_before:
        return letter.medial if to_after else letter.final
    return letter.initial if to_after else letter.isolated


def seen(line: str) -> str:
    """One line from left to right as it is seen: turned round, with numbers and Latin words left as they are."""
    turned = line.translate(_MIRRORED)[::-1]
    return _LEFT_TO_RIGHT.sub(lambda found: found[0][::-1], turned)


def lines(text: str, width: float, width_of: Callable[[str], float]) -> list[str]:
    """The text in lines no wider than `width`, joined and in the order they are seen."""
    found: list[str] = []
    for word in joined(text).split():
        if found and width_of(f"{found[-1]} {word}") <= width:
            found[-1] += f" {word}"
        else:
            found.append(word)
    return [seen(line) for line in found]
