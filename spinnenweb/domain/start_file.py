"""The start file: what an organisation gives its workers so that only a password is left to choose."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spinnenweb.domain.house_rules import IdleTimes, Retention

if TYPE_CHECKING:
    from spinnenweb.domain.house_rules import UrgentNumber

SUFFIX = ".start.toml"


@dataclass(frozen=True, slots=True)
class StartVillage:
    """A village and the codes of its areas at the CBS (`BU`, `WK` or `GM` and digits)."""

    name: str
    cbs_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StartFile:
    """What a start file says; what it leaves out has the program's own default.

    Attributes:
        organisation: its name.
        public_key: age public key that may open the vault too, or empty.
        villages: at least none; the worker can add more.
        retention: how long files are kept.
        backup_place: folder for backups, or empty.
        idle: when the screen is covered and locked.
        languages: codes of the languages switched on.
        urgent_numbers: own numbers for "Als het dringend is".
    """

    organisation: str
    public_key: str = ""
    villages: tuple[StartVillage, ...] = ()
    retention: Retention = field(default_factory=Retention)
    backup_place: str = ""
    idle: IdleTimes = field(default_factory=IdleTimes)
    languages: tuple[str, ...] = ()
    urgent_numbers: tuple[UrgentNumber, ...] = ()
