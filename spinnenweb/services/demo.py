"""Makes the example village: a vault full of invented people ("verzonnen voorbeeldgegevens")."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.answers import NoMark, marked, without_mark
from spinnenweb.domain.conversations import DimensionEntry, with_dimension
from spinnenweb.domain.ids import IdSource
from spinnenweb.domain.instruments import ADULT
from spinnenweb.domain.settings import with_neighbours
from spinnenweb.services.demo_follow_up import Aftermath
from spinnenweb.services.demo_handovers import AtOnce, Desk, Doing, cast, read_stories
from spinnenweb.services.demo_map import read_demo_map
from spinnenweb.services.demo_people import DemoVillage, Inventor, chance, read_demo_village
from spinnenweb.services.demo_ways import Ways
from spinnenweb.services.vaults import FirstSteps, create_vault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.demo_map import DemoMap
    from spinnenweb.services.environment import Environment
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.storage.database import Database

DEFAULT_RESIDENTS = 160
DEFAULT_SEED = 1
UNFINISHED = (
    DimensionEntry("LF", marked(6), note="Heup doet zeer bij traplopen"),
    DimensionEntry("MW", marked(7)),
    DimensionEntry("ZG", marked(8)),
    DimensionEntry("KL", without_mark(NoMark.DECLINED)),
    DimensionEntry("MD", marked(4), topic=True, note="Mist de kaartclub sinds het vervoer stopte"),
)
"""A talk that is under way: five subjects were spoken of, the last one not yet."""


def make_demo_vault(
    folder: Path,
    environment: Environment,
    *,
    passphrase: str = "",
    residents: int = DEFAULT_RESIDENTS,
    seed: int = DEFAULT_SEED,
    progress: Callable[[int], None] | None = None,
) -> Workspace:
    """A new vault at `folder` with invented residents in two villages, left open.

    Dates are relative to today; the same seed gives the same people; an empty passphrase means the fixed one.
    Raises what `create_vault` raises.
    """
    words = demo_words(environment)
    first = FirstSteps(words.organisation, words.worker, words.villages[0][0])
    workspace = create_vault(folder, passphrase or words.passphrase, first, environment, demo=True).workspace
    try:
        _fill(workspace, environment, words, residents, seed, progress)
    except BaseException:
        workspace.close()
        raise
    return workspace


def demo_words(environment: Environment) -> DemoVillage:
    """The words of the example village, its fixed password among them."""
    return read_demo_village(environment.resources / "demo" / "dorp.toml")


def _fill(
    workspace: Workspace,
    environment: Environment,
    words: DemoVillage,
    count: int,
    seed: int,
    progress: Callable[[int], None] | None,
) -> None:
    workspace.residents.add_village(words.villages[1][0])
    inventor = _inventor(workspace, environment, words, seed)
    villages = {village.name: village for village in workspace.residents.villages()}
    people = list(inventor.residents(tuple(villages[name] for name, _ in words.villages), count))
    talks = [talk for resident in people for talk in inventor.talks(resident)]
    # other dice: the people of a seed stay who they are
    aftermath = Aftermath(chance(seed + 1), inventor.ids, words, inventor.today)
    the_map = read_demo_map(
        environment.resources / "demo" / "kaart.toml",
        [villages[name].id for name, _ in words.villages],
        inventor.ids,
        inventor.today,
        words.worker,
    )
    ways = Ways(chance(seed + 2), inventor.ids, the_map, workspace.catalogue.signal_themes, inventor.today)
    talks = ways.noticed(talks)
    with workspace.database.writing() as work:
        the_map.add_to(work)
        work.residents.add_many(people)
        work.conversations.add_many(talks)
        work.consents.add_many(inventor.consents(talks))
        aftermath.of(talks).add_to(work)
        work.handovers.add_many(ways.tips({one.id: one for one in people}, talks))
        work.contacts.add_many(aftermath.contacts([village.id for village in villages.values()]))
        work.meetings.add(aftermath.meeting(villages[words.villages[0][0]].id))
        desk = _desk(workspace, environment, inventor, AtOnce(work))
        _hand_over(desk, environment, the_map, people, talks)
    if progress is not None:
        progress(len(talks))
    _leave_work(workspace, people)
    first_village, second_village = (villages[name].id for name, _ in words.villages)
    settings = with_neighbours(workspace.settings.get(), first_village, second_village, True)
    workspace.settings.save(replace(settings, key_due=None))


def _desk(workspace: Workspace, environment: Environment, inventor: Inventor, database: Database) -> Desk:
    return Desk(database, workspace.catalogue, inventor.ids, environment.resources / "texts", inventor.today)


def _hand_over(
    desk: Desk, environment: Environment, the_map: DemoMap, people: list[Resident], talks: list[Conversation]
) -> None:
    """Where people were brought, in every stage, and what became of signs: one day after the other."""
    stories, doing = read_stories(environment.resources / "demo" / "overdrachten.toml"), Doing(desk)
    told = list(cast(stories.handovers, people, talks, the_map, desk.today))
    doing.tell(told)
    doing.decline(told, stories.declined)
    doing.follow_signs(talks, stories.signs)


def _inventor(workspace: Workspace, environment: Environment, words: DemoVillage, seed: int) -> Inventor:
    return Inventor(
        chance(seed),
        IdSource(environment.clock),
        words,
        workspace.catalogue.instruments[ADULT],
        workspace.catalogue.themes,
        environment.clock.today(),
    )


def _leave_work(workspace: Workspace, people: list[Resident]) -> None:
    """One talk that is not finished and one resident made ready for a visit, as on any working day."""
    if not people:
        return
    draft = workspace.conversations.begin(people[0])
    talk = draft.conversation
    for entry in UNFINISHED:
        talk = with_dimension(talk, entry)
    workspace.conversations.save_draft(replace(draft, conversation=talk))
    workspace.residents.set_ready(people[min(1, len(people) - 1)].id, True)
