"""The lock of the real program: the process that held the key ends, and a fresh one that knows nothing shows."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from spinnenweb.security import envelope as envelopes
from spinnenweb.security.keys import Purpose, subkey
from spinnenweb.services.vaults import open_vault
from tests.end_to_end.memory import held_by, needles
from tests.end_to_end.stages import (
    Stage,
    environ_of,
    needs_a_virtual_screen,
    stage_with,
    virtual_screen,
    wait_for,
)
from tests.unit.services.rooms import PASSPHRASE, answered, environment, room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.services.workspace import Workspace

NAME = "Wiebrigje-Zonnebloem"
NOTE = "Mist de klaverjasclub sinds de belbus stopte"
OTHER_SECRET = "lantaarn gordijn perzik anker wimpel"
"""What stands in the environment of the first process: nobody types it."""

pytestmark = [
    needs_a_virtual_screen,
    pytest.mark.skipif(sys.platform != "linux", reason="looks into processes by /proc"),
]
as_root = pytest.mark.skipif(
    sys.platform != "win32" and os.geteuid() != 0, reason="only root looks into the memory of another process"
)


@contextmanager
def opened(vault: Path) -> Iterator[Workspace]:
    """The vault by itself; it needs that nobody holds the lock."""
    workspace = open_vault(vault, PASSPHRASE, environment())
    try:
        yield workspace
    finally:
        workspace.close()


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """With somebody of whom a note is kept; it opens on their page."""
    with room(tmp_path) as made:
        resident = made.new_resident(calling_name=NAME)
        made.talk(resident, note=NOTE)
        made.workspace.returning.remember("resident", resident.id)
    return made.folder


@pytest.fixture
def stage(tmp_path: Path, vault: Path) -> Iterator[Stage]:
    with (
        virtual_screen() as screen,
        stage_with(tmp_path, vault, screen, SPINNENWEB_PASSPHRASE=OTHER_SECRET) as made,
    ):
        yield made


def keys_of(vault: Path) -> dict[str, bytes]:
    """The keys that are in memory while the vault is open."""
    data_key = envelopes.open_with_passphrase(envelopes.read_envelope(vault), PASSPHRASE)
    return {"data key": bytes(data_key), "database key": bytes(subkey(data_key, Purpose.DATABASE))}


@as_root
def test_that_nothing_of_an_open_vault_is_in_the_memory_of_the_lock_screen(stage: Stage, vault: Path) -> None:
    secrets = needles((NAME, NOTE, PASSPHRASE), keys_of(vault))
    stage.type_password(PASSPHRASE)
    # Qt and Python may overwrite the password soon after it was used
    wait_for(lambda: PASSPHRASE in held_by(stage.program.pid, secrets))
    stage.do("key", "Return")
    wait_for(lambda: held_by(stage.program.pid, secrets) >= {*secrets} - {PASSPHRASE})
    fresh = stage.lock()
    stage.program.wait(timeout=5)
    wait_for(lambda: is_at_the_door(stage, fresh))
    assert held_by(fresh, secrets | needles([OTHER_SECRET])) == set()
    assert "SPINNENWEB_PASSPHRASE" not in environ_of(fresh)
    assert stage.running() == {fresh}


def is_at_the_door(stage: Stage, fresh: int) -> bool:
    """Whether the lock screen of a process shows its button."""
    return stage.running() == {fresh} and stage.filled_button(stage.photograph(), 0, 0, 1366, 768) is not None


def test_that_the_lock_gives_the_vault_free(stage: Stage, vault: Path) -> None:
    stage.unlock(PASSPHRASE)
    wait_for(lambda: is_held(vault))
    stage.lock()
    with opened(vault) as workspace:
        assert workspace.audit.verify().sound
        assert workspace.returning.last()[0] == "resident"


def is_held(vault: Path) -> bool:
    """Whether a program has the vault open."""
    return any(vault.glob("*-wal"))


def test_that_unlocking_goes_on_at_the_question_where_the_talk_was(tmp_path: Path) -> None:
    vault = half_a_talk(tmp_path)
    with virtual_screen() as screen, stage_with(tmp_path, vault, screen) as stage:
        for mark in (8, 4):
            stage.unlock(PASSPHRASE)
            stage.until(lambda image: stage.filled_button(image, 420, 130, 810, 768) is not None)
            stage.take_focus()
            stage.do("key", str(mark))
            fresh = stage.lock()
            assert "SPINNENWEB_LOCKED" in environ_of(fresh)
            with opened(vault) as workspace:
                (draft,) = workspace.conversations.drafts()
            assert (draft.question, draft.conversation.entry("ZG").answer.mark) == ("ZG", mark)


def half_a_talk(folder: Path) -> Path:
    """A vault that was locked during a talk, at the question about meaning."""
    with room(folder) as made:
        draft = answered(made.workspace.conversations.begin(made.new_resident(calling_name=NAME)))
        made.workspace.conversations.save_draft(replace(draft, question="ZG"))
        made.workspace.returning.remember("conversation", draft.id)
    return made.folder
