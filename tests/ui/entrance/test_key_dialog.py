"""A new emergency key for a vault that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.services.vaults import open_with_key
from spinnenweb.ui.entrance.key_dialog import KeyDialog
from spinnenweb.ui.entrance.unlock import UnlockView
from spinnenweb.ui.frame import Frame
from tests.ui.entrance.conftest import PASSPHRASE, shown_key

if TYPE_CHECKING:
    from spinnenweb.ui.entrance.key_sheet import KeySheet
    from spinnenweb.ui.shell import Shell
    from tests.ui.entrance.conftest import House


def open_dialog(house: House, shell: Shell) -> tuple[Frame, KeyDialog, KeySheet]:
    view = house.wait_for(shell, UnlockView)
    view.password.setText(PASSPHRASE)
    view.open_button.click()
    frame = house.wait_for(shell, Frame)
    dialog = KeyDialog(frame.context, frame)
    dialog.open()
    house.bot.waitUntil(lambda: dialog.sheet is not None)
    assert dialog.sheet is not None
    return frame, dialog, dialog.sheet


def test_that_a_copied_key_takes_the_reminder_away_and_replaces_the_old_one(house: House) -> None:
    made = house.vault()
    shell = house.shell(made.workspace.folder)
    frame, _dialog, sheet = open_dialog(house, shell)
    key = shown_key(sheet)
    sheet.write_button.click()
    sheet.typed.setText(key.split()[sheet.asked - 1])
    sheet.check_button.click()
    house.bot.waitUntil(lambda: frame.context.workspace.settings.get().key_due is None)
    house.rest(shell)
    house.end(shell)
    open_with_key(made.workspace.folder, key, house.environment).close()
    with pytest.raises(SpinnenwebError):
        open_with_key(made.workspace.folder, made.emergency_key, house.environment)


def test_that_closing_before_the_key_is_on_paper_leaves_the_reminder(house: House) -> None:
    shell = house.shell(house.vault().workspace.folder)
    frame, dialog, _ = open_dialog(house, shell)
    dialog.reject()
    house.rest(shell)
    assert frame.context.workspace.settings.get().key_due == frame.context.workspace.clock.today()
