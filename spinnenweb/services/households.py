"""Who lives together: "zelfde huishouden als" on a resident's card."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.changes import NOTHING, Changes, Kind, changed
from spinnenweb.domain.residents import normal_code
from spinnenweb.services.residents import known

if TYPE_CHECKING:
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.domain.residents import Resident
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.unit_of_work import UnitOfWork


class HouseholdService:
    """What is done with households. A household is only the residents in it."""

    def __init__(self, database: Database, ids: IdSource) -> None:
        self._database = database
        self._ids = ids

    def housemates(self, resident_id: str) -> tuple[Resident, ...]:
        """The other residents of the same household, in the order of their codes.

        Raises:
            SpinnenwebError: `resident.gone`.
        """
        with self._database.reading() as work:
            own = known(work, resident_id)
            found = {one.id: one for home in _homes(work, own.id) for one in work.residents.household(home)}
        return tuple(sorted((one for one in found.values() if one.id != own.id), key=_by_code))

    def join(self, resident_id: str, other_id: str) -> Changes:
        """Put a resident in the household of another; who lived with the resident before stays there.

        Raises:
            SpinnenwebError: `resident.gone`.
        """
        if resident_id == other_id:
            return NOTHING
        with self._database.writing() as work:
            resident, other = known(work, resident_id), known(work, other_id)
            household = next(iter(_homes(work, other.id)), None) or self._ids.new()
            _leave(work, resident.id)
            for one in (known(work, resident_id), other):
                work.residents.update(replace(one, household_id=household))
        return changed(Kind.RESIDENT, resident_id, other_id)

    def leave(self, resident_id: str) -> Changes:
        """Take a resident out of the household.

        Raises:
            SpinnenwebError: `resident.gone`.
        """
        with self._database.writing() as work:
            _leave(work, known(work, resident_id).id)
        return changed(Kind.RESIDENT, resident_id)


def _homes(work: UnitOfWork, resident_id: str) -> tuple[str, ...]:
    # the cards that were merged into one may each have a household; all are of this person
    cards = work.residents.cards_of(resident_id)
    return tuple(dict.fromkeys(card.household_id for card in cards if card.household_id is not None))


def _leave(work: UnitOfWork, resident_id: str) -> None:
    for card in work.residents.cards_of(resident_id):
        work.residents.update(replace(card, household_id=None))


def _by_code(resident: Resident) -> str:
    return normal_code(resident.code)
