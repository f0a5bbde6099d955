"""An open vault in a temporary folder, cheap to open, with a clock that a test moves."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from spinnenweb.domain.answers import marked
from spinnenweb.domain.conversations import DimensionEntry, with_dimension
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.security.kdf import KdfCost
from spinnenweb.services.environment import Environment
from spinnenweb.services.vaults import FirstSteps, create_vault
from tests.unit.storage.files import SetTime

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

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
        card = replace(self.workspace.residents.blank(), **fields)  # type: ignore[arg-type]
        self.workspace.residents.add(card)
        return self.workspace.residents.get(card.id)

    def talk(self, resident: Resident, held_on: date | None = None, **fields: object) -> Finished:
        """A finished conversation with a yes to keeping."""
        draft = self.workspace.conversations.begin(resident, held_on=held_on)
        said = replace(draft.conversation, **fields)  # type: ignore[arg-type]
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
    made = create_vault(parent / "dorp.vault", PASSPHRASE, FIRST, made_in, demo=demo)
    try:
        yield Room(made.workspace, made_in, made.emergency_key, time)
    finally:
        made.workspace.close()
