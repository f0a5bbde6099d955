"""Several laptops that give out figures together: who has which part, and whose contribution is there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

LONGEST_TEAM_NAME = 100


class TeamRole(StrEnum):
    """The part of a vault in a team. The text is what lies in the file, so it never changes."""

    ALONE = "alleen"
    LAPTOP = "laptop"
    COORDINATOR = "coordinator"


@dataclass(frozen=True, slots=True)
class TeamState:
    """How this vault stands in a team.

    `name` is what it is called there, `check_code` what its keys come down to, to be compared by voice. For a
    laptop `team_name` and `coordinator_code` are empty until it took in the team file; a coordinator gave the team
    its name.
    """

    role: TeamRole = TeamRole.ALONE
    name: str = ""
    check_code: str = ""
    team_name: str = ""
    coordinator_code: str = ""

    @property
    def joined(self) -> bool:
        """Whether contributions can go to and fro."""
        return bool(self.team_name)


@dataclass(frozen=True, slots=True)
class Introduction:
    """A laptop that introduces itself: its public keys, no secret. Keys in hexadecimal and as age writes them."""

    name: str
    verify_key: str
    recipient: str
    check_code: str


@dataclass(frozen=True, slots=True)
class TeamFile:
    """What a coordinator sent: of which team, and the code of the coordinator's keys; the secret stays inside."""

    team_name: str
    check_code: str


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One laptop of the team and its last contribution.

    `until` is the day it tells up to, `taken_on` the day it was taken in, `people` how many residents it holds;
    the three are `None` when there never was one. `missing`: there is none for the month that was asked about.
    """

    laptop: str
    name: str
    check_code: str
    until: date | None = None
    taken_on: date | None = None
    people: int | None = None
    missing: bool = True


@dataclass(frozen=True, slots=True)
class Taken:
    """One contribution that was taken in. `again`: this very one was there already."""

    name: str
    until: date
    people: int
    again: bool = False
