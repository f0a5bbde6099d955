"""The review of files whose term is over: listed with the reason, and decided by a person, one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.changes import Changes, Kind, changed
from spinnenweb.domain.conversations import LONGEST_LINE
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.retention import (
    JUMP,
    LONGEST_KEPT_ON,
    MONTHS_IN_A_YEAR,
    Due,
    Keeping,
    clock_jumped,
    due,
    months_after,
)
from spinnenweb.domain.text_rules import clean_line
from spinnenweb.services.residents import known

if TYPE_CHECKING:
    from datetime import date, datetime

    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.domain.residents import Resident
    from spinnenweb.storage.database import Database


@dataclass(frozen=True, slots=True)
class DueLine:
    """A file whose term is over, with whose it is."""

    due: Due
    resident: Resident
    village_name: str


@dataclass(frozen=True, slots=True)
class Review:
    """What there is to decide; `clock_odd` means that first somebody has to say that the date is right."""

    lines: tuple[DueLine, ...]
    clock_odd: bool
    today: date


class RetentionService:
    """What is done about files whose term is over. It removes nothing itself."""

    def __init__(self, database: Database, clock: Clock, ids: IdSource) -> None:
        self._database = database
        self._clock = clock
        self._ids = ids
        self._said_right: date | None = None

    def review(self) -> Review:
        """Whose term is over; while the clock is odd nobody is named."""
        today = self._clock.today()
        odd = self.clock_odd()
        with self._database.reading() as work:
            terms = work.settings.get().retention
            over = due(work.keepings.files(), terms, work.keepings.until(), today)
            cards = work.residents.by_ids(one.resident_id for one in over)
            names = {village.id: village.name for village in work.villages.all()}
        found = [(one, cards[one.resident_id]) for one in over]
        lines = tuple(DueLine(one, card, names.get(card.village_id or "", "")) for one, card in found)
        return Review(() if odd else lines, odd and bool(lines), today)

    def clock_odd(self) -> bool:
        """Whether the clock leapt more than a day since the vault was last used, and nobody said it is right."""
        now = self._clock.now()
        if self._said_right == self._clock.today():
            return False
        with self._database.reading() as work:
            before, later = work.keepings.seen_before(), work.keepings.seen_later_than(now + JUMP)
        return clock_jumped(now, before) or later is not None

    def clock_is_right(self) -> None:
        """Somebody looked at the date and said that it is right; holds for today, while the vault is open."""
        self._said_right = self._clock.today()

    def last_seen(self) -> datetime | None:
        """When the vault was used before it was opened this time."""
        with self._database.reading() as work:
            return work.keepings.seen_before()

    def keep(self, resident_id: str, reason: str, until: date) -> Changes:
        """Keep a file after its term, up to and including a day, for a reason that is written down.

        Raises:
            SpinnenwebError: `resident.gone`, `retention.reason` (none given), `retention.until` (a day that is
                over, or more than ten years from now), `text.*`.
        """
        why, today = clean_line(reason, LONGEST_LINE, "reason"), self._clock.today()
        if not why:
            raise SpinnenwebError("retention.reason")
        if not today < until <= months_after(today, LONGEST_KEPT_ON * MONTHS_IN_A_YEAR):
            raise SpinnenwebError("retention.until")
        with self._database.writing() as work:
            shown = known(work, resident_id).id
            work.keepings.add(Keeping(self._ids.new(), shown, today, until, why))
        return changed(Kind.RESIDENT, shown)
