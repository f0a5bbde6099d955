"""The same organisation or offer twice: noticed while typing, made one, and apart again; imports taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.changes import Changes, Kind, changed
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.map_history import ImportBatch, MapKind, MapMerge
from spinnenweb.domain.map_likeness import Title, likely_same
from spinnenweb.exchange.hsds_rest import with_ids
from spinnenweb.services.full_disk import again_when_full
from spinnenweb.services.map_records import LikeLine, Saved
from spinnenweb.services.map_writing import (
    changes_of,
    difference,
    known_offer,
    known_organisation,
    store_of,
    take_back,
    take_villages_back,
    with_fields,
)
from spinnenweb.storage.map_forms import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.domain.social_map import Offer, Organisation
    from spinnenweb.services.map_cards import MapRecord
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.forms import Json
    from spinnenweb.storage.unit_of_work import UnitOfWork

MOST_LIKELY = 5
_LISTS = ("village_ids", "themes", "dimensions", "languages", "accessible", "schedule")
"""What both know is kept of these; of all other fields what the kept one has goes before."""
_BLANK = ("", None, "onbekend")
_BELONGS = {
    MapKind.ORGANISATION: (
        (MapKind.OFFER, "organisation_id"),
        (MapKind.CONTACT, "organisation_id"),
        (MapKind.TALK, "organisation_id"),
    ),
    MapKind.OFFER: ((MapKind.CONTACT, "offer_id"),),
}
"""What points at a record, and with which field; hand-overs stay as they were and are read through the merge."""


class MapMergeService:
    """Two on the map that are one. The other is no longer in any list, and nothing of it is lost."""

    def __init__(self, database: Database, clock: Clock, ids: IdSource) -> None:
        self._database = database
        self._clock = clock
        self._ids = ids

    def like_organisation(self, typed: Organisation) -> tuple[LikeLine, ...]:
        """At most five organisations that may be the one that is typed, most likely first."""
        wanted = Title(typed.id, typed.name, typed.kvk, typed.website, typed.phone, typed.email)
        with self._database.reading() as work:
            titles = {title.id: title for title in work.organisations.titles()}
        return _lines(titles, wanted)

    def like_offer(self, typed: Offer) -> tuple[LikeLine, ...]:
        """The same of offers of the same organisation; without an organisation, of all."""
        wanted = Title(typed.id, typed.name, within=typed.organisation_id)
        with self._database.reading() as work:
            titles = {title.id: title for title in work.offers.titles()}
        return _lines(titles, wanted)

    @again_when_full
    def merge(self, kind: MapKind, kept_id: str, other_id: str) -> Changes:
        """Make one of two: blanks of the kept one are filled, lists put together, what is of the other comes too.

        Raises:
            SpinnenwebError: `map.same`, `map.gone`, `map.merge_kind` (neither an organisation nor an offer).
        """
        if kind not in _BELONGS:
            raise SpinnenwebError("map.merge_kind")
        with self._database.writing() as work:
            kept, other = _known(work, kind, kept_id), _known(work, kind, other_id)
            if kept.id == other.id:
                raise SpinnenwebError("map.same")
            filled = difference(kind, kept, _filled(kind, kept, other))
            if filled.after:
                store_of(work, kind).update(with_fields(kind, kept, filled.after))
            moved = tuple(_move(work, kind, other.id, kept.id))
            work.map_merges.add(
                MapMerge(
                    self._ids.new(),
                    kind,
                    kept.id,
                    other.id,
                    self._clock.today(),
                    filled.before,
                    filled.after,
                    moved,
                )
            )
            store_of(work, kind).search_drop(other.id)
            return changes_of(kind, kept) | changes_of(kind, other) | _all_offers(moved)

    def merges(self, record_id: str) -> tuple[MapMerge, ...]:
        """The merges into a record, oldest first."""
        with self._database.reading() as work:
            return work.map_merges.into(record_id)

    @again_when_full
    def unmerge(self, merge_id: str) -> Changes:
        """Make two of them again: what came along goes back, and what was filled is blank again.

        A field that somebody changed since stays as it is now, and what was added since stays with the kept one.

        Raises:
            SpinnenwebError: `map.merge_gone`, `map.gone`.
        """
        with self._database.writing() as work:
            merge = work.map_merges.get(merge_id)
            if merge is None:
                raise SpinnenwebError("map.merge_gone")
            store = store_of(work, merge.kind)
            kept, other = store.get(merge.kept_id), store.get(merge.other_id)
            if kept is None or other is None:
                raise SpinnenwebError("map.gone")
            work.map_merges.remove(merge_id)
            now = SHAPES[merge.kind].fields(kept)
            back = {name: merge.before[name] for name, value in merge.after.items() if now[name] == value}
            store.update(with_fields(merge.kind, kept, back))
            _move_back(work, merge)
            store.search_put(other, other.id)
            return changes_of(merge.kind, kept) | changes_of(merge.kind, other) | _all_offers(merge.moved)

    # imports

    def imports(self) -> tuple[ImportBatch, ...]:
        """The last imports, newest first."""
        with self._database.reading() as work:
            return work.import_batches.recent()

    @again_when_full
    def undo_import(self, batch_id: str) -> Changes:
        """Take a whole import back: what it added goes to the bin, what it overwrote is as it was.

        Villages that came with it go as well, but for those that something else uses or that were renamed.

        Raises:
            SpinnenwebError: `map.import_gone` (unknown, or taken back before), `map.changed` (something of it was
                changed since), `map.handed_over` (somebody was handed over to something of it).
        """
        with self._database.writing() as work:
            batch = work.import_batches.get(batch_id)
            if batch is None or batch.undone_on is not None:
                raise SpinnenwebError("map.import_gone")
            changes = take_back(work, Saved(added=batch.added, overwritten=batch.changed))
            changes |= take_villages_back(work, batch_id)
            work.import_batches.update(replace(batch, undone_on=self._clock.today()))
        return changes


def _lines(titles: dict[str, Title], wanted: Title) -> tuple[LikeLine, ...]:
    found = likely_same(titles.values(), wanted, MOST_LIKELY)
    return tuple(LikeLine(one.id, titles[one.id].name, one.why, titles[one.id].within) for one in found)


def _known(work: UnitOfWork, kind: MapKind, record_id: str) -> Organisation | Offer:
    return known_organisation(work, record_id) if kind is MapKind.ORGANISATION else known_offer(work, record_id)


def _filled(kind: MapKind, kept: MapRecord, other: MapRecord) -> MapRecord:
    mine, theirs = SHAPES[kind].fields(kept), SHAPES[kind].fields(other)
    theirs["external"] = with_ids(theirs["external"] or {}, {other.id: kept.id})
    filled = {name: _together(name, mine[name], theirs[name]) for name in mine if name != "id"}
    # who checked and when belong together, and the newest check counts
    if (theirs["checked_on"] or "") > (mine["checked_on"] or ""):
        filled |= {name: theirs[name] for name in ("checked_on", "checked_by", "check_before")}
    else:
        filled |= {name: mine[name] for name in ("checked_on", "checked_by", "check_before")}
    if kind is MapKind.OFFER:
        filled["organisation_id"] = mine["organisation_id"]
    return with_fields(kind, kept, filled)


def _together(name: str, mine: Json, theirs: Json) -> Json:
    if name in _LISTS:
        return [*mine, *(one for one in theirs if one not in mine)]
    if name == "external":
        return {**theirs, **mine}
    return theirs if mine in _BLANK else mine


def _move(work: UnitOfWork, kind: MapKind, other_id: str, kept_id: str) -> Iterator[tuple[str, str, str]]:
    for belonging, field in _BELONGS[kind]:
        store = store_of(work, belonging)
        for record in store.pointing(field, other_id):
            store.update(replace(record, **{field: kept_id}))
            yield belonging.value, record.id, field


def _move_back(work: UnitOfWork, merge: MapMerge) -> None:
    for table, record_id, field in merge.moved:
        store = store_of(work, MapKind(table))
        record = store.get(record_id)
        if record is not None and getattr(record, field) == merge.kept_id:
            store.update(replace(record, **{field: merge.other_id}))


def _all_offers(moved: tuple[tuple[str, str, str], ...]) -> Changes:
    return changed(Kind.OFFER, *(record_id for table, record_id, _ in moved if table == MapKind.OFFER.value))
