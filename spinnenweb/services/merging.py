"""The same resident registered twice: noticed while typing, seen as one, and apart again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.changes import Changes, Kind, changed
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.likeness import likely
from spinnenweb.domain.merges import Merge
from spinnenweb.services.residents import known, refuse_restricted, resident_lines

if TYPE_CHECKING:
    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.records import ResidentLine
    from spinnenweb.storage.database import Database

MOST_LIKELY = 3


@dataclass(frozen=True, slots=True)
class Merged:
    """A merge in force with the card that was merged, as it was written."""

    merge: Merge
    other: Resident


class MergeService:
    """Two cards of one person. Nothing is moved or deleted: one card becomes an alias of the other."""

    def __init__(self, database: Database, clock: Clock, ids: IdSource) -> None:
        self._database = database
        self._clock = clock
        self._ids = ids

    def likely(
        self, name_or_code: str, village_id: str | None = None, birth_year: int | None = None
    ) -> tuple[ResidentLine, ...]:
        """At most three residents who may be the one that is typed, most likely first; none for a blank text."""
        if not name_or_code.strip():
            return ()
        with self._database.reading() as work:
            ids = likely(work.residents.outlines(), name_or_code, village_id, birth_year, MOST_LIKELY)
            cards = work.residents.by_ids(ids)
            return resident_lines(work, [cards[resident_id] for resident_id in ids])

    def merge(self, keep_id: str, other_id: str) -> Changes:
        """Show everything of `other_id` under `keep_id` from now on.

        Raises:
            SpinnenwebError: `merge.same`, `resident.gone`, `resident.restricted`.
        """
        with self._database.writing() as work:
            keep, other = known(work, keep_id), known(work, other_id)
            if keep.id == other.id:
                raise SpinnenwebError("merge.same")
            refuse_restricted(other)
            work.merges.add(Merge(self._ids.new(), keep.id, other.id, self._clock.today()))
        return _of_both(keep.id, other.id)

    def unmerge(self, merge_id: str) -> Changes:
        """Make two cards of them again; what was written meanwhile stays with the card that was kept.

        Raises:
            SpinnenwebError: `merge.unknown`.
        """
        with self._database.writing() as work:
            merge = work.merges.get(merge_id)
            if merge is None:
                raise SpinnenwebError("merge.unknown")
            work.merges.remove(merge_id)
        return _of_both(merge.kept_id, merge.other_id)

    def merges(self, resident_id: str) -> tuple[Merged, ...]:
        """The cards that were merged into this one, oldest merge first."""
        with self._database.reading() as work:
            pairs = [(merge, work.residents.own_card(merge.other_id)) for merge in work.merges.into(resident_id)]
        return tuple(Merged(merge, other) for merge, other in pairs if other is not None)


def _of_both(keep_id: str, other_id: str) -> Changes:
    kinds = (Kind.RESIDENT, Kind.CONVERSATION, Kind.CONSENT, Kind.GOAL, Kind.FOLLOW_UP, Kind.CONTACT)
    changes = Changes()
    for kind in kinds:
        changes |= changed(kind, keep_id, other_id)
    return changes
