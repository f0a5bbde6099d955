"""Settings about the work; they live in the vault, so that they travel with it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
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
    `neighbours` holds pairs of villages whose people go to each other, each pair once with the lower id first.
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
    neighbours: tuple[tuple[str, str], ...] = ()


def neighbours_of(settings: WorkSettings, village_id: str | None) -> frozenset[str]:
    """The ids of the villages next to one; none for nobody's village."""
    pairs = [pair for pair in settings.neighbours if village_id in pair]
    return frozenset(one for pair in pairs for one in pair if one != village_id)


def with_neighbours(settings: WorkSettings, first: str, second: str, near: bool) -> WorkSettings:
    """The settings with two villages next to each other, or no longer; a village is never next to itself."""
    pair = (min(first, second), max(first, second))
    others = [one for one in settings.neighbours if one != pair]
    kept = (*others, pair) if near and first != second else tuple(others)
    return replace(settings, neighbours=tuple(sorted(kept)))
