"""Opening a vault that is there: with the password, with the emergency key, and when it does not open."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.services.vaults import open_vault
from spinnenweb.ui.entrance.fault import FaultView
from spinnenweb.ui.entrance.key_entry import KeyEntryView, grouped
from spinnenweb.ui.entrance.new_password import NewPasswordView
from spinnenweb.ui.entrance.unlock import UnlockView
from spinnenweb.ui.entrance.welcome import WelcomeView
from spinnenweb.ui.frame import Frame
from spinnenweb.ui.places import TODAY, VISIT
from spinnenweb.ui.preferences import read_preferences
from spinnenweb.ui.urgent_numbers import UrgentNumbers
from tests.ui.entrance.conftest import PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.ui.shell import Shell
    from tests.ui.entrance.conftest import House


def print_of(folder: Path) -> dict[str, str]:
    """A fingerprint of every file but the lock and the count of wrong passwords: neither is part of the vault."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name not in ("slot", "pogingen.json"))
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def type_password(house: House, shell: Shell, passphrase: str = PASSPHRASE) -> UnlockView:
    view = house.wait_for(shell, UnlockView)
    view.password.setText(passphrase)
    QTest.keyClick(view.password, Qt.Key.Key_Return)
    return view


def test_that_the_password_opens_the_home_page(house: House) -> None:
    made = house.vault()
    shell = house.shell(made.workspace.folder)
    type_password(house, shell, PASSPHRASE.title().replace(" ", "-"))
    frame = house.wait_for(shell, Frame)
    assert frame.place.page == TODAY
    assert shell.windowTitle() == "Spinnenweb"


def test_that_the_vault_that_was_opened_is_asked_for_next_time(house: House) -> None:
    made = house.vault()
    shell = house.shell()
    house.asker.chosen = made.workspace.folder
    house.wait_for(shell, WelcomeView).have_button.click()
    type_password(house, shell)
    house.wait_for(shell, Frame)
    assert read_preferences(house.setup.preferences).vault == str(made.workspace.folder)


def test_that_the_first_keys_go_to_the_password(house: House) -> None:
    made = house.vault()
    shell = house.shell(made.workspace.folder)
    view = house.wait_for(shell, UnlockView)
    house.bot.waitUntil(lambda: shell.focusWidget() is view.password)


def test_that_whom_to_call_is_one_touch_away_without_a_password(house: House) -> None:
    shell = house.shell(house.vault().workspace.folder)
    house.wait_for(shell, UnlockView).urgent_button.click()
    numbers = house.wait_for(shell, UrgentNumbers)
    shown = [label.text() for label in numbers.findChildren(QLabel)]
    for number in ("112", "113 of 0800-0113", "0800-2000"):
        assert number in shown
    assert "De nummers van je eigen organisatie zie je hier als je kluis open is." in shown
    numbers.back.click()
    house.wait_for(shell, UnlockView)
    type_password(house, shell)
    house.wait_for(shell, Frame)


def test_that_the_eye_shows_what_is_typed(house: House) -> None:
    view = house.wait_for(house.shell(house.vault().workspace.folder), UnlockView)
    assert view.password.echoMode() is QLineEdit.EchoMode.Password
    view.field.eye.click()
    assert view.password.echoMode() is QLineEdit.EchoMode.Normal


def test_that_an_empty_password_asks_nothing(house: House) -> None:
    shell = house.shell(house.vault().workspace.folder)
    view = type_password(house, shell, "  ")
    assert view.open_button.isEnabled()
    assert not shell.jobs.busy


def test_that_nothing_can_be_pressed_twice_while_the_vault_opens(house: House) -> None:
    shell = house.shell(house.vault().workspace.folder)
    view = type_password(house, shell)
    assert not view.open_button.isEnabled()
    assert not view.busy.isHidden()
    house.wait_for(shell, Frame)


