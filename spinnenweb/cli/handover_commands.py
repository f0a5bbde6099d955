"""Hand-overs on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.cli.commands import opened
from spinnenweb.cli.output import Row, listing, message, table

if TYPE_CHECKING:
    from argparse import Namespace

    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.environment import Environment
    from spinnenweb.services.handovers import HandoverLine


def handovers(given: Namespace, environment: Environment) -> None:
    """List the hand-overs and tips, newest first; of residents by code only."""
    with opened(given, environment) as workspace:
        lines = workspace.handovers.all()
        people = {one: workspace.residents.get(one) for one in {line.handover.resident_id for line in lines}}
        rows = [_row(line, people[line.handover.resident_id]) for line in lines]
    (listing if given.json else table)(rows)
    if not rows and not given.json:
        message("Er zijn nog geen overdrachten.")


def _row(line: HandoverLine, resident: Resident) -> Row:
    handover = line.handover
    return {
        "code": resident.code,
        "aanbod": line.offer_name,
        "organisatie": line.organisation_name,
        "weg": handover.way.value,
        "stand": line.state.value,
        "sinds": line.since.isoformat(),
        "tot_en_met": handover.until.isoformat() if handover.until else None,
        "verlopen": line.expired,
        "contactpersoon_weg": line.contact_left,
        "hielp": handover.helped.value if handover.helped else None,
    }
