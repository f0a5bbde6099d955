"""The log of who did what to whom: written, read, checked and anchored."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.private_files import write_private
from spinnenweb.services.unlock_attempts import failures, forget_failures
from spinnenweb.storage.audit_anchor import Hold
from spinnenweb.storage.audit_trail import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from spinnenweb.domain.audit import AuditLine
    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.residents import Resident
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.unit_of_work import UnitOfWork

ANCHOR_NAME = "anker.json"
BROKEN_LINE = "line"
"""The problem of a line that was changed, put in or whose forerunner is gone; the others are those of `Hold`."""
LOG = "log_"
"""What stands before the problems of the log among those of the vault."""
AT_ONCE = 200
_NAMED = "worker"
_LEAVES_THE_VAULT = (AuditKind.EXPORTED, AuditKind.SHARED, AuditKind.BACKED_UP)


class Noted(Protocol):
    """How services write down that something left the vault."""

    def __call__(self, kind: AuditKind, resident_id: str | None = None, detail: str = "") -> None:
        """Write it down; `detail` is a code, never words somebody wrote."""


def nobody_notes(kind: AuditKind, resident_id: str | None = None, detail: str = "") -> None:
    """For a service that was made without a vault."""


@dataclass(frozen=True, slots=True)
class AuditReport:
    """Whether the log is whole: `problems` as codes, `broken` the numbers of the lines that do not fit."""

    lines: int
    problems: tuple[str, ...] = ()
    broken: tuple[int, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems

    @property
    def codes(self) -> tuple[str, ...]:
        """The problems as they stand among those of the whole vault."""
        return tuple(f"{LOG}{problem}" for problem in self.problems)


class AuditService:
    """The log of one vault. Creating, changing and removing records is logged by the file itself."""

    def __init__(self, folder: Path, database: Database, clock: Clock) -> None:
        self._folder = folder
        self._database = database
        self._clock = clock

    # writing

    def opened(self, way: str) -> None:
        """The vault was opened, with `way` as envelopes call it; takes in the attempts that failed before.

        On a full disk the line is left out: nobody is kept from what they wrote by a log.
        """
        with suppress(SpinnenwebError):
            self._write_opened(way)

    def _write_opened(self, way: str) -> None:
        failed = failures(self._folder)
        with self._database.writing() as work:
            is_first = not work.audit.lines(kinds=[AuditKind.UNLOCKED], limit=1)
            if failed is not None:
                work.audit.note(Entry(AuditKind.UNLOCK_FAILED, detail=f"{failed.count} {failed.last}"))
            work.audit.note(Entry(AuditKind.UNLOCKED, detail=way))
        forget_failures(self._folder)
        if is_first:
            self.anchor()

    def closed(self) -> None:
        """The vault goes on lock. Never keeps that from happening: on a full disk the line is left out."""
        with suppress(SpinnenwebError):
            self.noted(AuditKind.LOCKED)
            self.anchor()

    def seen(self, resident_id: str, page: str) -> None:
        """Somebody looked at a resident; `page` says where. Nothing for who is not on file.

        Raises:
            SpinnenwebError: `disk.full`, `disk.failed`.
        """
        with self._database.writing() as work:
            if work.residents.get(resident_id) is not None:
                work.audit.note(Entry(AuditKind.SEEN, resident_id, detail=page))

    def draft_seen(self, draft_id: str, page: str) -> None:
        """Somebody opened an unfinished conversation; of somebody who is not on file nothing is written."""
        with self._database.reading() as work:
            draft = work.drafts.get(draft_id)
        if draft is not None:
            self.seen(draft.resident.id, page)

    def talk_seen(self, conversation_id: str, page: str) -> None:
        """Somebody opened a finished conversation; of one that is not there any more nothing is written."""
        with self._database.reading() as work:
            talk = work.conversations.get(conversation_id)
        if talk is not None:
            self.seen(talk.resident_id, page)

    def noted(self, kind: AuditKind, resident_id: str | None = None, detail: str = "") -> None:
        """Something happened that the file itself does not see; what leaves the vault is anchored too.

        Raises:
            SpinnenwebError: `disk.full`, `disk.failed`.
        """
        with self._database.writing() as work:
            work.audit.note(Entry(kind, _on_file(work, resident_id), detail=detail))
        if kind in _LEAVES_THE_VAULT:
            self.anchor()

    def restored(self, detail: str) -> None:
        """This vault was put back from a backup: its log goes on from there, and is anchored anew.

        Raises:
            SpinnenwebError: `disk.full`, `disk.failed`.
        """
        with self._database.writing() as work:
            work.audit.note(Entry(AuditKind.RESTORED, detail=detail))
        self._write_anchor()

    def anchor(self) -> None:
        """Hold fast how the log ends now, in `anker.json`; not over an anchor to which the log does not hold.

        Raises:
            SpinnenwebError: `disk.full`, `disk.failed`, `target.no_rights`.
        """
        with self._database.reading() as work:
            holds = work.audit.hold(self._read_anchor())
        if holds in (Hold.GOOD, Hold.MISSING):
            self._write_anchor()

    # reading

    def lines(
        self,
        resident_id: str | None = None,
        *,
        kinds: Iterable[AuditKind] = (),
        since: datetime | None = None,
        until: datetime | None = None,
        before: int | None = None,
        limit: int | None = AT_ONCE,
    ) -> tuple[AuditLine, ...]:
        """Lines, newest first, of one resident or of all, older than the line `before`; with no limit all."""
        with self._database.reading() as work:
            return work.audit.lines(resident_id, kinds=kinds, since=since, until=until, before=before, limit=limit)

    def people(self, lines: Iterable[AuditLine]) -> dict[str, Resident]:
        """The residents these lines are about, by the id in the line; who was erased or removed is absent."""
        ids = {line.subject for line in lines if line.subject is not None}
        with self._database.reading() as work:
            found = work.residents.by_ids(ids)
        return {resident_id: found[resident_id] for resident_id in ids & found.keys()}

    def worker(self) -> tuple[str, int]:
        """The name of who works in this vault, perhaps empty, and the line with which it became that name."""
        with self._database.reading() as work:
            name = work.settings.get().worker
            named = work.audit.lines(kinds=[AuditKind.SETTING], limit=None)
        return name, next((line.seq for line in named if _NAMED in line.fields), 0)

    def resident(self, resident_id: str) -> Resident | None:
        """The card a log is asked of, or `None` when it is not there any more."""
        with self._database.reading() as work:
            return work.residents.get(resident_id)

    def verify(self) -> AuditReport:
        """Check every line against the one before it, and the whole against its anchor."""
        with self._database.reading() as work:
            lines, broken = work.audit.head().seq, work.audit.broken()
            holds = work.audit.hold(self._read_anchor())
        problems = [BROKEN_LINE] if broken else []
        if holds is not Hold.GOOD:
            problems.append(holds.value)
        return AuditReport(lines, tuple(problems), broken)

    def _read_anchor(self) -> bytes | None:
        try:
            return (self._folder / ANCHOR_NAME).read_bytes()
        except OSError:
            return None

    def _write_anchor(self) -> None:
        with self._database.reading() as work:
            anchor = work.audit.anchor(self._clock.now())
        write_private(self._folder / ANCHOR_NAME, anchor)


def _on_file(work: UnitOfWork, resident_id: str | None) -> str | None:
    if resident_id is None or work.residents.own_card(resident_id) is None:
        return None
    return resident_id
