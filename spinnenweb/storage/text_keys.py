"""Forms of a text in which it is compared and searched."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
INSIDE = "\ue000"
"""Stands before a part of a word in the index: a letter for FTS5, and nothing anyone can type in a word."""
SHORTEST_INSIDE = 3
"""Of so many letters a word is found from its middle; fewer would find half of everything."""
_MOST_INSIDE = 40
_LONGEST_INSIDE = 30


def folded(text: str) -> str:
    """Lower case, without accents, blanks folded: "José  Ünal" is found as "jose unal"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(character for character in apart if not unicodedata.combining(character))
    return " ".join(bare.casefold().split())


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text; what is not a letter or a digit only separates."""
    return tuple(_WORD.findall(folded(text)))


def searched(text: str) -> str:
    """The words of a text, and then each word from every later letter on: "buurt" is in "dorpsbuurthuis"."""
    whole = words(text)
    return " ".join((*whole, *(part for word in whole for part in _insides(word))))


def _insides(word: str) -> list[str]:
    # a text without blanks would give the square of its length, so both are bounded
    starts = range(1, min(len(word) - SHORTEST_INSIDE, _MOST_INSIDE) + 1)
    return [INSIDE + word[start : start + _LONGEST_INSIDE] for start in starts]


def term(word: str) -> str:
    """A folded word as it is asked of FTS5, quoted: as far as it was typed, and if long enough inside words."""
    if len(word) < SHORTEST_INSIDE:
        return f'"{word}"*'
    return f'("{word}"* OR "{INSIDE}{word[:_LONGEST_INSIDE]}"*)'


def like(part: str) -> str:
    r"""A pattern that finds `part` anywhere; `%`, `_` and the escape `\` in it mean themselves."""
    escaped = part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
