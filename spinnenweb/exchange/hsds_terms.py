"""Our own codes as terms of taxonomies, and terms of others that mean the same.

What the standard has no field for hangs on its owner as an attribute with one of these terms. Identifiers follow
from the code (UUID version 5), so that the same record always gives the same file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spinnenweb.exchange.hsds_package import HsdsRow, Package
    from spinnenweb.exchange.map_content import MapWords

NAMESPACE = UUID("6d1a2f8e-3b0c-5d1e-9c55-0f6b2a7c41d3")
"""Made once for this program."""
THEME, DIMENSION, KIND, VILLAGE, ACCESS, FIELD = "thema", "dimensie", "soort", "kern", "toegankelijk", "veld"
_TITLES = {
    THEME: "Thema",
    DIMENSION: "Dimensie",
    KIND: "Soort aanbod",
    VILLAGE: "Kern",
    ACCESS: "Toegankelijkheid",
    FIELD: "Spinnenweb",
}
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
"""A code of ours, the identifier of a village among them."""
_PLAIN = (THEME, DIMENSION)
"""Taxonomies whose codes stand as they are; the others get their name in front, since codes must differ."""


@dataclass(frozen=True, slots=True)
class Term:
    """A code of one of our taxonomies."""

    taxonomy: str
    code: str

    @property
    def id(self) -> str:
        """The identifier of the term."""
        return derived(self.taxonomy, self.code)


def derived(*parts: str) -> str:
    """An identifier that follows from words."""
    return str(uuid5(NAMESPACE, "/".join(parts)))


def is_code(text: str) -> bool:
    """Whether this can be one of our codes; they become identifiers here."""
    return _CODE.fullmatch(text) is not None


def taxonomy_values(taxonomy: str) -> dict[str, Any]:
    """The row of a taxonomy."""
    title = _TITLES[taxonomy]
    return {"id": derived(taxonomy), "name": title, "description": title}


def term_values(term: Term, words: MapWords, villages: Mapping[str, str]) -> dict[str, Any]:
    """The row of a term."""
    named = {THEME: words.themes, DIMENSION: words.dimensions, VILLAGE: villages}.get(term.taxonomy, {})
    name = named.get(term.code, term.code)
    return {
        "id": term.id,
        "code": term.code if term.taxonomy in _PLAIN else f"{term.taxonomy}.{term.code}",
        "name": name,
        "description": name,
        "taxonomy": _TITLES[term.taxonomy],
        "language": "nl",
        "taxonomy_id": derived(term.taxonomy),
    }


class Terms:
    """What the terms of a package mean to us; a term that means nothing here is unknown."""

    def __init__(self, package: Package, words: MapWords) -> None:
        self._ours = {derived(taxonomy): taxonomy for taxonomy in _TITLES}
        self._alike = _alike(words)
        self._meaning = {row.id: self._meant(row) for row in package.of("taxonomy_term")}
        self._rows = package.by_id("taxonomy_term")

    def meaning(self, term_id: str) -> Term | None:
        """The term of ours that a term of the package means."""
        return self._meaning.get(term_id)

    def row(self, term_id: str) -> HsdsRow:
        """The row of a term that means something here."""
        return self._rows[term_id]

    def _meant(self, row: HsdsRow) -> Term | None:
        code = row.text("code")
        if taxonomy := self._ours.get(row.text("taxonomy_id")):
            own = code.removeprefix(f"{taxonomy}.") if taxonomy not in _PLAIN else code
            # what does not look like one stays words of others
            return Term(taxonomy, own) if is_code(own) else None
        return self._alike.get(code.casefold()) or self._alike.get(row.text("name").strip().casefold())


def _alike(words: MapWords) -> dict[str, Term]:
    """Our themes and dimensions by what others call them: the same code or the same word; themes win."""
    found: dict[str, Term] = {}
    for taxonomy, named in ((DIMENSION, words.dimensions), (THEME, words.themes)):
        for code, word in named.items():
            found[code.casefold()] = found[word.casefold()] = Term(taxonomy, code)
    return found
