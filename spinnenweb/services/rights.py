"""The rights of a resident over their file: to have it only kept, and to have it erased (AVG art. 17 and 18)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.bin import BinKind
from spinnenweb.domain.changes import NOTHING, Changes, Kind, changed
from spinnenweb.domain.erasure import ErasureReason, gone_from_backups
from spinnenweb.services.erasures import new_erasure, write_register
from spinnenweb.services.handover_writing import settle_withdrawn
from spinnenweb.services.residents import known
from spinnenweb.services.series_seal import empty_seal

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.unit_of_work import UnitOfWork

_TOUCHED = (Kind.RESIDENT, Kind.CONVERSATION, Kind.CONSENT, Kind.DRAFT, Kind.GOAL, Kind.FOLLOW_UP)


class RightsService:
    """What is done when a resident asks for it. Inzage has a service of its own."""

    def __init__(self, folder: Path, database: Database, clock: Clock, ids: IdSource) -> None:
        self._folder = folder
        self._database = database
        self._clock = clock
        self._ids = ids

    def restrict(self, resident_id: str) -> Changes:
        """Only keep a file from now on: nothing is written in it, and it counts in no table.

        Raises:
            SpinnenwebError: `resident.gone`.
        """
        return self._restrict(resident_id, self._clock.today())

    def unrestrict(self, resident_id: str) -> Changes:
        """Use the file again; what was withdrawn meanwhile ends now.

        Raises:
            SpinnenwebError: `resident.gone`.
        """
        return self._restrict(resident_id, None)

    def _restrict(self, resident_id: str, since: date | None) -> Changes:
        with self._database.writing() as work:
            cards = work.erasures.cards(known(work, resident_id).id)
            for card in cards:
                own = work.residents.own_card(card)
                if own is not None and (own.restricted_on is None) != (since is None):
                    work.residents.update(replace(own, restricted_on=since))
            settled = settle_withdrawn(work, resident_id, self._clock.now()) if since is None else NOTHING
        return changed(Kind.RESIDENT, *cards) | settled

    def erased_until(self) -> date:
        """The day from which ordinary backups do not hold any more what is erased today."""
        return gone_from_backups(self._clock.today())

    def erase(self, resident_id: str, reason: ErasureReason = ErasureReason.ASKED) -> Changes:
        """Erase everything about a resident, under all their cards, for good.

        When the disk is too full to wipe unused pages too, that is done at the next opening or closing.

        Raises:
            SpinnenwebError: `resident.gone`, `disk.full`, `disk.failed`.
        """
        with self._database.writing() as work:
            shown = known(work, resident_id).id
            households = _households(work, shown)
            erasure = new_erasure(work, self._ids, shown, self._clock.today(), reason)
            gone = work.erasures.erase(BinKind.RESIDENT, shown, erasure)
            alone = _end_alone(work, households)
            work.erasures.leave_scrub()
        write_register(self._folder, self._database)
        empty_seal(self._folder, self._database)
        self._database.scrub()
        ids = {one for some in gone.values() for one in some}
        changes = changed(Kind.RESIDENT, *alone)
        for kind in _TOUCHED:
            changes |= changed(kind, *ids)
        return changes


def _households(work: UnitOfWork, shown: str) -> set[str]:
    cards = map(work.residents.own_card, work.erasures.cards(shown))
    return {card.household_id for card in cards if card is not None and card.household_id is not None}


def _end_alone(work: UnitOfWork, households: set[str]) -> list[str]:
    """End the households in which one resident is left: they would say that there was somebody else."""
    alone = []
    for household in households:
        left = work.residents.household(household)
        if len(left) == 1 and not left[0].restricted:
            work.residents.update(replace(left[0], household_id=None))
            alone.append(left[0].id)
    return alone
