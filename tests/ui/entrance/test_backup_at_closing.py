"""Closing makes a backup when something changed; a stick that is out keeps nobody from closing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from spinnenweb.services.vaults import open_vault
from spinnenweb.ui.entrance.unlock import UnlockView
from spinnenweb.ui.frame import Frame
from spinnenweb.ui.preferences import read_preferences
from tests.ui.entrance.conftest import PASSPHRASE
from tests.ui.entrance.test_unlocking import type_password

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.ui.shell import Shell
    from tests.ui.entrance.conftest import House


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def opened(house: House, stick: Path) -> Shell:
    folder = house.vault().workspace.folder
    workspace = open_vault(folder, PASSPHRASE, house.environment)
    workspace.settings.save(replace(workspace.settings.get(), backup_place=str(stick)))
    workspace.close()
    shell = house.shell(folder)
    type_password(house, shell)
    house.wait_for(shell, Frame)
    return shell


def test_that_closing_the_window_makes_a_backup_and_remembers_when(house: House, stick: Path) -> None:
    shell = opened(house, stick)
    house.end(shell)
    assert [path.suffix for path in stick.iterdir()] == [".reserve"]
    assert read_preferences(house.setup.preferences).backup_at == "2026-11-21"


def test_that_locking_by_hand_makes_one_and_a_lock_that_comes_by_itself_does_not(
    house: House, stick: Path
) -> None:
    shell = opened(house, stick)
    shell.lock_because("idle", 5)
    house.wait_for(shell, UnlockView)
    assert [*stick.iterdir()] == []
    type_password(house, shell)
    house.wait_for(shell, Frame)
    shell.lock()
    house.wait_for(shell, UnlockView)
    assert len([*stick.iterdir()]) == 1


def test_that_a_stick_that_is_out_is_said_at_the_next_opening(house: House, stick: Path) -> None:
    shell = opened(house, stick)
    stick.rmdir()
    shell.lock()
    house.wait_for(shell, UnlockView)
    type_password(house, shell)
    frame = house.wait_for(shell, Frame)
    said = frame.toast.findChildren(QLabel)
    house.bot.waitUntil(lambda: any("USB-stick" in label.text() for label in said))
