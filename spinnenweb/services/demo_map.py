"""The invented social map of the example village: organisations, offers and whom to call. Nobody has a number."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import time, timedelta
from typing import TYPE_CHECKING, Any

from spinnenweb.domain.social_map import (
    Capacity,
    ContactPerson,
    Costs,
    Every,
    Offer,
    OfferKind,
    Organisation,
    OrganisationTalk,
    Place,
    Slot,
    WayIn,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from spinnenweb.domain.ids import IdSource
    from spinnenweb.storage.unit_of_work import UnitOfWork

_BEGUN_DAYS = 400
_AGREED_DAYS = 300


@dataclass(frozen=True, slots=True)
class DemoMap:
    """All records of the map."""

    organisations: list[Organisation] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    persons: list[ContactPerson] = field(default_factory=list)
    talks: list[OrganisationTalk] = field(default_factory=list)

    def add_to(self, work: UnitOfWork) -> None:
        """Write them down."""
        work.organisations.add_many(self.organisations)
        work.offers.add_many(self.offers)
        work.contact_persons.add_many(self.persons)
        work.organisation_talks.add_many(self.talks)


def read_demo_map(path: Path, village_ids: Sequence[str], ids: IdSource, today: date, worker: str) -> DemoMap:
    """The map of `resources/demo/kaart.toml`; dates are relative to today, villages in the order of the file."""
    made = DemoMap()
    for raw in tomllib.loads(path.read_text("utf-8"))["organisation"]:
        organisation = _organisation(raw, village_ids, ids, today, worker)
        made.organisations.append(organisation)
        made.offers.extend(_offer(one, organisation, ids) for one in raw.get("offer", ()))
        if "contact" in raw:
            made.persons.append(_person(raw["contact"], organisation, ids, today))
        if "talk" in raw:
            made.talks.append(_talk(raw["talk"], organisation, ids, today))
    return made


def _organisation(
    raw: Mapping[str, Any], village_ids: Sequence[str], ids: IdSource, today: date, worker: str
) -> Organisation:
    checked = raw.get("checked")
    return Organisation(
        id=ids.new(),
        name=raw["name"],
        kind=OfferKind(raw["kind"]),
        description=raw["about"],
        village_ids=tuple(village_ids[place - 1] for place in raw["villages"]),
        lead=raw.get("lead", ""),
        checked_on=None if checked is None else today - timedelta(days=checked),
        checked_by="" if checked is None else worker,
        themes=tuple(raw.get("talk", {}).get("themes", ())),
    )


def _offer(raw: Mapping[str, Any], of: Organisation, ids: IdSource) -> Offer:
    return Offer(
        id=ids.new(),
        organisation_id=of.id,
        name=raw["name"],
        kind=of.kind,
        for_whom=raw["for_whom"],
        age_from=raw.get("age_from"),
        way_in=WayIn(raw["way_in"]),
        costs=Costs(raw["costs"]),
        costs_words=raw.get("costs_words", ""),
        when=raw["when"],
        schedule=_slots(raw["slot"]) if "slot" in raw else (),
        where=Place(name=raw["place"]),
        accessible=tuple(raw.get("accessible", ())),
        languages=tuple(raw["languages"]),
        themes=tuple(raw["themes"]),
        dimensions=tuple(raw["dimensions"]),
        capacity=Capacity(raw["capacity"]),
        checked_on=of.checked_on,
        checked_by=of.checked_by,
    )


def _slots(raw: Mapping[str, Any]) -> tuple[Slot, ...]:
    begins, ends = time.fromisoformat(raw["begins"]), time.fromisoformat(raw["ends"])
    return tuple(Slot(day, begins, ends, Every(raw["every"]), raw.get("nth")) for day in raw["weekdays"])


def _person(raw: Mapping[str, Any], of: Organisation, ids: IdSource, today: date) -> ContactPerson:
    share = bool(raw.get("share", False))
    return ContactPerson(
        id=ids.new(),
        organisation_id=of.id,
        name=raw["name"],
        role=raw["role"],
        starts=today - timedelta(days=_BEGUN_DAYS),
        ends=today - timedelta(days=raw["left"]) if "left" in raw else None,
        may_share=share,
        agreed_on=today - timedelta(days=_AGREED_DAYS) if share else None,
        direct=share,
    )


def _talk(raw: Mapping[str, Any], of: Organisation, ids: IdSource, today: date) -> OrganisationTalk:
    return OrganisationTalk(
        id=ids.new(),
        organisation_id=of.id,
        held_on=today - timedelta(days=raw["days"]),
        spoken_with=raw["with"],
        does=raw["does"],
        offers=raw["offers"],
        chances=raw["chances"],
        themes=tuple(raw["themes"]),
        dimensions=tuple(raw["dimensions"]),
    )
