"""The bin: put away, take back, erase for good; and after thirty days gone."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from spinnenweb.domain.bin import DAYS, BinItem, BinKind, kept_until
from spinnenweb.domain.changes import Changes, Kind, changed
from spinnenweb.domain.erasure import ErasureReason
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.map_history import MapKind
from spinnenweb.services.erasures import finish_scrub, new_erasure, write_register
from spinnenweb.services.map_writing import bring_villages_back
from spinnenweb.services.series_seal import empty_seal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.domain.residents import Resident
    from spinnenweb.storage.bundles import Bundle
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.record_store import RecordStore
    from spinnenweb.storage.unit_of_work import UnitOfWork

_KINDS = {
    "resident": Kind.RESIDENT,
    "conversation": Kind.CONVERSATION,
    "goal": Kind.GOAL,
    "goal_step": Kind.GOAL,
    "look_back": Kind.GOAL,
    "follow_up": Kind.FOLLOW_UP,
    "short_contact": Kind.CONTACT,
    "meeting": Kind.CONTACT,
    "consent": Kind.CONSENT,
    "organisation": Kind.ORGANISATION,
    "offer": Kind.OFFER,
    "contact_person": Kind.ORGANISATION,
    "organisation_talk": Kind.ORGANISATION,
    "handover": Kind.HANDOVER,
    "proposal_choice": Kind.PROPOSAL,
    "signal_follow_up": Kind.SIGNAL,
}


@dataclass(frozen=True, slots=True)
class InBin:
    """Something in the bin with whose it is; `None` for what is about nobody, or lies in the bin itself."""

    item: BinItem
    resident: Resident | None


class BinService:
    """What is done with the bin of one vault."""

    def __init__(self, folder: Path, database: Database, clock: Clock, ids: IdSource) -> None:
        self._folder = folder
        self._database = database
        self._clock = clock
        self._ids = ids

    def until(self) -> date:
        """Until when what is put away today can be taken back."""
        return kept_until(self._clock.today())

    def put_away(self, kind: BinKind, record_id: str) -> Changes:
        """Put a record in the bin, with all that is only about it; of a resident the whole file is out of sight.

        Raises:
            SpinnenwebError: `bin.gone` (it is not there any more), `map.handed_over` (a hand-over of somebody
                points at this organisation or offer, and would point at nothing).
        """
        with self._database.writing() as work:
            together = work.bin.alive(kind, record_id)
            of_the_map = {*together.get("organisation", ()), *together.get("offer", ())}
            if of_the_map and work.handovers.any_to(of_the_map):
                raise SpinnenwebError("map.handed_over")
            if record_id not in together.get(kind.value, ()):
                raise SpinnenwebError("bin.gone")
            for name, ids in together.items():
                for one in ids:
                    _store(work, name).remove(one)
        return _changes(together)

    def items(self) -> tuple[InBin, ...]:
        """What can be taken back, the last put away first."""
        with self._database.reading() as work:
            items = work.bin.items()
            people = work.residents.by_ids(item.resident_id for item in items if item.resident_id is not None)
        return tuple(InBin(item, people.get(item.resident_id or "")) for item in items)

    def put_back(self, kind: BinKind, record_id: str) -> Changes:
        """Take something back as it was, with what was put away together with it.

        Raises:
            SpinnenwebError: `bin.gone`, `bin.code_taken` (another resident has the code meanwhile).
        """
        with self._database.writing() as work:
            together = work.bin.together(kind, record_id)
            if not together:
                raise SpinnenwebError("bin.gone")
            for name, ids in together.items():
                for one in ids:
                    _store(work, name).put_back(one)
            changes = _changes(together)
            for map_kind in (MapKind.ORGANISATION, MapKind.OFFER):
                for one in together.get(map_kind.value, ()):
                    changes |= bring_villages_back(work, map_kind, one)
        return changes

    def erase(self, kind: BinKind, record_id: str) -> Changes:
        """Erase something in the bin for good.

        Raises:
            SpinnenwebError: `bin.gone`, `disk.full`, `disk.failed`.
        """
        with self._database.reading() as work:
            if not work.bin.together(kind, record_id):
                raise SpinnenwebError("bin.gone")
        return self._erase([(kind, record_id)])

    def tidy(self) -> int:
        """Erase what has been in the bin for more than thirty days; how many things. For opening and closing.

        Not when the clock went so far since the vault was open last that all of it would be over at once: it may
        be wrong, and then there is a next time.
        """
        finish_scrub(self._database)
        today = self._clock.today()
        with self._database.reading() as work:
            over = [(item.kind, item.id) for item in work.bin.items() if item.until < today]
            seen = work.keepings.seen_before() if over else None
        leapt = seen is not None and abs(self._clock.now() - seen) > timedelta(days=DAYS)
        if not over or leapt:
            return 0
        self._erase(over)
        return len(over)

    def tidy_quietly(self) -> None:
        """The same for opening and closing: nobody is kept from either by a full disk; there is a next time."""
        with suppress(SpinnenwebError):
            self.tidy()

    def _erase(self, chosen: Iterable[tuple[BinKind, str]]) -> Changes:
        gone = Changes()
        with self._database.writing() as work:
            for kind, record_id in chosen:
                erasure = new_erasure(work, self._ids, record_id, self._clock.today(), ErasureReason.BIN)
                gone |= _changes(work.erasures.erase(kind, record_id, erasure))
            work.erasures.leave_scrub()
        write_register(self._folder, self._database)
        empty_seal(self._folder, self._database)
        self._database.scrub()
        return gone


def _store(work: UnitOfWork, name: str) -> RecordStore[Any]:
    stores: dict[str, RecordStore[Any]] = {
        "resident": work.residents,
        "conversation": work.conversations,
        "goal": work.goals,
        "goal_step": work.steps,
        "look_back": work.look_backs,
        "follow_up": work.follow_ups,
        "short_contact": work.contacts,
        "meeting": work.meetings,
        "organisation": work.organisations,
        "offer": work.offers,
        "contact_person": work.contact_persons,
        "organisation_talk": work.organisation_talks,
        "handover": work.handovers,
    }
    return stores[name]


def _changes(bundle: Bundle) -> Changes:
    changes = Changes()
    for name, ids in bundle.items():
        if name in _KINDS:
            changes |= changed(_KINDS[name], *ids)
    return changes
