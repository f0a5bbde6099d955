"""Contributions: what a laptop of a team sends, and taking them in at the coordinator (docs/samen.md)."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.changes import Changes, Kind, changed
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.likeness import plain_name
from spinnenweb.domain.residents import Village
from spinnenweb.domain.team import Taken, TeamRole
from spinnenweb.exchange.contribution_files import (
    MOST_BYTES,
    NewerError,
    Sending,
    contribution_bytes,
    parse_contribution,
)
from spinnenweb.security.private_files import write_private
from spinnenweb.security.sealing import opened, sealed, signed, unsealed, verify_key_of
from spinnenweb.services.counted_people import number_people
from spinnenweb.services.targets import refuse_inside
from spinnenweb.services.team import own_part, read_whole
from spinnenweb.services.team_people import own_contribution, roster
from spinnenweb.storage.audit_trail import Entry
from spinnenweb.storage.team_store import StoredContribution, TeamLaptop, TeamSelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from pathlib import Path

    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.domain.team import RosterLine
    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.unit_of_work import UnitOfWork

CONTRIBUTION = "bijdrage"
"""The kind of letter, the end of its file name, and its word in the audit log."""
_SEALED_START = b"age-encryption.org/v1\n"
_MOST_SEALED = MOST_BYTES + 1024 * 1024


@dataclass(frozen=True, slots=True)
class Made:
    """A contribution that was written: where, up to which day, with how many residents."""

    file: Path
    until: date
    people: int


class ContributionService:
    """Making contributions and taking them in."""

    def __init__(
        self,
        folder: Path,
        database: Database,
        catalogue: Catalogue,
        clock: Clock,
        ids: IdSource,
        anchor: Callable[[], None],
    ) -> None:
        """`anchor` holds fast how the log ends, after something left the vault."""
        self._folder = folder
        self._anchor = anchor
        self._database = database
        self._catalogue = catalogue
        self._clock = clock
        self._ids = ids

    def contribute(self, target: Path, until: date | None = None) -> Made:
        """Write what this laptop adds up to and including a day: at most today, and today when none is given.

        `target` is a file, or a folder to put one in. Only the coordinator can open it.

        Raises:
            SpinnenwebError: `team.not_laptop`, `team.not_joined`, `target.*`, `disk.full`, `disk.failed`.
        """
        # of a day to come it would count as there for months in which nobody sent anything
        until = min(until or self._clock.today(), self._clock.today())
        refuse_inside(self._folder, target)
        with self._database.writing() as work:
            own = own_part(work, TeamRole.LAPTOP)
            if not own.team:
                raise SpinnenwebError("team.not_joined")
            number_people(work)
            sending = self._sending(work, own, until)
            work.team.put_own(replace(own, last_order=sending.order))
            people = len(sending.contribution.people)
            work.audit.note(Entry(AuditKind.SHARED, detail=CONTRIBUTION))
            # inside the transaction: without a file it was not made, and no number is spent on it
            file = _file_in(target, sending)
            letter = signed(own.sign_seed, CONTRIBUTION, contribution_bytes(sending))
            write_private(file, sealed([own.recipient], letter))
        self._anchor()
        return Made(file, until, people)

    def _sending(self, work: UnitOfWork, own: TeamSelf, until: date) -> Sending:
        laptop = verify_key_of(own.sign_seed).hex()
        # the time, so that the number goes up too after an older backup was put back
        order = max(int(self._clock.now().timestamp()), own.last_order + 1)
        contribution = own_contribution(work, self._catalogue, until, own, laptop)
        return Sending(own.team, own.recipient, order, contribution)

    def merge(self, files: Iterable[Path]) -> tuple[tuple[Taken, ...], Changes]:
        """Take contributions in; all of them or none. A village that is not known here yet is added.

        Raises:
            SpinnenwebError: each with `path`. `contribution.sealed` (for another coordinator, changed on the way,
                or no contribution), `contribution.altered` (the signature does not fit), `contribution.stranger`
                (of no laptop of this team), `contribution.other_team`, `contribution.older` (a newer one is here
                already), `contribution.newer` (made by a newer program), `contribution.contents`;
                `team.not_coordinator`, `disk.full`, `disk.failed`.
        """
        with self._database.reading() as work:
            own = own_part(work, TeamRole.COORDINATOR)
            laptops = {laptop.verify_key: laptop for laptop in work.team.laptops()}
        read = [_read(file, own, laptops) for file in files]
        read.sort(key=lambda letter: (letter.laptop.verify_key, letter.sending.order))
        with self._database.writing() as work:
            taken = tuple(self._take_in(work, letter) for letter in read)
            villages = self._add_villages(work, read)
        return taken, changed(Kind.VILLAGE, *villages) | changed(Kind.SETTINGS, "") | changed(Kind.RELEASE, "")

    def _take_in(self, work: UnitOfWork, letter: _Letter) -> Taken:
        given, sending = letter.sending.contribution, letter.sending
        digest = hashlib.sha256(letter.body).digest()
        there = work.team.contributions().get(given.laptop)
        taken = Taken(letter.laptop.name, given.until, len(given.people))
        if there is not None and there.digest == digest:
            return replace(taken, again=True)
        if there is not None and sending.order <= there.order:
            raise SpinnenwebError("contribution.older", path=str(letter.file))
        today = self._clock.today()
        work.team.put_contribution(
            StoredContribution(given.laptop, sending.order, given.until, today, taken.people, digest, letter.body)
        )
        work.audit.note(Entry(AuditKind.IMPORTED, None, "team_laptop", given.laptop, detail=CONTRIBUTION))
        return taken

    def _add_villages(self, work: UnitOfWork, read: Iterable[_Letter]) -> list[str]:
        known = {plain_name(village.name) for village in work.villages.all()}
        added = []
        names = {one.member.village for letter in read for one in letter.sending.contribution.people}
        for name in sorted(names):
            if plain_name(name) not in known:
                known.add(plain_name(name))
                village = Village(self._ids.new(), name)
                work.villages.add(village)
                added.append(village.id)
        return added

    def roster(self, until: date | None = None) -> tuple[RosterLine, ...]:
        """The laptops of the team, and whose contribution is there for the month of a day (today's when none).

        Raises:
            SpinnenwebError: `team.not_coordinator`.
        """
        with self._database.reading() as work:
            own_part(work, TeamRole.COORDINATOR)
            return roster(work, until or self._clock.today())


@dataclass(frozen=True, slots=True)
class _Letter:
    """A contribution whose sender is known and whose every byte is as it was signed."""

    file: Path
    laptop: TeamLaptop
    sending: Sending
    body: bytes


def _read(file: Path, own: TeamSelf, laptops: dict[str, TeamLaptop]) -> _Letter:
    if not os.path.lexists(file):
        raise SpinnenwebError("import.missing", path=str(file))
    content = unsealed(own.identity, read_whole(file, _MOST_SEALED, "contribution.sealed"))
    if content is None:
        raise _refusal("sealed", file)
    try:
        letter = opened(content, CONTRIBUTION)
    except ValueError:
        raise _refusal("altered", file) from None
    laptop = laptops.get(letter.verify_key.hex())
    if laptop is None:
        raise _refusal("stranger", file)
    sending = _sending_in(letter.body, file)
    if sending.team != own.team or sending.recipient != own.recipient:
        raise _refusal("other_team", file)
    # a laptop may speak for itself only
    if sending.contribution.laptop != laptop.verify_key:
        raise _refusal("contents", file)
    return _Letter(file, laptop, sending, letter.body)


def _sending_in(body: bytes, file: Path) -> Sending:
    try:
        return parse_contribution(body)
    except NewerError:
        raise _refusal("newer", file) from None
    except ValueError:
        raise _refusal("contents", file) from None


def _refusal(why: str, file: Path) -> SpinnenwebError:
    return SpinnenwebError(f"contribution.{why}", path=str(file))


def _file_in(target: Path, sending: Sending) -> Path:
    """The file itself; only an earlier sealed file may be replaced."""
    if target.is_dir():
        name = f"{sending.contribution.until.isoformat()}_{sending.contribution.laptop[:8]}.{CONTRIBUTION}"
        target = target / name
    if target.exists():
        with target.open("rb") as handle:
            if handle.read(len(_SEALED_START)) != _SEALED_START:
                raise SpinnenwebError("target.exists", path=str(target))
    return target
