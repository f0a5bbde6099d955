"""The social map: find, read, write one field at a time, check, put away."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from spinnenweb.domain.bin import BinKind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.map_filter import EVERYTHING, MapFilter, works_in
from spinnenweb.domain.map_history import MapKind
from spinnenweb.domain.social_map import (
    ContactPerson,
    Freshness,
    Offer,
    Organisation,
    OrganisationTalk,
    current_contact,
    freshness,
    freshness_of_whole,
)
from spinnenweb.services.dutch_words import dutch_words
from spinnenweb.services.full_disk import again_when_full
from spinnenweb.services.map_cells import MapNames, map_names, with_cell
from spinnenweb.services.map_records import OfferLine, OrganisationCard, OrganisationLine, Saved
from spinnenweb.services.map_writing import add, known_offer, known_organisation, save, store_of, take_back

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.bin import BinService
    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.services.map_cards import MapRecord
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.unit_of_work import UnitOfWork


class SocialMapService:
    """What is done with organisations, offers, contact persons and talks with organisations."""

    def __init__(
        self, database: Database, catalogue: Catalogue, clock: Clock, ids: IdSource, the_bin: BinService
    ) -> None:
        self._database = database
        self._catalogue = catalogue
        self._clock = clock
        self._ids = ids
        self._bin = the_bin

    # finding

    def find_offers(self, wanted: MapFilter = EVERYTHING) -> tuple[str, ...]:
        """The ids of all offers that fit, by organisation and name; read those on screen with `offer_lines`."""
        with self._database.reading() as work:
            return work.map_search.offers(_standing(work, wanted), self._clock.today())

    def find_organisations(self, wanted: MapFilter = EVERYTHING) -> tuple[str, ...]:
        """The ids of all organisations that fit, themselves or by one of their offers, by name."""
        with self._database.reading() as work:
            return work.map_search.organisations(_standing(work, wanted), self._clock.today())

    def offer_lines(self, offer_ids: Sequence[str]) -> tuple[OfferLine, ...]:
        """These offers as a list shows them, in this order; those that are gone are left out."""
        with self._database.reading() as work:
            found = work.offers.by_ids(offer_ids)
            return self._offer_lines(work, [found[one] for one in offer_ids if one in found])

    def organisation_lines(self, organisation_ids: Sequence[str]) -> tuple[OrganisationLine, ...]:
        """These organisations as a list shows them, in this order; those that are gone are left out."""
        today = self._clock.today()
        with self._database.reading() as work:
            found = work.organisations.by_ids(organisation_ids)
            counts = work.organisations.offer_counts()
            checks = work.offers.checks_of(organisation_ids)
            persons = self._in_sight(work.contact_persons.of_many(organisation_ids))
        return tuple(
            OrganisationLine(
                one,
                counts.get(one.id, 0),
                freshness_of_whole(
                    self.freshness_of(one), (freshness(*check, today) for check in checks.get(one.id, ()))
                ),
                current_contact(persons, one.id, None, today),
            )
            for one in map(found.get, organisation_ids)
            if one is not None
        )

    def offers_of(self, organisation_ids: Sequence[str]) -> dict[str, tuple[Offer, ...]]:
        """The offers of these organisations by the id of theirs, by name; those without any are left out."""
        with self._database.reading() as work:
            found = sorted(work.offers.of_many(organisation_ids), key=lambda offer: offer.name.casefold())
        grouped: dict[str, list[Offer]] = {}
        for offer in found:
            grouped.setdefault(offer.organisation_id, []).append(offer)
        return {one: tuple(offers) for one, offers in grouped.items()}

    def card(self, organisation_id: str) -> OrganisationCard:
        """Everything about one organisation; of a merged one the page of the organisation it went into.

        Raises:
            SpinnenwebError: `map.gone`.
        """
        today = self._clock.today()
        with self._database.reading() as work:
            organisation = known_organisation(work, organisation_id)
            persons = work.contact_persons.of(organisation.id)
            talks = work.organisation_talks.of(organisation.id)
            offers = sorted(work.offers.of(organisation.id), key=lambda offer: offer.name.casefold())
            own = self.freshness_of(organisation)
            return OrganisationCard(
                organisation,
                freshness_of_whole(own, map(self.freshness_of, offers)),
                self._offer_lines(work, offers),
                tuple(person for person in persons if person.current(today)),
                tuple(person for person in persons if not person.current(today)),
                tuple(sorted(talks, key=lambda talk: (talk.held_on, talk.id), reverse=True)),
                work.map_merges.into_any((organisation.id, *(offer.id for offer in offers))),
            )

    def offer(self, offer_id: str) -> OfferLine:
        """One offer, of a merged one the offer it went into; `SpinnenwebError` `map.gone`."""
        with self._database.reading() as work:
            return self._offer_lines(work, [known_offer(work, offer_id)])[0]

    def organisations(self) -> tuple[Organisation, ...]:
        """All organisations by name, as for a choice."""
        with self._database.reading() as work:
            return work.organisations.all()

    def freshness_of(self, record: Organisation | Offer) -> Freshness:
        """How far what stands in this record alone can be trusted today."""
        return freshness(record.checked_on, record.check_before, self._clock.today())

    @property
    def anything(self) -> bool:
        """Whether there is any offer at all."""
        return any(self.freshness_counts().values())

    def freshness_counts(self) -> dict[Freshness, int]:
        """How many offers there are of every freshness."""
        with self._database.reading() as work:
            return work.map_search.freshness_counts(self._clock.today())

    def names(self, words: Wording | None = None) -> MapNames:
        """What codes are called in cells: in the words of the worker, or else in Dutch."""
        with self._database.reading() as work:
            return map_names(words or self._dutch, self._catalogue, work.villages.all())

    @cached_property
    def _dutch(self) -> Wording:
        return dutch_words(self._catalogue.folder).beside(self._catalogue.words)

    # writing

    def blank_organisation(self) -> Organisation:
        """A new organisation with an id, in the worker's own village; nothing is written."""
        with self._database.reading() as work:
            village = work.settings.get().village_id
        return Organisation(self._ids.new(), "", village_ids=() if village is None else (village,))

    def blank_offer(self, organisation_id: str) -> Offer:
        """A new offer with an id, of the kind of its organisation; nothing is written. `map.gone`."""
        with self._database.reading() as work:
            organisation = known_organisation(work, organisation_id)
        return Offer(self._ids.new(), organisation.id, "", organisation.kind)

    def blank_contact(self, organisation_id: str, offer_id: str | None = None) -> ContactPerson:
        """A new contact person with an id, from today on; nothing is written."""
        return ContactPerson(self._ids.new(), organisation_id, offer_id, starts=self._clock.today())

    def blank_talk(self, organisation_id: str) -> OrganisationTalk:
        """A new talk with an organisation, held today; nothing is written."""
        return OrganisationTalk(self._ids.new(), organisation_id, self._clock.today())

    @again_when_full
    def add(self, record: MapRecord) -> Saved:
        """Write a new organisation, offer, contact person or talk.

        Raises:
            SpinnenwebError: `map.name_missing`, `map.age`, `map.future`, `map.period`, `map.gone`, `text.*`.
        """
        with self._database.writing() as work:
            return add(work, record, self._ids, self._clock.today())

    @again_when_full
    def save(self, record: MapRecord) -> Saved:
        """Write what differs of a record that is there; nothing when nothing does.

        Raises:
            SpinnenwebError: as `add`.
        """
        with self._database.writing() as work:
            return save(work, record, self._clock.today())

    @again_when_full
    def set_cell(
        self, kind: MapKind, record_id: str, field: str, typed: str, names: MapNames | None = None
    ) -> Saved:
        """Write one field as it was typed in a cell; `field` is one of `map_cells.FIELDS`.

        `names` are those the cells are shown with; without them the Dutch ones.

        Raises:
            SpinnenwebError: `map.value` (no such word, number or date), `map.village`, and as `add`.
        """
        called = names or self.names()
        with self._database.writing() as work:
            record = store_of(work, kind).get(record_id)
            if record is None:
                raise SpinnenwebError("map.gone")
            return save(work, with_cell(kind, record, field, typed, called), self._clock.today())

    @again_when_full
    def check(self, kind: MapKind, ids: Iterable[str], before: date | None = None) -> Saved:
        """Write down that organisations or offers were checked today by the worker.

        `before` is the day before which it has to be done again; `None` is half a year.

        Raises:
            SpinnenwebError: `map.gone`.
        """
        with self._database.writing() as work:
            return self._checked(work, kind, ids, before)

    @again_when_full
    def check_whole(self, organisation_ids: Sequence[str]) -> Saved:
        """Write down that organisations and all they offer were checked today by the worker; `map.gone`."""
        with self._database.writing() as work:
            offers = [offer.id for offer in work.offers.of_many(organisation_ids)]
            saved = self._checked(work, MapKind.ORGANISATION, organisation_ids, None)
            return saved | self._checked(work, MapKind.OFFER, offers, None)

    def _checked(self, work: UnitOfWork, kind: MapKind, ids: Iterable[str], before: date | None) -> Saved:
        today, worker, saved = self._clock.today(), work.settings.get().worker, Saved()
        for record_id in ids:
            record = store_of(work, kind).get(record_id)
            if record is None:
                raise SpinnenwebError("map.gone")
            checked = replace(record, checked_on=today, checked_by=worker, check_before=before)
            saved |= save(work, checked, today)
        return saved

    @again_when_full
    def undo(self, saved: Saved) -> Changes:
        """Take back what one of the above did, or a whole paste.

        Raises:
            SpinnenwebError: `map.changed` (something of it was changed since), `map.handed_over`.
        """
        with self._database.writing() as work:
            return take_back(work, saved)

    def put_away(self, kind: MapKind, record_id: str) -> Changes:
        """Put a record in the bin, an organisation with all that is of it.

        Raises:
            SpinnenwebError: `bin.gone`, `map.handed_over`.
        """
        return self._bin.put_away(BinKind(kind.value), record_id)

    def _in_sight(self, persons: Sequence[ContactPerson]) -> Sequence[ContactPerson]:
        """Of whom the one to call is taken: everybody, for the worker."""
        return persons

    def _offer_lines(self, work: UnitOfWork, offers: Sequence[Offer]) -> tuple[OfferLine, ...]:
        ids = {offer.organisation_id for offer in offers}
        organisations, today = work.organisations.by_ids(ids), self._clock.today()
        persons: dict[str, list[ContactPerson]] = {}
        for person in self._in_sight(work.contact_persons.of_many(ids)):
            persons.setdefault(person.organisation_id, []).append(person)
        return tuple(
            OfferLine(
                offer,
                organisation,
                self.freshness_of(offer),
                works_in(offer, organisation),
                current_contact(persons.get(organisation.id, ()), organisation.id, offer.id, today),
            )
            for offer in offers
            if (organisation := organisations.get(offer.organisation_id)) is not None
        )


def _standing(work: UnitOfWork, wanted: MapFilter) -> MapFilter:
    if not wanted.organisation_id:
        return wanted
    return replace(wanted, organisation_id=work.map_merges.standing_for(wanted.organisation_id))
