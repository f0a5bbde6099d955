"""Small words of paper that are not sentences: dates and the name of a language (decision 9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.dates import said_date

if TYPE_CHECKING:
    from datetime import date

_REGIONS = {"nl": "nl-NL"}


def dutch_date(day: date) -> str:
    """A date as people say it: 4 december 2026."""
    return said_date(day)


def language_tag(language: str) -> str:
    """The tag a PDF carries for a language (BCP 47)."""
    return _REGIONS.get(language, language)
