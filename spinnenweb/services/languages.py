"""The languages residents can be spoken to in: which there are, which are on, and who hears what."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.languages import (
    BASE,
    OFF,
    Language,
    LanguageCheck,
    checked,
    read_languages,
    switched_on,
)
from spinnenweb.domain.residents import LONGEST_NAME
from spinnenweb.domain.text_rules import clean_line
from spinnenweb.domain.wording import ResidentTexts, Spoken, read_resident_texts, read_spoken

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.residents import Resident
    from spinnenweb.domain.wording import EntriesOf
    from spinnenweb.services.settings import SettingsService


class LanguageService:
    """The languages of a texts folder; which are on is kept with the settings of the vault.

    `entries` gives the words that stand outside that folder.
    """

    def __init__(self, texts: Path, settings: SettingsService, entries: EntriesOf, clock: Clock) -> None:
        self._texts = texts
        self._clock = clock
        self._settings = settings
        self._entries = entries

    def all(self) -> tuple[Language, ...]:
        """Every language there are texts in, Dutch first, with the checks that were recorded here."""
        checks = self._settings.get().language_checks
        return tuple(checked(language, checks) for language in self._all)

    def switched_on(self) -> tuple[str, ...]:
        """The codes of those that may be used: Dutch, those checked and not switched off, those switched on."""
        return switched_on(self._all, self._settings.get().languages)

    def offered(self) -> tuple[Language, ...]:
        """Those that may be used, with what is known of them."""
        on = self.switched_on()
        return tuple(language for language in self.all() if language.code in on)

    def switch(self, code: str, on: bool) -> Changes:
        """Let this organisation use a language, checked or not, or no longer.

        `ValueError` for an unknown code and for the worker's own language: no window offers that.
        """
        self._refuse_fixed(code)
        settings = self._settings.get()
        return self._settings.save(replace(settings, languages=_switched(settings.languages, code, on)))

    def record_check(self, check: LanguageCheck) -> Changes:
        """Write down that a native speaker read a language, in place of an earlier check; it is on from then on.

        Raises:
            SpinnenwebError: `language.checker` (nobody is named), `language.check_date` (after today), `text.*`.
            ValueError: an unknown code, and the worker's own language.
        """
        self._refuse_fixed(check.code)
        by = clean_line(check.by, LONGEST_NAME, "language_checker")
        if not by:
            raise SpinnenwebError("language.checker")
        if check.on > self._clock.today():
            raise SpinnenwebError("language.check_date")
        settings = self._settings.get()
        checks = (*_without(settings.language_checks, check.code), replace(check, by=by))
        languages = _switched(settings.languages, check.code, on=True)
        return self._settings.save(replace(settings, language_checks=checks, languages=languages))

    def forget_check(self, code: str) -> Changes:
        """Take a check that was recorded here back; whether the language is on stays as it is."""
        settings = self._settings.get()
        return self._settings.save(replace(settings, language_checks=_without(settings.language_checks, code)))

    def _refuse_fixed(self, code: str) -> None:
        if code not in {language.code for language in self._all if not language.always_on}:
            raise ValueError(code)

    def spoken_to(self, resident: Resident) -> Spoken:
        """What this resident is told, in the own language where that is on, with the Dutch beside it."""
        language = language_spoken(self._texts, resident, self._settings.get().languages)
        spoken = read_spoken(self._texts, language, resident.level.value, resident.address.value)
        return spoken.beside(self._entries)

    @cached_property
    def _all(self) -> tuple[Language, ...]:
        return read_languages(self._texts)


def _switched(chosen: tuple[str, ...], code: str, on: bool) -> tuple[str, ...]:
    others = tuple(one for one in chosen if one not in (code, OFF + code))
    return (*others, code if on else OFF + code)


def _without(checks: tuple[LanguageCheck, ...], code: str) -> tuple[LanguageCheck, ...]:
    return tuple(check for check in checks if check.code != code)


def language_spoken(texts: Path, resident: Resident, chosen: Collection[str]) -> str:
    """The code of the language a resident is spoken to in: the own one where it is on, else Dutch."""
    on = switched_on(read_languages(texts), chosen)
    return resident.language if resident.language in on else BASE


def as_spoken_to(texts: Path, resident: Resident, chosen: Collection[str]) -> Resident:
    """The card with the language the resident was really spoken to in, for what is written down about a talk."""
    return replace(resident, language=language_spoken(texts, resident, chosen))


def texts_in(texts: Path, language: str, resident: Resident) -> ResidentTexts:
    """The texts of a language in the resident's level and form of address."""
    return read_resident_texts(texts, language, resident.level.value, resident.address.value)
