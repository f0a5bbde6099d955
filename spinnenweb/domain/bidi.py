"""In what order a line with words from both sides is seen.

The implicit part and the isolates of Unicode's bidirectional algorithm (UAX #9, version 15); signs that embed or
override are left out, because no keyboard types them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import bidirectional, category

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_RIGHT = ("R", "AL")
_OPENERS, _CLOSER = ("LRI", "RLI", "FSI"), "PDI"
_NEUTRAL = ("B", "S", "WS", "ON", "ES", "ET", "CS", *_OPENERS, _CLOSER)
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_MIRRORED = {
    **_BRACKETS,
    **{end: start for start, end in _BRACKETS.items()},
    "<": ">",
    ">": "<",
    "«": "»",
    "»": "«",
}
_MIRRORED |= {"‹": "›", "›": "‹"}


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of a text with its level: odd is read from right to left."""

    text: str
    level: int

    @property
    def from_the_right(self) -> bool:
        """Whether this sign is read from right to left."""
        return self.level % 2 == 1

    @property
    def shown(self) -> str:
        """The sign as it is seen: a bracket opens towards what follows."""
        return _MIRRORED.get(self.text, self.text) if self.from_the_right else self.text


def has_words_from_the_right(text: str) -> bool:
    """Whether a text holds a letter that is written from right to left."""
    return any(bidirectional(sign) in _RIGHT for sign in text)


def begins_from_the_right(text: str, otherwise: bool = False) -> bool:
    """On which side a text begins by its first letter; `otherwise` for a text without letters."""
    depth = 0
    for sign in text:
        kind = bidirectional(sign)
        depth += (kind in _OPENERS) - (kind == _CLOSER and depth > 0)
        if not depth and kind in ("L", *_RIGHT):
            return kind in _RIGHT
    return otherwise


def signs_of(text: str, from_the_right: bool) -> list[Sign]:
    """The signs of a paragraph in the order they are read, those that are never seen left out."""
    levels = [0] * len(text)
    _resolve(text, range(len(text)), int(from_the_right), levels)
    return [Sign(sign, level) for sign, level in zip(text, levels, strict=True) if category(sign) != "Cf"]


def as_seen(signs: Sequence[Sign]) -> list[Sign]:
    """One line of a paragraph from left to right; an accent stays behind its letter."""
    found: list[list[Sign]] = []
    for sign in signs:
        if found and bidirectional(sign.text) == "NSM":
            found[-1].append(sign)
        else:
            found.append([sign])
    highest = max((sign.level for sign in signs), default=0)
    for level in range(highest, 0, -1):
        found = list(_turned(found, level))
    return [sign for group in found for sign in group]


def _turned(groups: list[list[Sign]], level: int) -> Iterable[list[Sign]]:
    run: list[list[Sign]] = []
    for group in groups:
        if group[0].level >= level:
            run.insert(0, group)
            continue
        yield from run
        yield group
        run = []
    yield from run


# Levels


def _resolve(text: str, places: Sequence[int], level: int, levels: list[int]) -> None:
    own: list[int] = []
    at = 0
    while at < len(places):
        place = places[at]
        own.append(place)
        at += 1
        kind = bidirectional(text[place])
        if kind in _OPENERS:
            end = _end_of_isolate(text, places, at)
            inside = places[at:end]
            _resolve(text, inside, _level_inside(kind, text, inside, level), levels)
            at = end
    side = "R" if level % 2 else "L"
    for place, kind in zip(own, _kinds([text[place] for place in own], side), strict=True):
        levels[place] = level + _step(kind, level)


def _end_of_isolate(text: str, places: Sequence[int], start: int) -> int:
    depth = 1
    for at in range(start, len(places)):
        kind = bidirectional(text[places[at]])
        depth += (kind in _OPENERS) - (kind == _CLOSER)
        if not depth:
            return at
    return len(places)


def _level_inside(kind: str, text: str, inside: Sequence[int], level: int) -> int:
    words = "".join(text[place] for place in inside)
    right = kind == "RLI" or (kind == "FSI" and begins_from_the_right(words))
    return level + 1 if (level % 2 == 0) == right else level + 2


def _step(kind: str, level: int) -> int:
    if level % 2:
        return 0 if kind == "R" else 1
    return {"L": 0, "R": 1}.get(kind, 2)


def _kinds(signs: list[str], side: str) -> list[str]:
    kinds = [bidirectional(sign) or "L" for sign in signs]
    _accents(kinds, side)
    _numbers(kinds)
    _signs_of_numbers(kinds)
    _numbers_after_letters(kinds, side)
    _brackets(signs, kinds, side)
    _between(kinds, side)
    return kinds


def _accents(kinds: list[str], side: str) -> None:
    # rule W1
    before = side
    for at, kind in enumerate(kinds):
        if kind in ("NSM", "BN"):
            kinds[at] = "ON" if before in (*_OPENERS, _CLOSER) else before
        before = kinds[at]


def _numbers(kinds: list[str]) -> None:
    # rules W2 and W3
    letter = ""
    for at, kind in enumerate(kinds):
        if kind in ("L", *_RIGHT):
            letter = kind
        if kind == "EN" and letter == "AL":
            kinds[at] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]


def _signs_of_numbers(kinds: list[str]) -> None:
    # rules W4 to W6
    for at in range(1, len(kinds) - 1):
        before, kind, after = kinds[at - 1 : at + 2]
        if before == after and ((kind == "CS" and before in ("EN", "AN")) or (kind == "ES" and before == "EN")):
            kinds[at] = before
    for start, stop in _runs(kinds, ("ET",)):
        if "EN" in (*kinds[max(start - 1, 0) : start], *kinds[stop : stop + 1]):
            kinds[start:stop] = ["EN"] * (stop - start)
    kinds[:] = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in kinds]


def _numbers_after_letters(kinds: list[str], side: str) -> None:
    # rule W7
    letter = side
    for at, kind in enumerate(kinds):
        letter = kind if kind in ("L", "R") else letter
        if kind == "EN" and letter == "L":
            kinds[at] = "L"


def _brackets(signs: list[str], kinds: list[str], side: str) -> None:
    # rule N0
    for start, stop in _pairs(signs, kinds):
        inside = {_strong(kind) for kind in kinds[start + 1 : stop]} - {""}
        if not inside:
            continue
        before = next((_strong(kind) for kind in reversed(kinds[:start]) if _strong(kind)), side)
        kinds[start] = kinds[stop] = side if side in inside or before == side else before


def _pairs(signs: list[str], kinds: list[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    for at, sign in enumerate(signs):
        if kinds[at] != "ON":
            continue
        if sign in _BRACKETS:
            opened.append(at)
        matching = next((n for n in reversed(range(len(opened))) if _BRACKETS[signs[opened[n]]] == sign), None)
        if matching is not None:
            found.append((opened[matching], at))
            del opened[matching:]
    return sorted(found)


def _between(kinds: list[str], side: str) -> None:
    # rules N1 and N2
    for start, stop in _runs(kinds, _NEUTRAL):
        before = _strong(kinds[start - 1]) if start else side
        after = _strong(kinds[stop]) if stop < len(kinds) else side
        kinds[start:stop] = [before if before == after else side] * (stop - start)


def _strong(kind: str) -> str:
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind, "")


def _runs(kinds: list[str], wanted: tuple[str, ...]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for at, kind in enumerate(kinds):
        if kind not in wanted:
            continue
        if found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found
