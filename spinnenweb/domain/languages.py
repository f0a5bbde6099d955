"""The languages a resident can be spoken to in, and whether a native speaker has checked the texts.

What is known of a language stands beside its texts, in `resources/texts/<code>/taal.toml`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

BASE = "nl"
"""The language of the worker: always on, and what the others are checked against."""
CODES = (BASE, "en", "de", "ar", "tr", "pl", "uk")
"""In the order in which they are offered."""
RIGHT_TO_LEFT = "rtl"
LEFT_TO_RIGHT = "ltr"
OFF = "-"
"""Stands before the code of a language that an organisation switched off although it was checked."""


class ReviewState(StrEnum):
    """What happened to the texts of a language."""

    MADE = "made"
    CHECKED = "checked"
    NATIVE = "native"


@dataclass(frozen=True, slots=True)
class Language:
    """`name` is what its speakers call it; `reviewed_by` and `reviewed_on` belong to `CHECKED`."""

    code: str
    name: str
    dutch_name: str
    direction: str
    review: ReviewState
    reviewed_by: str = ""
    reviewed_on: date | None = None

    @property
    def from_the_right(self) -> bool:
        """Whether it is written from right to left."""
        return self.direction == RIGHT_TO_LEFT

    @property
    def always_on(self) -> bool:
        """Whether it cannot be switched off: the worker's own language is what everything falls back on."""
        return self.code == BASE

    @property
    def on_unasked(self) -> bool:
        """Whether an organisation need not switch it on: written or checked by a native speaker."""
        return self.review is not ReviewState.MADE


@dataclass(frozen=True, slots=True)
class LanguageCheck:
    """That a native speaker read the texts of a language: who (a name or a role) and on which day."""

    code: str
    by: str
    on: date


def read_language(file: Path) -> Language:
    """The language of a `taal.toml`; `OSError`, `KeyError` or `ValueError` when it is not one."""
    raw = tomllib.loads(file.read_text("utf-8"))
    about, review = raw["language"], raw["review"]
    return Language(
        code=about["code"],
        name=about["name"],
        dutch_name=about["dutch_name"],
        direction=about["direction"],
        review=ReviewState(review["state"]),
        reviewed_by=review["by"],
        reviewed_on=date.fromisoformat(review["on"]) if review["on"] else None,
    )


def read_languages(texts: Path) -> tuple[Language, ...]:
    """The languages whose texts stand in a folder: Dutch first."""
    return tuple(read_language(texts / code / "taal.toml") for code in CODES)


def direction_of(texts: Path, code: str) -> str:
    """The way a language is written; left to right for one that says nothing about itself."""
    file = texts / code / "taal.toml"
    return read_language(file).direction if file.is_file() else LEFT_TO_RIGHT


def checked(language: Language, checks: Iterable[LanguageCheck]) -> Language:
    """The language with what an organisation recorded about it; without a check as its texts came."""
    own = next((check for check in checks if check.code == language.code), None)
    if own is None:
        return language
    return replace(language, review=ReviewState.CHECKED, reviewed_by=own.by, reviewed_on=own.on)


def switched_on(languages: Iterable[Language], chosen: Collection[str]) -> tuple[str, ...]:
    """The codes that may be used: those on unasked and not switched off, and those the organisation chose."""
    return tuple(language.code for language in languages if _is_on(language, chosen))


def _is_on(language: Language, chosen: Collection[str]) -> bool:
    off = OFF + language.code in chosen
    return language.always_on or language.code in chosen or (language.on_unasked and not off)
