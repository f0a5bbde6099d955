"""What a resident's card and a village may hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.releases import TOTAL
from spinnenweb.domain.residents import LONGEST_NAME, YOUNGEST_ADULT
from spinnenweb.domain.text_rules import clean_line

if TYPE_CHECKING:
    from datetime import date

    from spinnenweb.domain.residents import Resident

LONGEST_CODE = 40
OLDEST_BIRTH_YEAR = 1900


def cleaned_resident(resident: Resident, today: date) -> Resident:
    """The card with its texts cleaned.

    Raises:
        SpinnenwebError: `resident.code_missing`, `resident.birth_year` (not from 1900 up to this year),
            `text.nul`, `text.control`, `text.too_long`.
    """
    card = with_cleaned_texts(resident)
    if not card.code:
        raise SpinnenwebError("resident.code_missing")
    year = card.birth_year
    if year is not None and not OLDEST_BIRTH_YEAR <= year <= today.year:
        raise SpinnenwebError("resident.birth_year", first=OLDEST_BIRTH_YEAR, last=today.year)
    return card


def with_cleaned_texts(resident: Resident) -> Resident:
    """The card with its texts cleaned, half filled in as it may be; `SpinnenwebError` `text.*`."""
    return replace(
        resident,
        code=clean_line(resident.code, LONGEST_CODE, "code"),
        calling_name=clean_line(resident.calling_name, LONGEST_NAME, "calling_name"),
        language=clean_line(resident.language, LONGEST_CODE, "language"),
    )


def cleaned_village_name(name: str) -> str:
    """The name of a village, cleaned.

    Raises:
        SpinnenwebError: `village.name_missing`, `village.name_total`, `text.nul`, `text.control`, `text.too_long`.
    """
    cleaned = clean_line(name, LONGEST_NAME, "village")
    if not cleaned:
        raise SpinnenwebError("village.name_missing")
    if cleaned.casefold() == TOTAL:
        raise SpinnenwebError("village.name_total")
    return cleaned


def refuse_too_young(resident: Resident, on: date) -> None:
    """Stop the adult flow for a resident under 16: calendar year minus birth year.

    Raises:
        SpinnenwebError: `resident.too_young`.
    """
    age = resident.age_in(on.year)
    if age is not None and age < YOUNGEST_ADULT:
        raise SpinnenwebError("resident.too_young")
