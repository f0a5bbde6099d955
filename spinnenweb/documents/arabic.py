"""Arabic for a PDF library that knows no Arabic: letters joined to their neighbours.

The joined forms are those of Unicode's Arabic Presentation Forms, told by the decompositions in `unicodedata`;
Persian, Kurdish and Urdu letters are among them. In what order a line is seen is told by `domain/bidi.py`.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

_FORMS = (*range(0xFB50, 0xFC00), *range(0xFE70, 0xFEFD))
_LIGATURES = range(0xFE70, 0xFEFD)
"""Of the signs for two letters only lam with alef, which stands here, is always written as one."""
_NAMES = ("<isolated>", "<final>", "<initial>", "<medial>")


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
        if name in _NAMES and base and _used(number, base):
            found.setdefault(base, {})[name.strip("<>")] = chr(number)
    return {base: _Letter(**forms) for base, forms in found.items()}


def _used(number: int, base: str) -> bool:
    return not base.startswith((" ", "ـ")) and (len(base) == 1 or number in _LIGATURES)


def joined(text: str) -> str:
    """The text in its joined letters, still in the order it is read; lam with alef is one sign."""
    letters = _letters()
    signs = _signs(text, letters)
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
