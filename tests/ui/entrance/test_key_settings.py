"""Instellingen: another password, a new lock, the organisation's way in, and the times of the lock."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pyrage
import pytest

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.house_rules import IdleTimes
from spinnenweb.services.vaults import open_vault, open_with_key
from spinnenweb.ui.entrance.unlock import UnlockView
from spinnenweb.ui.frame import Frame
from spinnenweb.ui.pages.settings.page import SettingsPage
from spinnenweb.ui.pages.settings.password import PasswordDialog, RekeyDialog
from spinnenweb.ui.places import SETTINGS, Place
from tests.ui.entrance.conftest import PASSPHRASE, shown_key

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QDialog

    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.pages.settings.password import PasswordForm
    from spinnenweb.ui.shell import Shell
    from tests.ui.entrance.conftest import House

NEW = "wimpel lantaarn gordijn perzik anker"


class Desk:
    """The settings of an open vault that is no example."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.made = house.vault()
        self.shell: Shell = house.shell(self.made.workspace.folder)
        view = house.wait_for(self.shell, UnlockView)
        view.password.setText(PASSPHRASE)
        view.open_button.click()
        self.frame = house.wait_for(self.shell, Frame)
        self.frame.open(Place(SETTINGS))
        house.rest(self.shell)
        page = self.frame.page
        assert isinstance(page, SettingsPage)
        self.page = page

    @property
    def workspace(self) -> Workspace:
        return self.frame.context.workspace

    def dialog(self, kind: type[QDialog]) -> QDialog:
        self.house.rest(self.shell)
        return next(one for one in self.page.findChildren(kind) if one.isVisible())

    def end(self) -> Path:
        self.house.rest(self.shell)
        self.house.end(self.shell)
        return self.made.workspace.folder


@pytest.fixture
def desk(house: House) -> Desk:
    return Desk(house)


def fill(form: PasswordForm, now: str = PASSPHRASE, new: str = NEW) -> None:
    form.choice.own_button.click()
    form.now.edit.setText(now)
    form.choice.own.edit.setText(new)
    form.choice.repeat.edit.setText(new)


def change(desk: Desk) -> PasswordDialog:
    desk.page.view.keys.password.change.click()
    dialog = desk.dialog(PasswordDialog)
    assert isinstance(dialog, PasswordDialog)
    return dialog


def rekey(desk: Desk) -> RekeyDialog:
    desk.page.view.keys.password.rekey.click()
    dialog = desk.dialog(RekeyDialog)
    assert isinstance(dialog, RekeyDialog)
    return dialog


def test_that_another_password_opens_the_vault_from_now_on(desk: Desk) -> None:
    dialog = change(desk)
    fill(dialog.form)
    dialog.keep.click()
    desk.house.rest(desk.shell)
    folder = desk.end()
    open_vault(folder, NEW, desk.house.environment).close()
    with pytest.raises(SpinnenwebError):
        open_vault(folder, PASSPHRASE, desk.house.environment)


def test_that_who_does_not_know_the_password_of_now_cannot_change_it(desk: Desk) -> None:
    dialog = change(desk)
    fill(dialog.form, now="iets heel anders dan dit")
    dialog.keep.click()
    desk.house.bot.waitUntil(lambda: bool(dialog.form.now_row.error))
    assert dialog.keep.isEnabled()
    dialog.reject()
    open_vault(desk.end(), PASSPHRASE, desk.house.environment).close()


def test_that_a_weak_password_is_refused_in_its_place(desk: Desk) -> None:
    dialog = change(desk)
    fill(dialog.form, new="welkom123")
    dialog.keep.click()
    desk.house.bot.waitUntil(lambda: bool(dialog.form.choice.own_row.error))
    desk.house.bot.waitUntil(dialog.form.choice.meter.isVisible)
    dialog.reject()


