"""The languages residents can be spoken to in: which there are, which are on, and who hears what."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from spinnenweb.domain.languages import (
    BASE,
    RIGHT_TO_LEFT,
    Language,
    direction_of,
    read_languages,
    switched_on,
)
from spinnenweb.domain.wording import ResidentTexts, Spoken, read_resident_texts, read_spoken

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.settings import SettingsService


class LanguageService:
    """The languages of a texts folder; which are on is kept with the settings of the vault."""

    def __init__(self, texts: Path, settings: SettingsService) -> None:
        self._texts = texts
        self._settings = settings

    def all(self) -> tuple[Language, ...]:
        """Every language there are texts in, Dutch first."""
        return self._all

    def switched_on(self) -> tuple[str, ...]:
        """The codes of those that may be used: Dutch, those checked by a native speaker, and those switched on."""
        return switched_on(self._all, self._settings.get().languages)

    def offered(self) -> tuple[Language, ...]:
        """Those that may be used, with what is known of them."""
        on = self.switched_on()
        return tuple(language for language in self._all if language.code in on)

    def switch(self, code: str, on: bool) -> Changes:
        """Let this organisation use a language that no native speaker has checked yet, or no longer.

        `ValueError` for an unknown code and for a language that is always on: no window offers that.
        """
        if code not in {language.code for language in self._all if not language.always_on}:
            raise ValueError(code)
        settings = self._settings.get()
        others = tuple(chosen for chosen in settings.languages if chosen != code)
        return self._settings.save(replace(settings, languages=(*others, code) if on else others))

    def spoken_to(self, resident: Resident) -> Spoken:
        """What this resident is told, in the own language where that is on, with the Dutch beside it."""
        language = language_spoken(self._texts, resident, self._settings.get().languages)
        return read_spoken(self._texts, language, resident.level.value, resident.address.value)

    @cached_property
    def _all(self) -> tuple[Language, ...]:
        return read_languages(self._texts)


def language_spoken(texts: Path, resident: Resident, chosen: Collection[str]) -> str:
    """The code of the language a resident is spoken to in: the own one where it is on, else Dutch."""
    on = switched_on(read_languages(texts), chosen)
    return resident.language if resident.language in on else BASE


def as_spoken_to(texts: Path, resident: Resident, chosen: Collection[str]) -> Resident:
    """The card with the language the resident was really spoken to in, for what is written down about a talk."""
    return replace(resident, language=language_spoken(texts, resident, chosen))


def language_on_paper(texts: Path, resident: Resident, chosen: Collection[str]) -> str:
    """The same for paper and pictures, which are not set from right to left (reference/ecosystem.md 3.3)."""
    language = language_spoken(texts, resident, chosen)
    return BASE if direction_of(texts, language) == RIGHT_TO_LEFT else language


def texts_in(texts: Path, language: str, resident: Resident) -> ResidentTexts:
    """The texts of a language in the resident's level and form of address."""
    return read_resident_texts(texts, language, resident.level.value, resident.address.value)
