"""A mark set on a real screen, by mouse and keys, in a process of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.clock import Clock
from spinnenweb.security.kdf import KdfCost
from spinnenweb.services.environment import Environment
from spinnenweb.services.vaults import FirstSteps, create_vault, open_vault
from tests.end_to_end.stages import SIZE, Stage, needs_a_virtual_screen, stage_with, virtual_screen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PASSPHRASE = "molen kastanje fluit drempel wolk"

pytestmark = needs_a_virtual_screen


@pytest.fixture
def vault(tmp_path: Path, resources: Path) -> Path:
    environment = Environment(resources, Clock(), KdfCost.for_tests(), "test")
    folder = tmp_path / "kluis.vault"
    create_vault(folder, PASSPHRASE, FirstSteps("Welzijn", "Anna", "Beekdorp"), environment).workspace.close()
    return folder


@pytest.fixture
def stage(tmp_path: Path, vault: Path) -> Iterator[Stage]:
    with virtual_screen() as screen, stage_with(tmp_path, vault, screen) as made:
        yield made


def test_that_a_mark_set_on_a_real_screen_survives_the_lock(stage: Stage, vault: Path, resources: Path) -> None:
    stage.unlock(PASSPHRASE)

    # "Nieuw gesprek" at the top right, then "Nieuwe inwoner" in the question that follows
    corner = (900, 60, SIZE[0], 200)
    home = stage.until(lambda image: stage.filled_button(image, *corner) is not None)
    new_talk = stage.filled_button(home, *corner)
    assert new_talk is not None
    stage.click(new_talk)
    middle = (400, 250, 950, SIZE[1])
    asked = stage.until(lambda image: stage.filled_button(image, *middle) is not None)
    someone_new = stage.filled_button(asked, *middle)
    assert someone_new is not None
    stage.click(someone_new)

    rows = (420, 240, 810, 320)
    stage.until(lambda image: stage.filled_button(image, *middle) is None)
    stage.take_focus()
    stage.do("key", "7")
    stage.until(lambda image: stage.filled_button(image, *rows) is not None)
    stage.lock()

    workspace = open_vault(vault, PASSPHRASE, Environment(resources, Clock(), KdfCost.for_tests(), "test"))
    try:
        (draft,) = workspace.conversations.drafts()
    finally:
        workspace.close()
    assert draft.conversation.entry("LF").answer.mark == 7
