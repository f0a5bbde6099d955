"""The residents of an import: who is known, who is new, and whether they count along."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from spinnenweb.domain.changes import Changes, Kind, changed
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.residents import (
    Consent,
    ConsentAnswer,
    ConsentWay,
    Purpose,
    Resident,
    Village,
    current_answers,
    normal_code,
)

if TYPE_CHECKING:
    from datetime import date

    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.exchange.conversations_csv import ImportedRow
    from spinnenweb.storage.unit_of_work import UnitOfWork

REFUSALS = (ConsentAnswer.NO, ConsentAnswer.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class _Said:
    """What the file says about counting along on its newest date, and whether a new talk says so."""

    held_on: date
    yes: bool
    is_new: bool


class ImportedPeople:
    """Finds or makes the resident and the village of every row."""

    def __init__(self, work: UnitOfWork, ids: IdSource, clock: Clock) -> None:
        self._work = work
        self._ids = ids
        self._now = clock.now()
        self._today = clock.today()
        self._defaults = work.settings.get()
        self._villages = {normal_code(village.name): village for village in work.villages.all()}
        self._residents = work.residents.under_codes()
        self._known = frozenset(resident.id for resident in self._residents.values())
        self._refused = _refusing(work)
        self._waiting_villages: list[Village] = []
        self._waiting: dict[str, Resident] = {}
        self._completed: dict[str, Resident] = {}
        self._said: dict[str, _Said] = {}
        self._touched = Changes()
        self.new_villages = 0
        self.new_residents = 0

    def was_known(self, resident_id: str) -> bool:
        """Whether the resident was in the vault before this import."""
        return resident_id in self._known

    def resident_of(self, row: ImportedRow) -> str:
        """The id of the row's resident, who is made, or completed, from the row.

        Raises `SpinnenwebError` `import.birth_year_differs` or `import.village_differs`; an empty birth year
        differs from none.
        """
        village = self._village(row.village)
        known = self._residents.get(normal_code(row.code))
        if known is None:
            return self._new_resident(row, village)
        if None not in (known.birth_year, row.birth_year) and known.birth_year != row.birth_year:
            raise SpinnenwebError("import.birth_year_differs", line=row.line)
        if known.village_id not in (None, village.id):
            raise SpinnenwebError("import.village_differs", line=row.line)
        whole = replace(known, birth_year=known.birth_year or row.birth_year, village_id=village.id)
        if whole != known:
            self._keep(whole)
        return known.id

    def hear(self, row: ImportedRow, resident_id: str, *, is_new: bool) -> None:
        """Note what the row says about counting along: the newest date decides, on one date a no.

        Raises `SpinnenwebError` `import.refused` for a new talk with somebody who does not want to be kept.
        """
        if is_new and resident_id in self._refused:
            raise SpinnenwebError("import.refused", line=row.line)
        before = self._said.get(resident_id)
        decides = before is None or row.held_on > before.held_on
        if decides or (before is not None and row.held_on == before.held_on and not row.count_along):
            self._said[resident_id] = _Said(row.held_on, row.count_along, is_new)

    def write(self) -> None:
        """Write the villages and residents that wait."""
        for village in self._waiting_villages:
            self._work.villages.add(village)
        self._work.residents.add_many(self._waiting.values())
        self._touched |= changed(Kind.VILLAGE, *(village.id for village in self._waiting_villages))
        self._touched |= changed(Kind.RESIDENT, *self._waiting)
        self._waiting_villages, self._waiting = [], {}

    def finish(self) -> None:
        """Write what is known only after the last row: completed cards and the answers about counting along."""
        for resident in self._completed.values():
            self._work.residents.update(resident)
        earlier = self._work.consents.by_purpose(Purpose.COUNT)
        new = [
            self._consent(resident_id, said)
            for resident_id, said in self._said.items()
            if self._outweighs(said, earlier.get(resident_id, ()))
        ]
        self._work.consents.add_many(new)
        self._touched |= changed(Kind.RESIDENT, *self._completed)
        self._touched |= changed(Kind.CONSENT, *(consent.id for consent in new))

    def changes(self) -> Changes:
        """What was written."""
        return self._touched

    def _village(self, name: str) -> Village:
        key = normal_code(name)
        if key not in self._villages:
            village = Village(self._ids.new(), name)
            self._villages[key] = village
            self._waiting_villages.append(village)
            self.new_villages += 1
        return self._villages[key]

    def _new_resident(self, row: ImportedRow, village: Village) -> str:
        resident = Resident(
            id=self._ids.new(),
            code=row.code,
            village_id=village.id,
            birth_year=row.birth_year,
            level=self._defaults.level,
            address=self._defaults.address,
        )
        self._residents[normal_code(row.code)] = resident
        self._waiting[resident.id] = resident
        self.new_residents += 1
        return resident.id

    def _keep(self, resident: Resident) -> None:
        self._residents[normal_code(resident.code)] = resident
        if resident.id in self._waiting:
            self._waiting[resident.id] = resident
        else:
            self._completed[resident.id] = resident

    def _given_on(self, said: _Said) -> date:
        # dated ahead, it would outlast everything the resident says until that day
        return min(said.held_on, self._today)

    def _outweighs(self, said: _Said, earlier: tuple[Consent, ...]) -> bool:
        """Whether the file's answer replaces the one in force.

        A new talk does with a newer date. A row that was imported earlier has had its say, and the resident may
        have said something else since; only where the file was mended to a no does it take back its own yes.
        """
        now = current_answers(earlier).get(Purpose.COUNT)
        if now is None:
            return True
        given_on = self._given_on(said)
        if given_on > now.given_on:
            return said.is_new
        imported_yes = now.answer is ConsentAnswer.YES and now.way is ConsentWay.IMPORT
        return given_on == now.given_on and imported_yes and not said.yes

    def _consent(self, resident_id: str, said: _Said) -> Consent:
        return Consent(
            id=self._ids.new(),
            resident_id=resident_id,
            purpose=Purpose.COUNT,
            answer=ConsentAnswer.YES if said.yes else ConsentAnswer.NO,
            given_on=self._given_on(said),
            recorded_at=self._now,
            way=ConsentWay.IMPORT,
        )


def _refusing(work: UnitOfWork) -> frozenset[str]:
    """The residents whose answer to keeping, as it stands, is a no."""
    refused = set()
    for resident_id, consents in work.consents.by_purpose(Purpose.RECORD).items():
        now = current_answers(consents).get(Purpose.RECORD)
        if now is not None and now.answer in REFUSALS:
            refused.add(resident_id)
    return frozenset(refused)