def test_that_a_new_lock_shows_how_far_it_is_and_then_the_new_key(desk: Desk) -> None:
    dialog = rekey(desk)
    fill(dialog.form)
    dialog.keep.click()
    desk.house.bot.waitUntil(lambda: dialog.sheet is not None)
    assert dialog.bar.value() == 100
    assert dialog.sheet is not None
    key = shown_key(dialog.sheet)
    assert desk.workspace.settings.get().key_due is not None
    dialog.sheet.write_button.click()
    dialog.sheet.typed.setText(key.split()[dialog.sheet.asked - 1])
    dialog.sheet.check_button.click()
    desk.house.rest(desk.shell)
    assert desk.workspace.settings.get().key_due is None
    folder = desk.end()
    open_with_key(folder, key, desk.house.environment).close()
    with pytest.raises(SpinnenwebError):
        open_with_key(folder, desk.made.emergency_key, desk.house.environment)


def test_that_stopping_leaves_everything_as_it_was(desk: Desk) -> None:
    dialog = rekey(desk)
    fill(dialog.form)
    dialog.keep.click()
    dialog.reject()
    assert dialog.isVisible()
    desk.house.bot.waitUntil(dialog.keep.isVisible)
    assert "Er is niets veranderd" in dialog.problem.text()
    dialog.reject()
    open_vault(desk.end(), PASSPHRASE, desk.house.environment).close()


def start_file(desk: Desk, tmp_path: Path, key: str) -> None:
    desk.house.asker.file = tmp_path / "later.start.toml"
    text = f'startbestand = 1\n[organisatie]\nnaam = "Welzijn Later"\n{key}\n'
    desk.house.asker.file.write_text(text, "utf-8")


def test_that_an_organisation_gets_its_key_only_after_a_yes_and_loses_it_again(desk: Desk, tmp_path: Path) -> None:
    public = str(pyrage.x25519.Identity.generate().to_public())
    start_file(desk, tmp_path, f'sleutel = "{public}"')
    section, keys = desk.page.view.keys.organisation, desk.workspace.keys
    assert section.off.isVisibleTo(section)
    section.give.click()
    desk.house.rest(desk.shell)
    assert public in desk.house.asker.asked[0]
    assert not keys.organisation_key_state().on
    desk.house.asker.agreed = True
    section.give.click()
    desk.house.bot.waitUntil(lambda: section.on.isVisibleTo(section))
    assert "Welzijn Later" in section.on.label.text()
    assert section.public.text().replace("\u200b", "") == public
    section.take.click()
    desk.house.bot.waitUntil(lambda: section.off.isVisibleTo(section))
    assert not keys.organisation_key_state().on


def test_that_a_start_file_without_a_key_asks_nothing(desk: Desk, tmp_path: Path) -> None:
    start_file(desk, tmp_path, "")
    failed: list[Exception] = []
    desk.frame.context.hub.failed.disconnect()
    desk.frame.context.hub.failed.connect(failed.append)
    desk.page.view.keys.organisation.give.click()
    desk.house.bot.waitUntil(lambda: bool(failed))
    assert desk.house.asker.asked == []
    assert isinstance(failed[0], SpinnenwebError)
    assert failed[0].code == "start.no_key"


def test_that_the_times_are_kept_and_one_that_cannot_be_is_refused(desk: Desk) -> None:
    idle = desk.page.view.idle
    idle.desk.setValue(12)
    desk.house.rest(desk.shell)
    assert desk.workspace.settings.get().idle == IdleTimes(12, 5, 30)
    idle.cover.setValue(30)
    desk.house.rest(desk.shell)
    idle.lock.setValue(20)
    assert idle.lock_row.error
    desk.house.rest(desk.shell)
    assert desk.workspace.settings.get().idle == IdleTimes(12, 30, 30)


def test_that_the_worker_reads_but_does_not_change_what_the_organisation_set(desk: Desk) -> None:
    settings = replace(desk.workspace.settings.get(), rules_by="Welzijn Verzonnen")
    idle = desk.page.view.idle
    idle.show_settings(settings)
    assert not idle.form.isVisibleTo(idle)
    assert "Welzijn Verzonnen heeft dit zo ingesteld" in idle.ruled.text()
