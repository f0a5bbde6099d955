"""Dates in the languages of residents."""

from __future__ import annotations

from datetime import date

import pytest

from spinnenweb.domain.dates import MONTHS, said_date
from spinnenweb.domain.languages import CODES

DAY = date(2026, 11, 4)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "4 november 2026"),
        ("en", "4 November 2026"),
        ("de", "4. November 2026"),
        ("ar", "4 نوفمبر 2026"),
        ("tr", "4 Kasım 2026"),
        ("pl", "4 listopada 2026"),
        ("uk", "4 листопада 2026 року"),
    ],
)
def test_that_a_date_is_said_with_plain_digits_and_the_month_in_words(language: str, said: str) -> None:
    assert said_date(DAY, language) == said


def test_that_a_date_is_dutch_when_nothing_else_is_asked() -> None:
    assert said_date(DAY) == "4 november 2026"


@pytest.mark.parametrize("language", CODES)
def test_that_every_language_names_twelve_different_months(language: str) -> None:
    assert len(set(MONTHS[language])) == len(MONTHS[language]) == 12


def test_that_a_language_nobody_speaks_here_is_refused() -> None:
    with pytest.raises(KeyError):
        said_date(DAY, "xx")
