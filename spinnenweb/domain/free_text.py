"""What in a free text points at a person: looked for before a text leaves the vault.

The findings are shown in place and a person decides; so a doubtful one is a finding too. Kinds and reason:
reference/domain.md 4.2, requirement 13. The text itself is never changed and never quoted in an error.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BSN_LENGTH = 9
_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_SHORTEST_NAME = 2
_JOINING = frozenset(
    (
        *("van", "de", "der", "den", "het", "een", "la", "le", "el", "al", "bin", "ben", "ibn", "von", "zu"),
        *("da", "di", "do", "dos", "du", "mevrouw", "meneer", "mevr", "mw", "dhr", "heer"),
    )
)
"""Words in names that say nothing by themselves."""

_DIGIT_RUN = re.compile(r"(?<![\d+])(?:\d(?:[ .\-]?\d){8}|\d{8})(?!\d|[ .\-]\d)")
"""Eight digits only when nothing stands between them: those of a date are no number."""
_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]+\s?@\s?[\w-]+(?:\.[\w-]+)+")
"""Only from the beginning of a word: from every letter of a long one it would take minutes."""
_PHONE = re.compile(
    r"(?<![\w+])(?:\+|00)\d(?:[ .\-()/]{0,2}\d){7,14}(?!\d)"
    r"|(?<![\d+])0(?:[ .\-()/]{0,2}\d){9}(?!\d)"
)
_POSTCODE = re.compile(
    r"(?<![\w])[1-9]\d{3}\s?[A-Za-z]{2}(?!\w)"
    r"(?:[ ,]*\d{1,5}(?:[ -]?[A-Za-z]{1,2}|-\d{1,4})?(?!\w))?"
)
_NOT_POSTCODE = frozenset(("sa", "sd", "ss"))
"""Letter pairs that no Dutch postcode has."""
_TOKEN = re.compile(r"[^\W\d_]+|\d+")


class FindingKind(StrEnum):
    """What a finding is."""

    BSN = "bsn"
    PHONE = "telefoon"
    EMAIL = "e-mail"
    ADDRESS = "adres"
    NAME = "naam"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A stretch of a text, `start` up to and without `end`, in characters."""

    start: int
    end: int
    kind: FindingKind


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    word: str


def is_bsn(digits: str) -> bool:
    """Whether eight or nine digits satisfy the eleven test of the burgerservicenummer; all zeros do not."""
    padded = digits.zfill(BSN_LENGTH)
    if len(padded) != BSN_LENGTH or not padded.isdecimal() or not int(padded):
        return False
    return sum(weight * int(digit) for weight, digit in zip(_BSN_WEIGHTS, padded, strict=True)) % 11 == 0


def bsns(text: str) -> tuple[Finding, ...]:
    """Every number in a text that may be a burgerservicenummer; quick enough for every key stroke."""
    found = _DIGIT_RUN.finditer(_plain_digits(text))
    return tuple(Finding(*match.span(), FindingKind.BSN) for match in found if is_bsn(re.sub(r"\D", "", match[0])))


def find(text: str, names: Iterable[str] = ()) -> tuple[Finding, ...]:
    """What points at a person in a text, in order; stretches do not overlap, the longest of two wins.

    `names` are all names the vault knows; each also counts by its parts, without accents and capitals, and with
    an s behind it.
    """
    plain = _plain_digits(text)
    found = [*bsns(text), *_patterns(plain), *_names(plain, names)]
    return tuple(sorted(_apart(found)))


def _plain_digits(text: str) -> str:
    # digits of other scripts count too; each stays one character, so places stay the same
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


def _patterns(text: str) -> Iterator[Finding]:
    for match in _EMAIL.finditer(text):
        yield Finding(*match.span(), FindingKind.EMAIL)
    for match in _PHONE.finditer(text):
        yield Finding(*match.span(), FindingKind.PHONE)
    for match in _POSTCODE.finditer(text):
        letters = re.sub(r"[^A-Za-z]", "", match[0][:7])[:2].casefold()
        if letters not in _NOT_POSTCODE and not _is_year_with_word(match[0]):
            yield Finding(*match.span(), FindingKind.ADDRESS)


def _is_year_with_word(found: str) -> bool:
    # "in 2024 is het gelukt": a year and a small word, not a postcode
    return (
        found[4:5].isspace()
        and found[5:7].islower()
        and found[:2] in ("19", "20")
        and len(found) == len("2024 is")
    )


def _tokens(text: str) -> list[_Token]:
    return [_Token(*match.span(), _folded(match[0])) for match in _TOKEN.finditer(text)]


def _folded(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _names(text: str, names: Iterable[str]) -> Iterator[Finding]:
    wanted = {part for name in names for part in _said_as(name)}
    starts: dict[str, list[tuple[str, ...]]] = {}
    for part in wanted:
        starts.setdefault(part[0], []).append(part)
    tokens = _tokens(text)
    for place, token in enumerate(tokens):
        for part in (*starts.get(token.word, ()), *_with_s(token.word, starts)):
            if _goes_on(tokens, place, part):
                yield Finding(token.start, tokens[place + len(part) - 1].end, FindingKind.NAME)


def _with_s(word: str, starts: dict[str, list[tuple[str, ...]]]) -> list[tuple[str, ...]]:
    # "Fatimas dochter": of names of one word only
    if not word.endswith("s") or len(word) <= _SHORTEST_NAME:
        return []
    return [part for part in starts.get(word[:-1], ()) if len(part) == 1]


def _said_as(name: str) -> set[tuple[str, ...]]:
    words = tuple(token.word for token in _tokens(name))
    alone = {(word,) for word in words if len(word) >= _SHORTEST_NAME and word not in _JOINING and word.isalpha()}
    return alone | ({words} if words and len("".join(words)) >= _SHORTEST_NAME else set())


def _goes_on(tokens: list[_Token], place: int, part: tuple[str, ...]) -> bool:
    here = tokens[place : place + len(part)]
    return len(here) == len(part) and all(
        token.word == word for token, word in zip(here[1:], part[1:], strict=True)
    )


def _apart(found: list[Finding]) -> Iterator[Finding]:
    order = {kind: place for place, kind in enumerate(FindingKind)}
    taken: list[Finding] = []
    for one in sorted(found, key=lambda f: (f.start - f.end, f.start, order[f.kind])):
        if all(one.end <= other.start or one.start >= other.end for other in taken):
            taken.append(one)
            yield one
