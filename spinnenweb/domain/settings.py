"""Settings about the work; they live in the vault, so that they travel with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spinnenweb.domain.house_rules import IdleTimes, Retention
from spinnenweb.domain.releases import Rhythm
from spinnenweb.domain.residents import Address, Level

if TYPE_CHECKING:
    from datetime import date

    from spinnenweb.domain.house_rules import UrgentNumber
    from spinnenweb.domain.languages import LanguageCheck


@dataclass(frozen=True, slots=True)
class WorkSettings:
    """Who works here and how.

    `key_due` is the last day for putting the emergency key on paper; `None` when that was done.
    `demo` marks a vault with invented people. `languages` holds the codes the organisation switched on itself, and
    with a `languages.OFF` before it those it switched off; `language_checks` who read which language and when.
    """

    organisation: str = ""
    worker: str = ""
    phone: str = ""
    address: Address = Address.FORMAL
    level: Level = Level.PLAIN
    sensitive_aspects: bool = False
    village_id: str | None = None
    key_due: date | None = None
    backup_place: str = ""
    demo: bool = False
    languages: tuple[str, ...] = ()
    retention: Retention = field(default_factory=Retention)
    idle: IdleTimes = field(default_factory=IdleTimes)
    urgent_numbers: tuple[UrgentNumber, ...] = ()
    rules_by: str = ""
    key_of: str = ""
    language_checks: tuple[LanguageCheck, ...] = ()
    release_rhythm: Rhythm = Rhythm.QUARTER
