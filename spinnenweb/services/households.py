"""Who lives together: "zelfde huishouden als" on a resident's card."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.changes import NOTHING, Changes, Kind, changed
from spinnenweb.services.residents import known

if TYPE_CHECKING:
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.domain.residents import Resident
    from spinnenweb.storage.database import Database


class HouseholdService:
    """What is done with households. A household is only the residents in it."""

    def __init__(self, database: Database, ids: IdSource) -> None:
        self._database = database
        self._ids = ids

    def housemates(self, resident_id: str) -> tuple[Resident, ...]:
        """The other residents of the same household, in the order of their codes.

        Raises:
            SpinnenwebError: `resident.unknown`.
        """
        with self._database.reading() as work:
            household = known(work, resident_id).household_id
            found = () if household is None else work.residents.household(household)
        return tuple(resident for resident in found if resident.id != resident_id)

    def join(self, resident_id: str, other_id: str) -> Changes:
        """Put a resident in the household of another; who lived with the resident before stays there.

        Raises:
            SpinnenwebError: `resident.unknown`.
        """
        if resident_id == other_id:
            return NOTHING
        with self._database.writing() as work:
            resident, other = known(work, resident_id), known(work, other_id)
            household = other.household_id or self._ids.new()
            work.residents.update(replace(resident, household_id=household))
            work.residents.update(replace(other, household_id=household))
        return changed(Kind.RESIDENT, resident_id, other_id)

    def leave(self, resident_id: str) -> Changes:
        """Take a resident out of the household.

        Raises:
            SpinnenwebError: `resident.unknown`.
        """
        with self._database.writing() as work:
            work.residents.update(replace(known(work, resident_id), household_id=None))
        return changed(Kind.RESIDENT, resident_id)
