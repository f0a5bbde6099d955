"""An afternoon of saving in a vault, and what must be there of it afterwards.

Every save has a number. It is called out only after the program said that it was kept; whatever happens next, a
save that was called out has to be there, word for word.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from spinnenweb.domain.conversations import Step
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.services.vaults import create_vault, open_vault
from tests.unit.services.rooms import FIRST, PASSPHRASE, environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.services.workspace import Workspace

CARD, DRAFT, TALK = 0, 1, 2
SAVES_PER_RESIDENT = 3
FIRST_SAVE = SAVES_PER_RESIDENT
"""So that 0 means that nothing was called out."""
VAULT = "dorp.vault"


@dataclass(frozen=True, slots=True)
class Found:
    """What a vault was like when it was opened again: `wrong` names what was the matter, empty when nothing."""

    lost: int
    wrong: str = ""

    @property
    def whole(self) -> bool:
        """Whether it opened, is sound, and holds every save that was called out."""
        return not self.wrong and not self.lost


def new_vault(folder: Path) -> Path:
    """An empty vault in a folder."""
    vault = folder / VAULT
    create_vault(vault, PASSPHRASE, FIRST, environment()).workspace.close()
    return vault


def open_again(vault: Path) -> Workspace:
    """The vault, with its own passphrase."""
    return open_vault(vault, PASSPHRASE, environment())


def words_of(number: int) -> str:
    """The note that belongs to a save: long enough for several pages now and then, and not to be guessed."""
    seed = hashlib.sha256(str(number).encode()).hexdigest()
    return f"{number} {seed} " * (1 + int(seed[0], 16) * 2)


def keep_saving(workspace: Workspace, call_out: Callable[[int], None], saves: int, before: int = 0) -> None:
    """Save `saves` times, after `before` earlier ones: a card, its draft, the finished conversation, and so on."""
    for number in range(FIRST_SAVE + before, FIRST_SAVE + before + saves):
        _save(workspace, number)
        call_out(number)


def _save(workspace: Workspace, number: int) -> None:
    part, code = number % SAVES_PER_RESIDENT, f"F-{number // SAVES_PER_RESIDENT:05}"
    if part == CARD:
        workspace.residents.add(replace(workspace.residents.blank(), code=code, calling_name=f"Naam {number}"))
    elif part == DRAFT:
        begun = workspace.conversations.begin(workspace.residents.by_code(code))
        said = replace(begun.conversation, note=words_of(number))
        workspace.conversations.save_draft(replace(begun, conversation=said))
    else:
        draft = workspace.conversations.drafts()[0]
        said = replace(draft.conversation, note=words_of(number), step=Step(what=f"stap {number}"))
        workspace.conversations.finish(
            replace(draft, conversation=said, answers={Purpose.RECORD: ConsentAnswer.YES})
        )


def look(vault: Path, called_out: int) -> Found:
    """Open a vault again and hold it against what was called out."""
    try:
        workspace = open_again(vault)
    except SpinnenwebError as error:
        return Found(called_out, error.code)
    try:
        report = workspace.checks.check()
        missing = sum(not _is_there(workspace, number) for number in range(FIRST_SAVE, called_out + 1))
        return Found(missing, "" if report.sound else "+".join(report.problems))
    except SpinnenwebError as error:
        return Found(called_out, error.code)
    finally:
        workspace.close()


def _is_there(workspace: Workspace, number: int) -> bool:
    part, code = number % SAVES_PER_RESIDENT, f"F-{number // SAVES_PER_RESIDENT:05}"
    try:
        resident = workspace.residents.by_code(code)
    except SpinnenwebError:
        return False
    if part == CARD:
        return resident.calling_name == f"Naam {number}"
    talks = [talk.note for talk in workspace.conversations.of(resident.id)]
    if part == TALK:
        return words_of(number).rstrip() in talks
    return bool(talks) or any(
        draft.conversation.note == words_of(number).rstrip() for draft in workspace.conversations.drafts()
    )
