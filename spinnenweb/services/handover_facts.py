"""What the papers of a hand-over are made of, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.social_map import Offer, Organisation, current_contact
from spinnenweb.services.languages import language_spoken, texts_in
from spinnenweb.services.residents import known

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from spinnenweb.domain.handovers import Handover
    from spinnenweb.domain.residents import Resident
    from spinnenweb.domain.settings import WorkSettings
    from spinnenweb.domain.social_map import ContactPerson
    from spinnenweb.domain.wording import ResidentTexts
    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Facts:
    """`texts` are those of the resident; `themes` codes of the newest talk, `step` the newest one that is open."""

    handover: Handover
    resident: Resident
    offer: Offer
    organisation: Organisation
    contact: ContactPerson | None
    village: str
    themes: tuple[str, ...]
    step: str
    settings: WorkSettings
    texts: ResidentTexts
    fonts: Path
    today: date


def read_facts(work: UnitOfWork, handover: Handover, catalogue: Catalogue, today: date) -> Facts:
    """Read them; an offer that is gone from the map keeps its name.

    Raises:
        SpinnenwebError: `resident.unknown`.
    """
    resident, settings = known(work, handover.resident_id), work.settings.get()
    offer, organisation = _place(work, handover)
    texts_folder = catalogue.folder / "texts"
    language = language_spoken(texts_folder, resident, settings.languages)
    texts = texts_in(texts_folder, language, resident)
    persons = work.contact_persons.of(organisation.id)
    talks = work.conversations.of(resident.id)
    steps = (step.what for step in work.steps.of(resident.id) if step.open and step.what)
    villages = {one.id: one.name for one in work.villages.all()}
    return Facts(
        handover=handover,
        resident=resident,
        offer=offer,
        organisation=organisation,
        contact=current_contact(persons, organisation.id, offer.id, today),
        village=villages.get(resident.village_id or "", ""),
        themes=talks[0].themes if talks else (),
        step=next(steps, ""),
        settings=settings,
        texts=texts.beside(catalogue.entries(texts.language, texts.level)),
        fonts=catalogue.folder / "fonts",
        today=today,
    )


def _place(work: UnitOfWork, handover: Handover) -> tuple[Offer, Organisation]:
    offer_id = work.map_merges.standing_for(handover.offer_id)
    organisation_id = work.map_merges.standing_for(handover.organisation_id)
    named = work.offers.names_of([offer_id]) | work.organisations.names_of([organisation_id])
    offer = work.offers.get(offer_id) or Offer(offer_id, organisation_id, named.get(offer_id, ""))
    found = work.organisations.get(organisation_id)
    return offer, found or Organisation(organisation_id, named.get(organisation_id, ""))
