"""A vault in a sync folder is not opened; it comes to this laptop. And a damaged envelope that mends itself."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from spinnenweb.services.vaults import open_vault
from spinnenweb.ui.entrance.fault import FaultView
from spinnenweb.ui.entrance.unlock import UnlockView
from spinnenweb.ui.frame import Frame
from spinnenweb.ui.preferences import read_preferences
from spinnenweb.ui.qt_asker import QuestionDialog
from tests.ui.entrance.conftest import PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.entrance.conftest import House

NEW = "wimpel lantaarn gordijn perzik anker"


def synced(house: House, tmp_path: Path) -> Path:
    folder = tmp_path / "OneDrive - Welzijn" / "werk.vault"
    folder.parent.mkdir()
    return house.vault().workspace.folder.rename(folder)


def test_that_the_place_is_told_before_a_password_is_asked(house: House, tmp_path: Path) -> None:
    shell = house.shell(synced(house, tmp_path))
    view = house.wait_for(shell, FaultView)
    assert view.said.title == "Een kluis kan hier niet staan"
    assert list(view.buttons) == ["button.move_local", "button.vault_other"]


def test_that_the_vault_moves_to_this_laptop_and_opens_there(house: House, tmp_path: Path) -> None:
    old = synced(house, tmp_path)
    shell = house.shell(old)
    house.wait_for(shell, FaultView).buttons["button.move_local"].click()
    view = house.wait_for(shell, UnlockView)
    new = house.setup.vaults / "werk.vault"
    assert str(new) in view.note.text()
    assert not old.exists()
    assert read_preferences(house.setup.preferences).vault == str(new)
    view.password.setText(PASSPHRASE)
    QTest.keyClick(view.password, Qt.Key.Key_Return)
    frame = house.wait_for(shell, Frame)
    assert frame.context.workspace.folder == new


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_that_a_link_to_a_vault_on_this_laptop_is_followed(house: House, tmp_path: Path) -> None:
    made = house.vault()
    link = tmp_path / "OneDrive" / "werk.vault"
    link.parent.mkdir()
    link.symlink_to(made.workspace.folder, target_is_directory=True)
    house.wait_for(house.shell(link), UnlockView)


def test_that_a_repaired_envelope_is_told_once(house: House) -> None:
    made = house.vault()
    workspace = open_vault(made.workspace.folder, PASSPHRASE, house.environment)
    workspace.set_passphrase(NEW)
    workspace.close()
    (made.workspace.folder / "sleutel.json").write_bytes(b"onzin")
    shell = house.shell(made.workspace.folder)
    view = house.wait_for(shell, UnlockView)
    view.password.setText(NEW)
    QTest.keyClick(view.password, Qt.Key.Key_Return)
    house.wait_for(shell, Frame)
    [dialog] = shell.findChildren(QuestionDialog)
    assert dialog.accessibleName() == "Een deel van je kluis is hersteld"
    dialog.act.click()
