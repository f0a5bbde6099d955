"""Rules for a date that is typed over from paper."""

from __future__ import annotations

from datetime import date

import pytest

from spinnenweb.ui.typed_date import short_date, typed_date

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "text", ["4-11", "04-11", "0411", "4/11", "4 11", "4-11-26", "041126", "4-11-2026", "04112026"]
)
def test_that_a_date_is_understood_in_many_ways(text: str) -> None:
    assert typed_date(text, TODAY) == date(2026, 11, 4)


def test_that_without_a_year_a_paper_is_from_the_past_and_an_appointment_in_the_future() -> None:
    assert typed_date("5-12", TODAY) == date(2025, 12, 5)
    assert typed_date("5-12", TODAY, ahead=True) == date(2026, 12, 5)
    assert typed_date("1-2", TODAY, ahead=True) == date(2027, 2, 1)
    assert typed_date("21-11", TODAY) == typed_date("21-11", TODAY, ahead=True) == TODAY


@pytest.mark.parametrize("text", ["", "morgen", "31-2", "40-1", "4-13", "4", "411", "4-11-2026-7"])
def test_that_what_is_no_date_is_none(text: str) -> None:
    assert typed_date(text, TODAY) is None


def test_that_a_leap_day_without_a_year_is_found() -> None:
    assert typed_date("29-2", TODAY) == date(2024, 2, 29)


def test_that_a_date_in_the_field_can_be_typed_again() -> None:
    assert typed_date(short_date(TODAY), TODAY) == TODAY
