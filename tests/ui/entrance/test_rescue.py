"""A vault that does not open: a backup is looked into and put back, or what is readable is saved."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from spinnenweb.services.vaults import open_vault
from spinnenweb.ui.entrance.fault import RESTORE, SALVAGE, FaultView
from spinnenweb.ui.entrance.rescue_views import PairView, ReportView, SecretView
from spinnenweb.ui.entrance.unlock import UnlockView
from spinnenweb.ui.frame import Frame
from spinnenweb.ui.widgets.labels import text_label
from tests.ui.entrance.conftest import PASSPHRASE
from tests.ui.entrance.test_unlocking import type_password

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from spinnenweb.ui.shell import Shell
    from tests.ui.entrance.conftest import House


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def with_people(house: House, stick: Path, people: int = 30) -> Path:
    """A vault with people of which a backup lies on the stick."""
    folder = house.vault().workspace.folder
    workspace = open_vault(folder, PASSPHRASE, house.environment)
    for number in range(people):
        workspace.residents.add(replace(workspace.residents.blank(), calling_name=f"Naam {number}"))
    workspace.backups.make(stick)
    workspace.close()
    return folder


def harm(folder: Path) -> None:
    [database] = folder.glob("dossier-*.db")
    content = bytearray(database.read_bytes())
    content[9 * 4096 + 50 : 9 * 4096 + 80] = bytes(30)
    database.write_bytes(content)


def refused(house: House, folder: Path) -> tuple[Shell, FaultView]:
    shell = house.shell(folder)
    type_password(house, shell)
    return shell, house.wait_for(shell, FaultView)


def give(view: SecretView, secret: str = PASSPHRASE) -> None:
    view.field.edit.setText(secret)
    view.go_on.click()


def said(view: QWidget) -> str:
    return " ".join(label.text() for label in view.findChildren(type(text_label(""))))


def people(house: House, shell: Shell) -> int:
    type_password(house, shell)
    frame = house.wait_for(shell, Frame)
    return len(frame.context.workspace.residents.all())


def test_that_a_damaged_vault_is_put_back_from_the_backup_that_is_known(house: House, stick: Path) -> None:
    folder = with_people(house, stick)
    harm(folder)
    shell, fault = refused(house, folder)
    fault.buttons[RESTORE].click()
    view = house.wait_for(shell, SecretView)
    give(view, "niet deze")
    house.bot.waitUntil(lambda: not view.problem.isHidden())
    give(view)
    pair = house.wait_for(shell, PairView)
    assert "30" in said(pair)
    pair.go_on.click()
    house.wait_for(shell, UnlockView)
    assert people(house, shell) == 30
    assert (folder.parent / "kluis-beschadigd.vault").is_dir()


def test_that_a_vault_that_is_gone_is_put_back_from_a_file_with_the_emergency_key(
    house: House, stick: Path
) -> None:
    made = house.vault()
    workspace = open_vault(made.workspace.folder, PASSPHRASE, house.environment)
    house.asker.file = workspace.backups.make(stick)
    workspace.close()
    shutil.rmtree(made.workspace.folder)
    shell = house.shell(made.workspace.folder)
    fault = house.wait_for(shell, FaultView)
    fault.buttons[RESTORE].click()
    view = house.wait_for(shell, SecretView)
    view.is_key.setChecked(True)
    give(view, made.emergency_key)
    house.wait_for(shell, PairView).go_on.click()
    house.wait_for(shell, UnlockView)
    assert people(house, shell) == 0


def test_that_choosing_no_file_leads_back(house: House, stick: Path) -> None:
    folder = with_people(house, stick)
    shutil.rmtree(folder)
    shell = house.shell(folder)
    house.wait_for(shell, FaultView).buttons[RESTORE].click()
    house.wait_for(shell, FaultView)


def test_that_what_is_readable_is_saved_in_a_new_vault_with_a_report(
    house: House, stick: Path, tmp_path: Path
) -> None:
    folder = with_people(house, stick)
    harm(folder)
    shell, fault = refused(house, folder)
    fault.buttons[SALVAGE].click()
    give(house.wait_for(shell, SecretView))
    report = house.wait_for(shell, ReportView)
    assert "Inwoners" in said(report)
    assert "Naam" not in said(report)
    report.open_button.click()
    house.wait_for(shell, UnlockView)
    assert shell.preferences.vault == str(folder.parent / "kluis-gered.vault")
    assert people(house, shell) > 20
