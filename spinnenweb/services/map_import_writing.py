"""Writing an import of the social map in one unit of work."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from spinnenweb.domain.changes import Changes, Kind, changed
from spinnenweb.domain.map_history import MapKind, Overwritten
from spinnenweb.domain.map_likeness import plain_title
from spinnenweb.domain.residents import Village
from spinnenweb.domain.social_map import ContactPerson, Offer, Organisation
from spinnenweb.exchange.hsds_rest import with_ids
from spinnenweb.services.map_incoming import Decision, Incoming, joined
from spinnenweb.services.map_writing import changes_of, store_of
from spinnenweb.storage.map_forms import SHAPES
from spinnenweb.storage.record_forms import village_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spinnenweb.domain.ids import IdSource
    from spinnenweb.storage.unit_of_work import UnitOfWork

Key = tuple[MapKind, str]
MapRecord = Organisation | Offer | ContactPerson
_ORDER = (MapKind.ORGANISATION, MapKind.OFFER, MapKind.CONTACT)


@dataclass(frozen=True, slots=True)
class Choice:
    """What to do with one organisation of a file; `twin` is the place among its twins of the one it goes into."""

    decision: Decision
    twin: int = 0


class MapWriter:
    """Takes organisation after organisation, and writes them all at the end."""

    def __init__(
        self, work: UnitOfWork, ids: IdSource, villages: Mapping[str, str], coming: Iterable[Incoming]
    ) -> None:
        self._work = work
        self._ids = ids
        self._names = villages
        self._places: dict[str, str] = {}
        self._went: dict[int, str] = {}
        self._keys: dict[int, set[Key]] = {}
        self._before: dict[Key, MapRecord] = {}
        self._now: dict[Key, MapRecord] = {}
        self._of: defaultdict[str, list[Key]] = defaultdict(list)
        self._taken = _taken(work, tuple(coming))
        self.new_villages: list[Village] = []
        self._coming: dict[str, Village] = {}

    def take(self, incoming: Incoming, choice: Choice) -> None:
        """Add an organisation, or let it go into the one that was chosen."""
        if choice.decision is Decision.SKIP:
            return
        villages = self._villages(incoming.organisation.village_ids)
        record = replace(incoming.organisation, village_ids=villages)
        target = self._target(incoming, choice)
        own = self._put(MapKind.ORGANISATION, record, target, choice)
        self._went[incoming.number] = own
        offers = self._children(MapKind.OFFER, own)
        went: dict[str, str] = {}
        for offer in incoming.offers:
            coming = replace(offer, organisation_id=own, village_ids=self._villages(offer.village_ids))
            same = offers.get(offer.id) or offers.get(plain_title(offer.name))
            went[offer.id] = self._put(MapKind.OFFER, coming, same, choice)
        persons = self._children(MapKind.CONTACT, own)
        for person in incoming.contacts:
            offer_id = went.get(person.offer_id or "")
            same = persons.get(person.id) or persons.get(plain_title(person.name))
            went[person.id] = self._put(
                MapKind.CONTACT, replace(person, organisation_id=own, offer_id=offer_id), same, choice
            )
        self._keys[incoming.number] = {
            (MapKind.ORGANISATION, own),
            *((MapKind.OFFER, went[offer.id]) for offer in incoming.offers),
            *((MapKind.CONTACT, went[person.id]) for person in incoming.contacts),
        }
        self._point_to_new(went | {incoming.organisation.id: own}, own, incoming.offers)

    def finish(self) -> tuple[tuple[Key, ...], tuple[Overwritten, ...]]:
        """Write everything; gives what was added and what was overwritten."""
        self._work.villages.add_many(self.new_villages)
        added = [key for kind in _ORDER for key in self._now if key[0] is kind and key not in self._before]
        for kind in _ORDER:
            store_of(self._work, kind).add_many(self._now[key] for key in added if key[0] is kind)
        overwritten = []
        for key, before in self._before.items():
            difference = _difference(key, before, self._now[key])
            if difference is not None:
                store_of(self._work, key[0]).update(self._now[key])
                overwritten.append(difference)
        return tuple(added), tuple(overwritten)

    def brought(self, written: set[Key]) -> int:
        """How many organisations of the file brought at least one of these."""
        return sum(not keys.isdisjoint(written) for keys in self._keys.values())

    def changes(self) -> Changes:
        """What screens have to read again."""
        found = changed(Kind.VILLAGE, *(village.id for village in self.new_villages))
        for (kind, _), record in self._now.items():
            found |= changes_of(kind, record)
        return found

    def _point_to_new(self, went: Mapping[str, str], own: str, offers: Iterable[Offer]) -> None:
        """Let what came along with them without a field of ours point to them as they are called here."""
        renamed = {was: now for was, now in went.items() if was != now}
        if not renamed:
            return
        keys: list[Key] = [(MapKind.ORGANISATION, own), *((MapKind.OFFER, went[offer.id]) for offer in offers)]
        for key in keys:
            record = self._now[key]
            if isinstance(record, Organisation | Offer):
                self._now[key] = replace(record, external=with_ids(record.external, renamed))

    def _target(self, incoming: Incoming, choice: Choice) -> str:
        if choice.decision is Decision.NEW:
            return ""
        twin = incoming.twins[choice.twin]
        # a twin of the same file that was skipped is nowhere
        return twin.id if twin.number is None else self._went.get(twin.number, "")

    def _put(self, kind: MapKind, record: MapRecord, target: str | None, choice: Choice) -> str:
        if not target:
            return self._add(kind, record)
        here = self._current(kind, target)
        self._now[kind, target] = joined(here, record, overwrite=choice.decision is Decision.OVERWRITE)
        return target

    def _add(self, kind: MapKind, record: MapRecord) -> str:
        own = self._ids.new() if record.id in self._taken[kind] else str(record.id)
        self._taken[kind].add(own)
        self._now[kind, own] = replace(record, id=own)
        if not isinstance(record, Organisation):
            self._of[record.organisation_id].append((kind, own))
        return own

    def _current(self, kind: MapKind, record_id: str) -> MapRecord:
        if (kind, record_id) not in self._now:
            found = store_of(self._work, kind).known(record_id)
            self._before[kind, record_id] = self._now[kind, record_id] = found
        return self._now[kind, record_id]

    def _children(self, kind: MapKind, organisation_id: str) -> dict[str, str]:
        """The offers or contact persons of an organisation, by id and by plain name."""
        store = self._work.offers if kind is MapKind.OFFER else self._work.contact_persons
        names = {record.id: record.name for record in store.of(organisation_id)}
        names |= {key[1]: self._now[key].name for key in self._of[organisation_id] if key[0] is kind}
        return {plain_title(name): own for own, name in names.items() if name} | {own: own for own in names}

    def _villages(self, file_ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(self._village, file_ids)))

    def _village(self, file_id: str) -> str:
        if file_id not in self._places:
            name = self._names.get(file_id, file_id)
            found = self._work.villages.by_name(name) or self._coming.get(village_key(name))
            if found is None:
                own = self._ids.new() if self._work.villages.taken((file_id,)) else file_id
                found = Village(own, name)
                self.new_villages.append(found)
                self._coming[village_key(name)] = found
            self._places[file_id] = found.id
        return self._places[file_id]


def _taken(work: UnitOfWork, coming: tuple[Incoming, ...]) -> dict[MapKind, set[str]]:
    """The ids of a file that are in use here, also by what lies in the bin."""
    ids = {
        MapKind.ORGANISATION: [one.organisation.id for one in coming],
        MapKind.OFFER: [offer.id for one in coming for offer in one.offers],
        MapKind.CONTACT: [person.id for one in coming for person in one.contacts],
    }
    return {kind: set(store_of(work, kind).taken(some)) for kind, some in ids.items()}


def _difference(key: Key, before: MapRecord, now: MapRecord) -> Overwritten | None:
    was, became = SHAPES[key[0]].fields(before), SHAPES[key[0]].fields(now)
    names = [name for name in became if was[name] != became[name]]
    if not names:
        return None
    return Overwritten(*key, {name: was[name] for name in names}, {name: became[name] for name in names})
