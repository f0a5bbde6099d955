"""Dates as people say them, in each language a resident can be spoken to in.

Digits are the plain ones 0-9 and the month is a word in every language, so that a date cannot be read two ways.
Polish and Ukrainian months stand in the genitive, as a date asks.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from spinnenweb.domain.languages import BASE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


def _months(names: str) -> tuple[str, ...]:
    return tuple(names.split())


MONTHS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "nl": _months("januari februari maart april mei juni juli augustus september oktober november december"),
        "en": _months("January February March April May June July August September October November December"),
        "de": _months("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
        "ar": _months("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
        "tr": _months("Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"),
        "pl": _months(
            "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"
        ),
        "uk": _months("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"),
    }
)
_PATTERNS: Mapping[str, str] = MappingProxyType({"de": "{day}. {month} {year}", "uk": "{day} {month} {year} року"})


def said_date(day: date, language: str = BASE) -> str:
    """A date such as 4 december 2026, 4. Dezember 2026 or 4 грудня 2026 року. `KeyError` for another language."""
    pattern = _PATTERNS.get(language, "{day} {month} {year}")
    return pattern.format(day=day.day, month=MONTHS[language][day.month - 1], year=day.year)
