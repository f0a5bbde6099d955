"""Several laptops: making a contribution, and taking contributions in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.cli.commands import opened
from spinnenweb.cli.output import message, result
from spinnenweb.services.targets import refuse_inside

if TYPE_CHECKING:
    from argparse import Namespace

    from spinnenweb.domain.team import Taken
    from spinnenweb.services.environment import Environment


def contribute(given: Namespace, environment: Environment) -> None:
    """Write what this laptop adds to the figures of its team."""
    refuse_inside(given.vault, given.out)
    with opened(given, environment) as workspace:
        made = workspace.contributions.contribute(given.out, given.until)
    result(str(made.file))
    message(f"Bijdrage tot en met {made.until.isoformat()}: {made.people} inwoners. Geef haar aan je coördinator.")


def merge(given: Namespace, environment: Environment) -> None:
    """Take contributions in, all of them or none, and tell whose are missing this month."""
    with opened(given, environment) as workspace:
        taken, _changes = workspace.contributions.merge(given.contributions)
        missing = [line.name for line in workspace.contributions.roster() if line.missing]
    result("\n".join(map(_line, taken)))
    if missing:
        message(f"Van deze maand is er nog geen bijdrage van: {', '.join(missing)}.")


def _line(taken: Taken) -> str:
    said = f"{taken.name}: {taken.people} inwoners, tot en met {taken.until.isoformat()}"
    return f"{said} (stond er al)" if taken.again else said
