"""Days for a next appointment."""

from __future__ import annotations

import calendar
from datetime import date, timedelta


def quick_days(day: date) -> dict[str, date]:
    """Two weeks, one month and three months after a day; a month ends where the calendar ends it."""
    return {"weeks": day + timedelta(days=14), "month": months_later(day, 1), "quarter": months_later(day, 3)}


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last day."""
    year, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + year, month + 1)[1]
    return date(day.year + year, month + 1, min(day.day, last))