def test_that_a_wrong_password_stays_to_be_looked_at_and_changes_nothing(house: House) -> None:
    made = house.vault()
    before = print_of(made.workspace.folder)
    shell = house.shell(made.workspace.folder)
    view = type_password(house, shell, "viskraam meetlint mijl weide secure")
    house.bot.waitUntil(view.problem.isVisible)
    assert view.problem.title.text() == "Dit wachtwoord past niet"
    assert view.password.selectedText()
    assert view.password.hasFocus()
    assert view.open_button.isEnabled()
    assert print_of(made.workspace.folder) == before


def test_that_after_a_wrong_password_the_right_one_opens(house: House) -> None:
    shell = house.shell(house.vault().workspace.folder)
    view = type_password(house, shell, "iets heel anders dan dit")
    house.bot.waitUntil(view.problem.isVisible)
    view.problem.retry.click()
    type_password(house, shell)
    house.wait_for(shell, Frame)


def make_empty(database: Path) -> None:
    database.write_bytes(b"")


def make_plain(database: Path) -> None:
    database.write_bytes(b"SQLite format 3\0".ljust(8192, b"\0"))


def make_damaged(database: Path) -> None:
    content = database.read_bytes()
    database.write_bytes(content[:100] + bytes(len(content) - 200) + content[-100:])


def make_newer(database: Path) -> None:
    path = database.parent / "sleutel.json"
    envelope = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(envelope | {"format": "spinnenweb/99"}), "utf-8")


@pytest.mark.parametrize(
    ("spoil", "title", "buttons"),
    [
        (make_empty, "Dit bestand is leeg", ["button.backup_restore", "button.vault_other"]),
        (make_plain, "Dit is geen kluis", ["button.vault_other"]),
        (make_damaged, "Je kluis is beschadigd", ["button.backup_restore", "button.salvage"]),
        (make_newer, "Deze kluis is van een nieuwere Spinnenweb", ["button.vault_other"]),
    ],
)
def test_that_each_fault_has_its_own_screen_and_changes_nothing(
    house: House, spoil: Callable[[Path], None], title: str, buttons: list[str]
) -> None:
    made = house.vault()
    [database] = made.workspace.folder.glob("dossier-*.db")
    spoil(database)
    before = print_of(made.workspace.folder)
    shell = house.shell(made.workspace.folder)
    type_password(house, shell)
    view = house.wait_for(shell, FaultView)
    assert view.said.title == title
    assert list(view.buttons) == buttons
    assert print_of(made.workspace.folder) == before


def test_that_a_vault_that_is_open_elsewhere_can_be_tried_again(house: House) -> None:
    made = house.vault()
    workspace = open_vault(made.workspace.folder, PASSPHRASE, house.environment)
    shell = house.shell(made.workspace.folder)
    type_password(house, shell)
    view = house.wait_for(shell, FaultView)
    assert view.said.title == "Je kluis is al open"
    workspace.close()
    view.buttons["button.retry"].click()
    type_password(house, shell)
    house.wait_for(shell, Frame)


def test_that_a_fault_names_the_last_good_backup(house: House) -> None:
    made = house.vault()
    [database] = made.workspace.folder.glob("dossier-*.db")
    make_empty(database)
    shell = house.shell(made.workspace.folder, backup_at="2026-11-19")
    type_password(house, shell)
    assert "van 19 november 2026." in house.wait_for(shell, FaultView).said.text


def test_that_a_vault_that_is_gone_is_told_before_a_password_is_asked(house: House, tmp_path: Path) -> None:
    shell = house.shell(tmp_path / "weg.vault")
    view = house.wait_for(shell, FaultView)
    assert view.said.title == "We vinden geen kluis"
    view.buttons["first.begin"].click()
    house.wait_for(shell, WelcomeView)


def test_that_another_vault_can_be_chosen(house: House) -> None:
    one, other = house.vault("een"), house.vault("twee", "tafel appel fiets molen wolk")
    shell = house.shell(one.workspace.folder)
    house.asker.chosen = other.workspace.folder
    house.wait_for(shell, UnlockView).other_button.click()
    type_password(house, shell, "tafel appel fiets molen wolk")
    house.wait_for(shell, Frame)


