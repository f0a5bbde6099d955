"""Proposals for a resident among 5,000 offers, in a dossier that holds many conversations too.

The bare twin is one query by the driver on the same tables of the same encrypted file: the offers that are about
the theme, near and fit the age, whole, without choosing five of them and without a reason.
"""

from __future__ import annotations

import random
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from spinnenweb.domain.choices import AboutKind
from spinnenweb.domain.settings import neighbours_of, with_neighbours
from spinnenweb.services.proposals import About
from tests.benchmarks import twins
from tests.benchmarks.figures import Row, Times, interleaved, slowest, timed
from tests.benchmarks.map import THEMES, fill_map
from tests.benchmarks.search import connection_of, fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sqlcipher3.dbapi2 as driver

    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.workspace import Workspace

TARGET = 3.0
_BARE = """
SELECT offer.*, organisation.* FROM offer JOIN organisation ON offer.organisation_id = organisation.id
WHERE offer.deleted_at IS NULL AND offer.status = 'active' AND offer.capacity <> 'vol'
AND instr(offer.themes, ?) > 0 AND (offer.age_from IS NULL OR offer.age_from <= ?)
AND (instr(offer.village_ids, ?) > 0 OR instr(offer.village_ids, ?) > 0 OR instr(offer.village_ids, ?) > 0)
"""


def measure(*, quick: bool) -> Iterator[Row]:
    """One dossier, filled once; every theme for people of several villages, and their goals in words."""
    with TemporaryDirectory() as name, closing(twins.make(Path(name) / "dossier.db", encrypted=True)) as database:
        fill(database)
        fill_map(database)
        workspace = twins.workspace(database)
        join_villages(workspace)
        people = random.Random(8).sample([line.resident for line in workspace.residents.all()], 10)
        with connection_of(database) as bare:
            themes = in_turn(workspace, bare, people, 2 if quick else 12)
            goals = in_words(workspace, bare, people, 10 if quick else 200)
        yield themes.row("voorstellen bij een thema, 5.000 aanbod", TARGET)
        yield Row(
            "voorstellen bij een thema, traagste 1 op 100", slowest(themes.ours), slowest(themes.bare), TARGET
        )
        yield goals.row("voorstellen bij een doel in woorden", TARGET)
        yield Row("voorstellen bij een doel, traagste 1 op 100", slowest(goals.ours), slowest(goals.bare), TARGET)


def join_villages(workspace: Workspace) -> None:
    """Every village lies next to the two before and after it in the list."""
    settings, villages = workspace.settings.get(), workspace.residents.villages()
    for first, second in zip(villages, villages[1:] + villages[:1], strict=True):
        settings = with_neighbours(settings, first.id, second.id, True)
    workspace.settings.save(settings)


def in_turn(workspace: Workspace, bare: driver.Connection, people: list[Resident], runs: int) -> Times:
    """Every theme for everybody, the service and the bare query in turn."""
    asked = [(one, code) for one in people for code in THEMES] * runs
    ours, theirs = iter(asked), iter(asked)

    def proposed() -> float:
        resident, code = next(ours)
        return timed(partial(workspace.proposals.for_theme, resident.id, code))

    def read() -> float:
        return timed(partial(answered, workspace, bare, *next(theirs)))

    return interleaved(len(asked), proposed, read)


def in_words(workspace: Workspace, bare: driver.Connection, people: list[Resident], runs: int) -> Times:
    """A goal that names things to do."""
    resident = people[0]
    workspace.goals.add_goal(resident.id, "Weer leren fietsen en koffie drinken met de buren")
    goal = workspace.goals.of(resident.id)[0]
    about = About(AboutKind.GOAL, goal.id)
    return interleaved(
        runs,
        lambda: timed(partial(workspace.proposals.of, resident.id, about)),
        lambda: timed(partial(answered, workspace, bare, resident, THEMES[0])),
    )


def answered(workspace: Workspace, bare: driver.Connection, resident: Resident, code: str) -> object:
    """The query alone."""
    near = sorted(neighbours_of(workspace.settings.get(), resident.village_id))
    return bare.execute(
        _BARE, (f'"{code}"', 70, f'"{resident.village_id}"', *(f'"{one}"' for one in near))
    ).fetchall()
