"""What one laptop of a team adds to a release: its residents as numbers, and by what a double is recognised.

Rules: reference/anonymisation.md 4.5. There is no name in it, no note and no word somebody said.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from spinnenweb.disclosure.people import Member

MARK_BYTES = 16


@dataclass(frozen=True, slots=True)
class Contributed:
    """One resident as a laptop knows them.

    `mark` is the same on every laptop of the team that knows a resident of this name, birth year and village, and
    says nothing to who has not the key of the team. `talked_on` is the day of the last finished talk, `web_on`
    that of the last web; of two measurements the last one counts. `former` are numbers of cards that the laptop
    merged into this one.
    """

    member: Member
    mark: bytes
    talked_on: date
    web_on: date | None = None
    former: tuple[int, ...] = ()

    @property
    def numbers(self) -> tuple[int, ...]:
        """Under which numbers this laptop ever told of this resident."""
        return (self.member.resident, *self.former)


@dataclass(frozen=True, slots=True)
class Contribution:
    """All residents of one laptop who count, up to and including the day `until`.

    `laptop` is its public key in hexadecimal; no number stands in `people` twice. `refused` holds the
    marks of residents who said no to counting, or took their yes back, on this laptop: they count nowhere.
    """

    laptop: str
    until: date
    people: tuple[Contributed, ...] = ()
    refused: frozenset[bytes] = field(default_factory=frozenset)
