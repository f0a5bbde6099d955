"""The power goes in the middle of a sentence: a real process is killed, and the talk goes on where it was."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from spinnenweb.services.vaults import FirstSteps, create_vault, open_vault
from spinnenweb.ui.pages.conversation.page import ConversationPage
from spinnenweb.ui.places import CONVERSATION, TODAY, Place
from spinnenweb.ui.together import route
from spinnenweb.ui.together.screens.wishes import GiveScreen
from tests.ui.pages.conftest import enter, make_environment, village
from tests.ui.together.typist import LETTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spinnenweb.services.workspace import Workspace
    from tests.ui.pages.conftest import House

    Enter = Callable[..., House]

__all__ = ["enter", "village"]

ROOT = Path(__file__).resolve().parents[3]
PASSPHRASE = "vijf woorden om te proeven"
TYPING_S = 3.0
MOST_LOST_S = 1.0


@dataclass(frozen=True)
class Killed:
    """The vault of a process that was killed: how many letters it typed, and how many in the last second."""

    vault: Path
    typed: int
    just_now: int


@pytest.fixture
def killed(tmp_path: Path, resources: Path) -> Killed:
    vault = tmp_path / "proef.vault"
    first = FirstSteps("Welzijn Beekdal", "Anna", "Esdoornhoek")
    workspace = create_vault(vault, PASSPHRASE, first, make_environment(resources)).workspace
    card = replace(workspace.residents.blank(), code="R-021", calling_name="Jannie")
    workspace.residents.add(card)
    workspace.close()
    stamps = _type_and_kill(vault, card.id)
    late = [stamp for stamp in stamps if stamp > stamps[-1] - MOST_LOST_S]
    return Killed(vault, len(stamps), len(late))


def _type_and_kill(vault: Path, resident: str) -> list[float]:
    command = [sys.executable, "-m", "tests.ui.together.typist", str(vault), PASSPHRASE, resident]
    stamps: list[float] = []
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=os.environ
    ) as one:
        assert one.stdout is not None
        for _ in iter(one.stdout.readline, b""):
            stamps.append(time.monotonic())
            if stamps[-1] - stamps[0] > TYPING_S:
                one.kill()
                break
    assert len(stamps) > 1
    return stamps


@pytest.fixture
def workspace(killed: Killed, resources: Path) -> Iterator[Workspace]:
    again = open_vault(killed.vault, PASSPHRASE, make_environment(resources))
    yield again
    again.close()


def test_that_a_killed_talk_loses_at_most_a_second_and_goes_on_at_its_screen(enter: Enter, killed: Killed) -> None:
    house = enter(Place(TODAY))
    assert "Verder met het gesprek van" in house.texts()
    (draft,) = house.workspace.conversations.drafts()
    gift = draft.conversation.gift
    assert killed.typed - killed.just_now <= len(gift) <= killed.typed + 1
    assert gift == "".join(islice(cycle(LETTERS), len(gift)))
    page = house.open(Place(CONVERSATION, record=draft.id))
    assert isinstance(page, ConversationPage)
    view = page.looking.view
    assert view is not None
    assert view.stop.name == route.GIVE
    assert isinstance(view.screen_shown, GiveScreen)
    assert view.screen_shown.gift.toPlainText() == gift
    page.looking.close()
