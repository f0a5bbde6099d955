"""Whether a card that is being typed may be of someone who is there already."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spinnenweb.domain.merges import Outline

NEAR = 0.8
"""How alike two names are at least (0–1): one letter wrong in a name of five, as in Fatima and Fatma."""
_SOUNDS_THE_SAME, _FIRST_NAME_ONLY = 0.95, 0.9
_SHORTEST = 3
_SAME_YEAR, _SAME_VILLAGE = 0.2, 0.1
_SAME_CODE = 2.0
_NUMBER = re.compile(r"0*(\d+)")
_SPELLINGS = (("ij", "i"), ("ie", "i"), ("y", "i"), ("ph", "f"), ("th", "t"), ("dt", "t"), ("ck", "k"), ("c", "k"))
_DOUBLE = re.compile(r"(.)\1+")
_BLANK = re.compile(r"[\W_]+")


def plain_name(name: str) -> str:
    """A name in lower case, without accents, blanks folded."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(sign for sign in apart if not unicodedata.combining(sign)).split())


def sound_of(name: str) -> str:
    """A plain name as it sounds: Janny and Jannie are one name, and so are Catrien and Katrijn."""
    for written, heard in _SPELLINGS:
        name = name.replace(written, heard)
    return _DOUBLE.sub(r"\1", name)


def plain_code(code: str) -> str:
    """A code without what people leave out when they type it: "r 7" is "R-007"."""
    return _NUMBER.sub(r"\1", _BLANK.sub("", unicodedata.normalize("NFKC", code).casefold()))


def likely(
    outlines: Iterable[Outline], typed: str, village_id: str | None, birth_year: int | None, most: int
) -> tuple[str, ...]:
    """The ids of at most `most` cards with this code or about this name, most likely first.

    Another birth year is another person. The same birth year and village only make a card more likely: people
    move, and villages are filled in by default.
    """
    name, code = plain_name(typed), plain_code(typed)
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(name)
    scored: list[tuple[float, str]] = []
    for outline in outlines:
        if birth_year is not None and outline.birth_year not in (None, birth_year):
            continue
        score = _SAME_CODE if code and plain_code(outline.code) == code else _alike(matcher, name, outline)
        if score:
            year = _SAME_YEAR if birth_year is not None and outline.birth_year == birth_year else 0.0
            village = _SAME_VILLAGE if village_id is not None and outline.village_id == village_id else 0.0
            scored.append((-score - year - village, outline.id))
    return tuple(resident_id for _, resident_id in sorted(scored)[:most])


def _alike(matcher: SequenceMatcher[str], name: str, outline: Outline) -> float:
    other = plain_name(outline.calling_name)
    if len(name) < _SHORTEST or len(other) < _SHORTEST:
        return 0.0
    if set(name.split()) <= set(other.split()) or set(other.split()) <= set(name.split()):
        return 1.0 if other == name else _FIRST_NAME_ONLY
    matcher.set_seq1(other)
    if sound_of(name) == sound_of(other):
        return _SOUNDS_THE_SAME
    # the two quick ones are upper bounds: nearly all cards are done after the first
    if matcher.real_quick_ratio() < NEAR or matcher.quick_ratio() < NEAR:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= NEAR else 0.0
