"""The talks of an import: which ones are new, and how they are kept."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.answers import EMPTY, Answer, SetBy, marked
from spinnenweb.domain.conversations import Conversation, DimensionEntry, Source, new_conversation
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.instruments import ADULT, Instrument, InstrumentKey, Scale
from spinnenweb.domain.scoring import web_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from spinnenweb.domain.ids import IdSource
    from spinnenweb.domain.instruments import Mode
    from spinnenweb.exchange.conversations_csv import ImportedRow
    from spinnenweb.storage.unit_of_work import UnitOfWork

_Key = tuple[str, "date", "Mode"]
_Content = tuple[tuple[float | None, ...], frozenset[str]]


class ImportedTalks:
    """Compares rows with the talks in the vault and in the file, and writes the new ones."""

    def __init__(
        self,
        work: UnitOfWork,
        instruments: Mapping[InstrumentKey, Instrument],
        ids: IdSource,
        finished_at: datetime,
    ) -> None:
        self._work = work
        self._instruments = instruments
        self._ids = ids
        self._finished_at = finished_at
        self._seen: dict[_Key, set[_Content]] = defaultdict(set)
        self._remembered: set[str] = set()
        self._waiting: list[Conversation] = []
        self.added: list[str] = []

    def remember(self, resident_ids: set[str]) -> None:
        """Read what the vault holds of these residents, once."""
        unread = resident_ids - self._remembered
        if not unread:
            return
        for talk in self._work.conversations.existing(sorted(unread)):
            # other instruments and scales are other talks: they may fall on the same day
            if talk.instrument.id == ADULT.id and talk.scale is Scale.MARKS:
                self._seen[talk.resident_id, talk.held_on, talk.mode].add(self._content(talk))
        self._remembered |= unread

    def take(self, row: ImportedRow, resident_id: str) -> bool:
        """Whether the row is a new talk; if so it waits to be written.

        Raises `SpinnenwebError` `import.marks_differ` when there is a talk of that resident, date and way with
        other marks or themes: skipping the row would lose them, adding it would count one talk twice.
        """
        seen = self._seen[resident_id, row.held_on, row.mode]
        content = (row.marks, frozenset(row.themes))
        if content in seen:
            return False
        if seen:
            raise SpinnenwebError("import.marks_differ", line=row.line)
        seen.add(content)
        self._waiting.append(self._conversation(row, resident_id))
        return True

    def write(self) -> None:
        """Write the talks that wait."""
        self._work.conversations.add_many(self._waiting)
        self.added.extend(talk.id for talk in self._waiting)
        self._waiting = []

    def _content(self, talk: Conversation) -> _Content:
        return web_of(talk, self._instruments[talk.instrument]).values, frozenset(talk.themes)

    def _conversation(self, row: ImportedRow, resident_id: str) -> Conversation:
        instrument = self._instruments[ADULT]
        empty = new_conversation(self._ids.new(), resident_id, row.held_on, instrument)
        pairs = zip(instrument.codes, row.marks, strict=True)
        return replace(
            empty,
            mode=row.mode,
            scale=Scale.MARKS,
            dimensions=tuple(DimensionEntry(code, _answer(mark)) for code, mark in pairs),
            themes=row.themes,
            note=row.note,
            source=Source.IMPORT,
            finished_at=self._finished_at,
        )


def _answer(mark: float | None) -> Answer:
    return EMPTY if mark is None else marked(mark, SetBy.IMPORT)
