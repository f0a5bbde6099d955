"""The words of the vocabulary as files of the social map use them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.instruments import DIMENSION_CODES
from spinnenweb.domain.vocabulary import WordKind
from spinnenweb.exchange.map_content import MapWords
from spinnenweb.services.catalogue import word_key

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.catalogue import Catalogue


def map_words(catalogue: Catalogue, words: Wording) -> MapWords:
    """Themes and dimensions by code in the worker's language, with the organisation's own words over them."""
    themes = {}
    for theme in catalogue.all_themes:
        own = catalogue.own_words.get((WordKind.THEME, theme.code))
        named = own.name if own is not None else ""
        themes[theme.code] = named or words.say(word_key(WordKind.THEME, theme.code))
    return MapWords(themes, {code: words.say(f"label.{code}") for code in DIMENSION_CODES})
