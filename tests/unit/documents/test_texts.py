"""Rules for dates and languages on paper."""

from __future__ import annotations

from datetime import date, timedelta

from spinnenweb.documents.texts import dutch_date, language_tag


def test_that_a_date_is_said_in_dutch() -> None:
    assert dutch_date(date(2026, 12, 4)) == "4 december 2026"
    assert dutch_date(date(2026, 3, 1)) == "1 maart 2026"


def test_that_no_two_days_look_the_same() -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    assert len({dutch_date(day) for day in days}) == 365


def test_that_dutch_carries_its_region_and_others_their_own_code() -> None:
    assert language_tag("nl") == "nl-NL"
    assert language_tag("pl") == "pl"
