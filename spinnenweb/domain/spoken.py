"""What stands on a screen, in the words a voice should say.

A voice reads signs where a person would say words: "Pan/Pani" as "Pan slash Pani". So what is for the eye only is
said in the words of the language here: both forms, ranges, telephone numbers.
"""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

OR: Mapping[str, str] = MappingProxyType(
    {"nl": "of", "en": "or", "de": "oder", "ar": "أو", "tr": "veya", "pl": "lub", "uk": "або"}
)
_TO = MappingProxyType(
    {"nl": "tot", "en": "to", "de": "bis", "ar": "إلى", "tr": "ila", "pl": "do", "uk": "до"},
)
_ENDINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"de": ("in", "innen", "e", "en", "r"), "pl": ("a",), "uk": ("ла", "а", "я")}
)
"""What stands behind a slash for the end of the other form, not for a word of its own."""
_WORD = r"[^\W\d_]+"
_FORMS = re.compile(rf"({_WORD})\s?/\s?(-?{_WORD})(?:\s?/\s?({_WORD}))?")
_BRACKETED = re.compile(rf"({_WORD})\((\w{{1,3}})\)")
_RANGE = re.compile(r"(\d)\s?[–-]\s?(\d+)(?![\d-])")
_NUMBER = re.compile(r"(?<![\w.,])(?:\+|0)\d[\d -]{4,}\d(?![\w-])")
_DASH = re.compile(r"\s+[–—-]\s+")
_ONLY_SEEN = str.maketrans(dict.fromkeys('«»„“”"•·*', " ") | {"…": "."})
_JOINER = "\u200c"
"""Parts two letters of Persian that belong to one word; a voice needs it."""
_ENDS = (".", "?", "!", "؟", ":", ";")
_LETTERS = MappingProxyType({"iPH": "i P H"})


def spoken_form(text: str, language: str) -> str:
    """A text as a voice says it in one of our languages. `KeyError` for another language."""
    said = "".join(sign for sign in text if unicodedata.category(sign) != "Cf" or sign == _JOINER)
    said = _NUMBER.sub(_digit_by_digit, said.translate(_ONLY_SEEN))
    said = _RANGE.sub(rf"\1 {_TO[language]} \2", said)
    said = _FORMS.sub(lambda found: _both_forms(found, language), said)
    said = _BRACKETED.sub(lambda found: _bracketed(found, language), said)
    said = _DASH.sub(", ", said)
    for written, letters in _LETTERS.items():
        said = re.sub(rf"\b{written}\b", letters, said)
    return re.sub(r"\s+([.,?!؟،])", r"\1", " ".join(said.split()))


def spoken_together(texts: Iterable[str], language: str) -> str:
    """Several texts one after another with a rest between them, each said once; empty ones are left out."""
    said = dict.fromkeys(spoken_form(text, language) for text in texts)
    return " ".join(line if line.endswith(_ENDS) else f"{line}." for line in said if line.strip("–-. "))


def _both_forms(found: re.Match[str], language: str) -> str:
    first, *others = (form for form in found.groups() if form)
    forms = [first, *(_other_form(first, other, language) for other in others)]
    return f" {OR[language]} ".join(forms)


def _other_form(first: str, other: str, language: str) -> str:
    ending = other.removeprefix("-")
    if other.startswith("-") or ending in _ENDINGS.get(language, ()):
        return _with_ending(first, ending)
    return other


def _with_ending(first: str, ending: str) -> str:
    # Ukrainian: зробив/ла is зробила
    stem = first.removesuffix("в") if ending == "ла" else first
    return stem + ending


def _bracketed(found: re.Match[str], language: str) -> str:
    first, ending = found.groups()
    return f"{first} {OR[language]} {first}{ending}"


def _digit_by_digit(found: re.Match[str]) -> str:
    groups = re.split(r"[ -]+", found[0])
    return ", ".join(" ".join(group) for group in groups)
