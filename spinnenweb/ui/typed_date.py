"""A date as it is typed from paper: 21-11, 2111, 21/11/26 or 21-11-2026."""

from __future__ import annotations

import re
from datetime import date

_PARTED = re.compile(r"(\d{1,2})\D+(\d{1,2})(?:\D+(\d{4}|\d{2}))?")
_TOGETHER = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})?")
_CENTURY = 100


def typed_date(text: str, today: date, *, ahead: bool = False) -> date | None:
    """The date a text stands for, or `None`.

    Without a year it is the last such day until today, or with `ahead` the next one from today.
    """
    found = _PARTED.fullmatch(text.strip()) or _TOGETHER.fullmatch(text.strip())
    if found is None:
        return None
    day, month = int(found[1]), int(found[2])
    if found[3]:
        year = int(found[3])
        return _made(year if year >= _CENTURY else year + today.year // _CENTURY * _CENTURY, month, day)
    # a leap day may lie some years away
    years = range(today.year, today.year + 9) if ahead else range(today.year, today.year - 9, -1)
    made = (_made(year, month, day) for year in years)
    return next((one for one in made if one is not None and (one >= today if ahead else one <= today)), None)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def short_date(day: date) -> str:
    """How a date stands in the field: 21-11-2026."""
    return f"{day.day}-{day.month}-{day.year}"
