"""Forms of a text in which it is compared and searched."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """Lower case, without accents, blanks folded: "José  Ünal" is found as "jose unal"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(character for character in apart if not unicodedata.combining(character))
    return " ".join(bare.casefold().split())


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text; what is not a letter or a digit only separates."""
    return tuple(_WORD.findall(folded(text)))


def like(part: str) -> str:
    r"""A pattern that finds `part` anywhere; `%`, `_` and the escape `\` in it mean themselves."""
    escaped = part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