def test_that_choosing_no_folder_leaves_the_password_as_it_was(house: House) -> None:
    shell = house.shell(house.vault().workspace.folder)
    view = house.wait_for(shell, UnlockView)
    view.other_button.click()
    assert shell.view is view


def test_that_the_emergency_key_leads_to_a_new_password_that_opens(house: House) -> None:
    made = house.vault()
    shell = house.shell(made.workspace.folder)
    house.wait_for(shell, UnlockView).forgotten_button.click()
    entry = house.wait_for(shell, KeyEntryView)
    QTest.keyClicks(entry.key, made.emergency_key.lower().replace("-", " "))
    assert entry.key.text() == made.emergency_key
    entry.open_button.click()
    view = house.wait_for(shell, NewPasswordView)
    new = view.choice.password()
    view.choice.repeat.edit.setText(new.upper())
    view.save_button.click()
    house.wait_for(shell, Frame)
    house.end(shell)
    open_vault(made.workspace.folder, new, house.environment).close()
    with pytest.raises(SpinnenwebError):
        open_vault(made.workspace.folder, PASSPHRASE, house.environment)


@pytest.mark.parametrize("typed", ["ABCD", "0000-0000-0000-0000-0000-0000-0000-0000-0000"])
def test_that_a_typing_mistake_in_the_key_stays_to_be_mended(house: House, typed: str) -> None:
    shell = house.shell(house.vault().workspace.folder)
    house.wait_for(shell, UnlockView).forgotten_button.click()
    entry = house.wait_for(shell, KeyEntryView)
    entry.key.setText(typed)
    entry.open_button.click()
    house.bot.waitUntil(lambda: bool(entry.row.error))
    assert entry.key.text() == typed
    entry.back_button.click()
    house.wait_for(shell, UnlockView)


def test_that_closing_before_the_new_password_gives_the_vault_back(house: House) -> None:
    made = house.vault()
    shell = house.shell(made.workspace.folder)
    house.wait_for(shell, UnlockView).forgotten_button.click()
    entry = house.wait_for(shell, KeyEntryView)
    entry.key.setText(made.emergency_key)
    entry.open_button.click()
    house.wait_for(shell, NewPasswordView)
    shell.close()
    shell.finish()
    open_vault(made.workspace.folder, PASSPHRASE, house.environment).close()


@pytest.mark.parametrize(
    ("typed", "shown"), [("abcd efgh", "ABCD-EFGH"), ("a", "A"), ("x" * 50, "-".join(["XXXX"] * 9))]
)
def test_that_the_key_groups_itself(typed: str, shown: str) -> None:
    assert grouped(typed) == shown


def test_that_opening_for_a_visit_shows_the_visit_only(house: House) -> None:
    shell = house.shell(house.vault().workspace.folder)
    view = house.wait_for(shell, UnlockView)
    view.password.setText(PASSPHRASE)
    view.visit_button.click()
    frame = house.wait_for(shell, Frame)
    assert frame.place.page == VISIT
    assert frame.context.visit.on


def test_that_the_end_of_a_visit_asks_the_password(house: House) -> None:
    shell = house.shell(house.vault().workspace.folder)
    view = house.wait_for(shell, UnlockView)
    view.password.setText(PASSPHRASE)
    view.visit_button.click()
    house.wait_for(shell, Frame).visit_end_asked.emit()
    type_password(house, shell)
    frame = house.wait_for(shell, Frame)
    assert frame.place.page == TODAY
    assert not frame.context.visit.on


def test_that_the_unlock_view_is_gone_once_the_vault_is_open(house: House) -> None:
    shell = house.shell(house.vault().workspace.folder)
    view = type_password(house, shell)
    house.wait_for(shell, Frame)
    house.bot.waitUntil(lambda: not shiboken6.isValid(view))
