"""Writing records of the map inside one transaction, and taking that back: what all its services share."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from spinnenweb.domain.changes import Changes, Kind, changed
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.map_history import MapKind, Overwritten
from spinnenweb.domain.social_map import Offer, Organisation
from spinnenweb.services.map_cards import MapRecord, cleaned, kind_of
from spinnenweb.services.map_records import Saved
from spinnenweb.storage.map_forms import SHAPES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from spinnenweb.domain.ids import IdSource
    from spinnenweb.storage.map_stores import MapStore
    from spinnenweb.storage.unit_of_work import UnitOfWork

_SHOWN = {MapKind.OFFER: Kind.OFFER}
"""Contact persons and talks are shown with their organisation."""


def store_of(work: UnitOfWork, kind: MapKind) -> MapStore[Any]:
    """The store of a kind of record."""
    stores: dict[MapKind, MapStore[Any]] = {
        MapKind.ORGANISATION: work.organisations,
        MapKind.OFFER: work.offers,
        MapKind.CONTACT: work.contact_persons,
        MapKind.TALK: work.organisation_talks,
    }
    return stores[kind]


def changes_of(kind: MapKind, record: MapRecord) -> Changes:
    """What screens hear of a change of this record."""
    own = changed(_SHOWN.get(kind, Kind.ORGANISATION), record.id)
    return own if isinstance(record, Organisation) else own | changed(Kind.ORGANISATION, record.organisation_id)


def known_organisation(work: UnitOfWork, organisation_id: str) -> Organisation:
    """The organisation with this id, or the one it was merged into; `SpinnenwebError` `map.gone`."""
    found = work.organisations.get(work.map_merges.standing_for(organisation_id))
    if found is None:
        raise SpinnenwebError("map.gone")
    return found


def known_offer(work: UnitOfWork, offer_id: str) -> Offer:
    """The offer with this id, or the one it was merged into; `SpinnenwebError` `map.gone`."""
    found = work.offers.get(work.map_merges.standing_for(offer_id))
    if found is None:
        raise SpinnenwebError("map.gone")
    return found


def add(work: UnitOfWork, record: MapRecord, ids: IdSource, today: date) -> Saved:
    """Add a record; one without an id gets one.

    Raises:
        SpinnenwebError: as `map_cards.cleaned`, and `map.gone` (there is no such organisation).
    """
    kind = kind_of(record)
    new = cleaned(replace(record, id=record.id or ids.new()), today)
    if not isinstance(new, Organisation) and work.organisations.get(new.organisation_id) is None:
        raise SpinnenwebError("map.gone")
    store_of(work, kind).add(new)
    return Saved(changes_of(kind, new), added=((kind, new.id),))


def save(work: UnitOfWork, record: MapRecord, today: date) -> Saved:
    """Write the fields of a record that differ; nothing when none does.

    Raises:
        SpinnenwebError: as `map_cards.cleaned`, and `map.gone`.
    """
    kind = kind_of(record)
    store, new = store_of(work, kind), cleaned(record, today)
    old = store.get(new.id)
    if old is None:
        raise SpinnenwebError("map.gone")
    overwritten = difference(kind, old, new)
    if not overwritten.after:
        return Saved()
    store.update(new)
    return Saved(changes_of(kind, new) | changes_of(kind, old), overwritten=(overwritten,))


def difference(kind: MapKind, old: MapRecord, new: MapRecord) -> Overwritten:
    """The fields that differ, as they were and as they become."""
    was, now = SHAPES[kind].fields(old), SHAPES[kind].fields(new)
    names = [name for name in now if now[name] != was[name]]
    return Overwritten(kind, new.id, {name: was[name] for name in names}, {name: now[name] for name in names})


def take_back(work: UnitOfWork, saved: Saved) -> Changes:
    """Undo what a write did: what it overwrote is as it was, what it added goes to the bin.

    Raises:
        SpinnenwebError: `map.changed` (somebody changed it since, or it is gone), `map.handed_over`.
    """
    restored = [_restore(work, one) for one in reversed(saved.overwritten)]
    if work.handovers.any_to([record_id for _, record_id in saved.added]):
        raise SpinnenwebError("map.handed_over")
    # what hangs on something else was added after it
    kinds = groupby(reversed(saved.added), key=itemgetter(0))
    removed = [one for kind, some in kinds for one in _remove(work, kind, [record_id for _, record_id in some])]
    # put together once: an import is thousands of them
    return Changes(frozenset(touched for one in (*restored, *removed) for touched in one.touched))


def take_villages_back(work: UnitOfWork, batch_id: str) -> Changes:
    """Take away the villages that came with an import, when nothing else has to do with them."""
    gone = [one for one in work.villages.made_by_import(batch_id) if not work.villages.in_use(one)]
    for village_id in gone:
        work.villages.remove(village_id)
    return changed(Kind.VILLAGE, *gone) if gone else Changes()


def bring_villages_back(work: UnitOfWork, kind: MapKind, record_id: str) -> Changes:
    """The villages of an organisation or offer that comes out of the bin stand again, when they went meanwhile."""
    store = store_of(work, kind)
    record: Organisation | Offer = store.known(record_id)
    there = tuple(dict.fromkeys(map(work.villages.back, record.village_ids)))
    if there != record.village_ids:
        store.update(replace(record, village_ids=there))
    return changed(Kind.VILLAGE, *there) if there else Changes()


def with_fields(kind: MapKind, record: MapRecord, fields: Mapping[str, Any]) -> MapRecord:
    """The record with other values, given as they lie in the file."""
    made: MapRecord = SHAPES[kind].record({**SHAPES[kind].fields(record), **fields})
    return made


def _restore(work: UnitOfWork, one: Overwritten) -> Changes:
    store = store_of(work, one.kind)
    record = store.get(one.id)
    now = None if record is None else SHAPES[one.kind].fields(record)
    if record is None or now is None or any(now[name] != value for name, value in one.after.items()):
        raise SpinnenwebError("map.changed")
    restored = with_fields(one.kind, record, one.before)
    store.update(restored)
    return changes_of(one.kind, record) | changes_of(one.kind, restored)


def _remove(work: UnitOfWork, kind: MapKind, ids: list[str]) -> list[Changes]:
    store = store_of(work, kind)
    records = store.by_ids(ids)
    if kind is MapKind.ORGANISATION and work.organisations.any_in_use(records):
        raise SpinnenwebError("map.changed")
    store.remove_many(one for one in ids if one in records)
    return [changes_of(kind, record) for record in records.values()]
