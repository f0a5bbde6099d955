"""The papers of a hand-over while the resident looks along: addressed to nobody who did not agree to be shared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.services.handover_letters import HandoverLetterService
from spinnenweb.services.looking_along import organisation_along, person_along

if TYPE_CHECKING:
    from spinnenweb.services.handover_facts import Facts


class LettersAlong(HandoverLetterService):
    """The same papers; a letter and a mail go to the organisation where nobody there may be seen."""

    def _leaving(self, handover_id: str) -> Facts:
        return _facts_along(super()._leaving(handover_id))

    def _facts(self, handover_id: str) -> Facts:
        return _facts_along(super()._facts(handover_id))


def _facts_along(facts: Facts) -> Facts:
    organisation = organisation_along(facts.organisation)
    return replace(facts, organisation=organisation, contact=person_along(facts.contact, facts.today))
