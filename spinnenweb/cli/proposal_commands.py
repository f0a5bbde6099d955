"""What the social map has for a resident, on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.cli.commands import opened
from spinnenweb.cli.output import Row, listing, message, table
from spinnenweb.domain.choices import AboutKind
from spinnenweb.services.dutch_words import dutch_words
from spinnenweb.services.proposal_words import caution_words, why_words

if TYPE_CHECKING:
    from argparse import Namespace

    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.environment import Environment
    from spinnenweb.services.proposals import About, ProposalLine, Proposals

_NAMED = {AboutKind.THEME: "theme.{}", AboutKind.SIGNAL: "signal.{}"}


def offers(given: Namespace, environment: Environment) -> None:
    """What fits each thing a resident asks or wants to do; goals and steps without their words.

    Raises:
        SpinnenwebError: `resident.unknown`, `resident.restricted`.
    """
    with opened(given, environment) as workspace:
        resident = workspace.residents.by_code(given.resident)
        proposals = workspace.proposals
        found = [proposals.of(resident.id, about) for about in proposals.asked_by(resident.id)]
        words = dutch_words(environment.resources).beside(workspace.catalogue.words)
    rows = [_row(words, one, line) for one in found for line in one.lines]
    (listing if given.json else table)(rows)
    if not rows and not given.json:
        message("Er staat nu niets op de sociale kaart dat past.")


def _row(words: Wording, of: Proposals, line: ProposalLine) -> Row:
    offer = line.proposal.offer
    return {
        "soort": of.about.kind.value,
        "bij": _named(words, of.about),
        "aanbod": offer.name,
        "organisatie": line.organisation.name,
        "wanneer": offer.when,
        "waarom": why_words(words, line, of.village),
        "vooraf_weten": caution_words(words, line),
        "gekozen": line.chosen,
    }


def _named(words: Wording, about: About) -> str:
    key = _NAMED.get(about.kind, "").format(about.code)
    return words.say(key) if words.has(key) else words.say(f"proposal.about.{about.kind.value}")
