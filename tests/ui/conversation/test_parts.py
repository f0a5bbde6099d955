"""Small rules of parts of the page."""

from __future__ import annotations

from datetime import date

import pytest

from spinnenweb.ui.pages.conversation.themes import order_of
from spinnenweb.ui.talk.days import months_later, quick_days


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 21), 1, date(2026, 12, 21)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
    ],
)
def test_that_a_month_later_is_the_same_day_or_the_last_of_the_month(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


def test_that_two_weeks_is_the_same_weekday() -> None:
    day = date(2026, 11, 21)
    assert quick_days(day)["weeks"].weekday() == day.weekday()


def test_that_fitting_themes_come_first_and_chosen_ones_are_never_hidden() -> None:
    codes = ("a", "b", "c", "d")
    assert order_of(codes, ("c",), ("b",), False) == ("c", "b")
    assert order_of(codes, ("c",), ("b",), True) == ("c", "a", "b", "d")
