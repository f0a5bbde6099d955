"""A conversation that was not finished counts nowhere, and a no to keeping it leaves no byte of it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.residents import ConsentAnswer, Purpose
from tests.benchmarks import twins
from tests.unit.services.rooms import answered, room

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.domain.drafts import Draft
    from spinnenweb.services.workspace import Workspace

NAME, NOTE, STEP = "Zonnebloemina", "paardenmelkerijbezoek", "kaartclubzolder"
PLANTED = (NAME, NOTE, STEP)


def written(workspace: Workspace) -> Draft:
    """A draft that was saved a few times while it grew."""
    draft = workspace.conversations.begin(replace(workspace.residents.blank(), calling_name=NAME))
    draft = replace(draft, resident_is_new=True)
    for note in (NOTE[:5], NOTE, f"{NOTE} {NOTE}"):
        said = replace(draft.conversation, note=note, step=replace(draft.conversation.step, what=STEP))
        draft = replace(draft, conversation=said, answers={Purpose.RECORD: ConsentAnswer.NO})
        workspace.conversations.save_draft(draft)
    return draft


def lying(folder: Path) -> set[str]:
    """Which of the planted words stand in any file."""
    held = b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())
    return {word for word in PLANTED if word.encode() in held}


def say_no(workspace: Workspace, draft: Draft) -> None:
    workspace.conversations.finish(draft)


def wipe(workspace: Workspace, draft: Draft) -> None:
    workspace.conversations.discard(draft.id)


@pytest.mark.parametrize("end", [say_no, wipe])
@pytest.mark.parametrize("known", [False, True])
def test_that_a_no_to_keeping_leaves_no_byte_of_a_conversation(
    tmp_path: Path, end: Callable[[Workspace, Draft], None], known: bool
) -> None:
    # the twin without a key, so that what lies in the file can be read
    with (
        twins.twin(encrypted=False),
        closing(twins.make(tmp_path / "dossier.db", encrypted=False)) as database,
    ):
        workspace = twins.workspace(database)
        draft = written(workspace)
        if known:
            card = replace(draft.resident, calling_name="")
            workspace.residents.add(card)
            draft = replace(draft, resident_is_new=False, resident=card)
        assert lying(tmp_path) == set(PLANTED)
        end(workspace, draft)
        assert lying(tmp_path) == set()
        assert workspace.conversations.drafts() == ()


def test_that_a_conversation_that_was_not_finished_counts_nowhere(tmp_path: Path) -> None:
    with room(tmp_path) as house:
        resident = house.new_resident(calling_name="Bo")
        draft = answered(house.workspace.conversations.begin(resident), COUNT=ConsentAnswer.YES)
        said = replace(draft.conversation, note=NOTE, themes=("rouw",), signals=("schulden",))
        house.workspace.conversations.save_draft(replace(draft, conversation=said))
        workspace = house.workspace
        assert workspace.conversations.of(resident.id) == ()
        assert workspace.residents.line(resident.id).conversations == 0
        assert workspace.search.find(NOTE) == ()
        assert workspace.agenda.open(house.time.moment.date()) == ()
        assert workspace.residents.consents(resident.id) == ()
        assert workspace.checks.check().conversations == 0
