"""A team of laptops: real vaults that introduced themselves to a coordinator without residents."""

from __future__ import annotations

import shutil
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.residents import Purpose
from spinnenweb.security.kdf import KdfCost
from spinnenweb.services.environment import Environment
from spinnenweb.services.vaults import FirstSteps, create_vault, open_vault
from tests.unit.services.rooms import PASSPHRASE, RESOURCES, Room, answered
from tests.unit.storage.files import SetTime

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from spinnenweb.domain.residents import ConsentAnswer, Resident

LAPTOPS = ("Laptop van Anna", "Laptop van Bram", "Laptop van Cees")


@dataclass(frozen=True)
class Team:
    """The coordinator's vault and those of three workers, all on the same day."""

    coordinator: Room
    laptops: tuple[Room, ...]
    folder: Path

    def contribution(self, at: int, until: date | None = None, name: str = "") -> Path:
        """What one laptop sends."""
        target = self.folder / f"{name or at}.bijdrage"
        self.laptops[at].workspace.contributions.contribute(target, until)
        return target

    def merge(self, *files: Path) -> None:
        """Take contributions in."""
        self.coordinator.workspace.contributions.merge(files)


@contextmanager
def team(folder: Path, *, joined: bool = True) -> Iterator[Team]:
    """Four open vaults; `joined` unless the laptops must get to know each other first."""
    with ExitStack() as rooms:
        made = [rooms.enter_context(_room(folder / name)) for name in ("team", "a", "b", "c")]
        found = Team(made[0], tuple(made[1:]), folder)
        found.coordinator.workspace.team.become_coordinator("Wijkteam Verzonnen")
        for laptop, name in zip(found.laptops, LAPTOPS, strict=True):
            laptop.workspace.team.become_laptop(name)
        if joined:
            introduce(found)
        yield found


@contextmanager
def copied(template: Path, folder: Path) -> Iterator[Team]:
    """The four vaults of a joined team that lie in `template`, copied and open: cheaper than making them anew."""
    with ExitStack() as rooms:
        made = [rooms.enter_context(_opened(template / name, folder / name)) for name in ("team", "a", "b", "c")]
        yield Team(made[0], tuple(made[1:]), folder)


@contextmanager
def _opened(template: Path, folder: Path) -> Iterator[Room]:
    shutil.copytree(template, folder)
    time = SetTime()
    made_in = Environment(RESOURCES, time.clock, KdfCost.for_tests(), f"laptop-{folder.name}")
    workspace = open_vault(folder / "dorp.vault", PASSPHRASE, made_in)
    try:
        yield Room(workspace, made_in, "", time)
    finally:
        workspace.close()


def introduce(found: Team) -> None:
    """Let every laptop be taken in, and take in the file of the team."""
    coordinator = found.coordinator.workspace.team
    for at, laptop in enumerate(found.laptops):
        card = found.folder / f"{at}.kennismaking"
        laptop.workspace.team.write_introduction(card)
        coordinator.welcome(coordinator.read_introduction(card))
    coordinator.write_team_file(found.folder / "team.teambestand")
    for laptop in found.laptops:
        laptop.workspace.team.join(found.folder / "team.teambestand")


@contextmanager
def _room(folder: Path) -> Iterator[Room]:
    time = SetTime()
    made_in = Environment(RESOURCES, time.clock, KdfCost.for_tests(), f"laptop-{folder.name}")
    folder.mkdir()
    first = FirstSteps("Welzijn Verzonnen", "AB", None if folder.name == "team" else "Ruinen")
    made = create_vault(folder / "dorp.vault", PASSPHRASE, first, made_in)
    try:
        yield Room(made.workspace, made_in, made.emergency_key, time)
    finally:
        made.workspace.close()


def met(room: Room, name: str, held_on: date, *, born: int = 1950, **answers: ConsentAnswer) -> Resident:
    """Somebody with a finished talk; `answers` by the name of a purpose."""
    village = next(each.id for each in room.workspace.residents.villages() if each.name == "Ruinen")
    card = room.new_resident(calling_name=name, birth_year=born, village_id=village)
    draft = room.workspace.conversations.begin(card, held_on=held_on)
    room.workspace.conversations.finish(answered(draft, **answers))
    return card


def says(room: Room, resident: Resident, answer: ConsentAnswer) -> None:
    """Another answer to counting along, today."""
    room.workspace.residents.say(resident.id, Purpose.COUNT, answer)
