"""Residents and villages: find, add, change, and what they allow."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.changes import NOTHING, Changes, Kind, changed
from spinnenweb.domain.conversations import NO_STEP
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.residents import (
    LONGEST_NAME,
    AnsweredBy,
    Consent,
    ConsentAnswer,
    ConsentWay,
    Purpose,
    Resident,
    Village,
    normal_code,
)
from spinnenweb.domain.text_rules import clean_line
from spinnenweb.services.cards import cleaned_resident, cleaned_village_name
from spinnenweb.services.consents import Asking, consent
from spinnenweb.services.full_disk import again_when_full
from spinnenweb.services.handover_writing import withdraw_shared
from spinnenweb.services.languages import as_spoken_to
from spinnenweb.services.records import ResidentLine

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.storage.conversation_store import Latest
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.unit_of_work import UnitOfWork

_OWN_CODE = re.compile(r"r-(\d{1,9})")


class ResidentService:
    """What is done with residents, their villages and their permissions."""

    def __init__(self, database: Database, clock: Clock, ids: IdSource, texts: Path) -> None:
        self._database = database
        self._clock = clock
        self._ids = ids
        self._texts = texts

    def next_code(self) -> str:
        """The first free code after the highest one: R-001, R-002, …; codes in drafts are not free."""
        with self._database.reading() as work:
            return free_code(work)

    def blank(self) -> Resident:
        """A new card with a new id, the next code and the defaults of the settings; nothing is written."""
        with self._database.reading() as work:
            settings = work.settings.get()
            return Resident(
                id=self._ids.new(),
                code=free_code(work),
                village_id=settings.village_id,
                level=settings.level,
                address=settings.address,
            )

    @again_when_full
    def add(self, resident: Resident) -> Changes:
        """Write a new card.

        Raises:
            SpinnenwebError: `resident.code_taken`, `resident.code_missing`, `resident.birth_year`, `text.*`.
        """
        card = cleaned_resident(resident, self._clock.today())
        with self._database.writing() as work:
            refuse_taken(work, card)
            work.residents.add(card)
        return changed(Kind.RESIDENT, card.id)

    @again_when_full
    def change(self, resident: Resident) -> Changes:
        """Write a changed card. Restriction has its own service, so an older card in hand cannot end it.

        Raises:
            SpinnenwebError: `resident.gone`, `resident.restricted`, and as `add`.
        """
        card = cleaned_resident(resident, self._clock.today())
        with self._database.writing() as work:
            refuse_restricted(known(work, card.id))
            refuse_taken(work, card)
            work.residents.update(card)
        return changed(Kind.RESIDENT, card.id)

    def get(self, resident_id: str) -> Resident:
        """The resident with this id; `SpinnenwebError` `resident.gone`."""
        with self._database.reading() as work:
            return known(work, resident_id)

    def by_code(self, code: str) -> Resident:
        """The resident with this code, trimmed and case-insensitive; `SpinnenwebError` `resident.unknown`."""
        with self._database.reading() as work:
            card = work.residents.by_code(code)
            found = None if card is None else work.residents.get(card.id)
        if found is None:
            raise SpinnenwebError("resident.unknown")
        return found

    def all(self) -> tuple[ResidentLine, ...]:
        """All residents in the order of their codes."""
        with self._database.reading() as work:
            return resident_lines(work, work.residents.all(), everyone=True)

    def find(self, text: str, limit: int = 8) -> tuple[ResidentLine, ...]:
        """At most `limit` residents whose calling name or code holds every word of the text."""
        with self._database.reading() as work:
            return resident_lines(work, work.residents.search(text, limit))

    def recent(self, limit: int = 6) -> tuple[ResidentLine, ...]:
        """The residents who were spoken with last, newest first."""
        with self._database.reading() as work:
            ids = work.conversations.recent(limit)
            return resident_lines(work, [found for found in map(work.residents.get, ids) if found is not None])

    def on_file(self, resident_ids: Iterable[str]) -> dict[str, Resident]:
        """The cards of some residents by id; who is not on file, or no longer, is absent."""
        with self._database.reading() as work:
            found = work.residents.by_ids(set(resident_ids))
        return dict(found)

    def line(self, resident_id: str) -> ResidentLine:
        """What lists show of one resident; `SpinnenwebError` `resident.gone`."""
        with self._database.reading() as work:
            return resident_lines(work, [known(work, resident_id)])[0]

    def villages(self) -> tuple[Village, ...]:
        """All villages by name."""
        with self._database.reading() as work:
            return work.villages.all()

    def add_village(self, name: str) -> tuple[Village, Changes]:
        """The village with this name, made when it was not there.

        Raises:
            SpinnenwebError: `village.name_missing`, `text.*`.
        """
        cleaned = cleaned_village_name(name)
        with self._database.writing() as work:
            existing = work.villages.by_name(cleaned)
            if existing is not None:
                return existing, NOTHING
            village = Village(self._ids.new(), cleaned)
            work.villages.add(village)
        return village, changed(Kind.VILLAGE, village.id)

    def rename_village(self, village: Village) -> Changes:
        """Write a village with another name.

        Raises:
            SpinnenwebError: `village.taken` (another has this name), `village.name_missing`, `text.*`.
        """
        named = replace(village, name=cleaned_village_name(village.name))
        with self._database.writing() as work:
            other = work.villages.by_name(named.name)
            if other is not None and other.id != named.id:
                raise SpinnenwebError("village.taken")
            work.villages.update(named)
        return changed(Kind.VILLAGE, named.id)

    def consents(self, resident_id: str) -> tuple[Consent, ...]:
        """All answers of a resident, oldest first."""
        with self._database.reading() as work:
            return work.consents.of(resident_id)

    def say(
        self,
        resident_id: str,
        purpose: Purpose,
        answer: ConsentAnswer,
        *,
        way: ConsentWay = ConsentWay.SPOKEN,
        answered_by: AnsweredBy = AnsweredBy.SELF,
        receiver: str = "",
        fields: tuple[str, ...] = (),
        until: date | None = None,
    ) -> Changes:
        """Write down what a resident answers today; it is in force at once.

        The language of the answer is the one the question was asked in: the resident's own only when that is on.
        `receiver`, `fields` and `until` belong to sharing only. Whoever no longer allows sharing withdraws the
        hand-overs to that receiver, or all of them when none is named.

        Raises:
            SpinnenwebError: `resident.gone`, `text.*`.
        """
        to_whom = clean_line(receiver, LONGEST_NAME, "receiver")
        with self._database.writing() as work:
            resident = known(work, resident_id)
            heard = as_spoken_to(self._texts, resident, work.settings.get().languages)
            asking = Asking(heard, self._clock.today(), self._clock.now(), way, answered_by)
            said = consent(self._ids, asking, purpose, answer)
            said = replace(said, receiver=to_whom, fields=fields, until=until)
            work.consents.add(said)
            changes = changed(Kind.CONSENT, said.id) | changed(Kind.RESIDENT, resident_id)
            if purpose is Purpose.SHARE and answer in (ConsentAnswer.NO, ConsentAnswer.WITHDRAWN):
                changes |= withdraw_shared(work, resident_id, to_whom, self._clock.now())
        return changes

    def correct_consent(
        self,
        consent_id: str,
        *,
        answer: ConsentAnswer,
        given_on: date,
        way: ConsentWay,
        answered_by: AnsweredBy,
    ) -> Changes:
        """Write an answer down better than it was; the log says which of its fields changed.

        Raises:
            SpinnenwebError: `consent.unknown`, `consent.future` (a day that has yet to come).
        """
        if given_on > self._clock.today():
            raise SpinnenwebError("consent.future")
        with self._database.writing() as work:
            said = work.consents.get(consent_id)
            if said is None:
                raise SpinnenwebError("consent.unknown")
            better = replace(said, answer=answer, given_on=given_on, way=way, answered_by=answered_by)
            work.consents.update(better)
        return changed(Kind.CONSENT, said.id) | changed(Kind.RESIDENT, said.resident_id)

    def set_ready(self, resident_id: str, ready: bool) -> Changes:
        """Make a resident ready for a visit, and nobody else; or no longer.

        Raises:
            SpinnenwebError: `resident.gone`.
        """
        with self._database.writing() as work:
            resident = known(work, resident_id)
            others = [other for other in work.residents.ready() if ready and other.id != resident_id]
            for other in others:
                work.residents.update(replace(other, ready_for_visit=False))
            work.residents.update(replace(resident, ready_for_visit=ready))
        return changed(Kind.RESIDENT, resident_id, *(other.id for other in others))

    def ready(self) -> tuple[ResidentLine, ...]:
        """The residents made ready for a visit."""
        with self._database.reading() as work:
            return resident_lines(work, work.residents.ready())


def known(work: UnitOfWork, resident_id: str) -> Resident:
    """The resident with this id; `SpinnenwebError` `resident.gone`."""
    found = work.residents.get(resident_id)
    if found is None:
        raise SpinnenwebError("resident.gone")
    return found


def refuse_restricted(resident: Resident) -> None:
    """Refuse to use a file that is only kept; `SpinnenwebError` `resident.restricted`."""
    if resident.restricted:
        raise SpinnenwebError("resident.restricted")


def refuse_taken(work: UnitOfWork, resident: Resident) -> None:
    """Refuse a code that another resident has; `SpinnenwebError` `resident.code_taken`."""
    other = work.residents.by_code(resident.code)
    if other is not None and other.id != resident.id:
        raise SpinnenwebError("resident.code_taken")


def free_code(work: UnitOfWork) -> str:
    """The code after the highest of the form R-001, of residents and of drafts."""
    used = work.residents.codes() | {normal_code(draft.resident.code) for draft in work.drafts.all()}
    numbers = [int(match[1]) for match in map(_OWN_CODE.fullmatch, used) if match]
    return f"R-{max(numbers, default=0) + 1:03d}"


def is_own_code(code: str) -> bool:
    """Whether the program made up this code, so that it may give another."""
    return _OWN_CODE.fullmatch(normal_code(code)) is not None


def resident_lines(
    work: UnitOfWork, residents: Iterable[Resident], *, everyone: bool = False
) -> tuple[ResidentLine, ...]:
    """What lists show of some residents; `everyone` says that it is all of them."""
    chosen = tuple(residents)
    latest = work.conversations.latest(None if everyone else [resident.id for resident in chosen])
    names = {village.id: village.name for village in work.villages.all()}
    return tuple(_line(resident, names, latest.get(resident.id)) for resident in chosen)


def _line(resident: Resident, names: dict[str, str], latest: Latest | None) -> ResidentLine:
    village = names.get(resident.village_id or "", "")
    if latest is None:
        return ResidentLine(resident, village, None, 0, NO_STEP, None)
    return ResidentLine(resident, village, latest.held_on, latest.conversations, latest.step, latest.return_on)
