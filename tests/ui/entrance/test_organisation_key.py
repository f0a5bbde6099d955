"""The organisation opens a vault that was made for it, and the worker gets a new password."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyrage
import pytest

from spinnenweb.services.vaults import open_vault
from spinnenweb.ui.entrance.key_entry import KeyEntryView
from spinnenweb.ui.entrance.new_password import NewPasswordView
from spinnenweb.ui.entrance.unlock import UnlockView
from spinnenweb.ui.frame import Frame
from tests.ui.entrance.conftest import PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.ui.shell import Shell
    from tests.ui.entrance.conftest import House


@pytest.fixture
def identity(house: House, tmp_path: Path) -> str:
    """The public key; the secret one lies ready as a file."""
    found = pyrage.x25519.Identity.generate()
    house.asker.file = tmp_path / "organisatie.txt"
    house.asker.file.write_text(f"# created: today\n{found}\n", "ascii")
    return str(found.to_public())


def sealed(house: House, public_key: str) -> Path:
    folder: Path = house.vault().workspace.folder
    workspace = open_vault(folder, PASSPHRASE, house.environment)
    workspace.keys.set_organisation(public_key, "Welzijn")
    workspace.close()
    return folder


def to_keys(house: House, vault: Path) -> tuple[Shell, KeyEntryView]:
    shell = house.shell(vault)
    house.wait_for(shell, UnlockView).forgotten_button.click()
    return shell, house.wait_for(shell, KeyEntryView)


def test_that_a_vault_without_such_a_key_offers_no_such_way(house: House) -> None:
    _, entry = to_keys(house, house.vault().workspace.folder)
    assert entry.organisation.isHidden()


def test_that_the_key_of_the_organisation_leads_to_a_new_password_and_is_logged(
    house: House, identity: str
) -> None:
    vault = sealed(house, identity)
    shell, entry = to_keys(house, vault)
    entry.organisation.button.click()
    view = house.wait_for(shell, NewPasswordView)
    house.bot.waitUntil(lambda: bool(view.choice.password()))
    new = view.choice.password()
    view.choice.repeat.edit.setText(new)
    view.save_button.click()
    frame = house.wait_for(shell, Frame)
    details = [line.detail for line in frame.context.workspace.audit.lines()]
    assert "organisation" in details
    house.end(shell)
    open_vault(vault, new, house.environment).close()


def test_that_another_key_is_told_in_its_own_place(house: House, identity: str, tmp_path: Path) -> None:
    _, entry = to_keys(house, sealed(house, identity))
    house.asker.file = tmp_path / "ander.txt"
    house.asker.file.write_text(str(pyrage.x25519.Identity.generate()), "ascii")
    entry.organisation.button.click()
    house.bot.waitUntil(entry.organisation.problem.isVisible)
    assert "hoort bij een andere organisatie" in entry.organisation.problem.text()
    assert entry.open_button.isEnabled()
