"""Passphrases: how they are read, proposed and refused."""

from __future__ import annotations

import secrets
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

MIN_CHARACTERS = 12
MIN_DISTINCT = 5
#: Three words of a list of 7,776 are 39 bits, four are 52; 10^12 guesses are 40 (`reference/security.md` 2).
MIN_LISTED_WORDS = 4

# Soft hyphen, hyphen bullet, minus sign: they look like a hyphen and are no dash to Unicode.
_MORE_HYPHENS = "\u00ad\u2043\u2212"
_ROWS = ("01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm")
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_SEASONS = ("lente", "zomer", "herfst", "winter")
_HABITS = ("wachtwoord", "welkom", "password", "geheim", "spinnenweb", "positievegezondheid", "gezondheid")
_PLAIN = frozenset((*_MONTHS, *_SEASONS, *_HABITS))


def normalise(passphrase: str) -> str:
    """The passphrase as it is used: NFKC, lower case, each run of blanks and hyphens as one blank, stripped.

    Touch keyboards capitalise, paper breaks lines, programs turn hyphens into dashes: none of it may lock a person
    out.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", passphrase).lower())
    return " ".join("".join(" " if _is_hyphen(sign) else sign for sign in folded).split())


def propose(words: Sequence[str], count: int = 5) -> str:
    """A passphrase of `count` words, each drawn from the whole of `words` by the system's random source."""
    return " ".join(secrets.choice(words) for _ in range(count))


def is_too_weak(passphrase: str, words: Collection[str] = ()) -> bool:
    """Whether a passphrase is refused at first sight; what passes is not yet called strong.

    Args:
        passphrase: as typed.
        words: the list that passphrases are proposed from, normalised; fewer than four different words of it are
            too few.
    """
    used = normalise(passphrase)
    too_short = len(used) < MIN_CHARACTERS or len(set(used) - {" "}) < MIN_DISTINCT
    return too_short or _is_plain(used.replace(" ", "")) or _is_few_listed_words(used, words)


def _is_hyphen(sign: str) -> bool:
    return unicodedata.category(sign) == "Pd" or sign in _MORE_HYPHENS


def _is_plain(text: str) -> bool:
    return _is_repeated(text) or _is_row(text) or _letters(text) in _PLAIN


def _is_repeated(text: str) -> bool:
    period = (text + text).find(text, 1)
    return period < min(len(text), MIN_CHARACTERS)


def _is_row(text: str) -> bool:
    return any(text in row or text in row[::-1] for row in _ROWS)


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalpha())


def _is_few_listed_words(used: str, words: Collection[str]) -> bool:
    typed = set(used.split())
    return len(typed) < MIN_LISTED_WORDS and typed <= set(words)
