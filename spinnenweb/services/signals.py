"""What became of early signals: watched, taken up or passed. Nothing computes a signal, and nothing judges it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.changes import Changes, Kind, changed
from spinnenweb.domain.conversations import LONGEST_LINE
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.signals import SignalFollowUp, SignalState
from spinnenweb.domain.text_rules import clean_line
from spinnenweb.services.full_disk import again_when_full
from spinnenweb.services.residents import known, refuse_restricted

if TYPE_CHECKING:
    from datetime import date

    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.storage.database import Database


@dataclass(frozen=True, slots=True)
class SignalLine:
    """A signal that was noted for a resident: when it was noted last, and what became of it, newest first."""

    signal: str
    noted_on: date
    conversation_id: str
    told: tuple[SignalFollowUp, ...] = ()

    @property
    def state(self) -> SignalState | None:
        """How it stands: `None` when nothing was written down since it was noted last."""
        return next((one.state for one in self.told if one.followed_on >= self.noted_on), None)


class SignalService:
    """What is done with signals that were noted in conversations."""

    def __init__(self, database: Database, clock: Clock, ids: IdSource) -> None:
        self._database = database
        self._clock = clock
        self._ids = ids

    def of(self, resident_id: str) -> tuple[SignalLine, ...]:
        """The signals of one resident, the one that was noted last first."""
        with self._database.reading() as work:
            talks = work.conversations.of(resident_id)
            told = sorted(
                work.signal_follow_ups.of(resident_id), key=lambda one: (one.followed_on, one.id), reverse=True
            )
        newest = {code: talk for talk in sorted(talks, key=lambda talk: talk.held_on) for code in talk.signals}
        lines = [
            SignalLine(code, talk.held_on, talk.id, tuple(one for one in told if one.signal == code))
            for code, talk in newest.items()
        ]
        return tuple(sorted(lines, key=lambda line: (line.noted_on, line.signal), reverse=True))

    @again_when_full
    def tell(self, resident_id: str, signal: str, state: SignalState, words: str = "") -> Changes:
        """Write down what was done about a signal today.

        Raises:
            SpinnenwebError: `signal.unknown` (it was not noted for this resident), `resident.unknown`,
                `resident.restricted`, `text.*`.
        """
        said = clean_line(words, LONGEST_LINE, "signal_words")
        line = next((one for one in self.of(resident_id) if one.signal == signal), None)
        if line is None:
            raise SpinnenwebError("signal.unknown")
        with self._database.writing() as work:
            resident = known(work, resident_id)
            refuse_restricted(resident)
            told = SignalFollowUp(
                self._ids.new(), resident.id, line.conversation_id, signal, state, self._clock.today(), said
            )
            work.signal_follow_ups.add(told)
        return changed(Kind.SIGNAL, told.id) | changed(Kind.RESIDENT, resident_id)

    @again_when_full
    def take_back(self, follow_up_id: str) -> Changes:
        """Take back what was written down by mistake; nothing when it is gone already."""
        with self._database.writing() as work:
            told = work.signal_follow_ups.get(follow_up_id)
            if told is None:
                return Changes()
            work.signal_follow_ups.remove(follow_up_id)
        return changed(Kind.SIGNAL, told.id) | changed(Kind.RESIDENT, told.resident_id)
