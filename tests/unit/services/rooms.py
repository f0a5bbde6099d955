"""An open vault in a temporary folder, cheap to open, with a clock that a test moves."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from spinnenweb.domain.answers import marked
from spinnenweb.domain.clock import Clock
from spinnenweb.domain.conversations import DimensionEntry, with_dimension
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.security.kdf import KdfCost
from spinnenweb.security.slots import SlotKind as WayIn
from spinnenweb.services import vaults
from spinnenweb.services.environment import Environment
from spinnenweb.services.vaults import FirstSteps, NewVault, create_vault
from tests.records import varied
from tests.unit.storage.files import SetTime, folder_for_moulds

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from spinnenweb.domain.drafts import Draft
    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.records import Finished
    from spinnenweb.services.workspace import Workspace

RESOURCES = Path(__file__).parents[3] / "resources"
PASSPHRASE = "molen kastanje fluit drempel wolk"
FIRST = FirstSteps("Welzijn Verzonnen", "AB", "Ruinen")
YES, NO, LATER = ConsentAnswer.YES, ConsentAnswer.NO, ConsentAnswer.LATER


@dataclass(frozen=True)
class Room:
    """What a test works in."""

    workspace: Workspace
    environment: Environment
    emergency_key: str
    time: SetTime

    @property
    def folder(self) -> Path:
        return self.workspace.folder

    def new_resident(self, **fields: object) -> Resident:
        """A resident who is on file."""
        card = varied(self.workspace.residents.blank(), **fields)
        self.workspace.residents.add(card)
        return self.workspace.residents.get(card.id)

    def talk(self, resident: Resident, held_on: date | None = None, **fields: object) -> Finished:
        """A finished conversation with a yes to keeping."""
        draft = self.workspace.conversations.begin(resident, held_on=held_on)
        said = varied(draft.conversation, **fields)
        return self.workspace.conversations.finish(answered(replace(draft, conversation=said)))


def answered(draft: Draft, record: ConsentAnswer = YES, **others: ConsentAnswer) -> Draft:
    """The draft with an answer to keeping, a mark, and other answers by name (`COUNT`, `CONTACT`)."""
    answers = {Purpose.RECORD: record, **{Purpose[name]: answer for name, answer in others.items()}}
    conversation = with_dimension(draft.conversation, DimensionEntry("LF", marked(7)))
    return replace(draft, answers=answers, conversation=conversation)


def environment(time: SetTime | None = None) -> Environment:
    return Environment(RESOURCES, (time or SetTime()).clock, KdfCost.for_tests(), "laptop-1")


@contextmanager
def room(parent: Path, *, demo: bool = False) -> Iterator[Room]:
    """A new vault, open."""
    time = SetTime()
    made_in = environment(time)
    with _leaving(create_vault(parent / "dorp.vault", PASSPHRASE, FIRST, made_in, demo=demo)) as made:
        yield Room(made.workspace, made_in, made.emergency_key, time)


@contextmanager
def same_room(parent: Path) -> Iterator[Room]:
    """The same, poured from a mould: for every test one that nobody was in, but always the same one.

    Whoever needs two vaults that are not each other's takes `room` for the second.
    """
    time = SetTime()
    made_in = environment(time)
    with _leaving(poured(parent / "dorp.vault", PASSPHRASE, FIRST, made_in)) as made:
        yield Room(made.workspace, made_in, made.emergency_key, time)


@contextmanager
def _leaving(made: NewVault) -> Iterator[NewVault]:
    try:
        yield made
    finally:
        made.workspace.close()


@dataclass(frozen=True)
class Mould:
    """A vault as it is just before it is opened for the first time, and the two keys that open it."""

    folder: Path
    emergency_key: str
    data_key: bytes


def poured(
    folder: Path, passphrase: str, first: FirstSteps, environment: Environment, *, demo: bool = False
) -> NewVault:
    """What `create_vault` gives, without making the keys and the database again for every test."""
    given = (environment.resources, environment.cost, environment.device, environment.clock.now())
    mould = _mould(passphrase, first, *given, demo=demo)
    shutil.copytree(mould.folder, folder)
    opened = vaults._open(folder, environment, WayIn.PASSPHRASE, lambda _envelope: bytearray(mould.data_key))
    return NewVault(opened, mould.emergency_key)


@cache
def _mould(
    passphrase: str,
    first: FirstSteps,
    resources: Path,
    cost: KdfCost | None,
    device: str,
    now: datetime,
    *,
    demo: bool,
) -> Mould:
    folder = folder_for_moulds() / "mal.vault"
    here = Environment(resources, Clock(lambda: now), cost, device)
    keys = vaults._make(folder, passphrase, first, here, demo=demo)
    return Mould(folder, keys[0], bytes(keys[1]))
