"""How many guesses a passphrase takes, by zxcvbn with a Dutch word list (docs/decisions/009)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto
from typing import TYPE_CHECKING, Any

from spinnenweb.security.passphrase import MIN_CHARACTERS, MIN_LISTED_WORDS, is_too_weak, normalise

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

ENOUGH_GUESSES = 1e12
"""Twelve years of one graphics card at the floor of Argon2id (`reference/security.md` 2)."""

GUESSES_PER_SECOND = ENOUGH_GUESSES / (12 * 31_557_600)
"""Of one graphics card at the floor of Argon2id, so that enough guesses are those twelve years."""

_MOST_GUESSES = 1e30
_LONGEST_SCORED = 72  # zxcvbn raises above it (trap 14)
_SHORTEST_NAME = 3
_EVERYDAY_WORDS = 20_000.0
"""So many words somebody who speaks Dutch knows and an attacker tries; the list we propose from has but a few."""
_SMALL_WORDS = frozenset(
    [
        "de",
        "het",
        "een",
        "en",
        "of",
        "maar",
        "want",
        "dat",
        "die",
        "dit",
        "deze",
        "er",
        "niet",
        "geen",
        "ook",
        "ik",
        "je",
        "jij",
        "u",
        "hij",
        "zij",
        "ze",
        "we",
        "wij",
        "mijn",
        "jouw",
        "uw",
        "zijn",
        "haar",
        "ons",
        "onze",
        "is",
        "was",
        "ben",
        "bent",
        "heb",
        "hebt",
        "heeft",
        "in",
        "op",
        "van",
        "met",
        "voor",
        "aan",
        "bij",
        "naar",
        "te",
        "om",
        "uit",
        "over",
        "als",
        "dan",
        "nog",
        "wel",
        "zo",
        "al",
        "mag",
        "wil",
        "kan",
    ]
)
_SMALL_ONES = 30.0
"""How many of these fit where one stands, at most."""
_LONGEST_EVERYDAY = 12
_STEPS = (1e4, 1e8, ENOUGH_GUESSES, 1e14)


class Hint(StrEnum):
    """What to say about a passphrase; the Dutch lines stand in `werker.toml` under `strength`."""

    EMPTY = auto()
    TOO_SHORT = auto()
    FEW_WORDS = auto()
    HABIT = auto()
    COMMON = auto()
    PERSONAL = auto()
    NAME = auto()
    DATE = auto()
    REPEATED = auto()
    ROW = auto()
    GUESSABLE = auto()
    ENOUGH = auto()
    STRONG = auto()


@dataclass(frozen=True, slots=True)
class Strength:
    """How strong a passphrase is.

    Attributes:
        hint: what to say about it.
        score: 0 to 4; from 3 it is strong enough.
        guesses: how many an attacker needs, 1 to 10^30; below 10^12 whenever it is refused.
    """

    hint: Hint
    score: int
    guesses: float

    @property
    def enough(self) -> bool:
        """Whether it may lock a vault."""
        return self.guesses >= ENOUGH_GUESSES

    @property
    def seconds(self) -> float:
        """About how long one graphics card guesses; a laptop that takes longer over one guess makes it longer."""
        return self.guesses / GUESSES_PER_SECOND


def strength(passphrase: str, words: Sequence[str], personal: Collection[str] = ()) -> Strength:
    """Judge a passphrase; some milliseconds, so it may be asked at every key.

    Args:
        passphrase: as typed; it is judged as it is used, without capitals and hyphens.
        words: the Dutch list that passphrases are proposed from, which an attacker has too.
        personal: names an attacker would try first: the organisation, the villages, people.
    """
    used = normalise(passphrase)
    if not used:
        return Strength(Hint.EMPTY, 0, 1.0)
    names = _names(personal)
    found = _fewest_guesses(used, [*names, *words])
    drawn = min(_listed_guesses(used, words), _sentence_guesses(used))
    guesses = min(_MOST_GUESSES, float(found["guesses"]), drawn)
    if is_too_weak(passphrase, frozenset(words)):
        guesses = min(guesses, ENOUGH_GUESSES / 10)
        return Strength(_hint_at_sight(used, words), _score(guesses), guesses)
    if guesses >= ENOUGH_GUESSES:
        return Strength(_praise(guesses), _score(guesses), guesses)
    known = float(found["guesses"]) < ENOUGH_GUESSES
    hint = _hint_of(found["sequence"], len(names)) if known else Hint.FEW_WORDS
    return Strength(hint, _score(guesses), guesses)


def _fewest_guesses(used: str, inputs: list[str]) -> Mapping[str, Any]:
    # zxcvbn takes each blank for a sign to be guessed, and "aap noot mies" for long
    forms = dict.fromkeys((used[:_LONGEST_SCORED], used.replace(" ", "")[:_LONGEST_SCORED]))
    return min((_ask_zxcvbn(form, inputs) for form in forms), key=lambda found: float(found["guesses"]))


def _ask_zxcvbn(used: str, inputs: list[str]) -> Mapping[str, Any]:
    # a fifth of a megabyte of lists: loaded when the first passphrase is chosen, never to open a vault
    from zxcvbn import zxcvbn

    answer: Mapping[str, Any] = zxcvbn(used, user_inputs=inputs)
    return answer


def _names(personal: Collection[str]) -> list[str]:
    parts = (part for name in personal for part in (normalise(name), *normalise(name).split()))
    return [part for part in dict.fromkeys(parts) if len(part) >= _SHORTEST_NAME]


def _listed_guesses(used: str, words: Sequence[str]) -> float:
    typed = set(used.split())
    return float(len(words)) ** len(typed) if typed <= set(words) else _MOST_GUESSES


def _sentence_guesses(used: str) -> float:
    """How many sentences of everyday words there are of this build: small words say little, a repeat nothing.

    zxcvbn knows English words and those of our list, and takes every other Dutch word for letters drawn at random.
    """
    typed = used.split()
    if not all(word.isalpha() and len(word) <= _LONGEST_EVERYDAY for word in typed):
        return _MOST_GUESSES
    small, others = sum(word in _SMALL_WORDS for word in typed), len(set(typed) - _SMALL_WORDS)
    return min(_MOST_GUESSES, _few_power(_SMALL_ONES, small) * _few_power(_EVERYDAY_WORDS, others))


def _few_power(base: float, times: int) -> float:
    # beyond thirty the answer is the most there is, and a book would be too much for a float
    return base ** min(times, 30)


def _score(guesses: float) -> int:
    return sum(guesses >= step for step in _STEPS)


def _praise(guesses: float) -> Hint:
    return Hint.STRONG if guesses >= _STEPS[-1] else Hint.ENOUGH


def _hint_at_sight(used: str, words: Sequence[str]) -> Hint:
    if len(used) < MIN_CHARACTERS:
        return Hint.TOO_SHORT
    typed = set(used.split())
    return Hint.FEW_WORDS if len(typed) < MIN_LISTED_WORDS and typed <= set(words) else Hint.HABIT


_PATTERNS = {
    "date": Hint.DATE,
    "regex": Hint.DATE,  # the one expression zxcvbn knows is a recent year
    "repeat": Hint.REPEATED,
    "spatial": Hint.ROW,
    "sequence": Hint.ROW,
}
_DICTIONARIES = {
    "passwords": Hint.COMMON,
    "surnames": Hint.NAME,
    "male_names": Hint.NAME,
    "female_names": Hint.NAME,
}


def _hint_of(sequence: Sequence[Mapping[str, Any]], names: int) -> Hint:
    known = [match for match in sequence if match["pattern"] != "bruteforce"]
    if not known:
        return Hint.GUESSABLE
    longest = max(known, key=lambda match: len(str(match["token"])))
    if longest["pattern"] != "dictionary":
        return _PATTERNS.get(str(longest["pattern"]), Hint.GUESSABLE)
    if longest["dictionary_name"] == "user_inputs":
        return Hint.PERSONAL if int(str(longest["rank"])) <= names else Hint.FEW_WORDS
    return _DICTIONARIES.get(str(longest["dictionary_name"]), Hint.GUESSABLE)
