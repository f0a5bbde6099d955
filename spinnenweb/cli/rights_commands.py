"""What a resident may ask, and whose file is old: all of it on paper, all of it gone, a list to decide on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.cli.commands import opened
from spinnenweb.cli.output import Row, listing, message, table
from spinnenweb.cli.places import refuse_no_vault
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.services.dutch_words import dutch_words
from spinnenweb.services.targets import refuse_inside

if TYPE_CHECKING:
    from argparse import Namespace

    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.environment import Environment
    from spinnenweb.services.retention import DueLine


def inzage(given: Namespace, environment: Environment) -> None:
    """Write everything about one resident; names of others in free texts are covered."""
    refuse_inside(given.vault, given.out)
    with opened(given, environment) as workspace:
        resident = workspace.residents.by_code(given.resident)
        review = workspace.insight.review(resident.id)
        workspace.insight.write(given.out, resident.id)
    message(f"De inzage staat in {given.out}. Dit bestand ligt niet in je kluis.")
    if review.spots:
        message(
            f"Let op: {len(review.spots)} keer is een naam van een ander afgedekt. Lees het na voor je het geeft."
        )


def erase(given: Namespace, environment: Environment) -> None:
    """Erase everything about one resident for good."""
    refuse_no_vault(given.vault)
    if not given.yes:
        raise SpinnenwebError("erase.yes")
    with opened(given, environment) as workspace:
        resident = workspace.residents.by_code(given.resident)
        workspace.rights.erase(resident.id)
        until = workspace.rights.erased_until()
    message(f"Alles over deze inwoner is gewist. In oude reservekopieën staat het nog tot {until.isoformat()}.")


def retention(given: Namespace, environment: Environment) -> None:
    """List the files whose term is over; nothing is changed."""
    words = dutch_words(environment.resources)
    with opened(given, environment) as workspace:
        review = workspace.retention.review()
        if review.clock_odd:
            # who asks on a command line sees the date itself
            workspace.retention.clock_is_right()
            review = workspace.retention.review()
            message(f"Let op: de klok versprong. Klopt het dat het vandaag {review.today.isoformat()} is?")
    rows = [_row(line, words) for line in review.lines]
    (listing if given.json else table)(rows)
    if not rows and not given.json:
        message("Van niemand is de bewaartermijn voorbij.")


def _row(line: DueLine, words: Wording) -> Row:
    due = line.due
    return {
        "code": line.resident.code,
        "soort": words.say(f"file_kind.{due.kind.value}"),
        "laatste_contact": None if due.last_contact is None else due.last_contact.isoformat(),
        "termijn_maanden": due.months,
        "voorbij_sinds": due.since.isoformat(),
        "alleen_bewaren": line.resident.restricted,
    }
