"""Settings about the work."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.changes import Changes, Kind, changed
from spinnenweb.domain.house_rules import LONGEST_NUMBER, UrgentNumber
from spinnenweb.domain.residents import LONGEST_NAME
from spinnenweb.domain.text_rules import clean, clean_line

if TYPE_CHECKING:
    from spinnenweb.domain.settings import WorkSettings
    from spinnenweb.storage.database import Database

LONGEST_PATH = 4096


class SettingsService:
    """The settings that live in the vault and travel with it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self) -> WorkSettings:
        """The settings as they are now."""
        with self._database.reading() as work:
            return work.settings.get()

    def save(self, settings: WorkSettings) -> Changes:
        """Write the settings.

        Raises:
            SpinnenwebError: `text.nul`, `text.control`, `text.too_long`.
        """
        cleaned = cleaned_settings(settings)
        with self._database.writing() as work:
            work.settings.put(cleaned)
        return changed(Kind.SETTINGS, "")


def cleaned_settings(settings: WorkSettings) -> WorkSettings:
    """The settings with their texts cleaned; `SpinnenwebError` `text.*`."""
    return replace(
        settings,
        organisation=clean_line(settings.organisation, LONGEST_NAME, "organisation"),
        worker=clean_line(settings.worker, LONGEST_NAME, "worker"),
        phone=clean_line(settings.phone, LONGEST_NAME, "phone"),
        urgent_numbers=tuple(map(_cleaned_number, settings.urgent_numbers)),
        # not as a line: a path may hold two blanks in a row
        backup_place=clean(settings.backup_place, LONGEST_PATH, "backup_place"),
    )


def _cleaned_number(number: UrgentNumber) -> UrgentNumber:
    return UrgentNumber(
        clean_line(number.name, LONGEST_NAME, "urgent_numbers"),
        clean_line(number.phone, LONGEST_NUMBER, "urgent_numbers"),
    )
