"""Forms of a text in which it is compared and searched."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """Lower case, without accents, blanks folded: "José  Ünal" is found as "jose unal"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(character for character in apart if not unicodedata.combining(character))
    return " ".join(bare.casefold().split())


def like(part: str) -> str:
    r"""A pattern that finds `part` anywhere; `%`, `_` and the escape `\` in it mean themselves."""
    escaped = part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
