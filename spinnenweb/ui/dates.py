"""Days and times as they are said in the language of the worker's own screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from spinnenweb.ui.preferences import spoken_language

if TYPE_CHECKING:
    from datetime import date, datetime

DUTCH = QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)
BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def locale() -> QLocale:
    """How days are said now."""
    return BRITISH if spoken_language() == "en" else DUTCH


def qt_date(day: date) -> QDate:
    """The same day for a Qt widget."""
    return QDate(day.year, day.month, day.day)


def _said(day: date, pattern: str, said_in: QLocale | None = None) -> str:
    return (said_in or locale()).toString(qt_date(day), pattern).replace(".", "")


def full_day(day: date) -> str:
    """A day such as 21 november 2026."""
    return _said(day, "d MMMM yyyy")


def title_day(day: date) -> str:
    """A day such as Zaterdag 21 november."""
    return _capital(_said(day, "dddd d MMMM"))


def weekday(day: date, said_in: QLocale | None = None) -> str:
    """A day such as zaterdag 21 november. `said_in` is for a resident, who may speak another language."""
    return _said(day, "dddd d MMMM", said_in)


def month_of(day: date) -> str:
    """A month such as november 2026."""
    return _said(day, "MMMM yyyy")


def month_name(day: date) -> str:
    """A month such as november, where its year is known."""
    return _said(day, "MMMM")


def short_day(day: date, today: date) -> str:
    """A day such as 12 nov, with the year when that is not this one."""
    return _said(day, "d MMM" if day.year == today.year else "d MMM yyyy")


def coming_day(day: date, today: date) -> str:
    """A day such as Ma 23 nov, with the year when that is not this one."""
    return _capital(_said(day, "ddd d MMM" if day.year == today.year else "ddd d MMM yyyy"))


def clock_time(moment: datetime) -> str:
    """A time such as 14:05, where the laptop is."""
    return moment.astimezone().strftime("%H:%M")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
